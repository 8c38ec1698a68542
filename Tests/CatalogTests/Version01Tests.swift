import Foundation
import GRDB
import Testing
import WallisArithmetic
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// `Fixtures/version-0.1.sqlite` was written by the program of commit 88c1883: finished jobs of all its methods, families,
/// notes, findings of every kind of formula. `version-0.1.txt` is what its `catalog export` made of it.
@Suite struct Version01Tests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func opened(_ prepare: (DatabaseQueue) throws -> Void = { _ in }) throws -> Catalog {
    let url = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    let copy = scratch.folder.appending(path: "old.sqlite")
    try FileManager.default.copyItem(at: url, to: copy)
    try prepare(DatabaseQueue(path: copy.path))
    return try Catalog.open(at: copy.path, creating: false)
  }

  private func export() throws -> [String] {
    let url = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Key and closed form of every finding of the export.
  private func exportedFindings() throws -> [[String]] {
    try export().filter { $0.hasPrefix("finding\t") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)[1...2].map(String.init)
    }
  }

  @Test func everyClosedFormIsKeptAndReadable() throws {
    let catalog = try opened()
    let findings = try catalog.findings()
    let expected = try exportedFindings()
    #expect(findings.count == expected.count)
    #expect(expected.count == 109)
    #expect(try catalog.unreadClosedForms().isEmpty)
    let written = expected.map { [$0[0], Version01.withSign(in: $0[1])] }
    #expect(findings.map { [$0.formula.key, "\($0.closedForm)"] } == written)
  }

  /// The closed form read by the rule of 0.1 is the limit that 0.1 stored beside it: `1/(2e-5)` is 1/(2·e − 5).
  @Test func closedFormsMeanWhatTheyMeant() throws {
    for finding in try opened().findings() {
      let value = try DecimalInput(finding.value)
      let ball = try #require(finding.closedForm.ball(digits: 40), "\(finding.closedForm)")
      #expect(
        (ball - value.ball(bits: 200)).magnitude.approximation < 1e-15,
        "\(finding.closedForm) = \(finding.value)")
    }
  }

  @Test func formulasAndFindingsAreExportedAsBefore() throws {
    let catalog = try opened()
    var lines: [String] = []
    try catalog.exportText { lines.append(contentsOf: $0.split(separator: "\n").map(String.init)) }
    for word in ["formula\t", "finding\t"] {
      #expect(
        try lines.filter { $0.hasPrefix(word) }
          == export().filter { $0.hasPrefix(word) }.map(Version01.written))
    }
  }

  @Test func whatCannotBeReadStaysText() throws {
    let text = "root of nothing at all ?"
    let catalog = try opened() { queue in
      try queue.write { db in
        try db.execute(
          sql: "UPDATE finding SET closedForm = ? WHERE id = (SELECT min(id) FROM finding)", arguments: [text]
        )
      }
    }
    #expect(try catalog.unreadClosedForms().map(\.text) == [text])
    #expect(try catalog.findings().contains { $0.closedForm == .unread(text) })
  }

  @Test func occurrencesAreFilled() throws {
    let catalog = try opened()
    func count(_ condition: String) throws -> Int { try catalog.total(CatalogQuery(condition)) }
    let own = try catalog.findings().filter { $0.closedForm.occurrences.contains("e") }
    #expect(own.count > 3)
    #expect(try count("closedForm has e") > 0)
    #expect(try count("closedForm has 'besseli(1,2)/besseli(0,2)'") > 0)
    #expect(try count("closedForm has nothing") == 0)
  }

  @Test func aDamagedStructureIsAnError() throws {
    let catalog = try opened()
    try catalog.write { db in try db.execute(sql: "UPDATE finding SET structure = '1 (/ 4'") }
    #expect(throws: CatalogError.self) { try catalog.findings() }
  }
}
