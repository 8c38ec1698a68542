import Foundation
import Testing

/// Sessions that take seconds; others have tests of their own.
@Suite struct ShortSessionTests {
  @Test(arguments: [
    "bring-your-own", "formula-to-family", "harvest", "one-formula-in-many-clothes", "reading-a-map",
  ])
  func theSessionReplaysByteForByte(_ name: String) throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/\(name).md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }
}
