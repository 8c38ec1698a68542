import Foundation
import Testing

extension Terminal {
  /// `wallis notebook --keys`: the notebook without a terminal, with real cells.
  @Suite struct Plays {
    private func play(_ arguments: [String], keys: String, in folder: String) throws -> (
      code: Int32, output: String
    ) {
      try Data(keys.utf8).write(to: URL(fileURLWithPath: folder + "/keys"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: TerminalHarness.program)
      process.arguments = ["notebook", "--keys", "keys"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = ["HOME": folder, "LC_ALL": "C.UTF-8"].merging(WallisProcess.ofSanitizers) { $1 }
      let output = Pipe()
      (process.standardOutput, process.standardError) = (output, output)
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func folder() throws -> String {
      let path = NSTemporaryDirectory() + "wallis-play-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return path
    }

    @Test func aPlayWritesTheFramesItAsksFor() throws {
      let folder = try folder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let keys =
        "size 60x14\nEnter\ntype K = pcf(6, (2n-1)^2)\nAlt-Enter\nwait\ntype K - 3\nAlt-Enter\nwait\nframe pi\n"
      let first = try play(["--frames", "frames"], keys: keys, in: folder)
      #expect(first.code == 0)
      let frames = try String(contentsOfFile: folder + "/frames", encoding: .utf8)
      #expect(frames.hasPrefix("=== pi (60x14)\n wallis  new notebook"))
      // π to the digits shown.
      #expect(frames.contains("3.14159265358979"))
      let second = try play([], keys: keys, in: folder)
      #expect(second.output == frames, "every play is the same")
    }

    @Test func aMistakeInTheKeysNamesItsLine() throws {
      let folder = try folder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let result = try play([], keys: "j\nEnterr\n", in: folder)
      #expect(result.code == 3)
      #expect(result.output.contains("line 2: Enterr"))
    }

    @Test func cellsThatFailOrAreCancelledSaySo() throws {
      let folder = try folder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let keys =
        "Enter\ntype nonsense(3)\nF5\nwait\nframe failed\nCtrl-U\ntype search dynamics --degree 2,2 --height 5\nF5\nCtrl-C\nwait\n"
      let result = try play([], keys: keys, in: folder)
      #expect(result.output.contains("unknown name 'nonsense'"))
      #expect(result.output.contains("[-]  search dynamics"))
    }
  }
}
