import Foundation
import TestSupport
import Testing

extension Terminal {
  /// Faults inside the program, and the end of those around it: the terminal is as it was before.
  @Suite struct Faults {
    /// Number of the system call that signals one thread, by which a fault in it is imitated.
    #if arch(x86_64)
      private static let tgkill = 234
    #else
      private static let tgkill = 131
    #endif

    /// Signals the thread of a process that began last: one that serves a cell, not the screen.
    private func fault(_ process: pid_t, _ signal: Int32) throws {
      let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
      let last = try #require(threads.compactMap { pid_t($0) }.max())
      #expect(last != process)
      let perl = Process()
      perl.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
      perl.arguments = ["-e", "syscall(\(Faults.tgkill), \(process), \(last), \(signal)) == 0 or die"]
      try perl.run()
      perl.waitUntilExit()
      #expect(perl.terminationStatus == 0)
    }

    private func waitForEnd(of process: pid_t) {
      let deadline = Patience.deadline(seconds: 30)
      while kill(process, 0) == 0, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(kill(process, 0) != 0, "it still runs")
    }

    @Test(arguments: [(SIGILL, "132"), (SIGSEGV, "139")])
    func aTrapInAWorkerRestoresTheTerminalAndLosesNothing(_ signal: Int32, _ code: String) throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("evaluate 'zeta(3)' --digits 300000")
      try terminal.waitFor("[*]")
      let notebook = try terminal.processNumber()
      let cell = try #require(terminal.children(of: notebook).first, "no cell runs")
      try fault(notebook, signal)
      #expect(try terminal.waitForFile("code") == code)
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
      #expect(try terminal.variable("cursor_flag") == "1")
      try terminal.waitFor("wallis: the notebook crashed")
      waitForEnd(of: cell)
      try terminal.start("", expecting: "recovered")
      try terminal.waitFor("evaluate 'zeta(3)' --digits 300000")
    }

    @Test func aTrapInACellIsToldByTheNotebook() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("evaluate 'zeta(3)' --digits 300000")
      try terminal.waitFor("[*]")
      let cell = try #require(terminal.children(of: try terminal.processNumber()).first, "no cell runs")
      kill(cell, SIGILL)
      try terminal.waitFor("crashed (signal 4)")
      try terminal.waitFor("run the cell again")
    }

    @Test func whereItsParentIsKilledTheShellGetsItsTerminalBack() throws {
      let terminal = try TerminalHarness()
      let before = try terminal.modes("before")
      try terminal.shell("clear; sh -c \"'\(TerminalHarness.program)'; true\"; echo $? > code")
      try terminal.waitFor("Welcome to Wallis")
      let parent = try terminal.processNumber()
      let notebook = try #require(terminal.children(of: parent).first)
      try terminal.press("Enter")
      try terminal.type("2 + 3")
      try terminal.waitFor("[ ]  2 + 3")
      kill(parent, SIGKILL)
      waitForEnd(of: notebook)
      #expect(try terminal.waitForFile("code") == "137")
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
      #expect(try terminal.variable("cursor_flag") == "1")
      try terminal.start("", expecting: "recovered")
      try terminal.waitFor("[ ]  2 + 3")
    }

    @Test func aKilledShellEndsItAndTheTypedTextIsKept() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("2 + 3")
      try terminal.waitFor("[ ]  2 + 3")
      let notebook = try terminal.processNumber()
      kill(try #require(pid_t(try terminal.variable("pane_pid"))), SIGKILL)
      waitForEnd(of: notebook)
      let journals = terminal.folder + "/state/wallis/journals"
      #expect(try FileManager.default.contentsOfDirectory(atPath: journals).count == 1)
    }
  }
}
