import Foundation
import Testing

/// Sessions that take seconds; others have tests of their own.
@Suite(.besideOthers) struct ShortSessionTests {
  @Test(arguments: [
    "bring-your-own", "formula-to-family", "harvest", "one-formula-in-many-clothes", "reading-a-map",
  ])
  func theSessionReplaysByteForByte(_ name: String) throws {
    let session = WallisProcess.root.appendingPathComponent("sessions/\(name).md").path
    let run = try WallisProcess().run("run", session, "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }

  /// The list beside it is named without a folder.
  @Test func aListIsReadWhereThePageIs() throws {
    let wallis = try WallisProcess()
    for name in ["bring-your-own-list.md", "bring-your-own-list.txt"] {
      try FileManager.default.copyItem(
        atPath: WallisProcess.root.appendingPathComponent("sessions/\(name)").path,
        toPath: wallis.folder.path + "/" + name)
    }
    let run = try wallis.run("run", "bring-your-own-list.md", "--check")
    #expect(run.exit == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("all outputs as stored"))
  }
}
