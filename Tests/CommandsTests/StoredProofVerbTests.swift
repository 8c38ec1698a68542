import Foundation
import GRDB
import Testing

@testable import WallisCommands

/// `prove`, `identify` and `catalog show` with a catalog that keeps proofs.
@Suite struct StoredProofVerbTests {
  private let folder: CatalogVerbTests.Folder

  init() throws { folder = try CatalogVerbTests.Folder() }

  private func say(_ words: String...) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog])
    return (exit, record.output, record.error)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  private func measure() throws {
    let list = folder.path + "/list.txt"
    try "pcf(2n+1, n^2)\npcf(2n+3, n^2+2n)\n".write(toFile: list, atomically: true, encoding: .utf8)
    #expect(say("catalog", "import", list).exit == .done)
  }

  @Test func aProofIsKeptAndShownAgain() throws {
    try measure()
    #expect(say("catalog", "query", "proved").exit == .nothing)
    let first = say("prove", "pcf(2n+1, n^2) = 4/pi")
    #expect(first.exit == .done && first.error.isEmpty)
    #expect(say("prove", "pcf(2n+1, n^2) = 4/pi").output == first.output)
    let found = say("identify", "pcf(2n+3, n^2+2n)")
    #expect(found.exit == .done)
    let rows = try json(say("catalog", "query", "proved", "--columns", "formula,proof", "--json").output)
    let proofs = try #require(rows["rows"] as? [[String: Any]]).compactMap { $0["proof"] as? String }
    #expect(proofs.contains("by the continued fraction of the arctangent") && proofs.count == 2)
    let shown = say("catalog", "show", "pcf(2n+1, n^2)").output
    #expect(inOneLine(shown).contains("proved by the continued fraction of the arctangent"))
    let object = try json(say("catalog", "show", "pcf(2n+1, n^2)", "--json").output)
    let kept = try #require((object["proofs"] as? [[String: Any]])?.first)
    #expect(kept["closedForm"] as? String == "4/pi" && kept["holds"] as? Bool == true)
  }

  @Test func aTextThatDoesNotHoldIsReportedAndMadeAgain() throws {
    try measure()
    #expect(say("prove", "pcf(2n+1, n^2)").exit == .done)
    let queue = try DatabaseQueue(path: folder.catalog)
    try queue.write { db in
      db.add(function: DatabaseFunction("rowChecksum", pure: true) { _ in 0 })
      try db.execute(sql: "UPDATE proof SET text = replace(text, 'atan', 'tan')")
    }
    try queue.close()
    #expect(
      inOneLine(say("catalog", "show", "pcf(2n+1, n^2)").output).contains("proved no: line 2 of the proof"))
    let again = say("prove", "pcf(2n+1, n^2)")
    #expect(again.exit == .done && inOneLine(again.error).contains("does not hold, line 2"))
    #expect(inOneLine(again.error).contains("it was made again"))
    #expect(say("prove", "pcf(2n+1, n^2)").error.isEmpty)
  }
}
