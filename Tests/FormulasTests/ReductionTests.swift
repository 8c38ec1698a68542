import Foundation
import RealModule
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Factorial reduction by residues, and limits of δ by valuations. What `measure` says of two dozen more is a table of
/// `ClaimTests`.
@Suite struct ReductionTests {
  /// Limits in closed form by hand: ln|λ₁/λ₂| over ln|λ₁| and the growth of lcm(1…n)^k and of the primes that divide the
  /// coefficients; nil for errors that do not fall exponentially.
  static let reduced: [(a: String, b: String, limit: Double?)] = [
    ("2n+1", "n^2", -0.208802), ("3n+2", "-2n^2", nil), ("n+3", "n(n+5)", nil),
    ("5n+5", "-5n^2-5n", 1), ("3", "2", 0.454), ("n^3+(n+1)^3+4(2n+1)", "-n^6", -1),
    ("26n^3+39n^2+21n+4", "27n^6-3n^4", nil), ("3n^2+3n", "-8n^4+6n^2-2n", nil),
    ("6n^2+3n", "-32n^4+32n^3-8n+2", nil),
    ("12n^3+18n^2+10n+2", "64n^6-4n^4", nil),
    ("28n^3+42n^2+26n+6", "-192n^6+12n^4", nil),
  ]

  /// The line (1, 1) from (1, 1/2) of the field of ζ(2) as a fraction, 2080·G/(13 − 14·G): b has an irreducible factor
  /// that the change of basis brought in. What is left of q grows exponentially, by its exact convergents.
  @Test("a change of basis does not hide full reduction") func irreducibleFactor() throws {
    let fraction = try fraction(
      "3520n^6+26752n^5+83024n^4+134592n^3+120196n^2+56088n+10699",
      """
      102400n^12+942080n^11+3743744n^10+8411136n^9+11707904n^8+10333696n^7+5581824n^6+1562752n^5+33808n^4-93888n^3\
      -9632n^2+5312n+1040
      """)
    #expect(fraction.reduction == .full)
    let drift = fraction.reducedDrift(from: 100, to: 300)
    #expect(abs(drift) < 0.2, "\(drift); a factor n!^(1/2) would be 0.55")
  }

  /// Full at half of the primes, 13 to 31 among them: a factor of n!^(1/2) or more is left.
  @Test("half of the primes are not all") func halfOfThePrimes() throws {
    let fraction = try fraction("2n^3+3n^2+37n+18", "-n^6")
    #expect(fraction.reduction == .partial)
    #expect(fraction.reducedDrift(from: 100, to: 300) > 0.5)
  }

  @Test("full reduction, and the limit of δ", arguments: reduced)
  func full(_ a: String, _ b: String, _ limit: Double?) throws {
    let fraction = try fraction(a, b)
    #expect(fraction.reduction == .full)
    guard let limit else { return }
    let found = try #require(DeltaLimit(fraction))
    #expect(abs(found.number.value - limit) < (limit == 0.454 ? 1e-3 : 2e-6), "\(found)")
  }

  @Test(
    "no reduction, and partial reduction",
    arguments: [
      ("n+3", "-n", Reduction.none), ("2n+1", "-1", .none), ("3", "n", .none), ("2n+2", "-n^2", .none),
      ("2n^2+3", "5n^4+n+1", .none), ("-2n+4", "-n^2+5n+5", .partial), ("(n+1)(n+2)", "n^2+n", .partial),
      ("1", "1", .full), ("7", "-3", .full),
    ])
  func others(_ a: String, _ b: String, _ expected: Reduction) throws {
    #expect(try fraction(a, b).reduction == expected)
  }

  /// The drift of ln(q/gcd)/n over ln n, in units of D = max(deg a, deg b/2), tells full (0), partial and none (1) apart.
  @Test("random fractions with split b: reduction against exact growth at depth 3000")
  func againstExactGrowth() throws { try Self.compareWithGrowth(count: 36) }

  @Test(
    "many random fractions with split b: reduction against exact growth",
    .enabled(if: LongSuite.isOn))
  func longAgainstExactGrowth() throws { try Self.compareWithGrowth(count: 500) }

  private static let depths = [333, 1000, 3000]

