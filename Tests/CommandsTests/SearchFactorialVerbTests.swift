import Foundation
import Testing

@testable import WallisCommands

/// `search factorial` as a user types it, and what it says to those who ask wrongly.
@Suite struct SearchFactorialVerbTests {
  private let catalog = FileManager.default.temporaryDirectory.appendingPathComponent(
    "factorial-\(UUID().uuidString).sqlite"
  ).path

  private func run(_ words: [String]) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(["search", "factorial"] + words + ["--catalog", catalog])
    return (exit, record.output, record.error)
  }

  @Test("Apéry's fraction for ζ(2) is alone, named, and a member of everything that is counted")
  func aloneInTheBox() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run(["--degree", "2,4", "--height", "12", "--b", "n^4", "--json"])
    #expect(reply.exit == .done)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    #expect(object["candidates"] as? Int == 25 * 25 * 25 - 1 && object["missed"] as? Int == 0)
    let reduced = try #require(object["reduced"] as? [[String: Any]])
    let apery = try #require(reduced.first)
    #expect(apery["a"] as? String == "11n^2+11n+3" && apery["b"] as? String == "n^4")
    #expect(apery["closedForm"] as? String == "5/zeta(2)" && apery["open"] as? Bool == false)
    #expect(apery["known"] as? String == "Apery" && (apery["delta"] as? Double ?? 0) > 0.09)
    // Multiples of 2n+1: limits to which convergents creep.
    for row in reduced.dropFirst() { #expect((row["a"] as? String)?.contains("n^2") == false) }
  }

  @Test("every finding is a line of its own, then the sum") func lines() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let lines = run(["--degree", "2,4", "--height", "5", "--b", "n^4", "--jsonl"]).output.split(
      separator: "\n")
    let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(objects.dropLast().map { $0?["closedForm"] as? String } == ["2/zeta(2)", "2/(3zeta(2)-4)"])
    #expect(objects.last??["candidates"] as? Int == 1330)
  }

  @Test("What reduces fully is not called partial for being ahead at some depth; what is infinite is no miss")
  func divergentAndInfinite() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let inflated = ["--a", "3,3,0", "--b", "-8n^4+6n^2-2n"]
    let ahead = run(inflated + ["--inflated"])
    #expect(ahead.output.contains("reduces fully, without a limit"), "\(ahead.output)")
    let leftOut = run(inflated)
    #expect(
      leftOut.output.contains("inflates a fraction of smaller degree")
        && leftOut.output.contains("--inflated"),
      "\(leftOut.output)")
    let infinite = run(["--a", "2,-4", "--b", "2n-1"])
    #expect(
      infinite.output.contains("Of 1 rejected") && infinite.output.contains("0 reduce fully"),
      "\(infinite.output)")
  }

  @Test("What was not looked for is not called open") func withoutIdentification() {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let box = ["--a", "1..3,1..3,1..3", "--b", "-n^4"]
    let asked = run(box)
    #expect(asked.output.contains("1/(2-zeta(2))") && !asked.output.contains("not looked for"))
    let reply = run(box + ["--no-identify"])
    #expect(reply.output.contains("not looked for") && !reply.output.contains("open"), "\(reply.output)")
  }

  @Test(
    "A space that makes no sense is refused with what would",
    arguments: [
      (["--degree", "2,4", "--height", "5", "--b", "0"], Exit.usage, "widen a coefficient"),
      (["--a", "5..1,1..2", "--b", "n^2"], .usage, "the range 5..1 is empty"),
      (["--degree", "40,80", "--height", "2", "--b", "n^4"], .limit, "a of degree 7 at most"),
      (["--degree", "9,18", "--height", "1", "--b", "n^18"], .limit, "would need 323 MB"),
      (["--degree", "3,6", "--height", "100000", "--b", "n^6", "--plan"], .limit, "choose smaller ranges"),
      (["--degree", "2,40", "--height", "5", "--roots", "9"], .limit, "must fit a machine word"),
      (["--degree", "2,4", "--roots", "2"], .usage, "--height 20"),
      (["--degree", "2,4", "--height", "5", "--b", "x^4"], .usage, "no part of a polynomial in n"),
      (["--degree", "2,4", "--height", "5", "--b", "n^4/2"], .usage, "for example -n^6"),
      (["--degree", "2,4", "--height", "5", "--leading", "4"], .usage, "--leading without --roots"),
      (["--degree", "2,4", "--height", "5", "--roots", "2", "--b", "n^4"], .usage, "b is given twice"),
      (["--degree", "2,4", "--height", "5", "--b", "n^4", "--shard", "3/2"], .usage, "numbered from 1"),
    ])
  func refusals(_ words: [String], _ exit: Exit, _ text: String) {
    let reply = run(words)
    #expect(reply.exit == exit && reply.error.contains(text), "\(reply.exit): \(reply.error)")
    #expect(!FileManager.default.fileExists(atPath: catalog))
  }
}
