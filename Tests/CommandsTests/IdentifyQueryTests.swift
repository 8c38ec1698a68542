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
      findings.contains { $0["formula"] as? String == "4/pi" && $0["grade"] as? String == "conjecture" })
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

  @Test func numbersAndQueriesDoNotMix() {
    #expect(wallis("identify", "3.14159", "--query", "identified").exit == .usage)
    #expect(wallis("identify").exit == .usage)
  }
}
