import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct ScreenStories {
  @Test(arguments: ["40x12", "80x24", "200x60", "20x5", "12x4", "3x2", "1x1"])
  func everySizeShowsWhatFits(_ name: String) throws {
    let size = try #require(ScreenSize(name))
    let story = try Story(threeCells, columns: size.columns, rows: size.rows)
    try story.press("j Enter")
    #expect(story.notebook.frame.lines.count == size.rows)
    if size.rows > 4, size.columns >= 40 { story.sees("K = pcf(2n+1, n^2)") }
    if let cursor = story.notebook.frame.cursor {
      #expect((0..<size.rows).contains(cursor.row))
      #expect((0..<size.columns).contains(cursor.column))
    }
  }

  @Test func longInputWrapsAndTheCursorFollows() throws {
    let story = try Story(columns: 40, rows: 12)
    try story.press("Enter")
    story.type(String(repeating: "1234567890", count: 5))
    #expect(story.rows(with: "12345").count == 2, "33 columns are left of 40")
    #expect(story.notebook.frame.cursor == Frame.Position(row: 2, column: 24), "50 - 33 = 17 after margin 7")
  }

  @Test func theSelectionStaysOnTheScreen() throws {
    let text = (1...100).map { "```wallis\ncell \($0)\n```\n" }.joined(separator: "\n")
    let story = try Story(text)
    try story.press("G")
    story.sees("cell 100")
    try story.press("k k k k k k k k k k k k k k k")
    story.sees("cell 85")
    try story.press("g g")
    story.sees("cell 1\n")
    try story.press("PageDown")
    story.misses("cell 1\n")
    story.sees("cell 11\n")
    try story.press("j")
    story.sees("cell 2\n")
    story.notebook.resize(columns: 40, rows: 8)
    story.sees("cell 2\n")
  }

  @Test func aTallOutputScrolls() throws {
    let lines = (1...60).map { "line \($0)" }.joined(separator: "\n")
    let story = try Story("```wallis\nx\n```\n```output\n\(lines)\n```\n")
    story.sees("line 1\n")
    story.misses("line 60")
    try story.press("PageDown PageDown PageDown PageDown")
    story.sees("36 more lines")
    try story.press("l G")
    story.sees("line 60")
    try story.press("Esc PageUp PageUp PageUp PageUp")
    story.sees("line 1\n")
  }

  @Test func wideAndCombiningCharactersTakeTheirColumns() throws {
    let story = try Story("```wallis\n# 数学 e\u{0301} 🇫🇷 π\n```\n")
    let frame = story.notebook.frame
    let row = try #require(frame.lines.firstIndex { $0.contains("数学") })
    // Margin 7, "# " 2: 数 at 9 and 10, 学 at 11 and 12, space, é at 14, space, flag at 16 and 17, space, π at 19.
    #expect(frame[row, 9].text == "数")
    #expect(frame[row, 10].text.isEmpty)
    #expect(frame[row, 14].text == "e\u{0301}")
    #expect(frame[row, 16].text == "🇫🇷")
    #expect(frame[row, 19].text == "π")
  }

  @Test func asciiModeDrawsOnlyASCII() throws {
    let story = try Story("# Über π²\n\n```wallis\nπ + √2\n```\n```output\n≈ 4.55\n```\n", ascii: true)
    try story.press("j Enter F1")
    #expect(story.screen.utf8.allSatisfy { $0 < 0x80 })
    try story.press("Esc Esc")
    story.sees("# Uber pi^2")
    story.sees("pi + sqrt2")
    #expect(story.screen.utf8.allSatisfy { $0 < 0x80 })
    #expect(story.sources[1] == "π + √2", "the text itself is untouched")
  }

  @Test func nothingThatControlsATerminalIsDrawn() throws {
    let story = try Story()
    story.notebook.paste("\u{1B}[2J\u{7}tab\there")
    #expect(!story.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    story.sees("tab  here")
  }

  @Test func proseFlowsAndKeepsWhatMarkdownKeeps() throws {
    let prose = """
      One line of a paragraph and
      another with `code` in it.

      - an item that is long enough to be broken
      - short

          indented   code

      ```sh
      some   code
      ```
      """
    let story = try Story(prose + "\n", columns: 40, rows: 24)
    let lines = story.notebook.frame.lines
    #expect(
      Array(lines[1...12]).map { String($0.dropFirst(2)) } == [
        "One line of a paragraph and another", "with `code` in it.", "",
        "- an item that is long enough to be", "  broken", "- short", "", "    indented   code", "",
        "```sh", "some   code", "```",
      ])
    let row = lines.firstIndex { $0.contains("`code`") } ?? 0
    #expect(story.notebook.frame[row, 8].style == .content(.formula))
  }

  @Test func headingsStandOutAndTheCursorIsHiddenOutsideEditing() throws {
    let story = try Story(threeCells)
    #expect(story.notebook.frame.cells.contains { $0.style == .interface(.heading) })
    #expect(story.notebook.frame.cursor == nil)
    try story.press("Enter")
    #expect(story.notebook.frame.cursor != nil)
    story.sees("EDIT")
  }
}
