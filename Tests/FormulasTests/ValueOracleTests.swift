import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Values against evaluations on other paths: deep exact convergents, a linear sequence transformation, closed forms.
@Suite struct ValueOracleTests {
  /// Random members of degree ≤ 2 with coefficients −5 … 5 that satisfy a condition.
  static func members(_ count: Int, seed: UInt64, where condition: (Classification) -> Bool)
    -> [ContinuedFraction]
  {
    var generator = SeededGenerator(seed: seed)
    var found: [ContinuedFraction] = []
    while found.count < count {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      if !fraction.a.isZero, !fraction.b.isZero, condition(Classification(fraction)) {
        found.append(fraction)
      }
    }
    return found
  }

  func exactConvergent(_ fraction: ContinuedFraction, depth: Int, bits: Int) -> (p: Ball, q: Ball) {
    var (p0, p1, q0, q1) = (Integer(1), fraction.a[0], Integer(0), Integer(1))
    for n in 1...depth {
      let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
      (p0, p1) = (p1, a * p1 + b * p0)
      (q0, q1) = (q1, a * q1 + b * q0)
    }
    return (Ball(p1, bits: bits), Ball(q1, bits: bits))
  }

  @Test("factorial and exponential: exact convergents at depth 900, all 30 digits")
  func balancedMembers() throws {
    let kinds: [Classification.Case] = [.factorial, .exponential]
    for kind in kinds {
      for fraction in Self.members(60, seed: 11, where: { $0.kind == kind }) {
        let evaluation = try fraction.evaluate(digits: 30)
        let (p, q) = exactConvergent(fraction, depth: 900, bits: 4000)
        guard evaluation.outcome != .infinite else {
          #expect((q / p).magnitudeExponent.map { $0 < -100 } ?? true, "\(fraction) is not infinite")
          continue
        }
        let text = try #require(evaluation.decimal(atMost: 30)?.text, "\(fraction): \(evaluation.outcome)")
        let expected = (p / q).decimal(digits: 30)?.description ?? "0"
        #expect(text == expected, "\(fraction)")
      }
    }
  }

  /// V = Σ w p/h / Σ w q/h: p(n) − V q(n) is the minimal solution, which behaves like h(n)·(series in 1/n).
  func linearTransformation(_ fraction: ContinuedFraction) throws -> Ball {
    let (bits, start, order) = (3000, 30, 120)
    let root = Ball(fraction.b.leading, bits: bits).squareRoot
    let sign = fraction.a.leading.signum
    let c0 = sign > 0 ? root : -root
    let constant = fraction.a[0]
    let c1 = (Ball(fraction.b.leading + fraction.b[1], bits: bits) + c0 * constant) / (c0 * 2)
    let shift = (c1 - Ball(constant, bits: bits)) / c0
    var (p0, p1, q0, q1) = (Integer(1), fraction.a[0], Integer(0), Integer(1))
    var model = Ball(1, bits: bits)
    var (top, bottom, binomial) = (Ball(0, bits: bits), Ball(0, bits: bits), Integer(1))
    for n in 1...(start + order) {
      let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
      (p0, p1) = (p1, a * p1 + b * p0)
      (q0, q1) = (q1, a * q1 + b * q0)
      guard n >= start else { continue }
      model = model * (shift + n) * -c0
      let j = n - start
      let weight = binomial * Integer(n + 1).power(order - 1) * (j.isMultiple(of: 2) ? 1 : -1)
      top = top + Ball(weight * p1, bits: bits) / model
      bottom = bottom + Ball(weight * q1, bits: bits) / model
      binomial = (binomial * Integer(order - j)).dividedExactly(by: Integer(j + 1))
    }
    return top / bottom
  }

  @Test("power law with constant a: a linear sequence transformation, 60 digits")
  func powerLawMembers() throws {
    let members = Self.members(40, seed: 5) { $0.kind == .numeratorSecondOrder }
    for fraction in members {
      let evaluation = try fraction.evaluate(digits: 60)
      let text = try #require(evaluation.decimal(atMost: 60)?.text)
      let oracle = try linearTransformation(fraction)
      #expect(
        oracle.decimal(digits: 60)?.description == text,
        "\(fraction) by \(evaluation.verification) \(oracle.relativeDigits) \(oracle.approximation)")
    }
  }

  @Test("sub-exponential: tail series against the enclosure of deep convergents")
  func subexponentialMembers() throws {
    for kind in [Classification.Case.doubleRootFirstOrder, .numeratorFirstOrder] {
      for fraction in Self.members(12, seed: 3, where: { $0.kind == kind }) {
        let positive = fraction.a.leading.signum > 0 ? fraction : fraction.mirror
        var evaluation = try LimitEvaluation(
          positive, Classification(positive), digits: 30, limits: EvaluationLimits())
        let series = try #require(try evaluation.series(bits: 150))
        let enclosed = try #require(try evaluation.enclosed(bits: 150), "\(fraction)")
        #expect(series.decimal(atMost: 30)?.text == enclosed.decimal(atMost: 30)?.text, "\(fraction)")
      }
    }
  }

  @Test("double root: the tail series ends in the root of b, which is the closed form")
  func doubleRootClosedForms() throws {
    let members = [(1, 1), (5, 5), (0, 2), (-1, 3), (3, 4), (-4, 1), (2, 7), (0, 0), (-3, -2)].map { j, k in
      ContinuedFraction(a: [j - 1, -2], b: [k, j, -1])
    }
    for fraction in members where !Classification(fraction).kind.terminates {
      let positive = fraction.a.leading.signum > 0 ? fraction : fraction.mirror
      let classification = Classification(positive)
      let closed = try #require(QuadraticLimit(positive, classification: classification)).ball(bits: 300)
      let tail = TailSeries(positive, classification: classification, terms: 12, bits: 300)
      var recurrence = ForwardRecurrence(positive, bits: 300)
      let value = recurrence.value(tail: tail.value(at: 200, terms: 12), at: 200, fraction: positive)
      let difference = (value - closed).magnitudeExponent ?? -1000
      #expect(difference < -200, "\(fraction): \(value.approximation) for \(closed.approximation)")
    }
  }
}

extension Classification.Case {
  fileprivate var terminates: Bool {
    if case .terminates = self { true } else { false }
  }
}
