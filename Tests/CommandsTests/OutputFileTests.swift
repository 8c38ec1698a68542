import Foundation
import Testing

@testable import WallisCommands

/// What `--output` must not replace.
@Suite struct OutputFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "wallis-output-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("```wallis\n2 + 2\n```\n".utf8).write(to: URL(fileURLWithPath: folder + "/s.md"))
    _ = wallis(
      "search", "dynamics", "--a", "1..1,0..1", "--b", "1..1,0..0", "--depth", "20", "--catalog",
      folder + "/c.sqlite")
    symlink("c.sqlite", folder + "/link")
    symlink("b", folder + "/a")
    symlink("a", folder + "/b")
    mkfifo(folder + "/pipe", 0o600)
  }

  @Test(arguments: [
    (["catalog", "export"], "c.sqlite", "the catalog in use"),
    (["catalog", "export"], "link", "the catalog in use"),
    (["catalog", "export"], "pipe", "a pipe"), (["catalog", "export"], "/dev/null", "a device"),
    (["catalog", "export"], "a", "in circles"), (["catalog", "export"], ".", "a folder"),
    (["export", "--format", "text"], "c.sqlite", "the catalog in use"),
    (["export", "session", "FOLDER/s.md"], "s.md", "the session being read"),
    (["plot", "delta", "denominator.gamma"], "c.sqlite", "the catalog in use"),
  ])
  func whatIsInUseOrNoFileIsNotReplaced(_ words: [String], _ name: String, _ reason: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = name.hasPrefix("/") ? name : folder + "/" + name
    let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/c.sqlite"))
    let record = RecordedShell()
    let line = words.map { $0.replacingOccurrences(of: "FOLDER", with: folder) }
    let exit = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests()).run(
      line + ["--output", path, "--catalog", folder + "/c.sqlite"])
    let said = record.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(exit != .done && said.contains(reason), "\(said)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/c.sqlite")) == before)
    #expect(try String(contentsOfFile: folder + "/s.md", encoding: .utf8) == "```wallis\n2 + 2\n```\n")
  }
}
