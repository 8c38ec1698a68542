import Foundation
import Synchronization
import TestSupport
import Testing
import WallisCommands
import WallisDocuments

@testable import WallisNotebook

/// Children are shell scripts that speak the protocol; the real interpreter is driven by the tests of the program.
@Suite struct ChildRunnerTests {
  private final class Log: Sendable {
    let reports = Mutex<[RunReport]>([])

    func add(_ report: RunReport) { reports.withLock { $0.append(report) } }

    var end: RunEnd? {
      reports.withLock { reports in
        if case .ended(let end)? = reports.last { end } else { nil }
      }
    }

    /// Waits for the end; a child that does not end in a minute is a failure of the test.
    func waitForEnd() throws -> RunEnd {
      let deadline = Patience.deadline(seconds: 60)
      while ContinuousClock.now < deadline {
        if let end { return end }
        usleep(2000)
      }
      return try #require(end)
    }

    func waitForReport() {
      let deadline = Patience.deadline(seconds: 60)
      while ContinuousClock.now < deadline, reports.withLock({ $0.isEmpty }) { usleep(2000) }
    }
  }

  private func start(_ script: String, _ request: CellRequest = CellRequest(source: "pi")) -> (
    ChildRunner, Log
  ) {
    let runner = ChildRunner(program: "/bin/sh", arguments: ["-c", script])
    let log = Log()
    runner.start(RunID(number: 1), request) { log.add($0) }
    return (runner, log)
  }

  private func line(_ event: CellEvent) throws -> String {
    String(decoding: try JSONEncoder().encode(event), as: UTF8.self)
  }

  @Test func eventsArriveInOrder() throws {
    let output = CellEvent.output(Document([.paragraph("π = 3.14…")]))
    let finish = CellEvent.finished(CellFinish(exit: 0))
    let (_, log) = start("cat > /dev/null; echo '\(try line(output))'; echo '\(try line(finish))'")
    #expect(try log.waitForEnd() == RunEnd(.exited(0)))
    #expect(log.reports.withLock { $0 } == [.event(output), .event(finish), .ended(RunEnd(.exited(0)))])
  }

  /// Where Linux shares the processor among sessions first, a nice value inside of one is not enough.
  @Test func aSearchGivesWayWithItsSession() throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("wallis-nice-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: log) }
    let process = try spawnFree("/bin/sleep", ["60"], input: [], log: log)
    defer {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    #expect(getpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process)) == 10)
    func group() -> String? { try? String(contentsOfFile: "/proc/\(process)/autogroup", encoding: .utf8) }
    let deadline = Patience.deadline(seconds: 10)
    while group()?.hasSuffix("nice 10\n") == false, ContinuousClock.now < deadline { usleep(20_000) }
    #expect(group()?.hasSuffix("nice 10\n") != false, "\(group() ?? "")")
  }

  @Test func theRequestReachesTheChildAsOneLine() throws {
    let request = CellRequest(
      source: "a\n\"b\" π", bindings: [Binding(name: "K", source: "pcf(1, n)")], firstResult: 7)
    let (_, log) = start("IFS= read -r line; printf '%s\\n' \"$line\" >&2; exit 3", request)
    let end = try log.waitForEnd()
    #expect(end.cause == .exited(3))
    #expect(try JSONDecoder().decode(CellRequest.self, from: Data(end.complaint.utf8)) == request)
  }

  @Test func aChildLeadsItsOwnGroupAtNiceTen() throws {
    let (_, log) = start("read x; sleep 0.2; set -- $(cat /proc/$$/stat); echo $5 ${19} $$ >&2")
    let end = try log.waitForEnd()
    let words = end.complaint.split(separator: " ").map(String.init)
    #expect(words.count == 3)
    #expect(words.first == words.last, "the group has the number of the process")
    #expect(words.dropFirst().first == "10")
  }

  @Test func cancelInterruptsTheWholeGroup() throws {
    let (runner, log) = start("read x; echo '{}' ; sleep 600; sleep 600")
    usleep(100_000)
    runner.stop(RunID(number: 1), .interrupt)
    #expect(try log.waitForEnd().cause == .signalled(SIGINT))
  }

  @Test func aChildThatIgnoresInterruptsIsKilledInTheEnd() throws {
    let progress = try line(.progress(CellProgress(title: "t", done: 0, total: 1)))
    let (runner, log) = start("trap '' INT; read x; echo '\(progress)'; while :; do sleep 0.05; done")
    log.waitForReport()
    runner.stopAll()
    #expect(try log.waitForEnd().cause == .signalled(SIGKILL))
  }

  @Test func aCrashIsReportedWithItsLastWords() throws {
    let (_, log) = start("echo some noise >&2; echo 'Fatal error: out of range' >&2; kill -SEGV $$")
    let end = try log.waitForEnd()
    #expect(end.cause == .signalled(SIGSEGV))
    #expect(end.complaint.hasSuffix("Fatal error: out of range"))
  }

  @Test func aChildThatDoesNotReadItsInputDoesNoHarm() throws {
    let (_, log) = start("exit 4", CellRequest(source: String(repeating: "x", count: 1_000_000)))
    #expect(try log.waitForEnd().cause == .exited(4))
  }

  @Test func whatIsNoEventIsKeptAsComplaint() throws {
    let (_, log) = start("cat > /dev/null; echo not json; exit 1")
    #expect(try log.waitForEnd() == RunEnd(.exited(1), complaint: "not json"))
  }

  @Test func aMissingProgramIsToldByName() throws {
    let runner = ChildRunner(program: "/nowhere/wallis")
    let log = Log()
    runner.start(RunID(number: 1), CellRequest(source: "pi")) { log.add($0) }
    guard case .notStarted(let reason) = try log.waitForEnd().cause else {
      Issue.record("the program was started")
      return
    }
    #expect(reason.contains("/nowhere/wallis: No such file"))
  }

  @Test func progressThatComesInOnePieceCountsOnce() throws {
    let lines = try (1...50).map { try line(.progress(CellProgress(title: "t", done: $0, total: 50))) }
    let (_, log) = start("cat > /dev/null; printf '%s\\n' '\(lines.joined(separator: "' '"))'")
    _ = try log.waitForEnd()
    let reports = log.reports.withLock { $0 }
    #expect(reports.count < 50)
    #expect(reports.dropLast().last == .event(.progress(CellProgress(title: "t", done: 50, total: 50))))
  }
}
