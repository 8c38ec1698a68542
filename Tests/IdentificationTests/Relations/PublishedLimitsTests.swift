import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Limits that others published, identified by the standard search from the fractions alone.
@Suite struct PublishedLimitsTests {
  static let identification = Identification(
    constants: LongSuite.isOn ? Constant.all : Array(Constant.all.prefix(10)), scope: .standard,
    isScreened: true)

  private static func report(_ fraction: ContinuedFraction) throws -> IdentificationReport {
    let source = try #require(NumberSource(limitOf: fraction))
    return identification.identify(source)
  }

  /// 75 of the canonical forms for π of Raz and others, "From Euler to AI" (arXiv 2502.17533); see the tests of proofs.
  private static func forms() throws -> [(fraction: ContinuedFraction, limit: WallisFormulas.Expression)] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: tests.appending(path: "ProofsTests/Fixtures/euler-to-ai-pi.tsv"), encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let cells = line.components(separatedBy: "\t")
      let (a, b) = (
        try WallisFormulas.Expression(parsing: cells[1]).polynomial(),
        try WallisFormulas.Expression(parsing: cells[2]).polynomial()
      )
      return (ContinuedFraction(a: a, b: b), try WallisFormulas.Expression(parsing: cells[3]))
    }
  }

  /// All 75 with `WALLIS_LONG_TESTS`, else one in six.
  @Test func formsForPiAreFound() throws {
    let forms = try Self.forms()
    #expect(forms.count == 75)
    for (index, form) in forms.enumerated() where LongSuite.isOn || index % 6 == 0 {
      let report = try Self.report(form.fraction)
      let value = try #require(try form.limit.evaluate(digits: 200).enclosure)
      #expect(report.best?.formula.ball(bits: 650).overlaps(value) == true, "\(form.fraction)")
      #expect(report.best.map { $0.grade >= .conjecture } == true, "\(form.fraction)")
    }
  }

  /// Limits of the sporadic fractions of Zagier and Cooper, as mathoverflow.net/questions/447099 states them or as they were
  /// found, evaluated by other functions; the one with parameters (11, 3, 1) of third order diverges.
  @Test(arguments: [
    ("pcf(11n^2+11n+3, n^4)", "5/zeta(2)"), ("pcf(12n^2+12n+4, -32n^4)", "2/catalan"),
    ("pcf(-17n^2-17n-6, -72n^4)", "-6*sqrt(3)/(5*clausen(2,pi/3))"),
    ("pcf(-(2n+1)(12n^2+12n+4), -16n^6)", "-32/(7zeta(3))"),
    ("pcf(-(2n+1)(10n^2+10n+4), -64n^6)", "-24/(7zeta(3))"),
    ("pcf((2n+1)(3n^2+3n+1), -n^6)", "8/(7zeta(3))"),
  ])
  func sporadicFractionsAreFound(_ formula: String, _ limit: String) throws {
    let fraction = try #require(try WallisFormulas.Expression(parsing: formula).continuedFraction())
    let report = try Self.report(fraction)
    let value = try #require(try WallisFormulas.Expression(parsing: limit).evaluate(digits: 120).enclosure)
    #expect(report.best?.formula.ball(bits: 400).overlaps(value) == true)
    #expect(report.verdict == .graded(.conjecture))
  }
}
