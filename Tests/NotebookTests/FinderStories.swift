import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Finding by some letters, and looking how convergents behave.
@Suite struct FinderStories {
  private let words = [
    CompletionWord("zeta", "Riemann zeta function", kind: .function, signature: "zeta(s)"),
    CompletionWord("catalan", "Catalan's constant", kind: .constant),
  ]

  @Test func cellsWordsAndFormulasAreFoundByLetters() throws {
    let story = try Story(threeCells, words: words, viewer: FakeViewer(count: 20))
    try story.press("F7")
    story.type("kp")
    story.sees("cell 3            K * pi")
    try story.press("Enter")
    #expect(story.model.selection == 2 && story.model.pane == nil)
    try story.press("F7")
    story.type("ctl")
    story.sees("constant          catalan: Catalan's constant")
    story.sees("formula           pcf(0, 1)")
    try story.press("Enter")
    #expect(story.runner.started.last?.request.source == "help 'catalan'")
    try story.press("Esc F7")
    story.type("zzzz")
    try story.press("Enter")
    story.sees("─ Catalog ")
    story.sees("key = \"pcf 0 1\"")
  }

  @Test func lettersCloseTogetherAtTheBeginningsOfWordsComeFirst() throws {
    let texts = ["search dynamics", "identify 1.2 --seed", "sum of digits", "sd"]
    let scores = try texts.map { try #require(FuzzyMatch("sd", in: $0)).score }
    #expect(scores[3] > scores[0] && scores[0] > scores[1] && scores[2] > scores[1], "\(scores)")
    #expect(FuzzyMatch("xyz", in: "search") == nil && FuzzyMatch("", in: "a")?.score == 0)
    #expect(FuzzyMatch("ds", in: "sd") == nil, "in their order")
  }

  @Test func anEarlierInputBecomesACell() throws {
    let story = try Story(threeCells)
    try story.press("G Enter Ctrl-U")
    story.type("1 + 41")
    try story.press("F5 Ctrl-U")
    story.type("2")
    try story.press("Esc F7")
    story.type("41")
    story.sees("input             1 + 41")
    try story.press("Enter")
    #expect(story.model.selected.content.source == "1 + 41")
  }

  @Test func theInspectorGoesDeeperAndComparesTwo() throws {
    let story = try Story(columns: 120, rows: 30, viewer: FakeViewer(count: 20))
    try story.press("F3 j Space Space d")
    story.sees("─ Convergents ")
    #expect(story.rows(with: "pcf(1, 1) to 200").first?.contains("pcf(2, 1) to 200") == true)
    try story.press("+")
    story.sees("pcf(2, 1) to 400")
    try story.press("- -")
    story.sees("pcf(2, 1) to 100")
    try story.press("Esc")
    story.sees("─ Catalog ")
    let narrow = try Story(columns: 60, rows: 20, viewer: FakeViewer(count: 20))
    try narrow.press("F3 j Space Space d")
    #expect(narrow.rows(with: "pcf(1, 1) to 200").first?.contains("pcf(2, 1)") == false)
  }

  @Test func theFormulaOfACellIsInspected() throws {
    let story = try Story(threeCells)
    try story.press("j I")
    story.sees("pcf(2n+1, n^2) to 200")
    try story.press("Esc j I")
    story.sees("error: no fraction")
    try story.press("Esc g g I")
    story.sees("this cell holds no formula")
  }
}
