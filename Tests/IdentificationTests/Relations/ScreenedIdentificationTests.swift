import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// What machine words rule out is what the full search would not have found.
@Suite struct ScreenedIdentificationTests {
  static let full = Identification(isScreened: false)
  static let screened = Identification()
  /// The standard search over few constants, without and with the screen.
  static let standard = [false, true].map {
    Identification(constants: Array(Constant.all.prefix(8)), scope: .standard, isScreened: $0)
  }

  /// Planted numbers, noise, and planted numbers with a wrong digit, of 8 to 120 digits: the same verdict, closed forms
  /// and grades, and bounds of negative knowledge that differ by a digit at most.
  @Test(arguments: LongSuite.isOn ? Array(1...40) : [1]) func answersAreThoseOfTheFullSearch(seed: UInt64)
    throws
  {
    var numbers = try PlantedNumbers(seed: 0xF117_0000 + seed)
    let sizes = [8, 15, 24, 30, 40, 50, 64, 90, 120]
    for digits in LongSuite.isOn ? sizes : [24, 50] {
      for kind in 0..<(LongSuite.isOn ? 9 : 3) {
        let sample =
          kind % 3 == 0
          ? numbers.noise(digits: digits, search: 0) : numbers.planted(digits: digits, search: 0)
        var input = try DecimalInput(sample.text)
        if kind % 3 == 2 {
          let place = Int.random(in: 0..<(digits / 2), using: &numbers.generator)
          input = DecimalInput(
            significand: input.significand + Integer.powerOfTen(place), exponent: input.exponent)
        }
        let (one, other) = (Self.full.identify(.digits(input)), Self.screened.identify(.digits(input)))
        #expect(one.findings == other.findings && one.verdict == other.verdict, "\(sample.text) seed \(seed)")
        #expect(one.basesTried == other.basesTried)
        #expect(one.excluded.map(\.basis) == other.excluded.map(\.basis), "\(sample.text)")
        for (row, screened) in zip(one.excluded, other.excluded) {
          #expect(abs(row.exponent - screened.exponent) <= 1, "\(row.basis) of \(sample.text)")
        }
      }
    }
  }

  /// Limits of formulas are evaluated twice, and all digits of the first evaluation enter the lattice.
  @Test func limitsAreTreatedAlike() throws {
    let quadratics = LongSuite.isOn ? Array(-20...20) : [3, 5]
    let linear = try quadratics.map { c in
      try #require(try Expression(parsing: "pcf(n+2, n^2+\(c))").continuedFraction())
    }
    let named = try ["pcf(2n+1, n^2)", "pcf(11n^2+11n+3, n^4)", "pcf(n+1, 1)"].map {
      try #require(try Expression(parsing: $0).continuedFraction())
    }
    for fraction in linear + named {
      guard let source = NumberSource(limitOf: fraction) else { continue }
      let (one, other) = (Self.full.identify(source), Self.screened.identify(source))
      #expect(one.findings == other.findings && one.verdict == other.verdict, "\(fraction)")
      #expect(one.basesTried == other.basesTried && one.excluded.map(\.basis) == other.excluded.map(\.basis))
      for (row, screened) in zip(one.excluded, other.excluded) {
        #expect(abs(row.exponent - screened.exponent) <= 1, "\(row.basis) of \(fraction)")
      }
    }
  }

  /// Planted forms of every size, known to as many digits as are asked for.
  @Test(arguments: LongSuite.isOn ? Array(1...200) : [1]) func plantedLimitsAreFoundAlike(seed: UInt64) throws
  {
    var numbers = try PlantedNumbers(seed: 0xF118_0000 + seed)
    for digits in [24, 40, 46] {
      let form = try #require(numbers.planted(digits: digits, search: 0).planted)
      let source = NumberSource.recomputable { form.ball(bits: $0 * 4 + 64) }
      let (one, other) = (Self.full.identify(source), Self.screened.identify(source))
      #expect(one.findings == other.findings && one.verdict == other.verdict, "\(form)")
      #expect(one.basesTried == other.basesTried, "\(form)")
    }
  }

  /// A planted relation above the excluded bound may exist, one below must not: the bound holds for plants.
  @Test func boundsHoldForPlantedRelations() throws {
    let pi = try #require(Constant.named("pi"))
    let large: Integer = 98_765_432_109_876
    let form = try #require(NormalForm(large, 3 * large + 1, over: large - 8, 2 * large + 3, of: pi))
    let shown = try #require(form.ball(bits: 400).decimal(digits: 55))
    let report = Self.screened.identify(
      .digits(DecimalInput(significand: shown.significand, exponent: shown.exponent)))
    let bound = report.excluded.first { $0.basis == .moebius(pi) }
    #expect((bound?.exponent ?? 0) <= 14)
  }

  /// What the standard search finds in bases of three to eight terms, and in functions of the number, beside what it finds
  /// with every basis searched: at one size each, at both with `WALLIS_LONG_TESTS`.
  @Test(arguments: [
    "pi/3+log(2)-2*e/5+7*catalan", "3*sqrt(7)*euler", "(2+pi)/(3+5*pi+log(2))", "exp(2*pi/7+1)",
    "zeta(3)-pi^2*log(2)/5+log(2)^3", "2^(3/4)*3^(1/3)*pi^(5/2)", "1/(3+2*pi^2-7*zeta(3))",
    "cbrt(5)*catalan/4",
    "sqrt(7)/10^5+sqrt(3)*pi/10^5", "0.61803398874989484820458683436563811772030917980576",
  ])
  func standardAnswersAreThoseOfTheFullSearch(text: String) throws {
    let expression = try Expression(parsing: text)
    for digits in LongSuite.isOn ? [30, 60] : [text.count.isMultiple(of: 2) ? 30 : 60] {
      let evaluation = try expression.evaluate(digits: digits + 5)
      let shown = try #require(evaluation.enclosure?.decimal(digits: digits))
      Self.expectEqualAnswers(DecimalInput(significand: shown.significand, exponent: shown.exponent), text)
    }
  }

  @Test(arguments: LongSuite.isOn ? [30, 60] : [30]) func standardAnswersOnNoiseAreThoseOfTheFullSearch(
    digits: Int
  ) throws {
    let noise = "0.7391845620193847561029384756102938475610293847561940277530196487"
    let text = String(noise.prefix(digits + 2))
    Self.expectEqualAnswers(try DecimalInput(text), text)
  }

  private static func expectEqualAnswers(_ input: DecimalInput, _ text: String) {
    let reports = standard.map { $0.identify(.digits(input)) }
    #expect(reports[0].findings == reports[1].findings, "\(text)")
    #expect(reports[0].verdict == reports[1].verdict, "\(text)")
    #expect(reports[0].basesTried == reports[1].basesTried, "\(text)")
    #expect(reports[0].excluded.map(\.basis) == reports[1].excluded.map(\.basis), "\(text)")
    for (row, screened) in zip(reports[0].excluded, reports[1].excluded) {
      #expect(abs(row.exponent - screened.exponent) <= 1, "\(row.basis) of \(text)")
    }
  }
}
