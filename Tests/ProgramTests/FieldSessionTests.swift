import Foundation
import Testing

@Suite(.besideOthers) struct FieldSessionTests {
  @Test func theSessionReplaysByteForByte() throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/matrix-fields.md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }
}
