import Foundation
import Testing

/// The program alone, outside of its source tree.
@Suite struct CopiedProgramTests {
  @Test func aCopyKnowsTheKnownFormulas() throws {
    let folder = try WallisProcess.Folder()
    let copy = URL(fileURLWithPath: folder.path + "/wallis")
    // By another process: what this one has open for writing may be open in a child that another test starts just now.
    let copying = try Process.run(
      URL(fileURLWithPath: "/bin/cp"), arguments: [WallisProcess.program.path, copy.path])
    copying.waitUntilExit()
    let process = Process()
    process.executableURL = copy
    process.arguments = ["identify", "pcf(2n+1, n^2)"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      .merging(WallisProcess.ofSanitizers) { $1 }
    let run = try WallisProcess.Running(process, input: nil, folder: folder).wait()
    #expect(run.exit == 0 && run.output.contains("known") && run.output.contains("Brouncker"), "\(run)")
  }
}
