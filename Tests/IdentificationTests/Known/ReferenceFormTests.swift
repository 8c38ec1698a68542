import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// The formulas of the literature on conservative matrix fields: each limit is identified by its stated closed form, or
/// by one that agrees with it to 300 digits.
@Suite struct ReferenceFormTests {
  static let identification = Identification(scope: .standard)

  /// Closed forms of the rows M of `referenceValues`, in their order, as the expression grammar reads them.
  static let forms = [
    "phi", "1+sqrt(2)", "e", "e/(e-2)", "1/(e-1)", "(e+1)/(e-1)", "cot(1)", "besseli(0,2)/besseli(1,2)",
    "4/pi",
    "4/(pi-2)", "1+4/pi", "3+pi", "2/log(2)", "1/log(2)", "5/zeta(2)", "1/zeta(2)", "6/zeta(3)", "1/zeta(3)",
    "1/(zeta(3)-1)", "1/zeta(5)", "1/catalan-1", "1/gompertz", "2+4(gamma(5/4)/gamma(3/4))^2",
  ]

  static let rows = Array(zip(referenceValues.filter { $0.id.hasPrefix("M") }, forms))

  @Test func everyRowHasAForm() {
    #expect(ReferenceFormTests.rows.count == 23 && ReferenceFormTests.forms.count == 23)
  }

  @Test(arguments: rows) func limitIsIdentified(_ row: ReferenceValue, _ form: String) throws {
    let fraction = try #require(try Expression(parsing: "pcf(\(row.a), \(row.b))").continuedFraction())
    let report = ReferenceFormTests.identification.identify(try #require(NumberSource(limitOf: fraction)))
    let best = try #require(report.best, "\(row)")
    #expect(best.grade >= .conjecture)
    let stated = try #require(try Expression(parsing: form).evaluate(digits: 300).enclosure)
    let found = try #require(try Expression(parsing: "\(best.formula)").evaluate(digits: 300).enclosure)
    #expect(found.overlaps(stated) && found.relativeDigits >= 299, "\(best.formula) for \(form)")
  }
}
