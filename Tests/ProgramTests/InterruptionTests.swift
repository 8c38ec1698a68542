import Foundation
import TestSupport
import Testing

@Suite(.besideOthers) struct InterruptionTests {
  private let wallis: WallisProcess

  init() throws { wallis = try WallisProcess() }

  /// Takes one worker a few seconds with optimisation: long enough to be stopped in the middle.
  private let space = [
    "search", "dynamics", "--a", "1..2,-3..3", "--b", "-3..3,-4..4,-4..4", "--depth", "60", "--against",
    "120", "--identify", "--workers", "1",
  ]

  /// Starts the search and waits until it has stored something.
  private func begin() throws -> WallisProcess.Running {
    let running = try wallis.start(space)
    let deadline = Patience.deadline(seconds: 60)
    while ContinuousClock.now < deadline, running.process.isRunning {
      let jobs = try wallis.run("jobs", "--json").output
      if jobs.contains("\"chunksDone\"") && !jobs.contains("\"chunksDone\": 0") { break }
      usleep(20_000)
    }
    return running
  }

  /// What an uninterrupted search exports, from a catalog of its own.
  private func whole() throws -> String {
    let other = try WallisProcess()
    #expect(try other.start(space).wait().exit == 0)
    return try other.run("catalog", "export").output
  }

  @Test func interruptsAndKillsChangeNoResult() throws {
    let interrupted = try begin()
    interrupted.process.interrupt()
    let first = try interrupted.wait()
    #expect(first.exit == 130)
    #expect(first.output.contains("resume 1"))

    let resumed = try wallis.start(["resume"])
    usleep(300_000)
    kill(resumed.process.processIdentifier, SIGKILL)
    _ = try resumed.wait()

    let last = try wallis.run("resume", "1")
    #expect(last.exit == 0)
    let parts = try wallis.run("catalog", "export").output
    #expect(parts == (try whole()))
    #expect(parts.contains("\nfinding\t"))
  }

  @Test func terminationIsAnInterruption() throws {
    let running = try begin()
    running.process.terminate()
    #expect(try running.wait().exit == 130)
  }
}
