import Foundation
import Testing

@Suite struct EsmaSessionTests {
  @Test func theSessionReplaysByteForByte() throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/esma.md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }
}
