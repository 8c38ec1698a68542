import GRDB
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

@Suite struct NotesTests {
  private let brouncker = Formula(ContinuedFraction(a: [1, 2], b: [0, 0, 1]))
  private let apery = Formula(
    ContinuedFraction(a: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1]))
  private let plain = Formula(ContinuedFraction(a: [1], b: [1]))

  private func catalog(_ scratch: Scratch, _ name: String = "c") throws -> Catalog {
    let catalog = try scratch.catalog(name)
    try catalog.store(
      [(brouncker, "1.27"), (apery, "9.73"), (plain, "1.62")].map { formula, value in
        MeasuredFormula(
          key: formula.key, canonicalKey: formula.canonicalKey, signs: .both,
          dynamics: Dynamics(outcome: .value, value: value, digits: 3), depth: 1000, against: 2000)
      })
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 4, surplus: 26, basesTried: 1, decoyHits: 0, residual: "1e-30")
    try catalog.write { db in
      for (formula, value, closedForm, known) in [
        (brouncker, "1.27", "4/pi", "Brouncker"), (apery, "9.73", "6/(8zeta(3)-9)", "Apéry"),
      ] {
        try FindingStore(db, .standard).insert(
          Discovery(
            formula: formula, value: value, closedForm: ClosedForm(reading: closedForm, rule: .current),
            grade: .conjecture, evidence: evidence,
            known: known))
      }
    }
    return catalog
  }

  private func found(_ catalog: Catalog, _ query: String) throws -> [String] {
    try catalog.answer(CatalogQuery(query)).rows.map(\.formula.key)
  }

  @Test("Words of closed forms, names and notes are found, mirrors included") func searching() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let catalog = try catalog(scratch)
    try catalog.addNote("golden ratio, see Hardy & Wright", about: plain)
    try catalog.addNote("a star of the 17th century", about: brouncker)
    let (b, a, p) = (brouncker.key, apery.key, plain.key)
    for (text, expected) in [
      ("brouncker", b), ("BROUNCKER", b), ("apery", a), ("Apéry", a), ("zeta", a), ("ζ(3)", a),
      ("zeta(3)", a),
      ("π", b), ("4/pi", b), ("golden", p), ("wright hardy", p), ("gold*", p), ("17th", b),
      ("star century", b),
      ("\"hardy\" & wright", p),
    ] {
      let quoted = text.contains("\"") ? "'\(text)'" : "\"\(text)\""
      #expect(try found(catalog, "text ~ \(quoted)").first == expected, "\(text)")
      #expect(try catalog.total(CatalogQuery("text ~ \(quoted)")) == 2, "\(text)")
    }
    for text in ["gold", "pi4", "hardy brouncker", "(wright hardy)x", "AND"] {
      #expect(try catalog.total(CatalogQuery("text ~ \"\(text)\"")) == 0, "\(text)")
    }
    #expect(try catalog.total(CatalogQuery("text = null")) == 0)
    #expect(try catalog.total(CatalogQuery("note ~ Hardy and not identified")) == 2)
    #expect(try catalog.total(CatalogQuery("note = null or known ~ brou")) == 4)
    #expect(throws: CatalogError.self) { try CatalogQuery("text ~ \"+\"") }
    #expect(throws: CatalogError.self) { try CatalogQuery("text = pi") }
  }

  @Test("Notes are added once, removed one by one or together, and leave the index with them") func writing()
    throws
  {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let catalog = try catalog(scratch)
    let mirror = Formula(ContinuedFraction(a: [-1], b: [1]))
    for text in ["second", "first", "second"] { try catalog.addNote(text, about: mirror) }
    #expect(try catalog.notes(about: plain) == ["first", "second"])
    #expect(try catalog.total(CatalogQuery("text ~ first")) == 2)
    #expect(try catalog.removeNotes("first", about: plain) == 1)
    #expect(try catalog.total(CatalogQuery("text ~ first")) == 0)
    #expect(try catalog.total(CatalogQuery("text ~ second")) == 2)
    #expect(try catalog.removeNotes(about: plain) == 1 && catalog.notes(about: plain).isEmpty)
    #expect(try catalog.total(CatalogQuery("text = null")) == 2)
    let unknown = Formula(ContinuedFraction(a: [7], b: [7]))
    #expect(throws: CatalogError.notStored("pcf(7, 7)")) { try catalog.addNote("x", about: unknown) }
  }

  @Test("Notes travel with exports and merges, in any order") func travelling() throws {
    let scratch = try Scratch()
    let (first, second) = (try catalog(scratch, "1"), try catalog(scratch, "2"))
    try first.addNote("one\twith a tab", about: plain)
    try second.addNote("two", about: plain)
    try second.addNote("three", about: apery)
    let both = try scratch.catalog("both")
    // The values of this catalog are made up: they are those of its closed forms.
    var check = MergeCheck.evaluating
    check.verifier = FindingVerifier { formula in
      let closedForm = ClosedForm(reading: formula == apery ? "6/(8zeta(3)-9)" : "4/pi", rule: .current)
      return .recomputable { closedForm.ball(digits: $0) }
    }
    _ = try both.merge(first, check: check)
    #expect(try both.merge(second, check: check).notes == 2)
    let text = try scratch.catalog("text")
    _ = try text.importText(second.exported())
    #expect(try text.importText(first.exported()).notes == 1)
    #expect(try both.exported() == text.exported())
    #expect(try text.notes(about: plain) == ["one\twith a tab", "two"])
    #expect(try text.total(CatalogQuery("text ~ tab")) == 2)
    let stray = ExchangeFormat.one.header + "\nnote\tpcf 9 9\tlost\n"
    #expect(throws: CatalogError.self) { try text.importText(stray) }
  }

  @Test("A catalog from before gets an index of what it holds") func migration() throws {
    let scratch = try Scratch()
    let path = scratch.path("old.sqlite")
    let queue = try DatabaseQueue(path: path)
    try CatalogSchema.migrator.migrate(queue, upTo: "2 views of mirrors")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO formula (id, kind, key, canonicalKey, signs, status, class, value, number, digits, depth, against)
          VALUES (3, 'pcf', 'pcf 2,1 1,0,0', 'pcf 2,1 1,0,0', 3, 'value', 'exponential', '1.27', 1.27, 3, 1000, 2000);
          INSERT INTO finding (formula, closedForm, value, grade, digitsSupplied, digitsConsumed, surplus, basesTried,
            decoyHits, residual, known)
          VALUES (3, '4/pi', '1.27', 'conjecture', 30, 4, 26, 1, 0, '0', 'Brouncker')
          """)
    }
    try queue.close()
    let catalog = try Catalog.open(at: path)
    #expect(try catalog.total(CatalogQuery("text ~ brouncker")) == 2)
    try catalog.addNote("x", about: brouncker)
    #expect(try catalog.total(CatalogQuery("text ~ 'x brouncker'")) == 2)
  }
}
