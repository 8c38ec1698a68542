import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

@Suite struct IdentificationTests {
  static let identification = Identification()

  static func report(_ digits: String) throws -> IdentificationReport {
    identification.identify(.digits(try DecimalInput(digits)))
  }

  /// The first `digits` digits of a closed form, as a user would type them.
  static func typed(_ expression: String, digits: Int) throws -> String {
    let value = try Expression(parsing: expression).evaluate(digits: digits + 5)
    return try #require(value.decimal(atMost: digits)).text
  }

  /// Closed forms of every kind from 50 typed digits.
  @Test(arguments: [
    "22/7", "(1+sqrt(17))/2", "phi", "sqrt(7)/3", "4/(pi-2)", "e/(e-2)", "2gauss/(4gauss-3)", "1/catalan-1",
    "6/zeta(3)", "5/zeta(2)", "1/(3-4log(2))", "besseli(0,2)/besseli(1,2)", "cot(1)", "-pi/(4-pi)",
    "(3pi+8)/(pi+4)", "1/gompertz", "gamma(1/3)", "lemniscate/2", "1/(sqrt(e)-1)", "3+pi", "euler",
    "2log(3)/5", "(2log(1+sqrt(2))+1)/3", "2e^2/(e^2-1)",
  ])
  func findsClosedFormsFromDigits(_ form: String) throws {
    let report = try IdentificationTests.report(IdentificationTests.typed(form, digits: 50))
    let best = try #require(report.best)
    #expect("\(best.formula)" == form)
    #expect(best.grade == .conjecture)
    #expect(report.verdict == .graded(.conjecture))
    #expect(best.evidence.digitsSupplied == 50 && best.evidence.digitsMatched == 50)
    #expect(best.evidence.decoysTried == Constant.all.count && best.evidence.decoyHits == 0)
  }

  @Test func typedTruncationIsNotAContradiction() throws {
    let report = try IdentificationTests.report("3.14159265358979323846264338327950288419")
    #expect(report.best.map { "\($0.formula)" } == "pi")
    let cut = try IdentificationTests.report("1.64493406684822643647241516664602518921")
    #expect(cut.best.map { "\($0.formula)" } == "zeta(2)")
    #expect(cut.best?.grade == .conjecture)
    #expect(cut.best?.evidence.digitsMatched == 38)
  }

  /// Sixty digits of 2/(10 − 3π) with digit 30 changed.
  @Test func changedDigitIsPointedAt() throws {
    var digits = Array(try IdentificationTests.typed("2/(10-3pi)", digits: 60))
    let place = try #require(digits.indices.filter { digits[$0] != "." }.dropFirst(29).first)
    digits[place] = digits[place] == "7" ? "3" : "7"
    let report = try IdentificationTests.report(String(digits))
    let best = try #require(report.best)
    #expect("\(best.formula)" == "2/(10-3pi)")
    #expect(best.grade == .suspicious)
    #expect(best.reason == "agrees to 29 digits, contradicted at digit 30")
  }

  @Test func fewDigitsAreCalledFew() throws {
    #expect(try IdentificationTests.report("12").verdict == .tooFewDigits(needed: 10))
    let short = try IdentificationTests.report("0.8123")
    guard case .tooFewDigits(let needed) = short.verdict else {
      Issue.record("\(short.verdict)")
      return
    }
    #expect(needed > 10 && needed < 30)
    let pi = try IdentificationTests.report("3.14159265")
    #expect(pi.best.map { "\($0.formula) \($0.grade.rawValue)" } == "pi suspicious")
    #expect(pi.best?.reason.hasPrefix("surplus is short, need ") == true)
  }

  @Test func nothingComesWithWhatIsExcluded() throws {
    let report = try IdentificationTests.report("1.9021605823172718293645546372819205463718293746152839405")
    #expect(report.verdict == .nothing && report.findings.isEmpty)
    #expect(report.excluded.count == Constant.all.count + 2 && report.basesTried == Constant.all.count + 2)
    #expect(report.excluded[0].basis == .rational && report.excluded[0].exponent >= 26)
    #expect(report.excluded.dropFirst(2).allSatisfy { (11...14).contains($0.exponent) })
  }

  /// A number in the excluded range must not exist: plant relations just inside and outside of the bound.
  @Test func excludedBoundsHoldForPlantedRelations() throws {
    let pi = try #require(Constant.named("pi"))
    let large: Integer = 98_765_432_109_876
    let form = try #require(NormalForm(large, 3 * large + 1, over: large - 8, 2 * large + 3, of: pi))
    let shown = try #require(form.ball(bits: 400).decimal(digits: 55))
    let report = IdentificationTests.identification.identify(
      .digits(DecimalInput(significand: shown.significand, exponent: shown.exponent)))
    let bound = report.excluded.first { $0.basis == .moebius(pi) }
    #expect((bound?.exponent ?? 0) <= 14)
  }

