import Foundation
import Testing

@testable import WallisCommands

@Suite struct IdentifyQueryTests {
  private func object(_ output: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  @Test func aCatalogIsIdentifiedOnceAndCounted() throws {
    let folder = try CatalogVerbTests.Folder()
    func run(_ words: String...) throws -> (exit: Exit, object: [String: Any]) {
      let record = RecordedShell()
      let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
      let exit = program.run(words + ["--catalog", folder.catalog, "--json"])
      return (exit, try object(record.output))
    }
    _ = try run(
      "search", "dynamics", "--a", "1..3,0..2", "--b", "-1..1,0,0..1", "--depth", "60", "--against", "120")
    let first = try run("identify", "--query", "digits > 20 and status = value", "--quick", "--workers", "2")
    #expect(first.exit == .done)
    let findings = try #require(first.object["findings"] as? [[String: Any]])
    #expect(
      findings.contains { $0["closedForm"] as? String == "4/pi" && $0["grade"] as? String == "conjecture" })
    #expect(findings.contains { $0["known"] as? String == "Brouncker, Lambert" })
    // Again, with one worker: everything is settled.
    let second = try run("identify", "--query", "digits > 20 and status = value", "--quick", "--workers", "1")
    let funnel = try #require(second.object["funnel"] as? [String: Int])
    #expect(funnel["settled before"] == second.object["candidates"] as? Int)
    #expect((second.object["findings"] as? [Any])?.isEmpty == true)
    let counts = try #require(try run("catalog", "findings").object["constants"] as? [[String: Any]])
    #expect(counts.contains { $0["name"] as? String == "pi" && ($0["formulas"] as? Int ?? 0) > 0 })
    #expect(counts.contains { $0["name"] as? String == "unexplained" })
    #expect(try run("catalog", "query", "identified").object["total"] as? Int ?? 0 > 0)
  }

  @Test func whatIsRuledOutIsKeptShownAndNotSearchedAgain() throws {
    let folder = try CatalogVerbTests.Folder()
    func run(_ words: String..., catalog: String? = nil) throws -> (exit: Exit, object: [String: Any]) {
      let record = RecordedShell()
      let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
      let exit = program.run(words + ["--catalog", catalog ?? folder.catalog, "--json"])
      return (exit, try object(record.output))
    }
    // pcf(n^2+1, n): no closed form is known; pcf(n^2+2, n) is not in the catalog.
    _ = try run("search", "dynamics", "--a", "1,0,1", "--b", "1,0", "--depth", "60", "--against", "120")
    let first = try run("identify", "pcf(n^2+1, n)")
    #expect(first.exit == .nothing && first.object["basesTried"] as? Int ?? 0 > 1000)
    let second = try run("identify", "pcf(n^2+1, n)")
    #expect(second.exit == .nothing && second.object["basesTried"] as? Int == 0)
    let stored = try #require(second.object["excluded"] as? [[String: String]])
    #expect(stored.contains { $0["basis"] == "p/q" && $0["below"]?.hasPrefix("10^") == true })
    // Another search, the same one when asked for, and other formulas are searched.
    #expect(try run("identify", "pcf(n^2+1, n)", "--with", "pi").object["basesTried"] as? Int ?? 0 > 0)
    #expect(try run("identify", "pcf(n^2+1, n)", "--again").object["basesTried"] as? Int ?? 0 > 1000)
    #expect(try run("identify", "pcf(n^2+2, n)").object["basesTried"] as? Int ?? 0 > 1000)
    #expect(try run("identify", "pcf(n^2+2, n)").object["basesTried"] as? Int ?? 0 > 1000)
    let shown = try run("catalog", "show", "pcf(n^2+1, n)").object["excluded"] as? [[String: String]]
    #expect(try #require(shown).count > stored.count)
    // Export, import and merge carry it along.
    let (text, copy, merged) = (
      folder.path + "/all.txt", folder.path + "/copy.sqlite", folder.path + "/merged.sqlite"
    )
    let export = wallis("catalog", "export", "--catalog", folder.catalog)
    try export.output.write(toFile: text, atomically: true, encoding: .utf8)
    #expect(try run("catalog", "import", text, catalog: copy).object["exclusions"] as? Int == shown?.count)
    #expect(
      try run("catalog", "merge", folder.catalog, catalog: merged).object["exclusions"] as? Int
        == shown?.count)
    for path in [copy, merged] {
      #expect(wallis("catalog", "export", "--catalog", path).output == export.output)
      #expect(try run("identify", "pcf(n^2+1, n)", catalog: path).object["basesTried"] as? Int == 0)
    }
  }

  @Test func numbersAndQueriesDoNotMix() {
    #expect(wallis("identify", "3.14159", "--query", "identified").exit == .usage)
    #expect(wallis("identify").exit == .usage)
  }
}
