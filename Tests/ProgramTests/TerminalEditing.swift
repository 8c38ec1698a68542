import Foundation
import Testing

extension Terminal {
  /// The user's own editor has the terminal for a while.
  @Suite struct Editing {
    /// A terminal with an editor that a script of the shell stands for; it gets the file as `$1`.
    private func terminal(_ script: String) throws -> TerminalHarness {
      let terminal = try TerminalHarness(variables: ["EDITOR": "sh ./editor", "TMPDIR": "."])
      try terminal.write("editor", script)
      try terminal.write("s.md", "```wallis\n2 + 2\n```\n")
      return terminal
    }

    private func leftFolders(_ terminal: TerminalHarness) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: terminal.folder).filter { $0.hasPrefix("wallis-") }
    }

    @Test func itsTextComesBackAndTheTerminalIsAsBefore() throws {
      let terminal = try terminal("stty raw -echo; stat -c %a \"$1\" > mode; echo '7 * 6' > \"$1\"\n")
      let before = try terminal.modes("before")
      try terminal.start("notebook s.md", expecting: "2 + 2")
      try terminal.press("E")
      try terminal.waitFor("the cell has the text of the editor")
      try terminal.waitFor("7 * 6")
      #expect(terminal.read("mode") == "600\n")
      #expect(try leftFolders(terminal).isEmpty)
      try terminal.press("u")
      try terminal.waitFor("2 + 2")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(try terminal.modes("after") == before)
    }

    @Test func aFailingEditorLosesNothing() throws {
      let terminal = try terminal("echo '1 + 1' > \"$1\"; exit 3\n")
      try terminal.start("notebook s.md", expecting: "2 + 2")
      try terminal.press("E")
      try terminal.waitFor("exit code 3")
      try terminal.waitFor("2 + 2")
      let folder = try #require(try leftFolders(terminal).first)
      #expect(terminal.read("\(folder)/cell.txt") == "1 + 1\n")
      try terminal.write("editor", "kill -9 $$\n")
      try terminal.press("E")
      try terminal.waitFor("signal 9")
      #expect(try leftFolders(terminal) == [folder])
    }

    @Test func withoutAnEditorItSaysWhatToSet() throws {
      let terminal = try TerminalHarness(variables: ["EDITOR": "", "VISUAL": " "])
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("E")
      try terminal.waitFor("no editor is set; export EDITOR=vi")
    }
  }
}
