import Foundation
import Testing

extension Terminal {
  /// Lines of `repl` are edited where they are typed.
  @Suite struct Lines {
    @Test func linesAreCompletedFoundAgainAndGivenUp() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("repl", expecting: "wallis>")
      try terminal.type("Kappa = 2*π")
      try terminal.press("Enter")
      try waitForPrompt(2, terminal)
      try terminal.type("iden")
      try terminal.press("Tab")
      try terminal.waitFor("wallis> identify")
      try terminal.type("Kap")
      try terminal.press("Tab", "Enter")
      try waitForPrompt(3, terminal)
      #expect(try terminal.screen().contains("closed form  2pi"))
      try terminal.type("nonsense")
      try terminal.press("C-c")
      try waitForPrompt(4, terminal)
      try terminal.type("vars")
      try terminal.press("Enter")
      try waitForPrompt(5, terminal)
      #expect(try terminal.screen().contains("stands for"))
      #expect(!(try terminal.screen().contains("unknown name")))
      try terminal.press("C-r")
      try terminal.type("iden")
      try terminal.press("Enter")
      try terminal.waitUntil("the found line has run") {
        $0.components(separatedBy: "closed form  2pi").count == 3
      }
      try terminal.press("C-d")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(try terminal.modes("after") == before)
      #expect(terminal.read("state/wallis/history").contains("identify Kappa\n"))
    }

    /// Waits for so many prompts: keys that come before one are echoed by the terminal as well.
    private func waitForPrompt(_ number: Int, _ terminal: TerminalHarness) throws {
      try terminal.waitUntil("there are \(number) prompts") {
        $0.components(separatedBy: "wallis>").count == number + 1
      }
    }

    @Test func suspensionAndSignalsGiveTheTerminalBack() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("repl", expecting: "wallis>")
      try terminal.press("C-z")
      try terminal.waitFor("ready>")
      #expect(try terminal.modes("during") == before)
      try terminal.shell("fg")
      try terminal.type("6*7")
      try terminal.press("Enter")
      try terminal.waitFor("42")
      kill(try terminal.processNumber(), SIGTERM)
      try terminal.waitFor("wallis> ready>")
      #expect(try terminal.modes("after") == before)
    }
  }
}
