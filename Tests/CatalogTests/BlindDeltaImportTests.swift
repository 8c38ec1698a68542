import Foundation
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// The fixture is the table of `BlindDeltaReferenceTests` in the tests of the formulas.
@Suite struct BlindDeltaImportTests {
  private static func lines() throws -> [String] {
    let url = try #require(
      Bundle.module.url(forResource: "blind-delta-reference", withExtension: "csv", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func comparisons() throws -> [BlindDeltaComparison] {
    let lines = try lines()
    let table = try BlindDeltaReader(header: lines[0])
    let rows = try lines.dropFirst().map { try table.row($0) }
    return BlindDeltaComparison.all(of: rows, depths: (n: 1000, m: 2000), workers: 2) {
      FormulaMeasurer(depth: 1000, against: 2000, digits: 30)
    }
  }

  @Test("Every disagreement with 400 rows of the authors is explained, and our measurements are stored")
  func reference() throws {
    var report = BlindDeltaReport()
    let comparisons = try Self.comparisons()
    for comparison in comparisons { report.add(comparison) }
    // One of the authors' 352 measured rows diverges; 17 have a zero denominator, one is slow.
    #expect(report.rows == 400 && report.measured == 351 && report.agreeing == 381)
    #expect(report.unmeasured.values.reduce(0, +) == 48 && report.unmeasured["terminates"] == 39)
    #expect(report.unexplained == 0)
    let kinds = Dictionary(grouping: report.disagreements, by: \.disagreement.quantity).mapValues(\.count)
    #expect(kinds["convergence"] == 1 && kinds["Limit"] == 1 && kinds["d"] == 17 && kinds["FR_Delta"] == nil)
    let slow = try #require(report.disagreements.first { $0.disagreement.quantity == "Limit" })
    #expect(slow.disagreement.explanation?.contains("13 correct digits") == true)
    let divergent = try #require(report.disagreements.first { $0.disagreement.quantity == "convergence" })
    #expect("\(divergent.formula)" == "pcf(-4n+2, -4n^2+5n+2)")
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let catalog = try scratch.catalog()
    try catalog.store(comparisons.map(\.formula))
    #expect(try catalog.statistics().formulas == 400)
  }

  @Test("Numbers that were tampered with are not explained", arguments: [1, 2, 5, 11, 12])
  func tampering(column: Int) throws {
    let lines = try Self.lines()
    let table = try BlindDeltaReader(header: lines[0])
    let parts = lines[1].split(separator: "\"", omittingEmptySubsequences: false)
    var fields = parts[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    fields[column] = "\((Double(fields[column]) ?? 0) + 0.02)"
    let row = try table.row("\"\(parts[1])\"\(fields.joined(separator: ","))")
    var report = BlindDeltaReport()
    for comparison in BlindDeltaComparison.all(
      of: [row], depths: (n: 1000, m: 2000), workers: 1,
      measurer: { FormulaMeasurer(depth: 1000, against: 2000, digits: 30) })
    { report.add(comparison) }
    #expect(report.disagreements.count == 1 && report.unexplained == 1)
  }

  @Test("Keys of other degrees are read where they are given; bad lines are refused") func keys() throws {
    let names = BlindDeltaQuantity.allCases.map(\.rawValue)
    let header = (["Coefficients", "Limit"] + names).joined(separator: ",")
    let rest = ",1.5," + names.map { _ in "-1010" }.joined(separator: ",")
    let table = try BlindDeltaReader(header: header, degrees: (a: 3, b: 4))
    let row = try table.row("\"[0, 1, 2, 3, 0, 0, 5, 6, 7]\"" + rest)
    #expect(row.a == [3, 2, 1] && row.b == [7, 6, 5] && !row.isMeasured)
    for key in ["[1, 2, 3]", "[0, 0, 0, 0, 1, 1, 1, 1, 1]", "[a]", ""] {
      #expect(throws: SearchError.self) { try table.row("\"\(key)\"" + rest) }
    }
    #expect(throws: SearchError.self) { try table.row("\"[0, 1, 2, 3, 0, 0, 5, 6, 7]\",1.5,x") }
    #expect(throws: SearchError.self) { try BlindDeltaReader(header: "a,b,c") }
  }
}
