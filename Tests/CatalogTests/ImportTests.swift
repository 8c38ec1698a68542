import Foundation
import GRDB
import Testing
import WallisFormulas
import WallisIdentification
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

/// What others say is compared, marked, and refused where it cannot be: faults S2 and S3, and texts that were cut.
@Suite struct ImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let key = "pcf 2,1 1,0,0"
  /// Brouncker's fraction, measured: 4/π = 1.27323954473516268615107010698….
  private static let measured =
    "formula\t\(key)\t\(key)\t3\tvalue\t\texponential\t\t1.273239544735163\t16\t1000\t2000"
    + "\t-1\t-1\t\t\t\t\t\t\t1\t\t\tfull"
  private static let finding =
    "finding\t\(key)\t4/pi\t1.273239544735163\tcertified\t30\t4\t26\t1\t0\t1e-30\tBrouncker"

  /// A text with its closing line.
  private func text(_ lines: [String]) -> String {
    var (tally, text) = (ExchangeTally(), "")
    for line in [ExchangeFormat.two.header] + lines {
      tally.add(line + "\n")
      text += line + "\n"
    }
    return text + tally.closingLine
  }

  private static func with(_ column: Int, _ value: String, in line: String = measured) -> String {
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    fields[column] = value
    return fields.joined(separator: "\t")
  }

  @Test(
    "What contradicts itself is refused with its line",
    arguments: [
      (with(8, "abc"), "no number"), (with(8, "nan"), "no number"), (with(8, "inf"), "no number"),
      (with(9, "-5"), "less than nothing"), (with(10, "-1"), "less than nothing"),
      (with(1, "pcf 1 1"), "canonical"), (with(23, "none"), "contradict"), (with(23, "all"), "no reduction"),
      (with(20, "0"), "contradict"), (with(20, "2"), "neither 0 nor 1"),
      (with(4, "rational", in: with(7, "5/4")), "is not 5/4"),
      (with(18, "1.5", in: with(19, "1", in: with(23, ""))), "fit of the denominators"),
    ])
  func contradictions(line: String, word: String) throws {
    let catalog = try scratch.catalog()
    expectRefusal(catalog, text([line]), line: 2, word)
    #expect(try catalog.statistics().rows == 0)
    #expect(try catalog.importText(text([Self.measured])).formulas == 1)
  }

  @Test(
    "What contradicts the catalog is refused with its line",
    arguments: [
      // A false value at a greater depth.
      (with(8, "1.273239544735199", in: with(10, "1001")), "contradicts"),
      (with(4, "rational", in: with(7, "1273239544735199/1000000000000000", in: with(8, ""))), "contradicts"),
      (with(3, "1.28", in: finding), "contradicts"), (with(3, "abc", in: finding), "no number"),
      (with(2, "4/pi+1", in: finding), "is not"), (with(5, "-5", in: finding), "less than nothing"),
      (with(4, "proved", in: finding), "not a grade"), (with(1, "pcf 9 9", in: finding), "nowhere before it"),
      ("note\tpcf 9 9\tlost", "nowhere before it"), ("exclusion\tpcf 9 9\tpi\t100", "nowhere before it"),
      ("exclusion\t\(key)\tpi\tmany", "no bound"), ("member\t\(key)\t1 0 0 1\tchecked\t\t0\t20", "no family"),
    ])
  func contradictionsWithTheCatalog(line: String, word: String) throws {
    let catalog = try scratch.catalog()
    _ = try catalog.importText(text([Self.measured]))
    let before = try catalog.exported()
    expectRefusal(catalog, text([line]), line: 2, word)
    #expect(try catalog.exported() == before)
  }

  private func expectRefusal(_ catalog: Catalog, _ text: String, line number: Int, _ word: String) {
    do {
      _ = try catalog.importText(text)
      Issue.record("it was imported")
    } catch {
      guard case .badLine(number, let detail) = error, detail.contains(word) else {
        Issue.record("unexpected \(error)")
        return
      }
    }
  }

  @Test func gradesAreProvedOrLowered() throws {
    let catalog = try scratch.catalog()
    // 1 + 1/(1 + 1/(1 + …)) = (1 + √5)/2 by exact arithmetic, Brouncker's fraction by that of the arctangent; Zagier's
    // for ζ(2) is beyond what is proved here.
    let golden = "pcf 1 1"
    let value = "1.618033988749895"
    let proved = NormalForm(try #require(Self.quadratic(golden))).closedForm
    let (zagier, other) = ("pcf 7,7,2 8,0,0,0,0", "2.431708407416107")
    let blank = String(repeating: "\t", count: 11)
    let lines = [
      Self.measured,
      "formula\t\(zagier)\t\(zagier)\t3\tvalue\t\texponential\t\t\(other)\t16\t1000\t2000" + blank,
      "formula\t\(golden)\t\(golden)\t3\tvalue\t\texponential\t\t\(value)\t16\t1000\t2000"
        + blank,
      Self.finding, "finding\t\(zagier)\t4/zeta(2)\t\(other)\tcertified\t16\t2\t14\t1\t0\t1e-16\t",
      "finding\t\(golden)\t\(proved)\t\(value)\tcertified\t0\t2\t0\t1\t0\t0\t",
      "finding\t\(golden)\troot of what ?\t\(value)\tconjecture\t30\t4\t26\t1\t0\t1e-30\t",
    ]
    let summary = try catalog.importText(text(lines))
    #expect(summary.lowered == 2 && summary.findings == 4)
    let grades = Dictionary(try catalog.findings().map { ("\($0.closedForm)", $0.grade) }) { $1 }
    let expected: [String: Grade] = [
      "4/pi": .certified, "\(proved)": .certified, "4/zeta(2)": .conjecture, "root of what ?": .suspicious,
    ]
    #expect(grades == expected)
    #expect(try catalog.total(CatalogQuery("imported")) == 6)
  }

  private static func quadratic(_ key: String) -> QuadraticNumber? {
    guard let fraction = FormulaKinds.standard.formula(key: key)?.fraction,
      case .quadratic(let number) = ExactLimit(fraction)
    else { return nil }
    return number
  }

  @Test func whatWasMeasuredHereStays() throws {
    let catalog = try scratch.catalog()
    _ = try catalog.importText(text([Self.with(10, "1001")]))
    var dynamics = Dynamics(outcome: .value, convergence: .exponential, value: "1.273", digits: 4)
    dynamics.reduction = .full
    let own = MeasuredFormula(
      key: Self.key, canonicalKey: Self.key, signs: .plus, dynamics: dynamics, depth: 50, against: 100)
    try catalog.store([own])
    _ = try catalog.importText(text([Self.with(10, "1002")]))
    let formula = try #require(FormulaKinds.standard.formula(key: Self.key))
    let row = try #require(try catalog.row(for: formula))
    #expect(row.depth == 50 && row.dynamics == dynamics)
    #expect(try catalog.row(for: formula.mirror)?.depth == 50)
  }

  /// Two measurements at the same depths with as many digits, and two findings with the same surplus.
  @Test func theOrderOfFilesDoesNotMatter() throws {
    let texts = [
      [Self.measured, Self.finding],
      [Self.with(12, "-0.9"), Self.with(10, "1e-29", in: Self.finding)],
      [Self.with(12, "-0.8"), Self.with(11, "Wallis", in: Self.finding)],
    ].map(text)
    var exports: Set<String> = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let catalog = try scratch.catalog("\(order)")
      for place in order { _ = try catalog.importText(texts[place]) }
      exports.insert(try catalog.exported())
    }
    #expect(exports.count == 1)
  }

  @Test func aCutTextIsRefused() throws {
    let source = try scratch.catalog("source")
    _ = try source.importText(text([Self.measured, Self.finding]))
    let whole = try source.exported()
    let target = try scratch.catalog("target")
    for length in stride(from: 1, to: whole.utf8.count - 1, by: 61) {
      #expect(throws: CatalogError.self, "cut after \(length) bytes") {
        try target.importText(String(decoding: whole.utf8.prefix(length), as: UTF8.self))
      }
    }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    for place in lines.indices.dropLast() where place > 0 {
      var fewer = lines
      fewer.remove(at: place)
      #expect(throws: CatalogError.self, "without line \(place + 1)") {
        try target.importText(fewer.joined(separator: "\n"))
      }
    }
    let changed = whole.replacing("\t-1.000000000\t", with: "\t-1.000000001\t", maxReplacements: 1)
    #expect(throws: CatalogError.self) { try target.importText(changed) }
    #expect(try target.statistics().rows == 0)
    #expect(try target.importText(whole + whole).formulas == 2)
    #expect(try target.exported() == whole)
  }

  @Test func familiesAndUnfinishedSearchesAreExported() throws {
    let old = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    let source = try Catalog.reading(at: old.path)
    let families = try source.families()
    #expect(!families.isEmpty)
    let text = try source.exported()
    let target = try scratch.catalog()
    #expect(try target.importText(text).families == families.count)
    #expect(try target.exported() == text)
    let copies = try target.families()
    #expect(Set(copies.map { "\($0.label) \($0.size)" }) == Set(families.map { "\($0.label) \($0.size)" }))
    let merged = try scratch.catalog("merged")
    #expect(try merged.merge(source, check: .evaluating).lowered == 0)
    #expect(try merged.exported() == text)
    let begun = try #require(
      Bundle.module.url(forResource: "begun-by-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    let comments = try Catalog.reading(at: begun.path).exported().split(separator: "\n")
      .filter { $0.hasPrefix("# unfinished search") }
    #expect(comments.count == 3)
  }

  @Test func textsOfVersion01AreReadAndSaidToBe() throws {
    let url = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "txt", subdirectory: "Fixtures"))
    let catalog = try scratch.catalog()
    let summary = try catalog.importText(String(contentsOf: url, encoding: .utf8))
    #expect(summary.textsWithoutEnd == 1 && summary.findings == 109)
    // `1/(2e-5)` is 1/(2·e − 5) in such a text, and is written so that it means that now.
    #expect(try catalog.findings().allSatisfy { $0.closedForm.expression != nil })
  }
}
