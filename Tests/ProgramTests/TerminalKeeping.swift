import Foundation
import Testing

extension Terminal {
  /// What was typed is there again, or its loss is refused.
  @Suite struct Keeping {
    @Test func whatIsTypedIntoACellThatTheFileDoesNotKeepSurvivesAKill() throws {
      let terminal = try TerminalHarness()
      try terminal.write("s.md", "```wallis\n2 + 2\n```\n")
      try terminal.start("notebook s.md", expecting: "2 + 2")
      try terminal.press("M-Enter")
      try terminal.waitFor("[1]  2 + 2")
      try terminal.press("C-s")
      try terminal.waitFor("saved s.md")
      try terminal.press("Enter")
      try terminal.type("zeta(3)")
      try terminal.waitFor("[ ]  zeta(3)")
      try terminal.killProgram()
      try terminal.start("notebook s.md", expecting: "recovered")
      try terminal.waitFor("[ ]  zeta(3)")
    }

    @Test func aNotebookIsOpenedUnderTheNameItWasSavedUnder() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("3 + 4")
      try terminal.press("C-s")
      try terminal.waitFor("save as:")
      try terminal.type("first")
      try terminal.press("Enter")
      try terminal.waitFor("saved first.md")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      try terminal.start("notebook first", expecting: "[ ]  3 + 4")
    }

    /// No file may grow: as on a full disk every write fails.
    @Test func whereNothingCanBeWrittenQuittingIsRefusedInItsOwnWords() throws {
      let terminal = try TerminalHarness()
      try terminal.shell("clear; (ulimit -f 0; '\(TerminalHarness.program)'); echo $? > code")
      try terminal.waitFor("Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("2 + 3")
      try terminal.waitFor("NO JOURNAL")
      try terminal.press("C-q", "C-q", "C-q")
      try terminal.waitFor("would lose")
      try terminal.press("Escape", "Escape", ":")
      try terminal.type("quit-losing")
      try terminal.press("Enter")
      try terminal.waitFor("given up")
    }
  }
}
