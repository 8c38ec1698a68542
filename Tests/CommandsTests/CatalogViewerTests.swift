import Foundation
import Testing
import WallisArithmetic
import WallisCatalog
import WallisDocuments
import WallisFormulas

@testable import WallisCommands

/// What a viewer is told of a catalog: the rows, numbers and words of `catalog query`, `catalog show` and `jobs`.
@Suite struct CatalogViewerTests {
  private static let folder = Result { try CatalogVerbTests.Folder() }

  /// A catalog with closed forms, mirrors, and formulas without a limit.
  private static let catalog: String = {
    guard let path = try? folder.get().catalog else { return "" }
    _ = wallis(
      "search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify", "--depth", "100",
      "--against", "200", "--catalog", path)
    return path
  }()

  private let viewer = CatalogViewer(
    table: .standard, catalog: CatalogViewerTests.catalog, RecordedShell().shell())

  private static let conditions = [
    "", "closedForm has pi", "delta > -0.5 and value > 0", "status = diverges",
  ]
  private static let sorts = ["", "-delta", "value", "closedForm,-digitsPerTerm"]

  private func rows(_ question: CatalogQuestion) throws -> BrowsedRows {
    guard case .rows(let rows) = viewer.answer(question) else {
      throw Diagnostic("no rows: \(viewer.answer(question))")
    }
    return rows
  }

