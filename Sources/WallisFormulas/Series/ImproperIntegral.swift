internal import RealModule
internal import WallisArithmetic

/// ∫ f over an interval with an end at infinity, or at which f is not analytic: with e^u for the distance from that end or
/// its inverse, what lies beyond some u is bounded, and the rest is integrated rigorously.
struct ImproperIntegral {
  private let call: BoundCall
  private let context: ExpressionValue
  private var bits: Int { context.bits }
  /// Bits up to which it is tried: the work grows with more than their cube. Measured 2026-11-30 on an Intel Xeon core:
  /// ∫ dx/(1 + x²) over the line takes 23 s at 200 digits.
  private static let mostBits = 640

  init(_ call: BoundCall, in context: ExpressionValue) { (self.call, self.context) = (call, context) }

  /// The integral between two bounds, nil for ±∞.
  ///
  /// - Returns: nil for more than some hundred bits, where no bound is found, or the integrand is not analytic inside of the interval.
  /// - Throws: a `SyntaxError` at a function that is not known at complex points.
  func value(from lower: Quantity?, to upper: Quantity?) throws -> Ball? {
    guard bits <= ImproperIntegral.mostBits else { return nil }
    switch (lower, upper) {
    case (let a?, let b?):
      let width = b.ball(bits: 64) - a.ball(bits: 64)
      guard !width.isNegative else { return try value(from: b, to: a).map { -$0 } }
      guard width.isPositive, let middle = ImproperIntegral.number(a.ball(bits: 64) + width / 2) else {
        return nil
      }
      return try sum([{ try near(a, 1, middle) }, { try near(b, -1, middle) }])
    case (let a?, nil): return try half(from: a, 1)
    case (nil, let b?): return try half(from: b, -1)
    case (nil, nil):
      return try sum([
        { try proper(.exact(-1), .exact(1)) }, { try beyond(1, 1) }, { try beyond(-1, -1) },
      ])
    }
  }

  /// A fraction with a small denominator near a number that is not far from it.
  private static func number(_ x: Ball) -> Rational? {
    let denominator = Integer(1).shifted(left: max(4, 4 - (x.magnitudeExponent ?? 0)))
    let numerator = x * denominator
    return numerator.isFinite ? Rational(numerator.nearestInteger, denominator) : nil
  }

  private func sum(_ parts: [() throws -> Ball?]) throws -> Ball? {
    var total = Ball(0, bits: bits + 16)
    for part in parts {
      guard let value = try part() else { return nil }
      total = total + value
    }
    return total
  }

  /// From a bound to ∞ or, with the sign −1, −∞.
  private func half(from bound: Quantity, _ sign: Int) throws -> Ball? {
    let toward = Rational(Integer(sign))
    guard let edge = bound.exact.map({ $0 + toward }) ?? whole(beyond: bound, sign) else { return nil }
    return try sum([{ try near(bound, sign, edge) }, { try beyond(edge, sign) }])
  }

  private func whole(beyond bound: Quantity, _ sign: Int) -> Rational? {
    (bound.ball(bits: bits) * sign).integerAbove.map { Rational(Integer(sign) * $0) }
  }

  /// Between a bound and a number on the side that the sign says.
  private func near(_ bound: Quantity, _ sign: Int, _ edge: Rational) throws -> Ball? {
    let inner = Quantity.exact(edge)
    if let value = sign > 0 ? try proper(bound, inner) : try proper(inner, bound) { return value }
    let name = sign > 0 ? call.lower : call.upper
    let body =
      bound.exact.map { call.body.moved(call.variable, to: $0, sign) }
      ?? call.body.moved(call.variable, to: name, sign)
    return try mapped(
      body, isGrowing: false,
      from: (inner.ball(bits: bits + 16) - bound.ball(bits: bits + 16)).magnitude.inverse)
  }

  /// From a number to ∞ or −∞.
  private func beyond(_ edge: Rational, _ sign: Int) throws -> Ball? {
    let toward = Rational(Integer(sign))
    let first = max(Rational(1), edge * toward)
    let body = call.body.moved(call.variable, to: 0, sign)
    let between = (Quantity.exact(edge), Quantity.exact(first * toward))
    return try sum([
      { sign > 0 ? try proper(between.0, between.1) : try proper(between.1, between.0) },
      { try mapped(body, isGrowing: true, from: Ball(first, bits: bits + 16)) },
    ])
  }

  /// Between two numbers around which the integrand is analytic.
  func proper(_ lower: Quantity, _ upper: Quantity) throws -> Ball? {
    if case .exact(let x) = lower, case .exact(let y) = upper, x == y { return Ball(0, bits: bits + 16) }
    let f = try AnalyticFunction(call.body, of: call.variable, in: context.at(bits: bits + 16))
    return integral(lower.ball(bits: bits + 16), upper.ball(bits: bits + 16), pieces: 1) {
      f($0, mustBeAnalytic: $1)
    }
  }

