import Foundation
import Testing
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

@testable import WallisProofs

/// Sources of formulas for π, as their collectors wrote them, and the forms that From Euler to AI reduces them to.
@Suite struct ReductionToFormsTests {
  /// Rows of `pi-sources.tsv`, a table of the tests of formulas; see its head.
  private static func sources() throws -> [(id: String, formula: String)] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: tests.appending(path: "FormulasTests/Fixtures/pi-sources.tsv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst(2).map {
      let fields = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return (String(fields[0]), String(fields[2]))
    }
  }

  /// All 98 whose form is in the table reach it by an identity: as they stand, by Euler's fraction, shifted, inflated.
  @Test func everySourceReachesItsForm() throws {
    let forms = Dictionary(
      try ReferenceTables.forms().map { ($0.id, $0.fraction) }, uniquingKeysWith: { one, _ in one })
    var reached = 0
    for (id, formula) in try Self.sources() {
      guard let form = forms[id] else { continue }
      let text = ForeignSpelling.rewritten(formula) ?? formula
      let expression = try WallisFormulas.Expression(parsing: text)
      let image = try #require(try FractionImage(expression, kinds: .standard), "\(text) is no fraction")
      let isExact =
        FormulaLink.exact(image.fraction, form) != nil
        || LinkCertificate(relating: form, image.fraction) != nil
      #expect(isExact, "\(text) does not reach \(form)")
      reached += 1
    }
    #expect(reached == 98)
  }

  /// A series with another term, and one that is no series of such terms, reach nothing.
  @Test func othersReachNothing() throws {
    let form = ContinuedFraction(a: Polynomial([2] as [Int]), b: Polynomial([1, 4, 4] as [Int]))
    for text in ["sum(k=0..inf, (-1)^k/(2k+1)^2)", "sum(k=0..inf, (-1)^k/(3k+1))"] {
      let image = try #require(
        try FractionImage(try WallisFormulas.Expression(parsing: text), kinds: .standard))
      #expect(FormulaLink.exact(image.fraction, form) == nil, "\(text)")
    }
    #expect(
      try FractionImage(
        try WallisFormulas.Expression(parsing: "sum(k=1..inf, 1/(k^2+1)^(1/2)^k)"), kinds: .standard)
        == nil)
  }
}
