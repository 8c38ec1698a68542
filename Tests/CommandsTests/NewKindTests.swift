import Foundation
import TestSupport
import Testing
import WallisCatalog
import WallisDocuments
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCommands

/// A kind that only the table passed in knows runs through all verbs that read or show formulas.
@Suite struct NewKindTests {
  private static let kinds = FormulaKinds.standard.adding(Geometric.self)

  /// A folder with a catalog that holds the series of 1/√7 with its closed form; removed with the test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "wallis-" + UUID().uuidString
    var catalog: String { path + "/c.sqlite" }

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let (series, store) = (
        Formula(Geometric(7)), try Catalog.open(at: path + "/c.sqlite", kinds: NewKindTests.kinds)
      )
      let value = "1.60762521851076509841693595894"
      let dynamics = Dynamics(outcome: .value, convergence: .exponential, value: value, digits: 30)
      try store.store([
        MeasuredFormula(
          key: series.key, canonicalKey: series.canonicalKey, signs: .plus, dynamics: dynamics, depth: 0,
          against: 0)
      ])
      let evidence = Evidence(
        digitsSupplied: 30, digitsConsumed: 3, surplus: 27, basesTried: 4, decoyHits: 0, residual: "1e-30")
      let finding = Discovery(
        formula: series, value: value, closedForm: "(7+sqrt(7))/6", grade: .conjecture, evidence: evidence)
      try store.record([.discovered(finding)], of: [series])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func run(_ words: String...) throws -> (exit: Exit, text: String, json: String) {
    let folder = try Folder()
    var context = VerbContext.test()
    context.kinds = Self.kinds
    let reply = try context.table.parse(words + ["--catalog", folder.catalog]).reply(in: context)
    return (
      reply.exit, PlainRenderer(width: 120).render(reply.document), reply.json?.compact ?? ""
    )
  }

  @Test func queryListsIt() throws {
    let (exit, text, json) = try run("catalog", "query", "kind = geometric and value > 1.5")
    #expect(exit == .done && text.contains("1 + 1/sqrt(7) + 1/7 + …"), "\(text)")
    #expect(json.contains(#""kind":"geometric""#) && json.contains(#""radicand":7"#), "\(json)")
    #expect(try run("catalog", "query", "a.degree = 0").exit == .nothing)
  }

  @Test func showKnowsItByItsKey() throws {
    let (exit, text, json) = try run("catalog", "show", "geometric 7")
    #expect(exit == .done && text.contains("1/sqrt(7)") && text.contains("(7+sqrt(7))/6"), "\(text)")
    #expect(json.contains(#""key":"geometric 7""#), "\(json)")
  }

  @Test func findTakesItFromTheCatalog() throws {
    let (exit, text, _) = try run("find", "--constant", "sqrt(7)", "--count", "1")
    #expect(exit == .done && text.contains("1 + 1/sqrt(7) + 1/7 + …"), "\(text)")
  }

  @Test func exportWritesIt() throws {
    let (exit, _, json) = try run("export", "geometric 7")
    #expect(exit == .done && json.contains("1 + 1/sqrt(7) + 1/7 + … = (7+sqrt(7))/6"), "\(json)")
  }

  @Test func theTextExchangeCarriesIt() throws {
    let folder = try Folder()
    let first = try Catalog.open(at: folder.catalog, kinds: Self.kinds)
    var text = ""
    try first.exportText { text += $0 }
    let second = try Catalog.open(at: folder.path + "/d.sqlite", kinds: Self.kinds)
    let summary = try second.importText(text)
    #expect(summary.formulas == 1 && summary.findings == 1)
    var again = ""
    try second.exportText { again += $0 }
    #expect(again == text)
    #expect(throws: CatalogError.self) { try Catalog.open(at: folder.path + "/e.sqlite").importText(text) }
  }
}