  /// - Parameter pieces: how many times the usual number of evaluations may be needed.
  private func integral(_ a: Ball, _ b: Ball, pieces: Int, _ f: ComplexBall.Integrand) -> Ball? {
    let enclosed = ComplexBall.integral(
      from: ComplexBall(a), to: ComplexBall(b), bits: bits + 16,
      evaluations: pieces * (40 * bits + 2000), f
    ).real
    let isNarrow = enclosed.isFinite && (enclosed.radiusExponent.map { $0 < -bits / 2 } ?? true)
    return isNarrow ? enclosed : nil
  }

  // MARK: Ends

  /// ∫ f(s) ds from `first` to ∞ where s grows, ∫ f(1/s) ds/s² else.
  private func mapped(_ body: Expression, isGrowing: Bool, from first: Ball) throws -> Ball? {
    guard let (end, rest) = try end(body, isGrowing, after: first.approximation) else { return nil }
    let working = context.at(bits: bits + 48 + 4 * end)
    let f = try AnalyticFunction(body, of: call.variable, in: working)
    // Poles beside the path are as near to it in u as s is large.
    let crowded = isGrowing ? min(16, Int(Double.exp(Double(min(end, 7)))) / 8) : 0
    let main = integral(first.log, Ball(end, bits: bits + 16), pieces: 1 + end / 16 + crowded) {
      u, isStrict in
      let wide = ComplexBall(u.real.rounded(toBits: working.bits), u.imaginary.rounded(toBits: working.bits))
      let x = (isGrowing ? wide : -wide).exp
      return f(x, mustBeAnalytic: isStrict) * x
    }
    return main.map { $0.widened(by: rest) }
  }

  /// A number U so that the integral beyond s = e^U is too small to count, and a bound of it.
  private func end(_ body: Expression, _ isGrowing: Bool, after first: Double) throws -> (Int, Ball)? {
    let parts = AnalyticParts(of: call.variable, in: context)
    var end = Int(Double.log(max(1, first))) + 1
    while end < 3 * bits {
      let start = Ball(end, bits: 64).exp
      let reader = SizeReader(
        variable: call.variable, isGrowing: isGrowing, start: start,
        constant: { try? context.at(bits: 64).value(of: $0) },
        values: { isGrowing ? nil : parts.values(of: $0, upTo: start.inverse) })
      if let size = reader.size(body) {
        let bound = isGrowing ? size.upper : size.upper * EventualBound(Ball(1, bits: 64), power: -2)
        if let rest = bound.integral(from: start), rest.isFinite,
          rest.magnitudeExponent.map({ $0 < -bits - 4 }) ?? true
        {
          return (end, rest)
        }
      }
      end += max(1, end / 4)
    }
    return nil
  }
}

/// Values of parts of an expression near 0, each made ready once.
private final class AnalyticParts {
  private let variable: String
  private let context: ExpressionValue
  private var functions: [Expression: AnalyticFunction?] = [:]

  init(of variable: String, in context: ExpressionValue) {
    (self.variable, self.context) = (variable, context.at(bits: 64))
  }

  /// What encloses the values between 0 and a bound.
  func values(of part: Expression, upTo bound: Ball) -> Ball? {
    if functions[part] == nil {
      functions[part] = .some(try? AnalyticFunction(part, of: variable, in: context))
    }
    guard let function = functions[part] ?? nil else { return nil }
    let value = function(ComplexBall(Ball(0, bits: bound.bits).union(bound)), mustBeAnalytic: false)
    return value.isFinite && value.imaginary.containsZero ? value.real : nil
  }
}

extension Expression {
  /// The expression with a name moved to `end` plus or minus itself; polynomials in it are expanded there.
  fileprivate func moved(_ name: String, to end: Rational, _ sign: Int) -> Expression {
    guard contains(.name(name)) else { return self }
    guard let whole = RationalFunction(self, in: name), whole.denominator.degree == 0 else {
      return replacingOperands { $0.moved(name, to: end, sign) }
    }
    let linear =
      RationalFunction(end) + RationalFunction(Rational(Integer(sign))) * RationalFunction(.variable)
    var sum = RationalFunction(Rational(0))
    for coefficient in whole.numerator.coefficients.reversed() {
      sum = sum * linear + RationalFunction(Rational(coefficient, whole.denominator[0]))
    }
    let top = Expression.polynomial(sum.numerator, in: .name(name))
    return sum.denominator == Polynomial(constant: 1) ? top : top.over(.integer(sum.denominator[0]))
  }

  /// The same for an end that is no fraction: what it adds to sums that it is taken from goes away.
  fileprivate func moved(_ name: String, to end: Expression, _ sign: Int) -> Expression {
    guard contains(.name(name)) else { return self }
    if node == Expression.name(name).node {
      return Expression(sign > 0 ? .sum(end, self) : .difference(end, self))
    }
    let moved = replacingOperands { $0.moved(name, to: end, sign) }
    switch moved.node {
    case .sum, .difference: return Expression.sum(of: moved.summands())
    default: return moved
    }
  }
}
