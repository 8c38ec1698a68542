import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

/// Kinds of formulas in the catalog: both sides in columns, mirrors in the views, questions about the findings.
@Suite struct SidesTests {
  private static let kinds = FormulaKinds.standard.adding(Geometric.self)

  private static let keys = [
    "geometric 2", "line zeta3 - 1,1 1,1", "pcf 10,-10,0 7", "pcf 2,1 1,0,0", "pcf 3 -1,5", "pcf 4 -7",
    "signed + . 4,2", "signed -+ . 2;2,3",
  ]

  private func measured(_ key: String) -> MeasuredFormula {
    MeasuredFormula(
      key: key, canonicalKey: key, signs: key.hasPrefix("pcf") ? .both : .plus,
      dynamics: Dynamics(outcome: .value, convergence: .exponential, value: "1.25", digits: 3), depth: 10,
      against: 20)
  }

  private func catalog(_ scratch: Scratch) throws -> Catalog {
    let catalog = try Catalog.open(
      at: scratch.path("sides.sqlite"), kinds: Self.kinds, now: { "2026-11-28T10:15:00Z" })
    try catalog.store(Self.keys.map(measured))
    return catalog
  }

  @Test(arguments: [
    ("a.degree = 0", 4), ("a.degree <= 1", 6), ("b.degree = 1", 2), ("a.degree = null", 4), ("b = '7'", 2),
    ("a = '-10n^2+10n'", 1), ("a = 3", 1), ("a = null and kind = signed", 2), ("kind = line", 1),
    ("kind = geometric", 1), ("formula ~ 'zeta3'", 1), ("formula = 'pcf(-2n-1, n^2)'", 1),
    ("formula ~ 'sqrt(2)'", 1), ("key = 'pcf -10,10,0 7'", 1),
  ])
  func conditionsKnowTheKinds(text: String, expected: Int) throws {
    let scratch = try Scratch()
    let answer = try catalog(scratch).answer(CatalogQuery(text))
    #expect(answer.total == expected && answer.rows.count == expected, "\(answer.rows.map(\.formula.key))")
  }

  @Test func viewsWriteTheKeysOfMirrors() throws {
    let scratch = try Scratch()
    let mirrors = try catalog(scratch).read { db in
      try Row.fetchAll(db, sql: "SELECT base, key, a FROM formulaMirrored ORDER BY base")
    }
    #expect(mirrors.count == 4)
    for row in mirrors {
      let stored = try #require(Self.kinds.formula(key: try row.decode(String.self, forColumn: "base")))
      let (key, a) = (
        try row.decode(String.self, forColumn: "key"), try row.decode(String?.self, forColumn: "a")
      )
      #expect(stored.mirror.key == key)
      #expect(Self.kinds.columns(key: key)?.a == a)
    }
  }

