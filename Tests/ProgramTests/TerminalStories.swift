import Foundation
import TestSupport
import Testing

extension Terminal {
  @Suite struct Stories {
    @Test func aNewUserTypesRunsSavesAndQuits() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      #expect(try terminal.variable("alternate_on") == "1")
      try terminal.press("Enter")
      try terminal.type("pcf(6, (2n-1)^2)")
      try terminal.press("M-Enter")
      // 3 + π, to the digits shown: a computation of its own, π = 3.14159265358979…
      try terminal.waitFor("6.14159265358979")
      try terminal.waitFor("[1]  pcf(6, (2n-1)^2)")
      try terminal.press("C-s")
      try terminal.waitFor("save as:")
      try terminal.type("first")
      try terminal.press("Enter")
      try terminal.waitFor("saved first.md")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("first.md").hasPrefix("```wallis\npcf(6, (2n-1)^2)\n```\n```output\n"))
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
      #expect(terminal.read("state/wallis/journals").isEmpty)
    }

    @Test func aSessionIsOpenedEditedAndRunAndItsBytesKept() throws {
      let terminal = try TerminalHarness()
      let text = "# Title\r\n\r\n~~~wallis\r\n1 + 1\r\n~~~\r\n\r\n\r\nlast words"
      try terminal.write("s.md", text)
      try terminal.start("notebook s.md", expecting: "# Title")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md") == text)
      try terminal.shell("rm code")
      try terminal.start("notebook s.md", expecting: "last words")
      try terminal.press("j", "Enter")
      try terminal.type(" + pi")
      try terminal.press("F5")
      // 2 + π.
      try terminal.waitFor("5.14159265358979")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md").hasPrefix("# Title\r\n\r\n~~~wallis\r\n1 + 1 + pi\r\n~~~\r\n"))
      #expect(terminal.read("s.md").hasSuffix("\r\n\r\n\r\nlast words"))
    }

    @Test func helpPaletteAndResizing() throws {
      // A size in the environment must not hold the screen to it.
      let terminal = try TerminalHarness(variables: ["COLUMNS": "200", "LINES": "60"])
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("?")
      try terminal.waitFor("─ Keys ─")
      try terminal.waitFor("Outside editing")
      for (columns, rows) in [(40, 12), (200, 60), (80, 24), (37, 9), (100, 30)] {
        try terminal.resize(columns: columns, rows: rows)
        try terminal.waitUntil("help fills \(columns)x\(rows)") { screen in
          screen.split(separator: "\n").contains { $0.hasPrefix("┌─ Keys ") && $0.count == columns }
        }
      }
      try terminal.press("Escape")
      try terminal.waitFor("Welcome")
      try terminal.press(":")
      try terminal.type("insert-a")
      try terminal.waitFor("insert a cell above")
      try terminal.press("Enter")
      try terminal.waitFor("1/2")
    }

    @Test func aSearchShowsProgressAndIsCancelledNotQuit() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("search dynamics --degree 2,2 --height 3")
      try terminal.waitFor("/116,964")
      try terminal.press("C-c")
      try terminal.waitFor("[-]")
      try terminal.waitFor("resume")
      try terminal.press("C-c", "C-c")
      try terminal.waitFor("nothing runs; Ctrl-Q quits")
      try terminal.press("C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }

    @Test func aKilledNotebookComesBackWhole() throws {
      let terminal = try TerminalHarness()
      try terminal.write("s.md", "# Title\n")
      try terminal.start("notebook s.md", expecting: "# Title")
      try terminal.press("b", "Enter")
      try terminal.type("zeta(3) + 1")
      try terminal.waitFor("zeta(3) + 1")
      try terminal.killProgram()
      #expect(terminal.read("s.md") == "# Title\n")
      try terminal.start("notebook s.md", expecting: "recovered")
      try terminal.waitFor("zeta(3) + 1")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md") == "# Title\n\n```wallis\nzeta(3) + 1\n```\n")
    }

    @Test func cellsOfAKilledNotebookEndWithIt() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("evaluate 'zeta(3)' --digits 300000")
      try terminal.waitFor("[*]")
      let notebook = try terminal.processNumber()
      let cell = try #require(terminal.children(of: notebook).first, "no cell runs")
      kill(notebook, SIGKILL)
      #expect(try terminal.waitForFile("code") == "137")
      let deadline = Patience.deadline(seconds: 30)
      while kill(cell, 0) == 0, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(kill(cell, 0) != 0, "the cell computes on")
    }

    @Test func aKilledCellIsToldAndNothingElseLost() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("search dynamics --degree 2,2 --height 5")
      try terminal.waitFor("/1,768,900")
      kill(try #require(terminal.children(of: try terminal.processNumber()).first), SIGKILL)
      try terminal.waitFor("was killed (signal 9)")
      try terminal.waitFor("[!]  search dynamics --degree 2,2 --height 5")
      try terminal.press("C-u")
      try terminal.type("2 + 2")
      try terminal.press("F5")
      try terminal.waitFor("[1]  2 + 2")
    }

    @Test func panesShowTheCatalogAndTheJobs() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("F3")
      try terminal.waitFor("there is no catalog")
      try terminal.press("Escape")
      try terminal.waitFor("Welcome")
      try terminal.run("search dynamics --degree 1,1 --height 1")
      try terminal.waitUntil("the search has ended") {
        $0.contains("left the search as") && !$0.contains("running")
      }
      for (key, title) in [("F3", "Catalog"), ("F6", "Jobs")] {
        try terminal.press(key)
        try terminal.waitFor("─ \(title) ─")
        let screen = try terminal.waitUntil("it has run") { !$0.contains("runs…") }
        #expect(!screen.contains("error:"), "\(screen)")
        try terminal.press("q")
        try terminal.waitFor("EDIT")
      }
    }

    @Test func aPastedMegabyteArrivesWhole() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      let lines = (1...20_000).map { "# line \($0) of a text that is long enough to make one million" }
      try terminal.paste(lines.joined(separator: "\n"))
      try terminal.waitFor("line 20000 of a text")
      try terminal.press("C-s")
      try terminal.waitFor("save as:")
      try terminal.type("big")
      try terminal.press("Enter")
      try terminal.waitFor("saved big.md")
      #expect(terminal.read("big.md") == "```wallis\n" + lines.joined(separator: "\n") + "\n```\n")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }
  }
}
