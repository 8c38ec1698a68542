import Foundation
import Testing

/// The stories in `Plays`: keys by name, pressed in a notebook without a terminal but with real cells, and what the
/// screen must show then.
///
/// A story is a file of keys (see `wallis help notebook`). Its comments say more: `#< NAME` and lines that begin
/// with `#| ` are a session file to open; `#> NAME contains TEXT` and `#= NAME` (the file is as it was) are looked
/// at afterwards. To add one, add a file.
@Suite struct PlayTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Plays")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".keys") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreEnoughOfThem() { #expect(PlayTests.names.count >= 40) }

  @Test(arguments: PlayTests.names) func play(_ name: String) throws {
    let script = PlayTests.folder.appendingPathComponent(name + ".keys")
    let lines = try String(contentsOf: script, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var wallis = try WallisProcess()
    wallis.variables["XDG_STATE_HOME"] = wallis.folder.path + "/state"
    let session = lines.first { $0.hasPrefix("#< ") }.map { String($0.dropFirst(3)) }
    let text = lines.filter { $0.hasPrefix("#|") }.map { String($0.dropFirst(3)) + "\n" }.joined()
    if let session { try Data(text.utf8).write(to: file(session, wallis)) }
    let run = try wallis.start(
      ["notebook", "--keys", script.path, "--frames", "frames"] + (session.map { [$0] } ?? [])
    ).wait()
    #expect(run.exit == 0, "\(run.error)")
    for line in lines where line.hasPrefix("#= ") {
      #expect(try read(String(line.dropFirst(3)), wallis) == text)
    }
    for line in lines where line.hasPrefix("#> ") {
      let words = line.dropFirst(3).split(separator: " ", maxSplits: 2).map(String.init)
      #expect(words.count == 3 && words[1] == "contains", "\(line)")
      let content = try read(words[0], wallis)
      #expect(content.contains(words[2]), "\(line): \(content)")
    }
  }

  private func file(_ name: String, _ wallis: WallisProcess) -> URL {
    URL(fileURLWithPath: wallis.folder.path + "/" + name)
  }

  private func read(_ name: String, _ wallis: WallisProcess) throws -> String {
    try String(contentsOf: file(name, wallis), encoding: .utf8)
  }
}