  @Test func olderCatalogsGainTheColumns() throws {
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.path("old.sqlite"))
    try CatalogSchema.migrator.migrate(queue, upTo: "6 families")
    let keys = Self.keys.filter { !$0.hasPrefix("geometric") }
    try queue.write { db in
      for key in keys {
        try db.execute(
          sql: """
            INSERT INTO formula (kind, key, canonicalKey, signs, status, value, number, digits, depth, against)
            VALUES (?, ?, ?, 3, 'value', '1.25', 1.25, 3, 1000, 2000)
            """, arguments: [String(key.prefix { $0 != " " }), key, key])
      }
    }
    try queue.close()
    let rows = try Catalog.open(at: scratch.path("old.sqlite")).read { db in
      try Row.fetchAll(db, sql: "SELECT key, a, b, aDegree, bDegree FROM formula ORDER BY key")
    }
    #expect(try rows.map { try $0.decode(String.self, forColumn: "key") } == keys)
    for (key, row) in zip(keys, rows) {
      let expected = FormulaKinds.standard.columns(key: key)
      for (name, side) in [("a", expected?.a), ("b", expected?.b)] {
        #expect(try row.decode(String?.self, forColumn: name) == side)
      }
      for (name, degree) in [("aDegree", expected?.aDegree), ("bDegree", expected?.bDegree)] {
        #expect(try row.decode(Int?.self, forColumn: name) == degree)
      }
    }
  }

  @Test func whoFoundWhatAndWhen() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    _ = try catalog.scan()
    let (all, identified) = (try catalog.total(CatalogQuery()), try catalog.total(CatalogQuery("identified")))
    func total(_ text: String) throws -> Int { try catalog.total(CatalogQuery(text)) }
    #expect(identified > 0 && identified < all)
    #expect(try total("job = 1") == identified && total("job != 1") == all - identified)
    #expect(
      try total("job = 2") == 0 && total("job = null") == all - identified
        && total("not job > 0") == all - identified)
    #expect(try total("found >= '2026-11-28'") == identified && total("found < '2026-11-28'") == 0)
    #expect(try total("found = '2026-11-28T10'") == identified && total("found = '2026-11-27'") == 0)
    #expect(try total("found > '2026'") == identified && total("proved") == 0 && total("not proved") == all)
    #expect(throws: CatalogError.self) { try CatalogQuery("found > 'yesterday'") }
  }

  @Test func familiesByNumberOrName() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    try catalog.write { db in
      try db.execute(
        sql: """
          INSERT INTO family (number, name, label, isNamed, invariant, path, representative, checked, verified, refuted)
          VALUES (1, 'Brouncker', 'pi', 1, '', '', 'pcf 2,1 1,0,0', 1, 1, 0), (12, NULL, 'e', 1, '', '', 'pcf 3 -1,5', 1, 1, 0);
          INSERT INTO familyMember (formula, family, map, link, shift)
          SELECT id, CASE key WHEN 'pcf 3 -1,5' THEN 12 ELSE 1 END, '1 0 0 1', 'checked', 0 FROM formula
          WHERE key IN ('pcf 2,1 1,0,0', 'pcf 3 -1,5', 'signed + . 4,2');
          """)
    }
    func total(_ text: String) throws -> Int { try catalog.total(CatalogQuery(text)) }
    #expect(try total("family = 1") == 3 && total("family = Brouncker") == 3 && total("family ~ brou") == 3)
    #expect(try total("family = 12") == 2 && total("family != 1") == 2 && total("family != null") == 5)
    #expect(try total("family != Brouncker") == 2)
    let brouncker = Formula(ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
    let own = try #require(try catalog.membership(of: brouncker))
    #expect(own.family.name == "Brouncker" && own.member.map == .identity && own.member.formula == brouncker)
    let mirror = try #require(try catalog.membership(of: brouncker.mirror))
    #expect(mirror.family.number == 1 && mirror.member.map == MoebiusMap(-1, 0, 0, 1))
    #expect(mirror.member.value == "-1.25" && mirror.member.formula == brouncker.mirror)
    let rows = try catalog.answer(CatalogQuery("family = 12")).rows
    #expect(rows.map(\.family) == [12, 12])
  }

  /// `pcf(-2n-1, n^2)` is stored as the mirror of Brouncker's fraction; what was found of one says the other.
  @Test func findingsOfAMirrorAreItsOwn() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    let brouncker = Formula(ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 3, surplus: 27, basesTried: 4, decoyHits: 0, residual: "0")
    try catalog.record(
      [
        .discovered(
          Discovery(
            formula: brouncker, value: "1.2732", closedForm: "4/pi", grade: .conjecture, evidence: evidence))
      ], of: [brouncker])
    let findings = try catalog.findings(about: brouncker.mirror)
    #expect(findings.map(\.formula) == [brouncker.mirror] && findings.map(\.value) == ["-1.2732"])
    #expect(findings.map { "\($0.closedForm)" } == ["-4/pi"])
    #expect(try catalog.findings(about: brouncker).map { "\($0.closedForm)" } == ["4/pi"])
  }
}
