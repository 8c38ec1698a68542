import Foundation
import TestSupport
import Testing

extension Terminal {
  /// Whatever ends the program, the terminal is as it was before.
  @Suite struct Endings {
    @Test(arguments: [
      (SIGTERM, "143"), (SIGHUP, "129"), (SIGQUIT, "131"), (SIGABRT, "134"),
      (SIGSEGV, "139"),
      (SIGTRAP, "133"), (SIGFPE, "136"), (SIGILL, "132"), (SIGBUS, "135"),
      (SIGUSR1, "138"), (SIGUSR2, "140"), (SIGALRM, "142"), (SIGXCPU, "152"), (SIGPIPE, "141"),
    ])
    func aSignalFromOutsideRestoresTheTerminal(_ signal: Int32, _ code: String) throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      kill(try terminal.processNumber(), signal)
      #expect(try terminal.waitForFile("code") == code)
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
      #expect(try terminal.variable("cursor_flag") == "1")
    }

    @Test func anInterruptFromOutsideRestoresTheTerminal() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      kill(try terminal.processNumber(), SIGINT)
      // The shell drops the rest of a line whose program was interrupted, so there is no exit code to look at.
      try terminal.waitUntil("the shell is back") { !$0.contains("Welcome") }
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
    }

    @Test func suspensionGivesTheTerminalBackAndFgRepaints() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("C-z")
      try terminal.waitFor("ready>")
      #expect(try terminal.modes("during") == before)
      #expect(try terminal.variable("alternate_on") == "0")
      try terminal.resize(columns: 70, rows: 20)
      try terminal.shell("fg")
      try terminal.waitFor("Welcome to Wallis")
      try terminal.waitUntil("the title is as wide as the terminal") { screen in
        screen.split(separator: "\n").first?.count == 69
      }
      try terminal.press("Enter")
      try terminal.type("x")
      try terminal.waitFor("[ ]  x")
      try terminal.press("C-q", "C-q")
      try terminal.waitFor("Unsaved changes are kept")
      #expect(try terminal.modes("after") == before)
    }

    @Test func aTerminalThatGoesAwayEndsTheProgram() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      let process = try terminal.processNumber()
      try terminal.killWindow()
      let deadline = Patience.deadline(seconds: 30)
      while kill(process, 0) == 0, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(kill(process, 0) != 0, "it still runs")
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "vt100", "linux"])
    func everyUsualTerminalShowsTheNotebook(_ term: String) throws {
      let terminal = try TerminalHarness(term: term)
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("2 + 2")
      try terminal.press("M-Enter")
      try terminal.waitFor("[1]  2 + 2")
      try terminal.press("Escape", "k", "d", "d", "u", "?")
      try terminal.waitFor("Outside editing")
      try terminal.press("Escape", "C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(try terminal.modes("after") == before)
    }

    @Test(arguments: ["dumb", "no-such-terminal"])
    func aTerminalThatCannotShowItIsRefusedWithARemedy(_ term: String) throws {
      let terminal = try TerminalHarness()
      try terminal.shell("TERM=\(term) '\(TerminalHarness.program)' notebook; echo $? > code")
      #expect(try terminal.waitForFile("code") == "2")
      try terminal.waitFor("TERM=\(term)")
      try terminal.waitFor("wallis repl")
    }

    @Test func rubbishIsRefusedAndNotTouched() throws {
      let terminal = try TerminalHarness()
      let bytes = Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0xFE])
      try bytes.write(to: URL(fileURLWithPath: terminal.folder + "/s.md"))
      try terminal.shell("'\(TerminalHarness.program)' notebook s.md; echo $? > code")
      #expect(try terminal.waitForFile("code") == "3")
      try terminal.waitFor("error: ")
      #expect(try Data(contentsOf: URL(fileURLWithPath: terminal.folder + "/s.md")) == bytes)
    }

    @Test func asciiAndNoColor() throws {
      let terminal = try TerminalHarness(variables: ["NO_COLOR": "1"])
      try terminal.write("s.md", "# Über π\n\n```wallis\nπ²\n```\n")
      try terminal.start("notebook --ascii s.md", expecting: "# Uber pi")
      try terminal.press("j")
      try terminal.waitFor("| [ ]  pi^2")
      #expect(try terminal.screen().utf8.allSatisfy { $0 < 0x80 })
      // Escapes for colours are 30 to 37 and 40 to 47; weight and reverse are 1, 2 and 7.
      let escapes = try terminal.colouredScreen().matches(of: /\u{1B}\[([0-9;]*)m/)
      let numbers = escapes.flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
      #expect(numbers.allSatisfy { $0 < 30 || $0 == 39 || $0 == 49 }, "\(numbers)")
      #expect(numbers.contains(7), "the title is still marked")
    }

    @Test func aLocaleWithoutUTF8GetsASCII() throws {
      let terminal = try TerminalHarness(variables: ["LC_ALL": "C"])
      try terminal.write("s.md", "π²\n")
      try terminal.start("notebook s.md", expecting: "| pi^2")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }
  }
}
