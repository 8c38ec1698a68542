import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct GrowthTests {
  /// δ_n against the limit, from exact p, q computed with gmpy2 and mpmath for formulas of "Algorithm-assisted
  /// discovery of an intrinsic order among mathematical constants" (2024); at these depths the deeper convergent
  /// stands for the limit exactly.
  @Test(
    "δ against depth",
    arguments: [
      ("34n^3+51n^2+27n+5", "-n^6", [0.12180, 0.08583, 0.08610, 0.08663]),
      ("11n^2+11n+3", "n^4", [0.13101, 0.10686, 0.10005, 0.09677]),
      ("3(2n+1)", "-n^2", [0.35250, 0.30370, 0.28181, 0.28101]),
      ("2n+1", "n^2", [-0.16089, -0.18684, -0.20219, -0.20246]),
    ])
  func deltaAgainstDepth(_ a: String, _ b: String, _ expected: [Double]) throws {
    for (depth, delta) in zip([100, 500, 1000, 2000], expected) {
      var meter = DynamicsMeter(depth: depth, against: 2 * depth)
      let measured = try #require(try meter.measure(try fraction(a, b)).delta)
      #expect(abs(measured - delta) < 0.00001, "\(measured) at \(depth)")
    }
  }

  /// Limits of δ from the same source (section on acceptance values), in closed form there.
  @Test(
    "limits of δ",
    arguments: [
      ("1", "1", 1), ("2", "1", 1), ("n+3", "-n", 0), ("4n+2", "1", 1), ("2n+1", "-1", 1),
      ("2n+1", "n^2", -0.208802),
      ("2n+3", "n(n+2)", -0.208802), ("6", "(2n-1)^2", -1), ("3(2n+1)", "-n^2", 0.276083), ("1", "n^2", -1),
      ("11n^2+11n+3", "n^4", 0.092159), ("34n^3+51n^2+27n+5", "-n^6", 0.080529), ("n^3+(n+1)^3", "-n^6", -1),
      ("2n+2", "-n^2", -1), ("3", "2", 0.454), ("2", "2", 1), ("5n+5", "-5n^2-5n", 1),
      ("2(2n+1)", "4n^2", -0.208802),
    ])
  func deltaLimits(_ a: String, _ b: String, _ expected: Double) throws {
    let fraction = try fraction(a, b)
    var meter = DynamicsMeter()
    let limit = try #require(try meter.measure(fraction).deltaLimit(of: fraction))
    let number = limit.number
    #expect(abs(number.value - expected) < (expected == 0.454 ? 1e-3 : 1e-6), "\(limit)")
    let text = try Expression(parsing: number.text).evaluate(digits: 12).decimal(atMost: 12)
    #expect(abs((Double(text?.text ?? "") ?? .nan) - number.value) < 1e-9, "\(number.text)")
  }

  @Test("rational limits that do not terminate have no limit of δ claimed")
  func rationalLimits() throws {
    let fraction = try fraction("2", "-1")
    var meter = DynamicsMeter()
    let dynamics = try meter.measure(fraction)
    #expect(dynamics.outcome == .rational(1) && dynamics.deltaLimit(of: fraction) == nil)
  }

  @Test("exact exponents agree with logarithms of the measured errors")
  func exactExponents() throws {
    var generator = SeededGenerator(seed: 51)
    var compared = 0
    while compared < 60 {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard !fraction.a.isZero, !fraction.b.isZero else { continue }
      let growth = ExactGrowth(fraction)
      guard let eta = growth.errorEta, let gamma = growth.errorGamma else { continue }
      var convergents = ExactConvergents(fraction)
      let exact = [1000, 2000].map { convergents.advance(to: $0) }
      let errors = ConvergentErrors(fraction, against: 5000).logErrors(exact)
      guard errors.allSatisfy(\.isFinite) else { continue }
      let slope = (errors[1] - errors[0]) / 1000
      let factorial = (GrowthFit.logFactorial(2000) - GrowthFit.logFactorial(1000)) / 1000
      let root = (growth.errorRoot?.value ?? 0) * (2000.0.squareRoot() - 1000.0.squareRoot()) / 1000
      #expect(abs(slope - eta.value * factorial - gamma.value - root) < 0.03, "\(fraction): \(slope)")
      let denominators = (exact[1].logDenominator - exact[0].logDenominator) / 1000
      let expected = (growth.denominatorEta?.value ?? 0) * factorial + (growth.denominatorGamma?.value ?? 0)
      #expect(abs(denominators - expected) < 0.2, "\(fraction): \(denominators) for \(expected)")
      compared += 1
    }
  }

  @Test("texts of exact numbers are expressions with their values")
  func exactTexts() throws {
    for (a, b) in [
      ("2n+1", "n^2"), ("34n^3+51n^2+27n+5", "-n^6"), ("3n+1", "-2n^2+3n"), ("2n+2", "-n^2"), ("4", "n^2+n"),
      ("n+3", "n"), ("3", "2"),
    ] {
      let growth = ExactGrowth(try fraction(a, b))
      #expect(growth.named.count >= 3)
      for (name, number) in growth.named {
        let value = try Expression(parsing: number.text).evaluate(digits: 15).decimal(atMost: 15)
        #expect(abs((Double(value?.text ?? "") ?? .nan) - number.value) < 1e-9, "\(name): \(number.text)")
      }
    }
  }

  @Test func sequencesEndAtTheMeasuredDelta() throws {
    let fraction = try fraction("2n+1", "n^2")
    let sequence = DeltaSequence(fraction, count: 20, depth: 1000, against: 2000)
    var meter = DynamicsMeter()
    #expect(sequence.points.map(\.depth) == (1...20).map { $0 * 50 })
    #expect(abs((sequence.points.last?.delta ?? 0) - (try meter.measure(fraction).delta ?? 9)) < 1e-12)
  }

  @Test("doubles that cancel are replaced by exact numbers: measured as in exact arithmetic")
  func cancellations() throws {
    // q(n) = n + 1 is the minimal solution: every q(m) cancels to almost nothing beside p(m).
    for (a, b) in [("n+1", "-n-1"), ("-3n+5", "3n-1"), ("-4n-2", "-3n^2-5n-2")] {
      let fraction = try fraction(a, b)
      var first = ExactConvergents(fraction)
      var deep = ExactConvergents(fraction)
      let limit = deep.advance(to: 2000)
      let exact = [first.advance(to: 500)]
      let expected = first.logDifference(from: deep) - exact[0].logDenominator - limit.logDenominator
      let measured = ConvergentErrors(fraction, against: 2000).logErrors(exact)[0]
      #expect(
        abs(measured - expected) < 1e-6 || (!measured.isFinite && !expected.isFinite),
        "\(measured) \(expected)")
    }
  }
}
