import Foundation
import Testing

/// The program alone, outside of its source tree.
@Suite struct CopiedProgramTests {
  @Test func aCopyKnowsTheKnownFormulas() throws {
    let folder = try WallisProcess.Folder()
    let copy = URL(fileURLWithPath: folder.path + "/wallis")
    try FileManager.default.copyItem(at: WallisProcess.program, to: copy)
    let process = Process()
    process.executableURL = copy
    process.arguments = ["identify", "pcf(2n+1, n^2)"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let run = try WallisProcess.Running(process, input: nil, folder: folder).wait()
    #expect(run.exit == 0 && run.output.contains("known") && run.output.contains("Brouncker"), "\(run)")
  }
}
