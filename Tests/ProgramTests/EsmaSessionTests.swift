import Foundation
import TestSupport
import Testing

@Suite(.besideOthers) struct EsmaSessionTests {
  @Test func theSessionReplaysByteForByte() throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/esma.md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }

  /// Killed in the middle and resumed, a search exports what an uninterrupted one does.
  @Test func aKilledSearchGoesOn() throws {
    let search = ["search", "esma", "--constant", "e", "--periods", "1..4", "--workers", "1"]
    let whole = try WallisProcess()
    let uninterrupted = try whole.start(search).wait()
    #expect(uninterrupted.exit == 0)
    let parts = try WallisProcess()
    let running = try parts.start(search)
    let deadline = Patience.deadline(seconds: 60)
    while ContinuousClock.now < deadline, running.process.isRunning {
      let jobs = try parts.run("jobs", "--json").output
      if jobs.contains("\"chunksDone\"") && !jobs.contains("\"chunksDone\": 0") { break }
      usleep(20_000)
    }
    kill(running.process.processIdentifier, SIGKILL)
    let killed = try running.wait()
    if killed.exit != 0 {
      #expect(killed.output.isEmpty)
      // On a busy machine the kill may come when all is stored and nothing is printed yet.
      let isUnfinished = try !parts.run("jobs", "--json").output.contains("\"state\": \"finished\"")
      let resumed = try parts.run("resume")
      #expect(resumed.exit == 0)
      #expect(resumed.output == (isUnfinished ? uninterrupted.output : "no job is unfinished\n"))
    }
    #expect(try parts.run("catalog", "export").output == whole.run("catalog", "export").output)
  }
}
