import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// The names above a cell, with their values.
@Suite struct VariablesStories {
  private static let session = """
    ```wallis
    K = pi
    f(x) = x^2
    ```

    ```wallis
    Kappa = K + 1
    ```

    ```wallis
    K = e
    ```

    ```wallis
    1
    ```

    """

  @Test func theyAreListedWithTheLastCellThatMakesThem() throws {
    let story = try Story(Self.session)
    try story.press("G F8")
    let lines = story.rows(with: " cell ")
    #expect(lines.count == 3, "\(story.screen)")
    #expect(lines[0].contains("f(x)") && lines[0].contains("cell 1") && lines[0].contains("= x^2"))
    #expect(lines[1].contains("Kappa") && lines[1].contains("cell 2") && lines[1].contains("= (pi) + 1"))
    #expect(lines[2].contains("K ") && lines[2].contains("cell 3") && lines[2].contains("= e"))
    try story.press("Down Enter")
    #expect(story.model.selection == 1 && story.model.pane == nil)
  }

  /// A value that comes moves nothing.
  @Test func theRowsStandInColumns() throws {
    let story = try Story(Self.session)
    story.runner.holds = true
    try story.press("G F8")
    func places() -> [Int] {
      story.rows(with: " cell ").map {
        $0.distance(from: $0.startIndex, to: $0.firstIndex(of: "=") ?? $0.endIndex)
      }
    }
    let before = places()
    #expect(before.count > 1 && Set(before).count == 1, "\(story.screen)")
    story.runner.report(0, .output(Document([.fields([Field("value", Text("4.141592654", .digits))])])))
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    story.sees("4.141592654")
    #expect(places() == before, "\(story.screen)")
  }

  @Test func whatIsTooLongEndsInASign() throws {
    let session =
      "```wallis\nsquared = \((1...20).map(String.init).joined(separator: " + "))\n```\n\n```wallis\n1\n```\n"
    for (ascii, sign) in [(false, "…"), (true, "...")] {
      let story = try Story(session, columns: 60, ascii: ascii)
      try story.press("G F8")
      let row = try #require(story.rows(with: " cell ").first)
      #expect(row.hasSuffix(sign) && row.count <= 60, "\(row)")
    }
  }

  @Test func typingFiltersAndEnterGoesThere() throws {
    let story = try Story(Self.session)
    try story.press("G F8")
    story.type("kap")
    #expect(story.rows(with: " cell ").count == 1)
    try story.press("Enter")
    #expect(story.model.selection == 1)
    try story.press("G F8")
    story.type("zz")
    try story.press("Enter")
    story.sees("no name has these letters")
    #expect(story.model.selection == 3)
  }

  @Test func onlyNamesAboveTheCellCount() throws {
    let story = try Story(Self.session)
    try story.press("F8")
    story.sees("no name is made above this cell")
    try story.press("j F8")
    #expect(story.rows(with: " cell ").count == 2)
  }

  @Test func valuesAreAskedForOneAfterAnotherAndSpentOnesStopped() throws {
    let story = try Story(Self.session)
    story.runner.holds = true
    try story.press("G F8")
    #expect(story.runner.started.map(\.request.source) == ["evaluate '(pi) + 1' --digits 10"])
    #expect(story.runner.started[0].request.memory != nil)
    let value = Document([.fields([Field("value", Text("4.141592654", .digits))])])
    story.runner.report(0, .output(value))
    story.runner.finish(0)
    story.notebook.settle(seconds: 0)
    story.sees("4.141592654")
    #expect(story.runner.started.map(\.request.source).last == "evaluate 'e' --digits 10")
    story.notebook.advance(seconds: 1)
    #expect(story.runner.stopped.map(\.force).contains(.kill))
    try story.press("Esc")
    #expect(story.runner.stopped.last?.run == story.runner.started[1].run)
  }
}
