import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// What is handed to the clipboard is whole.
@Suite struct CopyStories {
  private func story(_ source: String, _ output: Document) throws -> Story {
    let story = try Story()
    story.runner.holds = true
    try story.press("Enter")
    story.type(source)
    try story.press("F5 Esc")
    story.runner.report(0, .output(output))
    story.runner.finish(0)
    story.notebook.settle()
    return story
  }

  @Test func anOutputIsCopiedWithoutBreakingItsNumber() throws {
    let digits = "3." + String(repeating: "14159", count: 100)
    let story = try story("pi", Document([.fields([Field("value", Text(digits, .digits))])]))
    try story.press("Y")
    #expect(story.notebook.clipboard == "value  " + digits)
    try story.press("D")
    #expect(story.notebook.clipboard == digits)
  }

  @Test func whatTerminalsWouldCutIsNotCopied() throws {
    let digits = String(repeating: "7", count: 70_001)
    let story = try story("x", Document([.fields([Field("value", Text(digits, .digits))])]))
    try story.press("D")
    story.sees("not copied: 70001 digits has 70001 bytes")
    #expect(story.notebook.clipboard == nil)
  }

  @Test func digitsOfAFileGoOnOnlyWhereALineIsFull() throws {
    let start = String(repeating: "1", count: StoredOutput.width - 7)
    let cells = "```wallis\nx\n```\n```output\nvalue  \(start)\n       23\n45 of 60\n```\n"
    let story = try Story(cells)
    try story.press("D")
    #expect(story.notebook.clipboard == start + "23")
  }

  @Test func formulasAreCopiedForOtherPrograms() throws {
    let story = try story("K = zeta(3)^2/pi", Document())
    try copy(story, "copy-latex")
    #expect(story.notebook.clipboard == "\\frac{{\\zeta(3)}^{2}}{\\pi}")
    try copy(story, "copy-gp")
    #expect(story.notebook.clipboard == "zeta(3)^2/Pi")
    let fraction = try self.story("pcf(2n+1, n^2)", Document())
    try copy(fraction, "copy-gp")
    fraction.sees("no formula that GP can say")
    #expect(fraction.notebook.clipboard == nil)
  }

  private func copy(_ story: Story, _ action: String) throws {
    try story.press(":")
    story.type(action)
    try story.press("Enter")
  }
}
