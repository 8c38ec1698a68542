import GRDB
import Testing
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

@Suite struct QueryTests {
  /// A catalog that nothing is written into.
  private static let untouched = Result<(scratch: Scratch, catalog: Catalog), any Error> {
    let scratch = try Scratch()
    return (scratch, try QueryTests().catalog(scratch))
  }

  /// Five mirror pairs with known metrics.
  func catalog(_ scratch: Scratch) throws -> Catalog {
    let catalog = try scratch.catalog()
    try catalog.write { db in
      try FormulaWriter(db, .standard).insert([
        row("pcf 2,1 1,0,0", .exponential, "1.27323954473516", -0.2022, gamma: 2.2, eta: 0),
        row("pcf 1 1", .exponential, "1.61803398874989", 1.0017, gamma: 0.4808, eta: 0),
        row("pcf 1,0 1", .factorial, "0.69777465796401", 1.0012, gamma: -0.9287, eta: 0.99),
        row("pcf 0,4 -7", nil, nil, nil, gamma: nil, eta: nil, outcome: .diverges(.complexRoots)),
        row("pcf 2 -1", .powerlaw, "1", -0.9, gamma: 0.1, eta: 0, signs: .minus, outcome: .rational(1)),
      ])
      let evidence = Evidence(
        digitsSupplied: 30, digitsConsumed: 3, surplus: 27, basesTried: 4, decoyHits: 0, residual: "0")
      let brouncker = try #require(FormulaKinds.standard.formula(key: "pcf 2,1 1,0,0"))
      try FindingStore(db, .standard).insert(
        Discovery(
          formula: brouncker, value: "1.27", closedForm: "4/pi", grade: .conjecture, evidence: evidence,
          known: "Brouncker"))
    }
    return catalog
  }

