import Testing

@testable import WallisCommands

/// The same search is not made twice unknowingly.
@Suite struct SearchAgainTests {
  private static let search = [
    "search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0..3,0", "--identify", "--depth", "40",
    "--against", "80",
  ]

  @Test func aFinishedSearchSaysSoAndShowsWhatItFound() throws {
    let folder = try CatalogVerbTests.Folder()
    let words = Self.search + ["--catalog", folder.catalog]
    let first = wallis(words)
    #expect(first.exit == .done && !first.error.contains("--again"))
    let second = wallis(words)
    #expect(second.output == first.output && second.exit == .done)
    let remark = inOneLine(second.error)
    #expect(remark.contains("job 1 has finished this search") && remark.contains("--again"), "\(remark)")
    #expect(remark.contains("harvest --since 1"), "\(remark)")
    #expect(wallis(words + ["--json"]).output.contains("\"job\": 1,"))
    // All findings are lines of JSON, though none is new.
    #expect(wallis(words + ["--jsonl"]).output.contains("\"closedForm\":\"4/pi\""))
    #expect(wallis(words + ["--again", "--json"]).output.contains("\"job\": 2,"))
    // Another depth is another search.
    #expect(!wallis(words.map { $0 == "80" ? "90" : $0 }).error.contains("has finished"))
  }

  @Test func aFormulaNamesTheSearchesThatCoveredIt() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = wallis(Self.search + ["--catalog", folder.catalog])
    let shown = inOneLine(wallis("catalog", "show", "pcf(2n+1, n^2)", "--catalog", folder.catalog).output)
    #expect(
      shown.contains("searched in dynamics a 1..2,0..1 b 1..2,0..3,0, depth 40/80, closed forms looked for"),
      "\(shown)")
  }
}
