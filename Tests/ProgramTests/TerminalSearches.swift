import Foundation
import TestSupport
import Testing

extension Terminal {
  /// Searches that outlive the notebook.
  @Suite struct Searches {
    /// A notebook on a file in which a search runs that takes minutes.
    private func searching() throws -> (TerminalHarness, search: pid_t) {
      let terminal = try TerminalHarness()
      try terminal.write(
        "s.md", "# Title\n\n```wallis\nsearch dynamics --degree 2,2 --height 5 --workers 1\n```\n")
      try terminal.start("notebook s.md", expecting: "# Title")
      try terminal.press("j", "F5")
      try terminal.waitFor("/1,768,900")
      let search = try #require(terminal.children(of: try terminal.processNumber()).first, "no cell runs")
      return (terminal, search)
    }

    private func waitForEnd(of process: pid_t) {
      let deadline = Patience.deadline(seconds: 30)
      while kill(process, 0) == 0, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(kill(process, 0) != 0, "the search computes on")
    }

    @Test func aSearchGoesOnWhenTheNotebookIsLeftAndIsFollowedAgain() throws {
      let (terminal, search) = try searching()
      defer { kill(-search, SIGKILL) }
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      try terminal.waitFor("1 search goes on")
      #expect(kill(search, 0) == 0, "the search ended with the notebook")
      try terminal.shell("rm code")
      try terminal.start("notebook s.md", expecting: "since last time: 1 search still runs")
      try terminal.waitFor("/1,768,900")
      try terminal.press("C-c")
      try terminal.waitFor("interrupted; what is done is kept")
      waitForEnd(of: search)
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md").contains("interrupted; what is done is kept"))
    }

    @Test func aSuspendedNotebookLeavesItsSearchRunning() throws {
      let (terminal, search) = try searching()
      defer { kill(-search, SIGKILL) }
      try terminal.press("C-z")
      try terminal.waitFor("ready>")
      let stat = try String(contentsOfFile: "/proc/\(search)/stat", encoding: .utf8)
      #expect(stat.split(separator: ")").last?.hasPrefix(" T") == false, "it goes on: \(stat)")
      try terminal.shell("fg")
      try terminal.waitFor("/1,768,900")
      try terminal.press("C-c")
      try terminal.waitFor("interrupted; what is done is kept")
      waitForEnd(of: search)
    }

    @Test func aSearchSurvivesAKilledNotebookAndIsPaused() throws {
      let (terminal, search) = try searching()
      defer { kill(-search, SIGKILL) }
      try terminal.killProgram()
      #expect(kill(search, 0) == 0, "the search ended with the notebook")
      try terminal.start("notebook s.md", expecting: "still runs")
      try terminal.press("F6")
      try terminal.waitFor("search dynamics --degree 2,2")
      try terminal.press("p")
      try terminal.waitFor("paused")
      #expect(processState(search) == "T", "the process is stopped")
      try terminal.press("p")
      try terminal.waitUntil("it goes on") { !$0.contains("paused") }
      try terminal.press("p")
      try terminal.waitFor("paused")
      #expect(processState(search) == "T")
      try terminal.killProgram()
      // What is paused when its notebook is killed goes on when the next one follows it.
      try terminal.start("notebook s.md", expecting: "still runs")
      #expect(processState(search, until: { $0 != "T" }) != "T")
      try terminal.press("F6")
      try terminal.waitFor("search dynamics --degree 2,2")
      try terminal.press("c")
      waitForEnd(of: search)
      try terminal.press("Escape")
      try terminal.waitFor("interrupted; what is done is kept")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }

    @Test func aSearchThatEndedMeanwhileIsToldAtTheNextStart() throws {
      let terminal = try TerminalHarness()
      try terminal.write("s.md", "```wallis\nsearch dynamics --degree 1,2 --height 2 --workers 1\n```\n")
      try terminal.start("notebook s.md", expecting: "search dynamics")
      try terminal.press("F5")
      try terminal.waitFor("[*]")
      let search = try #require(terminal.children(of: try terminal.processNumber()).first, "no cell runs")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      waitForEnd(of: search)
      try terminal.shell("rm code")
      try terminal.start("notebook s.md", expecting: "since last time: 1 search ended")
      try terminal.waitUntil("its output is there") { $0.contains("left the search as") }
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md").contains("left the search as"))
      let runs =
        (try? FileManager.default.contentsOfDirectory(atPath: terminal.folder + "/state/wallis/runs")) ?? []
      #expect(runs.isEmpty, "spools are removed when they have been read")
    }

    /// One letter of `/proc/N/stat`, when it is as awaited: a search stops at the end of a chunk, which takes its time on a
    /// machine that does much else.
    private func processState(_ process: pid_t, until isAwaited: (String) -> Bool = { $0 == "T" }) -> String?
    {
      let deadline = Patience.deadline(seconds: 30)
      var state: String?
      repeat {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        state = stat.split(separator: ")").last?.split(separator: " ").first.map(String.init)
        if let state, isAwaited(state) { return state }
        usleep(20_000)
      } while ContinuousClock.now < deadline
      return state
    }
  }
}
