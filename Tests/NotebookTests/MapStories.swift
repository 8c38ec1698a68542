import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// The map of the catalog, over points on a line.
@Suite struct MapStories {
  private func mapping(_ count: Int = 101, ascii: Bool = false) throws -> (Story, FakeViewer) {
    let viewer = FakeViewer(count: count)
    let story = try Story(columns: 80, rows: 24, ascii: ascii, viewer: viewer)
    try story.press("F4")
    return (story, viewer)
  }

  @Test func aMapCountsExactly() throws {
    let (story, _) = try mapping()
    story.sees("─ Map ")
    story.sees("denominator.gamma up, delta across, all formulas, mirrors counted")
    story.sees("of 205 formulas 3 lack a metric")
    story.sees("here: ")
    // The whole plane as a rectangle holds every point.
    for _ in 0..<80 { try story.press("h") }
    for _ in 0..<30 { try story.press("k") }
    try story.press("v")
    for _ in 0..<80 { try story.press("l") }
    for _ in 0..<30 { try story.press("j") }
    story.sees("rectangle: 202 formulas, across 0 to 1, up 0 to 1")
  }

  @Test func zoomingTellsWhatIsOutside() throws {
    let (story, viewer) = try mapping()
    try story.press("+")
    story.sees("outside: ")
    story.sees("of 205 formulas 3 lack a metric")
    guard case .density(let request) = viewer.questions.last, let window = request.window else {
      Issue.record("no part of the plane was asked for")
      return
    }
    #expect(abs(window.x.high - window.x.low - 0.5) < 1e-9 && window.x.low > 0 && window.x.high < 1)
    try story.press("b")
    story.misses("outside: ")
    try story.press("- L K")
    story.misses("error")
    try story.press("0")
    story.misses("outside: ")
  }

  @Test func whatIsUnderTheCursorIsOpenedInTheBrowserAndTheMapComesBack() throws {
    let (story, viewer) = try mapping()
    try story.press("e")
    story.type("delta > 0")
    try story.press("Enter Enter")
    story.sees("─ Catalog ")
    guard case .select(let request) = viewer.questions.last(where: { $0.topic == .select }) else { return }
    #expect(request.condition.hasPrefix("(delta > 0) and delta >= 0.5"), "\(request.condition)")
    #expect(request.condition.contains(" and denominator.gamma >= "))
    try story.press("Esc")
    story.sees("─ Map ")
    try story.press("Esc")
    story.misses("─ Map ")
  }

  @Test func axesAreChosenByName() throws {
    let (story, viewer) = try mapping()
    try story.press("x Ctrl-U")
    story.type("digitsP")
    try story.press("Tab Enter")
    story.sees("digitsPerTerm across")
    try story.press("X")
    story.sees("digitsPerTerm up, denominator.gamma across")
    #expect(viewer.questions.filter { $0.topic == .density }.count == 3)
  }

  @Test func inASCIITheSignsSayHowManyThereAre() throws {
    let (story, _) = try mapping(10_000, ascii: true)
    let isPlain = story.screen.allSatisfy { $0.isASCII }
    #expect(isPlain && story.screen.contains("@"), "\(story.screen)")
  }

  @Test func boxesAreBetweenTheirEdges() {
    let axis = DensityAxis(low: -1.001, high: 1.0017)
    var random = SystemRandomNumberGenerator()
    for count in [1, 2, 7, 134, 1000] {
      for _ in 0..<200 {
        let value = Double.random(in: -1.2...1.2, using: &random)
        guard let box = axis.box(of: value, among: count) else {
          #expect(value < axis.low || value > axis.high)
          continue
        }
        #expect(axis.edge(box, of: count) <= value)
        #expect(box == count - 1 ? value <= axis.high : value < axis.edge(box + 1, of: count))
      }
      #expect(axis.box(of: axis.low, among: count) == 0 && axis.box(of: axis.high, among: count) == count - 1)
    }
  }
}
