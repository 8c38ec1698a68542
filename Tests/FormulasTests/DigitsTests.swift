import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Digits that must not be wrong: planted needles, and random fractions against an interval of another make.
@Suite struct DigitsTests {
  /// Values by backward recurrence in 2,000 digits of PARI from a depth and from twice that depth, but for the first.
  ///
  /// The first: a changes sign near n = 48,659 while b outgrows a², so that errors fall like e^(−6√(n/388911)) only. Plain
  /// convergents agree with one another on …8504512954… for depths up to some millions, all of them on the branch that the
  /// first steps attract to; at depth 700,000,000 in 448 bits (GMP) the convergent is the value given here.
  static let needles: [(a: String, b: String, digits: Int, value: String)] = [
    (
      "-3n+145976", "388911n^3-385243n^2+652726n+687682", 50,
      "145985.20616387385047192178911785838670080498768327"
    ),
    // A tail stays for hundreds of steps beside the solution that repels it: a changes sign, b is large.
    ("n-200", "10000", 20, "41.296522453025128809"),
    ("n-2000", "1000000", 30, "414.088578950792342427576265550"),
    ("n-40", "400", 20, "8.1601119973960919311"),
    ("n-60", "1000", 20, "13.457932527777485459"),
    ("n-100", "1000", 12, "9.08975721476"),
    ("2n-60", "300", 20, "4.5184841477190116170"),
  ]

  @Test("needles", arguments: needles.sampled(every: 2))
  func needle(_ a: String, _ b: String, digits: Int, value: String) throws {
    let fraction = try fraction(a, b)
    let evaluation = try fraction.evaluate(digits: digits)
    #expect(evaluation.outcome == .value && evaluation.decimal(atMost: digits)?.text == value)
    for digits in [12, 30] {
      let scanned = try fraction.scanValue(digits: digits)
      let full = try fraction.evaluate(digits: digits).decimal(atMost: digits)
      #expect(scanned.value == full?.text, "\(fraction) to \(digits)")
    }
  }

  @Test(
    "limits 0 and ∞ are proved",
    arguments: [
      ("-2n-1", "-n^2", Outcome.rational(0)), ("-3n+5", "3n-1", .infinite), ("n+1", "-n-1", .infinite),
    ])
  func exactLimits(_ a: String, _ b: String, _ outcome: Outcome) throws {
    for digits in [2, 20, 60] {
      let evaluation = try fraction(a, b).evaluate(digits: digits)
      #expect(evaluation.outcome == outcome)
      #expect(evaluation.decimal(atMost: digits)?.text == (outcome == .infinite ? nil : "0"))
    }
  }

  @Test("factorial convergence behind a distant sign change of a")
  func distantSignChange() throws {
    let fraction = try fraction("4n^3-2530n^2+829n+401537", "572897n^4+164164n^3+365419n^2-721106n+571378")
    let text = try #require(try fraction.evaluate(digits: 12).decimal(atMost: 12)?.text)
    let oracle = try #require(IntervalOracle(fraction, depth: 1500))
    #expect(oracle.admits(try DecimalInput(text)), "\(text)")
  }

  @Test("random and near-singular fractions: no wrong digit")
  func sweep() throws { try Self.sweep(count: 60, seed: 1616) }

  @Test(
    "30,000 fractions: no wrong digit",
    .enabled(if: LongSuite.isOn))
  func longSweep() throws { try Self.sweep(count: 30_000, seed: 61_616) }

  static func sweep(count: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (judged, decided, tried) = (0, 0, 0)
    while judged < count, tried < 40 * count {
      tried += 1
      let fraction = Self.random(&generator)
      guard let convergence = Classification(fraction).convergence, convergence != .finite,
        let first = ConvergentEnclosure.firstCertifiedDepth(fraction), first <= 2048
      else { continue }
      guard let evaluation = try? fraction.evaluate(digits: 25) else { continue }
      let depths = [max(40, first), max(400, 2 * first)]
      guard let oracle = depths.lazy.compactMap({ IntervalOracle(fraction, depth: $0) }).last else {
        continue
      }
      judged += 1
      switch evaluation.outcome {
      case .value:
        decided += 1
        let text = try #require(evaluation.decimal(atMost: 25)?.text, "\(fraction)")
        #expect(oracle.admits(try DecimalInput(text)), "\(fraction): \(text) by \(evaluation.verification)")
        if let scanned = try? fraction.scanValue(digits: 25).value { #expect(scanned == text, "\(fraction)") }
      case .rational(let value):
        #expect(value != 0 || oracle.admitsZero, "\(fraction)")
        decided += 1
      case .infinite: decided += 1
      default: break
      }
    }
    #expect(judged == count && decided * 20 >= judged * 19, "\(decided) of \(judged) of \(tried)")
  }

  /// Degrees to (4, 8), coefficients to 10⁶, and roots of a and b at every scale.
  static func random(_ generator: inout SeededGenerator) -> ContinuedFraction {
    func coefficients(_ degree: Int) -> [Int] {
      let size = Int(pow(10, Double.random(in: 0...6, using: &generator)))
      return (0...degree).map { _ in Int.random(in: -size...size, using: &generator) }
    }
    func rooted(_ degree: Int) -> Polynomial {
      guard degree > 0, Bool.random(using: &generator) else { return Polynomial(coefficients(degree)) }
      let root = Int(pow(10, Double.random(in: 0...2.5, using: &generator)))
      return Polynomial([-2 * root - 1, 2]) * Polynomial(coefficients(degree - 1))
    }
    while true {
      let degree = Int.random(in: 0...4, using: &generator)
      let other =
        Bool.random(using: &generator)
        ? Int.random(in: 0...(2 * degree + 2), using: &generator) : max(0, 2 * degree - 1)
      let (a, b) = (rooted(degree), rooted(min(8, other)))
      if !a.isZero, !b.isZero { return ContinuedFraction(a: a, b: b) }
    }
  }
}