  private static func compareWithGrowth(count: Int) throws {
    var generator = SeededGenerator(seed: 1607)
    var counts: [Reduction: Int] = [:]
    for index in 0..<count {
      let fraction = Self.split(index, &generator)
      guard let convergence = Classification(fraction).convergence, convergence != .finite else { continue }
      var convergents = ExactConvergents(fraction)
      let logs = depths.map { convergents.advance(to: $0).logReduced }
      let growth = Double(max(2 * fraction.a.degree, fraction.b.degree)) / 2
      let verdict = fraction.reduction
      counts[verdict, default: 0] += 1
      for place in 1..<depths.count {
        let ratio = Double(depths[place]) / Double(depths[place - 1])
        let drift =
          (logs[place] - ratio * logs[place - 1]) / (Double(depths[place]) * Double.log(ratio) * growth)
        switch verdict {
        case .full: #expect(drift < (depths[place] < 3000 ? 0.2 : 0.08), "\(fraction) \(drift)")
        case .none: #expect(drift > 0.9, "\(fraction) \(drift)")
        case .partial: #expect(drift > 0.2 && drift < 0.9, "\(fraction) \(drift)")
        case .undecided: Issue.record("\(fraction) is undecided, \(drift)")
        }
      }
    }
    #expect(12 * (counts[.full] ?? 0) > count && 12 * (counts[.none] ?? 0) > count, "\(counts)")
  }

  /// δ at three depths against fractions in lowest terms, of the same random fractions and of others.
  @Test("δ at three depths against exact arithmetic")
  func deltas() throws {
    var (generator, compared) = (SeededGenerator(seed: 77), 0)
    for index in 0..<(LongSuite.isOn ? 500 : 40) {
      let fraction = index.isMultiple(of: 2) ? Self.split(index, &generator) : DigitsTests.random(&generator)
      guard let convergence = Classification(fraction).convergence, convergence != .finite else { continue }
      for depth in [60, 200, 600] {
        guard let exact = Self.delta(fraction, at: depth, against: 2 * depth) else { continue }
        var meter = DynamicsMeter(depth: depth, against: 2 * depth)
        let measured = try #require(try meter.measure(fraction).delta, "\(fraction)")
        compared += 1
        #expect(
          abs(measured - exact) <= 1e-9 * (1 + abs(exact)), "\(fraction) at \(depth): \(measured), \(exact)")
      }
    }
    #expect(compared > 60)
  }

  /// −ln |p/q − p′/q′|/ln q − 1 with p/q in lowest terms, by the recurrence alone.
  private static func delta(_ fraction: ContinuedFraction, at depth: Int, against: Int) -> Double? {
    var (before, now): ((Integer, Integer), (Integer, Integer)) = ((1, 0), (fraction.a.value(at: 0), 1))
    var values: [Rational] = []
    for n in 1...against {
      let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
      (before, now) = (now, (a * now.0 + b * before.0, a * now.1 + b * before.1))
      guard n == depth || n == against else { continue }
      guard !now.0.isZero, !now.1.isZero else { return nil }
      values.append(Rational(now.0, now.1))
    }
    let (error, size) = (values[0] - values[1], values[0].denominator.logMagnitude)
    guard !error.isZero, size > 0 else { return nil }
    return (error.denominator.logMagnitude - error.numerator.logMagnitude) / size - 1
  }

  /// b is a constant times the square or the fourth power of a linear factor; some a are symmetric.
  private static func split(_ index: Int, _ generator: inout SeededGenerator) -> ContinuedFraction {
    let lead = [-3, -2, -1, 1, 2, 3][Int.random(in: 0..<6, using: &generator)]
    let shift = Int.random(in: 0...3, using: &generator)
    let top = Int.random(in: 1...6, using: &generator)
    let low = index.isMultiple(of: 2) ? top : Int.random(in: -4...6, using: &generator)
    let square = Polynomial([shift * shift, 2 * shift, 1])
    if index % 3 == 1 {
      return ContinuedFraction(a: Polynomial([low, top, 7]), b: Integer(lead) * (square * square))
    }
    return ContinuedFraction(
      a: Polynomial(index.isMultiple(of: 3) ? [top] : [low, top]), b: Integer(lead) * square)
  }

  @Test("the trace over a period is that of the product of all its matrices")
  func traces() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let c = (0..<7).map { _ in Int.random(in: -9...9, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard fraction.a.degree == 2, fraction.b.degree == 3 else { continue }
      let prime = [11, 13, 17, 101][Int.random(in: 0..<4, using: &generator)]
      var matrix: (Integer, Integer, Integer, Integer) = (1, 0, 0, 1)
      for n in 1...prime {
        let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
        matrix = (matrix.1, matrix.0 * b + matrix.1 * a, matrix.3, matrix.2 * b + matrix.3 * a)
      }
      let modulus = Integer(prime)
      let determinant = (matrix.0 * matrix.3 - matrix.1 * matrix.2).modulo(modulus)
      let trace = (matrix.0 + matrix.3).modulo(modulus)
      let expected: PeriodResidue = !determinant.isZero ? .invertible : trace.isZero ? .nilpotent : .regular
      let found = ResidueClassReader(fraction).period(modulo: prime)
      #expect(found == expected || found == .bad, "\(fraction) modulo \(prime)")
    }
  }
}
