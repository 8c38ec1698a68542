import Foundation
import GRDB
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

/// Questions to blocks of packed columns; SQL, which answers small catalogs, is the oracle.
@Suite struct BlockTests {
  /// A copy of some 4,400 rows: a complete block and a rest, formulas without sides among them, some identifiers missing.
  static func catalog(_ scratch: Scratch) throws -> Catalog {
    try original.get().catalog.backup(to: scratch.path("wallis.sqlite"))
    return try scratch.catalog()
  }

  private static let original = Result<(scratch: Scratch, catalog: Catalog), any Error> {
    let scratch = try Scratch()
    return (scratch, try made(scratch))
  }

  private static func made(_ scratch: Scratch) throws -> Catalog {
    let catalog = try scratch.catalog()
    var random = SplitMix64(seed: 18)
    let lists = (0..<100).map { $0 < 10 ? "\($0 - 4)" : "\($0 % 9 + 1),\($0 / 10 - 5)" }
    let sides = lists.enumerated().filter { $0 % 2 == 0 && !$1.hasPrefix("-") }.map(\.element)
    let keys = sides.flatMap { a in lists.map { "pcf \(a) \($0)" } }
    try catalog.write { db in
      let writer = FormulaWriter(db, .standard)
      try writer.insert(keys.filter { !$0.hasSuffix(" 0") }.map { formula($0, &random) })
      try writer.insert(["signed + . 4,2", "signed -+ . 2;2,3"].map { formula($0, &random) })
      try db.execute(sql: "DELETE FROM formula WHERE id % 97 = 5")
      try ColumnPacker(db).packNew()
      let evidence = Evidence(
        digitsSupplied: 30, digitsConsumed: 3, surplus: 27, basesTried: 4, decoyHits: 0, residual: "0")
      for key in ["pcf 2,1 3,0", "pcf 3,1 3,0", "pcf 0 2,1", "signed + . 4,2"] {
        guard let formula = FormulaKinds.standard.formula(key: key) else { continue }
        for (text, grade) in [("4/pi", Grade.conjecture), ("e", .suspicious)] {
          try FindingStore(db, .standard, found: "2026-11-2\(key.count % 9)T10:00:00Z").insert(
            Discovery(
              formula: formula, value: "1.27", closedForm: ClosedForm(reading: text, rule: .current),
              grade: grade,
              evidence: evidence, known: key.hasPrefix("pcf 2") ? "Somebody" : nil))
        }
        _ = try NoteStore(db).insert("a note on \(key)", about: key)
      }
    }
    return catalog
  }