  private func row(
    _ key: String, _ convergence: ConvergenceClass?, _ value: String?, _ delta: Double?, gamma: Double?,
    eta: Double?, signs: Signs = .both, outcome: Outcome = .value
  ) -> MeasuredFormula {
    var dynamics = Dynamics(
      outcome: outcome, convergence: convergence, value: value, digits: value == nil ? 0 : 14)
    dynamics.delta = delta
    if let gamma, let eta { dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma) }
    dynamics.factorialReduction = eta.map { $0 == 0 }
    return MeasuredFormula(
      key: key, canonicalKey: key, signs: signs, dynamics: dynamics, depth: 1000, against: 2000)
  }

  @Test(
    "Conditions select",
    arguments: [
      ("", 9), ("factorialReduction and delta > 0.9 and denominator.gamma < 0.6", 2), ("delta > 0.9", 4),
      ("0.9 < delta", 4), ("delta>=1.0017", 2), ("not delta > 0.9", 5), ("delta = null", 2),
      ("delta != null", 7),
      ("class = exponential", 4), ("class != exponential", 3), ("not class = exponential", 5),
      ("status = diverges or status = rational", 3), ("(delta > 1 or status=diverges) and value = null", 2),
      ("value > 0", 3), ("value < 0", 4), ("value = 1.618", 1), ("value = -1.6180", 1), ("value ~ 1.2732", 1),
      ("value ~ \"-1.27\"", 1), ("identified", 2), ("not identified", 7), ("closedForm ~ PI", 2),
      ("closedForm has pi", 2), ("has pi", 2), ("identified and has pi", 2), ("closedForm has e", 0),
      ("not closedForm has pi", 7),
      ("known ~ 'brou'", 2),
      ("grade >= conjecture", 2), ("grade = certified", 0), ("reason ~ complex", 2),
      ("factorialReduction", 5),
      ("factorialReduction = false", 2), ("not factorialReduction", 4), ("key = \"pcf -2,-1 1,0,0\"", 1),
      ("a = \"2n+1\"", 1), ("a = \"-2n-1\" and b = 'n^2'", 1), ("b = 'n²'", 2), ("b.degree = 2", 2),
      ("a.degree < 1", 3), ("a = -2", 1), ("exact = -1", 1), ("delta > -1e0 and not (delta > -0.5)", 1),
      ("not not identified", 2),
    ])
  func selecting(text: String, expected: Int) throws {
    let catalog = try Self.untouched.get().catalog
    let query = try CatalogQuery(text)
    let answer = try catalog.answer(query)
    #expect(answer.total == expected && answer.rows.count == expected)
    #expect(try catalog.total(query) == expected)
  }

  @Test("Rows of mirrors have the opposite limit and the same metrics") func mirrors() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    for text in ["identified", "identified and (value > 0 or value < 0)"] {
      let rows = try catalog.answer(CatalogQuery(text)).rows
      #expect(rows.map { $0.formula.description } == ["pcf(2n+1, n^2)", "pcf(-2n-1, n^2)"])
      #expect(rows.map(\.dynamics.value) == ["1.27323954473516", "-1.27323954473516"])
      #expect(rows.map(\.closedForm) == ["4/pi", "-4/pi"])
      #expect(rows.map(\.dynamics.delta) == [-0.2022, -0.2022])
    }
    let rational = try catalog.answer(CatalogQuery("status = rational")).rows
    #expect(
      rational.map(\.dynamics.outcome) == [.rational(-1)] && rational.map(\.formula.key) == ["pcf -2 -1"])
  }

  @Test("Sorting, limit and offset") func sorting() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    func deltas(_ sort: String, limit: Int? = nil, offset: Int = 0) throws -> [Double?] {
      try catalog.answer(CatalogQuery(sort: sort, limit: limit, offset: offset)).rows.map(\.dynamics.delta)
    }
    #expect(try deltas("-delta", limit: 5) == [1.0017, 1.0017, 1.0012, 1.0012, -0.2022])
    #expect(
      try deltas("delta").map { $0 ?? 9 } == [-0.9, -0.2022, -0.2022, 1.0012, 1.0012, 1.0017, 1.0017, 9, 9])
    #expect(try deltas("-delta").suffix(2) == [nil, nil])
    #expect(try deltas("-delta", limit: 2, offset: 1) == [1.0017, 1.0012])
    #expect(try deltas("-delta", limit: 0) == [])
    let values = try catalog.answer(CatalogQuery("value != null", sort: "value", limit: 2)).rows
    #expect(values.map(\.dynamics.value) == ["-1.61803398874989", "-1.27323954473516"])
    #expect(try catalog.answer(CatalogQuery(sort: "class, -delta", limit: 1)).rows.count == 1)
    let falling = try catalog.answer(CatalogQuery("value != null", sort: "-value", limit: 4, offset: 2)).rows
    #expect(
      falling.map(\.dynamics.value) == [
        "0.69777465796401", "-0.69777465796401", "-1", "-1.27323954473516",
      ])
    let tied = try catalog.answer(CatalogQuery("delta > 1", sort: "-delta", limit: 3, offset: 1)).rows
    #expect(tied.map(\.formula.description) == ["pcf(-1, 1)", "pcf(n, 1)", "pcf(-n, 1)"])
    #expect(try catalog.answer(CatalogQuery("delta > 1", limit: 1), counting: false).total == nil)
  }

  @Test(
    "Mistakes are shown where they are, with what was meant",
    arguments: [
      ("delte > 0.9", 0..<5, "did you mean delta?"), ("delta > 0.9 and", 15..<15, "for example: delta > 0.9"),
      ("denominator.gama < 1", 0..<16, "did you mean denominator.gamma?"),
      ("class = exponental", 8..<18, "did you mean exponential?"),
      ("(delta > 1", 0..<1, "add )"), ("delta > 1)", 9..<10, "join conditions with 'and' or 'or'"),
      ("delta", 0..<5, "for example: delta > 0.5"), ("delta > big", 8..<11, "for example: delta > 0.5"),
      ("value ~ \"3", 8..<10, "end it with \""),
      ("delta @ 3", 6..<7, "for example: delta > 0.9 and class = exponential"),
      ("delta ~ 3", 8..<9, "for example: delta > 0.5"),
      ("identified > 3", 13..<14, "for example: identified"),
      ("delta 3", 0..<5, "for example: delta > 0.5"), ("3", 1..<1, "for example: 0.9 < delta"),
      ("b = 'n^'", 7..<7, nil), ("xyzzy = 1", 0..<5, "`help query` lists the fields"),
    ] as [(String, Range<Int>, String?)])
  func mistakes(text: String, range: Range<Int>, remedy: String?) {
    do {
      _ = try CatalogQuery(text)
      Issue.record("'\(text)' was read")
    } catch {
      guard case .query(let mistake, let source) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(source == text && mistake.range == range, "\(mistake)")
      if let remedy { #expect(mistake.remedy == remedy) }
    }
  }

  @Test("Mistakes in a sort have places too") func sortMistakes() {
    do {
      _ = try CatalogQuery(sort: "-delta, -gama")
      Issue.record("it was read")
    } catch {
      guard case .query(let mistake, _) = error else { return }
      #expect(mistake.range == 9..<13)
    }
  }

  @Test("Every field can be compared, sorted by and asked for null") func everyField() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    #expect(Set(QueryFieldTable.all.map(\.name)).count == QueryFieldTable.all.count)
    for field in QueryFieldTable.all {
      _ = try catalog.answer(CatalogQuery(QueryReading.example(field), sort: "-\(field.name)"))
      let missing = try catalog.total(CatalogQuery("\(field.name) = null"))
      #expect(try catalog.total(CatalogQuery("\(field.name) != null")) == 9 - missing)
    }
  }

  @Test(
    "Words for times are told from now",
    arguments: [
      ("today", "2026-03-01"), ("Yesterday", "2026-02-28"), ("'3 days ago'", "2026-02-26T00:20:00Z"),
      ("'1 hour ago'", "2026-02-28T23:20:00Z"), ("2026-02", "2026-02"),
      ("2026-02-28T23:00:00Z", "2026-02-28T23:00:00Z"),
    ])
  func times(text: String, beginning: String) throws {
    let condition = try QueryParser.condition("found > \(text)", now: "2026-03-01T00:20:00Z")
    guard case .compare(_, .greater, .text(beginning)) = condition else {
      Issue.record("\(String(describing: condition))")
      return
    }
  }

  @Test("Every field but that of words is a column, and has a value where it is not null")
  func columns() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    for field in QueryFieldTable.all where field.name != "text" {
      #expect(try QueryFieldTable.columns(field.name).count == 1)
      let rows = try catalog.answer(CatalogQuery()).rows
      let missing = rows.filter { field.value?($0).isMissing != false }.count
      guard field.name != "job" else { continue }
      #expect(try catalog.total(CatalogQuery("\(field.name) = null")) == missing, "\(field.name)")
    }
    #expect(throws: CatalogError.self) { try QueryFieldTable.columns("text") }
    #expect(throws: CatalogError.self) { try QueryFieldTable.columns("a,-b") }
  }

  @Test("A row for a formula and its mirror, none twice") func folding() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    for text in ["", "value != 0 or value = null", "delta > 0.9"] {
      var query = try CatalogQuery(text)
      query.foldsMirrors = true
      let (rows, total) = (try catalog.answer(query).rows, try catalog.total(query))
      #expect(Set(rows.map { $0.formula.representative.formula.key }).count == rows.count)
      #expect(rows.count == (total + 1) / 2)
      (query.limit, query.offset) = (1, 1)
      let second = try catalog.answer(query)
      #expect(second.rows.map(\.formula) == [rows[1].formula] && second.isCut == (rows.count > 2))
    }
  }

  @Test("Nothing in a literal reaches SQL") func injection() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    #expect(try catalog.total(CatalogQuery("reason = \"'; DROP TABLE formula; --\"")) == 0)
    #expect(try catalog.total(CatalogQuery()) == 9)
  }
}
