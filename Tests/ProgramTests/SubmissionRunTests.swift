import Foundation
import Testing

/// A search in shards by plain scripts: done piece by piece, one shard spoilt, in a folder with a hostile name.
@Suite(.besideOthers) struct SubmissionRunTests {
  private static let search = [
    "search", "dynamics", "--a", "1..2,0..1", "--b", "-2..3,-2..2,-3..3", "--identify", "--depth", "40",
    "--against", "80",
  ]

  @Test func shardsMakeTheWhole() throws {
    let wallis = try WallisProcess()
    let name = "it's $(touch pwned) `touch pwned` \"x\" {} ;\n& %j"
    let place = wallis.folder.path + "/" + name
    let submitted = try wallis.start(
      Self.search + ["--submit", "script", "--shards", "4", "--folder", place, "--json"]
    ).wait()
    #expect(submitted.exit == 0 && submitted.output.contains("\"finished\": false"), "\(submitted.error)")
    func task(_ shard: Int) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [place + "/task", "\(shard)"]
      process.currentDirectoryURL = URL(fileURLWithPath: wallis.folder.path)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    for shard in [4, 2] { try task(shard) }
    #expect(try wallis.run("jobs", "--json").output.contains("\"complete\": 2"))
    let half = try wallis.run("resume", "1")
    #expect(half.output.replacing("\n", with: " ").contains("2 of 4 shards merged, 2 left (1,3)"), "\(half)")
    for shard in [1, 3] { try task(shard) }
    // Half of a shard is lost.
    let spoilt = place + "/shard-3.sqlite"
    #expect(try wallis.start(["catalog", "check", "--catalog", spoilt]).wait().exit == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: spoilt))
    try (bytes.prefix(bytes.count / 2) + Data(count: bytes.count / 2)).write(to: URL(fileURLWithPath: spoilt))
    let refused = try wallis.run("resume", "1")
    #expect(
      refused.output.replacing("\n", with: " ").contains("3 of 4 shards merged, 1 left (3)"), "\(refused)")
    #expect(FileManager.default.fileExists(atPath: spoilt + ".refused-1"))
    try task(3)
    let finished = try wallis.run("resume", "1")
    #expect(finished.exit == 0 && finished.output.contains("4/pi"), "\(finished)")
    #expect(try wallis.run("resume", "1").output.contains("job 1 is finished"))
    let whole = try WallisProcess()
    #expect(try whole.start(Self.search).wait().exit == 0)
    #expect(try wallis.run("catalog", "export").output == whole.run("catalog", "export").output)
    let names = FileManager.default.enumerator(atPath: wallis.folder.path)?.compactMap { $0 as? String } ?? []
    #expect(!names.contains { $0.hasSuffix("pwned") }, "\(names)")
  }
}
