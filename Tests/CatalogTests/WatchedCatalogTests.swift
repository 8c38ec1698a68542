import Foundation
import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// What is kept in memory changes no answer: those of the catalog itself, and of SQL, are the oracle.
@Suite struct WatchedCatalogTests {
  private static let sorts = [
    "-delta", "", "value", "class,-value", "closedForm,-digitsPerTerm", "-formula", "-identified,key",
  ]

  /// A part of the conditions for each, all of them where there is time.
  ///
  /// - Parameter few: none, so that orders of all rows are walked through, and columns are dropped again and again.
  @Test(arguments: [0, 20_000])
  func answersAreThoseOfTheCatalog(_ few: Int) throws {
    let scratch = try Scratch()
    let catalog = try BlockTests.catalog(scratch)
    let watched = try WatchedCatalog(
      Catalog.reading(at: catalog.path), few: few, room: few == 0 ? 40_000 : 80_000_000)
    for (number, condition) in BlockTests.conditions.enumerated() {
      guard LongSuite.isOn || number % 10 == (few == 0 ? 2 : 9) else { continue }
      var all = try CatalogQuery(condition, sort: Self.sorts[number % Self.sorts.count])
      all.foldsMirrors = true
      let rows = try catalog.answer(all).rows.map(\.formula.key)
      var first = all
      first.limit = 40
      let total = try catalog.read { try catalog.total(all, in: $0) }
      // Before the order of all rows is known, and after it is.
      for _ in 0..<2 {
        let selection = try watched.selection(first)
        #expect(selection.rows.map(\.formula.key) == Array(rows.prefix(40)), "\(condition)")
        #expect(selection.total == total && selection.count == rows.count, "\(condition)")
        let places = try watched.places(first)
        #expect(places.count == rows.count && places.total == total, "\(condition)")
        let range = max(0, rows.count - 30)..<rows.count
        let last = try catalog.rows(places, in: range, of: first).map { $0?.formula.key }
        #expect(last == Array(rows[range]), "\(condition)")
      }
    }
  }

  /// The best finding is the surest, then the one with most digits to spare, then the first by its bytes.
  @Test func textsAreThoseOfTheBestFinding() throws {
    let scratch = try Scratch()
    let catalog = try BlockTests.catalog(scratch)
    let watched = try WatchedCatalog(Catalog.reading(at: catalog.path))
    _ = try watched.selection(CatalogQuery("closedForm ~ pi"))
    let formula = try #require(FormulaKinds.standard.formula(key: "pcf 2,1 2"))
    try catalog.write { db in
      let findings: [(text: String, grade: Grade, surplus: Int, known: String?)] = [
        ("gamma(1/7)", .suspicious, 90, "Nobody"), ("pi+7", .conjecture, 20, nil),
        ("7pi", .conjecture, 20, "Apéry"), ("e+77", .conjecture, 19, "Euler"),
      ]
      for (text, grade, surplus, known) in findings {
        let evidence = Evidence(
          digitsSupplied: 30, digitsConsumed: 3, surplus: surplus, basesTried: 4, decoyHits: 0, residual: "0")
        try FindingStore(db, .standard).insert(
          Discovery(
            formula: formula, value: "1.27", closedForm: ClosedForm(reading: text, rule: .current),
            grade: grade, evidence: evidence, known: known))
      }
    }
    for condition in [
      "closedForm ~ '7'", "closedForm ~ '+7'", "closedForm = '7pi'", "closedForm != '4/pi'", "known ~ APÉRY",
      "known ~ apéry", "known = 'Apéry'", "known != 'Apéry'", "closedForm ~ ''", "not known ~ euler",
      "closedForm ~ gamma or formula ~ '+1, 2'",
    ] {
      let query = try CatalogQuery(condition)
      let total = try catalog.read { try catalog.total(query, in: $0) }
      #expect(try watched.selection(query).total == total, "\(condition)")
      #expect(try catalog.total(query) == total, "\(condition)")
    }
  }

  /// Whatever somebody else commits is seen by the next question.
  @Test func aCommitEndsWhatWasKept() throws {
    let scratch = try Scratch()
    let catalog = try BlockTests.catalog(scratch)
    let watched = try WatchedCatalog(Catalog.reading(at: catalog.path), few: 0)
    var query = try CatalogQuery("delta > 0", sort: "-delta")
    query.foldsMirrors = true
    for round in 3..<6 {
      let old = try watched.places(query)
      #expect(try watched.metricPoints(query, x: "delta", y: "digitsPerTerm").total == old.total)
      try catalog.write { db in
        try db.execute(sql: "DELETE FROM formula WHERE id % 7 = \(round)")
        // Packed anew, or row by row.
        if round > 3 { try ColumnPacker(db).packMissing() }
      }
      let new = try catalog.answer(query)
      let told = try watched.selection(query)
      #expect(told.rows.map(\.formula.key) == new.rows.map(\.formula.key) && told.total == new.total)
      #expect(try watched.places(query).total == new.total && old.total > new.total ?? 0)
      #expect(try watched.metricPoints(query, x: "delta", y: "digitsPerTerm").total == new.total)
    }
    #expect(watched.isCurrent)
  }

  @Test func anotherFileAtThePathIsNoticed() throws {
    let scratch = try Scratch()
    let catalog = try BlockTests.catalog(scratch)
    let watched = try WatchedCatalog(Catalog.reading(at: catalog.path))
    try catalog.backup(to: scratch.path("other.sqlite"))
    #expect(watched.isCurrent)
    #expect(rename(scratch.path("other.sqlite"), catalog.path) == 0)
    #expect(!watched.isCurrent)
    try FileManager.default.removeItem(atPath: catalog.path)
    #expect(!watched.isCurrent)
  }

  /// The columns that were used last stay, and one of them in any case.
  @Test func columnsGiveWayToOthers() {
    let kept = KeptColumns(limit: 100)
    let columns = Array(StoredColumnTable.all.filter { !$0.isText }.prefix(3))
    func has(_ column: StoredColumn) -> Bool { kept.values(column, block: 0) != nil }
    for column in columns { kept.keep(.numbers([1, 2, 3, 4, 5]), column, block: 0) }
    #expect(!has(columns[0]) && has(columns[2]) && has(columns[1]))
    kept.keep(.numbers([Double](repeating: 0, count: 50)), columns[0], block: 0)
    #expect(has(columns[0]) && !has(columns[1]) && !has(columns[2]))
    guard case .numbers(let numbers) = kept.values(columns[0], block: 0) else {
      Issue.record("what was kept is no column of numbers")
      return
    }
    #expect(numbers.count == 50 && kept.values(columns[0], block: 1) == nil)
  }
}
