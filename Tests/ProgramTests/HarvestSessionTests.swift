import Foundation
import Testing

@Suite struct HarvestSessionTests {
  @Test func theSessionReplaysByteForByte() throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/harvest.md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }
}