  @Test(arguments: conditions, sorts)
  func rowsAreThoseOfCatalogQuery(_ condition: String, _ sort: String) throws {
    let request = RowsRequest(condition: condition, sort: sort, columns: "key,value,closedForm,delta,family")
    let told = try rows(.select(request))
    let words = ["catalog", "query", condition, "--columns", request.columns, "--limit", "1000", "--json"]
    let answer = wallis(
      words + (sort.isEmpty ? [] : ["--sort", sort]) + ["--catalog", CatalogViewerTests.catalog])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let shown = try #require(json["rows"] as? [[String: Any]])
    #expect(told.rows.map { $0?.key } == shown.map { $0["key"] as? String })
    #expect(told.total == json["total"] as? Int && told.count == shown.count)
    let fields = try QueryFieldTable.columns(request.columns)
    let catalog = try Catalog.reading(at: CatalogViewerTests.catalog)
    var query = try CatalogQuery(condition, sort: sort)
    query.foldsMirrors = true
    let stored = try catalog.answer(query).rows
    #expect(
      told.rows.map { $0?.cells.prefix(5).map(\.string) }
        == stored.map { row in fields.map { CatalogRowsView.cell($0, row).string } })
    // The same rows by their numbers, before the order is known and after it is.
    for _ in 0..<2 {
      for range in [0..<3, 1..<4, 0..<told.rows.count] where range.upperBound <= told.rows.count {
        let part = try rows(.rows(request, range))
        #expect(part.first == range.lowerBound && part.rows == Array(told.rows[range]), "\(range)")
      }
      #expect(viewer.answer(.order(request)) == .ordered(count: told.rows.count))
    }
  }

  @Test func aCardSaysWhatCatalogShowSays() throws {
    let told = try rows(.select(RowsRequest(sort: "-delta")))
    for row in told.rows.compactMap({ $0 }).prefix(6) {
      guard case .card(let card) = viewer.answer(.card(CardRequest(key: row.key, width: 60, ascii: false)))
      else {
        Issue.record("no card of \(row.key)")
        continue
      }
      let shown = wallis("catalog", "show", row.key, "--catalog", CatalogViewerTests.catalog).output
      let fields = card.blocks.filter {
        if case .code = $0 { false } else if case .plot = $0 { false } else { true }
      }
      #expect(PlainRenderer(width: 80).render(Document(fields)) == shown)
      #expect(fields.count < card.blocks.count, "a drawing, and the convergence where there is a limit")
    }
  }

  /// Closed form, grade and evidence come before the rates, so that a card of few lines has them; nothing is left out.
  @Test func aCardBeginsWithWhatTheFormulaIs() throws {
    let told = try rows(.select(RowsRequest(condition: "closedForm has pi")))
    let row = try #require(told.rows.first ?? nil)
    let request = CardRequest(key: row.key, width: 40, ascii: true, isShort: true)
    guard case .card(let card) = viewer.answer(.card(request)) else { throw Diagnostic("no card") }
    let lines = Layout(width: 40, ascii: true).lines(card).map(\.string)
    let labels = lines.compactMap { line in
      ["value", "equals", "grade", "evidence", "convergence"].first { line.hasPrefix($0 + " ") }
    }
    #expect(labels == ["value", "equals", "grade", "evidence", "convergence"], "\(lines)")
    #expect(!lines.contains { $0.contains("--json") || $0.contains("no room") }, "\(lines)")
  }

  @Test func jobsAreThoseOfTheVerb() throws {
    guard case .jobs(let jobs) = viewer.answer(.jobs) else { throw Diagnostic("no jobs") }
    #expect(jobs.map(\.number) == [1] && !jobs[0].isUnfinished)
    let shown = wallis("jobs", "--catalog", CatalogViewerTests.catalog).output
    #expect(
      PlainRenderer(width: 80).render(
        Document([.table(Table(BrowsedJob.columns, rows: jobs.map(\.cells)))])) == shown)
  }

  @Test func mistakesAreToldAsTheVerbTellsThem() {
    guard case .refused(let diagnostic) = viewer.answer(.select(RowsRequest(condition: "dleta > 1"))) else {
      Issue.record("a condition that means nothing has rows")
      return
    }
    #expect(diagnostic.message.contains("dleta") && diagnostic.remedy?.contains("delta") == true)
    let nowhere = CatalogViewer(table: .standard, catalog: "/nowhere/c.sqlite", RecordedShell().shell())
    guard case .refused(let missing) = nowhere.answer(.select(RowsRequest())) else {
      Issue.record("no catalog has rows")
      return
    }
    #expect(missing.message.contains("there is no catalog"))
  }

  /// What is kept from look to look is that of the file at the path, however it came there.
  @Test func anotherLookSeesWhatIsThereNow() throws {
    let folder = try CatalogVerbTests.Folder()
    let other = folder.path + "/other.sqlite"
    let viewer = CatalogViewer(table: .standard, catalog: folder.catalog, RecordedShell().shell())
    func keep(_ list: String, in catalog: String) {
      #expect(wallis("catalog", "import", "-", "--catalog", catalog, input: list).exit == .done)
    }
    func seen() throws -> [String?] {
      viewer.reopen()
      let request = RowsRequest(sort: "formula")
      guard case .rows(let rows) = viewer.answer(.select(request)),
        case .rows(let again) = viewer.answer(.rows(request, 0..<9)),
        case .card = viewer.answer(.card(CardRequest(key: rows.rows[0]?.key ?? "", width: 60, ascii: true)))
      else { throw Diagnostic("\(viewer.answer(.select(request)))") }
      #expect(rows.rows.map { $0?.key } == again.rows.map { $0?.key })
      return rows.rows.map { $0?.formula }
    }
    keep("pcf(2n+1, n^2)\n", in: folder.catalog)
    #expect(try seen() == ["pcf(2n+1, n^2)"] && seen() == ["pcf(2n+1, n^2)"])
    keep("pcf(3n+1, n)\n", in: folder.catalog)
    #expect(try seen() == ["pcf(2n+1, n^2)", "pcf(3n+1, n)"])
    keep("pcf(5, n)\n", in: other)
    // A log that stays behind would be read into the file that comes.
    func dropLog() {
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.catalog + end) }
    }
    dropLog()
    #expect(rename(other, folder.catalog) == 0)
    #expect(try seen() == ["pcf(5, n)"])
    // Written over in place, as cp does.
    keep("pcf(7, n)\npcf(9, n)\n", in: other)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
    dropLog()
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.catalog))
    try file.write(contentsOf: bytes)
    try file.truncate(atOffset: UInt64(bytes.count))
    try file.close()
    #expect(try seen() == ["pcf(7, n)", "pcf(9, n)"])
  }

  /// Every box of a map holds as many formulas as its condition selects.
  @Test(arguments: ["", "value > 0", "closedForm has pi"])
  func aMapCountsWhatItsConditionsSelect(_ condition: String) throws {
    let request = DensityRequest(
      condition: condition, x: "delta", y: "denominator.gamma", across: 7, down: 5)
    guard case .density(let density) = viewer.answer(.density(request)) else { throw Diagnostic("no map") }
    let catalog = try Catalog.reading(at: CatalogViewerTests.catalog)
    let start = condition.isEmpty ? "" : "(\(condition)) and "
    for column in 0..<7 {
      for row in 0..<5 {
        let box =
          start + density.window.x.condition("delta", column..<column + 1, of: 7) + " and "
          + density.window.y.condition("denominator.gamma", 4 - row..<5 - row, of: 5)
        #expect(try catalog.total(CatalogQuery(box)) == density.count(column, row), "\(box)")
      }
    }
    #expect(density.total == (try catalog.total(CatalogQuery(condition))))
    let without = start + "(delta = null or denominator.gamma = null)"
    #expect(density.missing == (try catalog.total(CatalogQuery(without))))
    #expect(density.count(0..<7, 0..<5) + density.outliers + density.missing == density.total)
  }

  /// δ, digits and growth are those of `measure --sequence` and of exact p and q.
  @Test(arguments: ["pcf(2n+1, n^2)", "pcf(34n^3+51n^2+27n+5, -n^6)", "pcf(6, (2n-1)^2)"])
  func anInspectionMeasuresAsMeasureDoes(_ formula: String) throws {
    let request = InspectionRequest(formula: formula, depth: 100, width: 60, ascii: false)
    guard case .card(let document) = viewer.answer(.inspect(request)),
      let table = document.blocks.lazy.compactMap({ if case .table(let table) = $0 { table } else { nil } })
        .first
    else { throw Diagnostic("\(viewer.answer(.inspect(request)))") }
    let fraction = try #require(try WallisFormulas.Expression(parsing: formula).continuedFraction())
    let sequence = DeltaSequence(fraction, count: 60, depth: 100, against: 200)
    let deltas = Dictionary(uniqueKeysWithValues: sequence.points.map { ("\($0.depth)", $0.delta) })
    for row in table.rows {
      let delta = try #require(deltas[row[0].string])
      #expect(row[1].string == delta.map { rounded($0, 6) } ?? "–", "n = \(row[0].string)")
    }
    #expect(table.rows.last?[0].string == "100" && table.rows.count > 4)
    // p and q by their recurrence, in integers.
    let (a, b) = (fraction.a, fraction.b)
    var (p, q) = ((Integer(1), a.value(at: 0)), (Integer(0), Integer(1)))
    for n in 1...100 {
      p = (p.1, a.value(at: n) * p.1 + b.value(at: n) * p.0)
      q = (q.1, a.value(at: n) * q.1 + b.value(at: n) * q.0)
    }
    let divisor = p.1.gcd(q.1)
    // Logarithms of whole numbers, by their leading digits.
    func logarithm(_ number: Integer) -> Double {
      let digits = "\(number)".filter(\.isNumber)
      return log(Double(digits.prefix(15)) ?? .nan) + Double(digits.count - digits.prefix(15).count) * log(10)
    }
    let last = try #require(table.rows.last).map(\.string)
    let (size, cut) = (logarithm(q.1) - logarithm(divisor), logarithm(divisor))
    #expect(last[3] == String(format: "%.1f", size) && last[4] == String(format: "%.1f", cut))
    let depth = try #require(deltas["100"] ?? nil)
    #expect(last[2] == String(format: "%.1f", (depth + 1) * size / log(10)))
    let powers = [2, 3, 5, 7, 11, 13, 17, 19, 23].compactMap { prime -> String? in
      let exponent = divisor.valuation(at: prime)
      return exponent > 0 ? "\(prime)^\(exponent)" : nil
    }
    let shown = PlainRenderer(width: 200).render(document)
    #expect(shown.contains(powers.isEmpty ? "none of the primes to 23" : powers.joined(separator: " ")))
    let expanded = wallis("expand", formula, "--terms", "20").output.split(separator: "\n")
    #expect(expanded.allSatisfy { PlainRenderer(width: 80).render(document).contains($0) })
  }
}
