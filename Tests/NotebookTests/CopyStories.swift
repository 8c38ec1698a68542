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
    try copy(fraction, "copy-latex")
    #expect(
      fraction.notebook.clipboard
        == "1 + \\cfrac{1}{3 + \\cfrac{4}{5 + \\cfrac{9}{7 + \\ddots + \\cfrac{{n}^{2}}{2n+1 + \\ddots}}}}")
    let before = fraction.notebook.clipboard
    try copy(fraction, "copy-gp")
    fraction.sees("no formula that GP can say")
    #expect(fraction.notebook.clipboard == before)
  }

  /// What stands beside a fraction binds as it did; other kinds are limits, and what has no sign is refused.
  @Test(arguments: [
    (
      "4/pcf(1, 1)^2",
      #"\frac{4}{{\left(1 + \cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{1 + \ddots}}}\right)}^{2}}"#
    ),
    (
      "pi-pcf([1], [2, -1])",
      #"\pi-\left(1+\frac{2}{1 - \cfrac{1}{1 - \cfrac{1}{1 - \cfrac{1}{1 - \ddots}}}}\right)"#
    ),
    ("log(pcf(3, 1))", #"\log\left(3 + \cfrac{1}{3 + \cfrac{1}{3 + \cfrac{1}{3 + \ddots}}}\right)"#),
    (
      "matrixproduct([[1, n], [2, 3]], start=[[1, 0], [0, 1]], from=1)",
      #"\lim_{N\to\infty} \frac{p_N}{q_N},\quad \begin{pmatrix} p_N & \cdots \\ q_N & \cdots \end{pmatrix} = "#
        + #"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}\,M(1) \cdots M(N),\quad "#
        + #"M(n) = \begin{pmatrix} 1 & n \\ 2 & 3 \end{pmatrix}"#
    ),
    ("pcf(sqrt(2)*n, n^2)", nil),
  ])
  func fractionsAreCopiedAsLaTeX(_ source: String, _ latex: String?) throws {
    let story = try story(source, Document())
    try copy(story, "copy-latex")
    #expect(story.notebook.clipboard == latex)
    if latex == nil { story.sees("no formula that LaTeX can say") }
  }

  private func copy(_ story: Story, _ action: String) throws {
    try story.press(":")
    story.type(action)
    try story.press("Enter")
  }
}
