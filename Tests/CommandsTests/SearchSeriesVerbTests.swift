import Foundation
import Testing

@testable import WallisCommands

/// `search series` as a user types it, and what it says to those who ask wrongly.
@Suite struct SearchSeriesVerbTests {
  private let catalog = FileManager.default.temporaryDirectory.appendingPathComponent(
    "series-\(UUID().uuidString).sqlite"
  ).path

  private func run(_ words: [String]) -> (exit: Exit, output: String, error: String) {
    wallis(["search", "series"] + words + ["--catalog", catalog])
  }

  private static let ramanujan = [
    "--symbols", "3", "--above", "1/2", "--below", "1", "--bases", "1/4,1/64,2/7", "--constant", "1/pi",
    "--depth", "60", "--against", "120",
  ]

  @Test func findingsAsJSON() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run(Self.ramanujan + ["--json"])
    #expect(reply.exit == .done, "\(reply.error)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    #expect(object["candidates"] as? Int == 3 && object["decoyHits"] as? Int == 0)
    #expect(object["stored"] as? Int == 2 && object["finished"] as? Bool == true)
    #expect((object["excludedBelow"] as? String)?.hasPrefix("10^1") == true)
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["closedForm"] as? String }) == ["4/pi", "16/pi"])
    #expect(findings.allSatisfy { $0["grade"] as? String == "conjecture" })
    let series = try #require(object["series"] as? [[String: Any]])
    #expect(
      series.first?["formula"] as? String == "sum(k=0..inf, (42*k+5)*poch(1/2,k)^3/(64^k*factorial(k)^3))")
  }

  @Test("What is found is in the catalog, harvested and covered; the search is not repeated")
  func theCatalogKeepsSeries() {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let reply = run(Self.ramanujan)
    #expect(reply.exit == .done && reply.output.contains("16/pi"), "\(reply.output)\(reply.error)")
    #expect(reply.output.replacing("\n", with: " ").contains("no sum is p + q c with all integers"))
    let rows = wallis("catalog", "query", "kind = sum", "--catalog", catalog)
    #expect(rows.output.contains("4/pi") && rows.output.contains("poch"), "\(rows.output)")
    let shown = wallis(
      "catalog", "show", "sum(k=0..inf, (6k+1)*binomial(2k,k)^3/256^k)", "--catalog", catalog)
    #expect(shown.exit == .done && shown.output.contains("4/pi"), "\(shown.output)\(shown.error)")
    #expect(wallis("coverage", "--catalog", catalog).output.contains("3 symbols of 1/2 over 3 of 1"))
    #expect(run(Self.ramanujan).error.contains("has finished this search"))
    #expect(run(Self.ramanujan + ["--plan"]).output.contains("terms"))
  }

  @Test(
    "A space that makes no sense is refused with what would",
    arguments: [
      (["--symbols", "3"], Exit.usage, "no arguments z", "--bases 1/4,-1/8"),
      (["--bases", "1/4"], .usage, "number of symbols", "--symbols 3"),
      (["--symbols", "x", "--bases", "1/4"], .usage, "no pair of numbers", "--symbols 3"),
      (
        ["--symbols", "3", "--bases", "1/4", "--base-height", "3"], .usage, "z is given twice", "one of them"
      ),
      (["--symbols", "1", "--bases", "0"], .usage, "no fraction other than 0", "--bases"),
      (["--symbols", "1", "--bases", "1/4,"], .usage, "no fraction other than 0", "--bases"),
      (["--symbols", "1", "--bases", "1/4", "--above", "3/2"], .usage, "a parameter 3/2", "--over holds"),
      (["--symbols", "1", "--bases", "1/4", "--over", "n+1"], .usage, "no polynomial in k", "--over 2k+1"),
      (
        ["--symbols", "1", "--bases", "1/4", "--constant", "22/7"], .usage, "is the fraction 22/7",
        "irrational"
      ),
      (["--symbols", "1", "--bases", "1/4", "--constant", "foo"], .usage, "unknown name 'foo'", "assign it"),
      (["--symbols", "1", "--bases", "1/4", "--height", "0"], .usage, "height 0", "from 1 to 60"),
      (["--symbols", "1", "--bases", "1/4", "--digits", "20"], .usage, "20 digits", "between 40 and 1000"),
      (["--symbols", "1", "--bases", "1/4", "--degree", "9"], .usage, "degree 9", "0 to 8"),
      (["--symbols", "1", "--bases", "1/4", "--shard", "3/2"], .usage, "part 3 of 2", "numbered from 1"),
      (
        ["--symbols", "8", "--height", "60", "--base-height", "2000", "--plan"], .limit, "choices of symbols",
        "fewer"
      ),
    ])
  func refusals(_ words: [String], _ exit: Exit, _ text: String, _ remedy: String) {
    let reply = run(words)
    #expect(reply.exit == exit && reply.error.contains(text), "\(reply.exit): \(reply.error)")
    #expect(reply.error.contains(remedy), "\(reply.error)")
    #expect(!FileManager.default.fileExists(atPath: catalog))
  }
}