  private static func formula(_ key: String, _ random: inout SplitMix64) -> MeasuredFormula {
    let number = Double(Int.random(in: -4000...4000, using: &random)) / 1000
    let outcome: Outcome =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .rational(Rational(Integer(Int.random(in: -9...9, using: &random))))
      case 1: .diverges(.complexRoots)
      case 2: .terminates(nil)
      default: .value
      }
    let isMeasured = outcome == .value || number > 0
    var dynamics = Dynamics(
      outcome: outcome,
      convergence: isMeasured ? ConvergenceClass.allCases.randomElement(using: &random) : nil,
      value: isMeasured ? "\(number)" : nil, digits: Int.random(in: 0...3, using: &random))
    dynamics.delta = isMeasured ? (number * 8).rounded() / 8 : nil
    dynamics.digitsPerTerm = isMeasured ? Double.random(in: -1...9, using: &random) : nil
    dynamics.factorialReduction = isMeasured ? Bool.random(using: &random) : nil
    dynamics.reduction = Bool.random(using: &random) ? .full : nil
    let signs: Signs = [.plus, .minus, .both].randomElement(using: &random) ?? .both
    return MeasuredFormula(
      key: key, canonicalKey: key, signs: key.hasPrefix("signed") || key.hasPrefix("pcf 0 ") ? .plus : signs,
      dynamics: dynamics, depth: 1000, against: 2000)
  }

  /// Conditions on every field, with mirrors that differ, nothing where there is nothing, and fields of other tables.
  static let conditions =
    [
      "", "delta > 2", "not delta > 2", "delta = null", "delta != null", "delta != 1.5", "digits = 2",
      "status = value or status = rational", "class != exponential", "class > factorial", "class ~ EXP",
      "reduction = null", "factorialReduction = false", "not factorialReduction", "reason ~ complex",
      "value > 1 and value < 1.2", "value = 1.25", "value != 1.25", "value = null", "value ~ 1.2",
      "value ~ '-1.2'",
      "value ~ 3", "value ~ 0", "value ~ '-0'", "value ~ '-'", "value ~ x", "value ~ 1.250", "exact = -3",
      "exact ~ '-'", "exact = null", "key = 'pcf -2,-1 3,0'", "key = 'signed + . 4,2'", "key ~ '2,1 3'",
      "key != 'pcf 2,1 3,0'", "key ~ '-2,-'", "formula ~ '2N+1'", "formula ~ ', 3n'", "formula ~ 'f(-2n'",
      "formula ~ ''", "formula = 'pcf(2n+1, 3n)'", "formula != 'pcf(2n+1, 3n)'", "formula = null",
      "a = '2n+1'",
      "a = '-2n-1'", "a != '2n+1'", "b = '3n'", "b = null", "a.degree = 0 and b.degree = 1", "kind = signed",
      "identified", "not identified", "closedForm has pi", "closedForm ~ E", "grade >= conjecture",
      "grade = suspicious", "known = null", "known = Somebody", "note ~ 'on pcf'", "text ~ note",
      "found > 2026-11-25",
      "job = 1", "job = null", "family = 1", "proved", "imported = false", "component != null",
      "delta > 1 and (value < 0 or key ~ '5') and not class = factorial",
    ]

  /// Conditions with one of the sorts and of the limits; all of them with all limits where there is time.
  @Test func blocksAnswerAsSQLDoes() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    let sorts = [
      "", "-delta", "value", "class,-value", "-a,digits", "closedForm", "-identified,key", "exact",
    ]
    let limits = [(7, 0, false), (nil, 3, true), (50, 20, true), (5, 3, false), (nil, 0, false)]
    try catalog.read { db in
      let search = try #require(try BlockSearch(db, .standard))
      for (number, condition) in Self.conditions.enumerated() {
        guard number % 3 == 1 || LongSuite.isOn else { continue }
        var query = try CatalogQuery(condition, sort: sorts[number % sorts.count])
        let total = try catalog.total(query, in: db)
        for choice in LongSuite.isOn ? limits : [limits[number % limits.count]] {
          (query.limit, query.offset, query.foldsMirrors) = choice
          let compiled = CompiledQuery(query)
          let expected = try Row.fetchAll(db, sql: compiled.places, arguments: compiled.placeArguments).map {
            [try $0.decode(Int64.self, atIndex: 0), try $0.decode(Int64.self, atIndex: 1)]
          }
          let found = try search.answer(query, QueryShape(query))
          #expect(
            found.places.map { [$0.id, Int64($0.signs)] } == expected && found.total == total,
            "\(condition), \(choice)")
        }
      }
    }
  }

  @Test func mirrorsAreSortedAsTheyAreShown() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    let rows = try catalog.answer(CatalogQuery("digits = 2", sort: "-formula", limit: 300, offset: 40)).rows
    let texts = rows.map { $0.formula.description }
    #expect(texts.count == 300)
    #expect(zip(texts, texts.dropFirst()).allSatisfy { $1.utf8.lexicographicallyPrecedes($0.utf8) })
  }

  @Test func packedValuesAreThoseOfTheRows() throws {
    let scratch = try Scratch()
    try Self.catalog(scratch).read { db in
      for column in StoredColumnTable.all {
        var packed = BlockValues()
        #expect(try packed.unpack(column, block: 0, in: db), "\(column.name)")
        let rows = try BlockValues([column], block: 0, in: db)
        #expect("\(packed.numbers)" == "\(rows.numbers)")
        #expect(packed.texts[column.number]?.codes == rows.texts[column.number]?.codes)
        #expect(packed.texts[column.number]?.dictionary == rows.texts[column.number]?.dictionary)
        #expect(try !packed.unpack(column, block: 1, in: db))
      }
    }
  }

  @Test func writtenRowsAreReadAnewAndPackedAgain() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    func blocks() throws -> [Int] {
      try catalog.read { try Int.fetchAll($0, sql: "SELECT number FROM formulaBlock ORDER BY number") }
    }
    let before = try catalog.total(CatalogQuery("delta = 77"))
    #expect(try blocks() == [0] && before == 0)
    try catalog.write { try $0.execute(sql: "UPDATE formula SET delta = 77, signs = 3 WHERE id = 1100") }
    #expect(try blocks() == [] && catalog.total(CatalogQuery("delta = 77")) == 2)
    catalog.settle()
    #expect(try blocks() == [0] && catalog.total(CatalogQuery("delta = 77")) == 2)
    try catalog.write { try $0.execute(sql: "DELETE FROM formula WHERE id = 1100") }
    #expect(try blocks() == [] && catalog.total(CatalogQuery("delta = 77")) == 0)
    #expect(try Self.damagedBlocks(catalog) == [])
  }

  private static func damagedBlocks(_ catalog: Catalog) throws -> [String?] {
    try Catalog.check(at: catalog.path).damages.filter { $0.place == "formulaColumn" }.map(\.row)
  }

  @Test func damagedBlocksAreSeenAndHarmless() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    let (query, delta) = (try CatalogQuery("delta > 1"), StoredColumnTable.named("delta"))
    let total = try catalog.total(query)
    for change in [
      "UPDATE formulaColumn SET data = zeroblob(length(data)) WHERE id = ?",
      "UPDATE formulaColumn SET data = substr(data, 1, 5) WHERE id = ?",
      "DELETE FROM formulaColumn WHERE id = ?",
    ] {
      try catalog.write { try $0.execute(sql: change, arguments: [delta.key(block: 0)]) }
      #expect(try catalog.total(query) == total)
    }
    #expect(try Self.damagedBlocks(catalog) == ["block 0"])
    _ = try catalog.compact()
    #expect(try Self.damagedBlocks(catalog) == [])
  }

  @Test func statisticsAreThoseOfSQL() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    let packed = try catalog.statistics()
    try catalog.write { try $0.execute(sql: "DELETE FROM formulaBlock") }
    var rows = try catalog.statistics()
    rows.bytes = packed.bytes
    #expect(packed == rows && packed.byStatus.count == 4 && packed.factorialReduction > 0)
  }

  /// The last block of a large catalog is packed with the rows that it has; a row more drops it.
  @Test func theLastBlockOfManyIsPackedToo() throws {
    let scratch = try Scratch()
    let catalog = try Self.catalog(scratch)
    let query = try CatalogQuery("value ~ 3 or formula ~ '2n+1'", sort: "-formula")
    let before = try catalog.answer(query)
    try catalog.write { db in
      let packer = ColumnPacker(db, many: 1)
      #expect(try !packer.isUpToDate())
      try packer.packMissing()
      #expect(try packer.isUpToDate() && packer.differingBlocks() == [])
      #expect(try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock ORDER BY number") == [0, 1])
    }
    let packed = try catalog.answer(query)
    #expect(packed.total == before.total && packed.rows.map(\.formula) == before.rows.map(\.formula))
    try catalog.write { db in
      var random = SplitMix64(seed: 5)
      try FormulaWriter(db, .standard).insert([Self.formula("pcf 2,1 77", &random)])
      #expect(try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock") == [0])
      try ColumnPacker(db, many: 1).packMissing()
      #expect(try ColumnPacker(db).differingBlocks() == [])
    }
    #expect(try catalog.total(CatalogQuery("b = '77'")) > 0)
  }
}
