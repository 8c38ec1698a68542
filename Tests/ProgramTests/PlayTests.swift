import Foundation
import TestSupport
import Testing

/// The stories in `Plays`: keys by name, pressed in a notebook without a terminal but with real cells, and what the
/// screen must show then.
///
/// A story is a file of keys (see `wallis help notebook`). Its comments say more: `#< NAME` and lines that begin
/// with `#| ` are a file that is there, opened where it is a session; `#% everywhere` has it played on other screens too; `#> NAME contains TEXT` and `#= NAME` (the file is as it was) are looked
/// at afterwards. To add one, add a file.
@Suite(.plays) struct PlayTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Plays")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".keys") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreEnoughOfThem() {
    #expect(PlayTests.names.count >= 80 && PlayTests.panes.count >= 20, "\(PlayTests.panes.count)")
  }

  @Test(arguments: PlayTests.names) func play(_ name: String) throws { try play(name, [], "80x24") }

  /// Stories that hold on every screen, marked by `#% everywhere`: they are about panes.
  static let panes = names.filter { lines($0).contains("#% everywhere") }

  /// Other screens, each for some of the stories; for all of them in the long suite.
  private static let others: [(name: String, size: String, words: [String])] = {
    let screens: [(String, [String])] = [("200x60", []), ("80x24", ["--ascii"]), ("200x60", ["--ascii"])]
    return panes.enumerated().flatMap { number, name in
      screens.enumerated().filter { LongSuite.isOn || number % 2 == 0 && $0.offset == number % screens.count }
        .map {
          (name, $0.element.0, $0.element.1)
        }
    }
  }()

  @Test(arguments: others) func playElsewhere(_ story: (name: String, size: String, words: [String])) throws {
    let frames = try play(story.name, story.words, story.size)
    #expect(story.words.isEmpty || frames.utf8.allSatisfy { $0 < 0x80 }, "\(frames)")
  }

  static func lines(_ name: String) -> [String] {
    let script = folder.appendingPathComponent(name + ".keys")
    return ((try? String(contentsOf: script, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// Plays a story on a screen that has a size at first.
  ///
  /// - Returns: the frames.
  @discardableResult
  private func play(_ name: String, _ words: [String], _ size: String) throws -> String {
    let lines = PlayTests.lines(name)
    var wallis = try WallisProcess()
    wallis.variables["XDG_STATE_HOME"] = wallis.folder.path + "/state"
    try Data((["size " + size] + lines).joined(separator: "\n").utf8).write(to: file("keys", wallis))
    let given = lines.first { $0.hasPrefix("#< ") }.map { String($0.dropFirst(3)) }
    let text = lines.filter { $0.hasPrefix("#|") }.map { String($0.dropFirst(3)) + "\n" }.joined()
    if let given { try Data(text.utf8).write(to: file(given, wallis)) }
    let session = given.flatMap { $0.hasSuffix(".md") ? [$0] : nil } ?? []
    let run = try wallis.start(
      ["notebook", "--keys", "keys", "--frames", "frames"] + words + session
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
    return try read("frames", wallis)
  }

  private func file(_ name: String, _ wallis: WallisProcess) -> URL {
    URL(fileURLWithPath: wallis.folder.path + "/" + name)
  }

  private func read(_ name: String, _ wallis: WallisProcess) throws -> String {
    try String(contentsOf: file(name, wallis), encoding: .utf8)
  }
}
