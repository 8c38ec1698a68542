import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct OutputStories {
  /// A notebook whose only cell has given a table of squares, in no order.
  private func squares(_ count: Int, rows: Int = 24) throws -> Story {
    let story = try Story(rows: rows)
    story.runner.holds = true
    try story.press("Enter")
    story.type("squares")
    try story.press("F5 Esc")
    let numbers = (0..<count).map { $0 * 7 % count }
    let table = Table(
      [.init("n", .right), .init("square", .right), .init("word")],
      rows: numbers.map { [Text("\($0)"), Text("\($0 * $0)"), Text("w\($0)")] })
    story.runner.report(0, .output(Document([.table(table)])))
    story.runner.finish(0)
    story.notebook.settle()
    return story
  }

  @Test func aLongOutputIsFoldedAndScrolledInPlace() throws {
    let story = try squares(50)
    try story.press("PageDown")
    story.sees("28 more lines; l looks into them")
    try story.press("l")
    #expect(story.model.context == .output)
    story.sees("lines 1 to 17 of 52")
    try story.press("PageDown")
    story.sees("n  square  word")
    story.sees("lines 15 to 31 of 52")
    try story.press("G")
    story.sees("of 52")
    story.sees("w43")
    try story.press("Esc")
    #expect(story.model.context == .cells)
  }

  @Test func aTableIsSortedByNumbersAndByWords() throws {
    let story = try squares(50)
    try story.press("l l s")
    story.sees("sorted by square, smallest first")
    let first = {
      story.notebook.frame.lines.filter {
        $0.contains(" w") && !$0.contains("w ") && !$0.contains("wo") && !$0.contains("wa")
      }.first ?? ""
    }
    #expect(first().split(separator: " ").dropFirst().map(String.init) == ["0", "0", "w0"])
    try story.press("s")
    #expect(first().split(separator: " ").dropFirst().map(String.init) == ["49", "2401", "w49"])
    try story.press("l")
    story.sees("sorted by word, largest first")
    #expect(first().contains("w9"), "words are sorted as words")
    try story.press("s")
    #expect(first().contains("w0"), "the order of the table itself")
  }

  @Test func sortingLeavesWhatStandsBelowTheRows() throws {
    let story = try Story()
    story.runner.holds = true
    try story.press("Enter")
    story.type("x")
    try story.press("F5 Esc")
    let table = Table(
      [.init("n", .right), .init("word")],
      rows: [["2", "a word that goes on"], ["10", "b"], ["1", "c"]], caption: "3 of 7 rows")
    story.runner.report(0, .output(Document([.table(table), .paragraph("said below")])))
    story.runner.finish(0)
    story.notebook.settle()
    try story.press("l s s")
    let rows = story.notebook.frame.lines.filter { line in
      ["10  b", "a word", "1  c", "3 of 7", "said below"].contains { line.contains($0) }
    }
    #expect(rows.count == 5 && rows[0].contains("10  b") && rows[2].contains("1  c"), "\(rows)")
    #expect(rows[3].contains("3 of 7") && rows[4].contains("said below"))
  }

  @Test func aStoredTableIsSortedToo() throws {
    let story = try Story(
      "```wallis\nx\n```\n```output\nname  size\n────  ────\nb       10\na        9\n        of\nc      100\n```\n"
    )
    try story.press("l l s")
    let rows = story.notebook.frame.lines.map { $0.filter { $0 != " " } }
    let shown = rows.filter { ["a9", "b10", "c100", "of"].contains($0.replacing("▌", with: "")) }
    #expect(shown.map { $0.replacing("▌", with: "") } == ["a9", "of", "b10", "c100"])
  }

  @Test func digitsAreCopiedWithoutTheirLineBreaks() throws {
    let story = try Story()
    story.runner.holds = true
    try story.press("Enter")
    story.type("pi")
    try story.press("F5 Esc")
    let digits = "3." + String(repeating: "1415926535", count: 20)
    story.runner.report(0, .output(Document([.fields([Field("value", Text(digits + "…", .digits))])])))
    story.runner.finish(0)
    story.notebook.settle()
    try story.press("D")
    #expect(story.notebook.clipboard == digits)
    story.sees("copied 201 digits")
    try story.press("Y")
    #expect(story.notebook.clipboard?.hasPrefix("value  3.14") == true)
  }

  @Test func storedDigitsAreJoined() {
    #expect(CellOutput.stored("value  3.14159\n       26535…\nlimit  pi").digits == "3.1415926535")
    #expect(CellOutput.stored("nothing").digits == nil)
  }

  @Test func theFormulaOfACellIsDrawn() throws {
    let story = try Story()
    story.runner.holds = true
    try story.press("Enter")
    story.type("# a comment\nK = pcf(6, (2n-1)^2)")
    try story.press("Esc f")
    #expect(story.runner.started.last?.request.source == "draw 'pcf(6, (2n-1)^2)'")
    story.sees("─ Formula ")
  }

  @Test func withoutOutputThereIsNothingToLookInto() throws {
    let story = try Story()
    try story.press("l")
    story.sees("this cell has no output")
    try story.press("Y")
    #expect(story.notebook.clipboard == nil)
    try story.press("f")
    story.sees("this cell holds no formula")
  }
}