  @Test func formulasAreVerifiedAtTwiceTheDigits() throws {
    let calls = Calls()
    let report = IdentificationTests.identification.identify(
      .recomputable { digits in
        calls.digits.append(digits)
        return ContinuedFraction(a: [1, 2], b: [0, 0, 1]).enclosure(digits: digits)
      })
    let best = try #require(report.best)
    #expect("\(best.formula)" == "4/pi" && best.grade == .conjecture)
    #expect(best.evidence.check == .verified(found: 24))
    #expect(best.evidence.digitsSupplied >= 92)
    #expect(calls.digits == [50, 100])
  }

  /// A formula that lies beyond the first fifty digits is found out by the second evaluation.
  @Test func secondEvaluationContradicts() throws {
    let report = IdentificationTests.identification.identify(
      .recomputable { digits in
        let value = Ball(.pi, bits: 500)
        return digits > 60 ? value + Ball(1, bits: 500).scaled(byPowerOfTwo: -230) : value
      })
    let best = try #require(report.best)
    #expect(best.grade == .suspicious)
    #expect(best.reason == "agrees to 69 digits, contradicted at digit 70")
  }

  @Test func withoutSecondEvaluationNothingIsBelieved() throws {
    let report = IdentificationTests.identification.identify(
      .recomputable { $0 > 60 ? nil : Ball(.pi, bits: 500) })
    #expect(report.best?.grade == .suspicious)
    #expect(report.best.map { "\($0.formula)" } == "pi")
  }

  /// A limit known to 30 digits only is treated like typed digits.
  @Test func shallowFormulasAreJudgedByTheirDigits() throws {
    let coarse = Ball(.pi, bits: 500).widened(by: Ball(1, bits: 64).scaled(byPowerOfTwo: -100))
    let report = IdentificationTests.identification.identify(.recomputable { _ in coarse })
    let best = try #require(report.best)
    #expect("\(best.formula)" == "pi" && best.grade == .conjecture)
    #expect(best.evidence.digitsSupplied <= 30)
  }

  @Test func exactFractionsAreCertified() {
    let report = IdentificationTests.identification.identify(.exact(Rational(-7, 3)))
    #expect(report.verdict == .graded(.certified))
    #expect(report.best.map { "\($0.formula)" } == "-7/3")
  }

  /// Constant fractions and the algebraic family end in quadratic equations: nothing is left to conjecture.
  @Test(arguments: [
    ("pcf(3, 2)", "(3+sqrt(17))/2"), ("pcf(1, 1)", "phi"), ("pcf(-3, 1)", "-(3+sqrt(13))/2"),
    ("pcf(-2n+4, -n^2+5n+5)", "(5-3sqrt(5))/2"), ("pcf(7, -12)", "4"),
  ])
  func quadraticLimitsAreCertified(_ formula: String, _ form: String) throws {
    let fraction = try #require(try Expression(parsing: formula).continuedFraction())
    let report = IdentificationTests.identification.identify(try #require(NumberSource(limitOf: fraction)))
    #expect(report.verdict == .graded(.certified))
    #expect(report.best.map { "\($0.formula)" } == form)
    let value = try #require(fraction.evaluate(digits: 50).enclosure)
    #expect(report.best?.formula.ball(bits: 200).overlaps(value) == true)
  }

  @Test func answersDoNotDependOnHistory() throws {
    let text = try IdentificationTests.typed("12/(105pi-328)", digits: 60)
    let first = try IdentificationTests.report(text)
    _ = try IdentificationTests.report("0.123456789123456789123456789")
    #expect(try IdentificationTests.report(text) == first)
    #expect(Identification().identify(.digits(try DecimalInput(text))) == first)
  }

  @Test func numbersFarFromOneAreFoundToo() throws {
    for form in ["pi/1000000000000", "1000000000000pi", "1/(113pi-355)"] {
      let report = try IdentificationTests.report(IdentificationTests.typed(form, digits: 60))
      let value = try Expression(parsing: form).evaluate(digits: 80).enclosure
      #expect(report.best?.grade == .conjecture, "\(form)")
      #expect(report.best?.formula.ball(bits: 250).overlaps(try #require(value)) == true)
    }
  }
}

/// Precisions that a source was asked for.
private final class Calls: @unchecked Sendable {
  var digits: [Int] = []
}

extension ContinuedFraction {
  fileprivate func enclosure(digits: Int) -> Ball? { try? evaluate(digits: digits).enclosure }
}
