internal import WallisArithmetic

/// Reads bounds of expressions in x = s^±1 for all s from a point on: sums by the summand that outweighs the others,
/// functions near 0 by their slope there, exponentials by the size of their arguments.
struct SizeReader {
  /// The name of x.
  let variable: String
  /// Whether x is s; else it is 1/s.
  let isGrowing: Bool
  /// The least s, more than 1.
  let start: Ball
  /// The value of an expression without x; nil where it has none.
  let constant: (Expression) -> Quantity?
  /// What encloses the values of an expression for x between 0 and 1/S; nil where x grows, or nothing is known.
  let values: (Expression) -> Ball?

  private var one: Ball { Ball(1, bits: start.bits) }

  /// The size of an expression; nil where none is found.
  func size(_ x: Expression) -> EventualSize? {
    guard x.contains(.name(variable)) else {
      return constant(x).map { EventualSize($0.ball(bits: start.bits)) }
    }
    let values = values(x).flatMap { $0.isFinite ? $0 : nil }
    if let values, !values.containsZero { return EventualSize(values) }
    return structure(x) ?? values.map { EventualSize($0) }
  }

  private func structure(_ x: Expression) -> EventualSize? {
    switch x.node {
    case .name: return EventualSize(one, power: isGrowing ? 1 : -1)
    case .negation(let x): return size(x)?.opposite
    case .sum, .difference: return sum(x.summands())
    case .product(let x, let y): return size(x).flatMap { a in size(y).map { a * $0 } }
    case .quotient(let x, let y): return size(x).flatMap { a in size(y)?.inverse.map { a * $0 } }
    case .power(let x, let y): return power(x, y)
    case .call(let name, let arguments) where arguments.count == 1: return call(name, arguments[0])
    case .call, .number, .result: return nil
    }
  }

  // MARK: Sums

  private typealias Term = (sign: Int, size: Expression)

  private func sum(_ terms: [Term]) -> EventualSize? {
    let moving = terms.filter { $0.size.contains(.name(variable)) }
    let fixed = terms.filter { !$0.size.contains(.name(variable)) }
    let values = fixed.compactMap { term in constant(term.size).map { (term.sign, $0) } }
    guard values.count == fixed.count else { return nil }
    let exact = values.compactMap { sign, value in value.exact.map { Rational(Integer(sign)) * $0 } }
    if exact.count == values.count {
      return sum(moving, exact.reduce(0, +))
    }
    let ball = values.reduce(Ball(0, bits: start.bits)) { $0 + $1.1.ball(bits: start.bits) * $1.0 }
    return sum(moving, EventualSize(ball))
  }

  private func sum(_ moving: [Term], _ fixed: Rational) -> EventualSize? {
    guard fixed.signum != 0 else { return sum(moving, nil) }
    // exp(g) − 1 for a small g is about g: (exp(y) − 1)/y lies between 1 − |y| and 1 + |y|, which is not read from exp(y), where
    // all digits of y may cancel.
    if let place = moving.firstIndex(where: { Rational(Integer(-$0.sign)) == fixed }),
      let g = exponent(moving[place].size), let near = small(g, slope: { $0 + 1 })
    {
      var others = moving
      others.remove(at: place)
      return sum(others, moving[place].sign > 0 ? near : near.opposite)
    }
    return sum(moving, EventualSize(Ball(fixed, bits: start.bits)))
  }

  private func sum(_ moving: [Term], _ fixed: EventualSize?) -> EventualSize? {
    var sizes: [EventualSize] = []
    for term in moving {
      guard let size = size(term.size) else { return nil }
      sizes.append(term.sign > 0 ? size : size.opposite)
    }
    if let fixed { sizes.append(fixed) }
    return sizes.count == 1 ? sizes[0] : EventualSize.sum(sizes, from: start)
  }

  // MARK: Powers and exponentials

  private func power(_ x: Expression, _ y: Expression) -> EventualSize? {
    guard !y.contains(.name(variable)) else {
      guard let exponent = exponent(Expression(.power(x, y))) else { return nil }
      return size(exponent).flatMap(exponential)
    }
    guard let exponent = constant(y)?.exact else {
      return size(y.times(.call("log", x))).flatMap(exponential)
    }
    guard let base = size(x) else { return nil }
    guard exponent.isInteger || base.sign > 0 else { return nil }
    let sign =
      exponent.isInteger && exponent.numerator.valuation(at: 2) > 0 ? (base.sign == 0 ? 0 : 1) : base.sign
    let size = EventualSize(
      upper: base.upper.raised(to: exponent.magnitude),
      lower: base.lower.map { $0.raised(to: exponent.magnitude) }, sign: sign)
    return exponent.signum < 0 ? size.inverse : size
  }

  /// g where an expression is exp(g).
  private func exponent(_ x: Expression) -> Expression? {
    switch x.node {
    case .call("exp", let arguments) where arguments.count == 1: return arguments[0]
    case .power(.init(.name("e")), let y): return y
    case .power(let x, let y) where y.contains(.name(variable)): return y.times(.call("log", x))
    default: return nil
    }
  }

  private func exponential(_ g: EventualSize) -> EventualSize? {
    let still = EventualBound(one)
    if g.upper.isNonincreasing(from: start) {
      let most = g.upper.value(at: start).exp
      return EventualSize(
        upper: g.sign < 0 ? still : EventualBound(most),
        lower: g.sign > 0 ? still : EventualBound(most.inverse), sign: 1)
    }
    guard g.sign != 0, let lower = g.lower.map(powerBelow) else { return nil }
    var least: EventualBound? = still
    if lower.rates.isEmpty, lower.power.signum > 0 {
      least = EventualBound(one, rates: [lower.power: lower.scale])
    } else if !lower.isNondecreasing(from: start) {
      least = nil
    }
    let most =
      g.upper.rates.isEmpty && g.upper.power.signum > 0
      ? EventualBound(one, rates: [g.upper.power: g.upper.scale]) : nil
    if g.sign < 0 {
      return EventualSize(upper: least?.inverse ?? still, lower: most?.inverse, sign: 1)
    }
    return most.map { EventualSize(upper: $0, lower: least ?? still, sign: 1) }
  }

  /// A power of s below a function that grows exponentially: exp(y) ≥ y²/2.
  private func powerBelow(_ bound: EventualBound) -> EventualBound {
    guard bound.rates.count == 1, let (m, rate) = bound.rates.first, rate.isPositive else { return bound }
    return EventualBound(bound.scale * rate * rate / 2, power: bound.power + 2 * m)
  }

  // MARK: Functions

  /// Functions f with f(0) = 0 whose f(y)/y lies between its values at 0 and at the largest y.
  private static let slopes: [String: @Sendable (Ball) -> Ball] = [
    "sin": { $0.sin / $0 }, "tan": { $0.tan / $0 }, "sinh": { $0.sinh / $0 }, "tanh": { $0.tanh / $0 },
    "atan": { $0.atan / $0 }, "asin": { $0.asin / $0 }, "asinh": { $0.asinh / $0 },
    "atanh": { $0.atanh / $0 },
  ]

  private static let bounded: Set<String> = ["sin", "cos", "tanh", "erf"]

  private func call(_ name: String, _ x: Expression) -> EventualSize? {
    if name == "log" { return logarithm(x) }
    if name == "sqrt" { return power(x, .fraction(Rational(1, 2))) }
    if name == "sinh" || name == "cosh", isGrowing {
      let (up, down) = (Expression.call("exp", x), Expression.call("exp", x.opposite))
      return size(Expression(name == "sinh" ? .difference(up, down) : .sum(up, down)).over(.integer(2)))
    }
    guard let g = size(x) else { return nil }
    if name == "exp" { return exponential(g) }
    if let slope = SizeReader.slopes[name], let near = small(x, slope: slope) { return near }
    if name == "erfc", g.sign > 0, let lower = g.lower, lower.rates.isEmpty, lower.power.signum > 0 {
      // erfc(y) ≤ exp(−y²) for positive y.
      let square = lower * lower
      return EventualSize(upper: EventualBound(one, rates: [square.power: -square.scale]), sign: 1)
    }
    if SizeReader.bounded.contains(name) { return EventualSize(upper: EventualBound(one)) }
    return ["atan", "erfc"].contains(name) ? EventualSize(upper: EventualBound(one * 2)) : nil
  }

  /// f(g) for a g that becomes small; nil where it does not.
  private func small(_ g: Expression, slope: (Ball) -> Ball) -> EventualSize? {
    guard let g = size(g), g.upper.isNonincreasing(from: start) else { return nil }
    let most = g.upper.value(at: start)
    guard (most - Ball(Rational(1, 2), bits: start.bits)).isNegative else { return nil }
    // An exponential's slope falls short of 1 below 0.
    return g.times(one.union(slope(most)).union(slope(-most)))
  }

  /// ln x: near 1 about x − 1, elsewhere by the logarithms of the bounds, in which ln s ≤ s^η/(eη).
  private func logarithm(_ x: Expression) -> EventualSize? {
    let rest = x.summands() + [(-1, .integer(1))]
    if let near = sum(rest), near.upper.isNonincreasing(from: start) {
      let most = near.upper.value(at: start)
      if (most - Ball(Rational(1, 2), bits: start.bits)).isNegative {
        return near.times((one + most).inverse.union((one - most).inverse))
      }
    }
    guard let g = size(x), g.sign > 0, let lower = g.lower else { return nil }
    let bounds = (logarithms(g.upper) + logarithms(lower)).map { EventualSize(upper: $0) }
    guard let upper = EventualSize.sum(bounds, from: start)?.upper else { return nil }
    if lower.isNondecreasing(from: start), (lower.value(at: start) - one).isPositive {
      return EventualSize(upper: upper, lower: EventualBound(lower.value(at: start).log), sign: 1)
    }
    if g.upper.isNonincreasing(from: start), (g.upper.value(at: start) - one).isNegative {
      return EventualSize(upper: upper, lower: EventualBound(-g.upper.value(at: start).log), sign: -1)
    }
    return EventualSize(upper: upper)
  }

  /// Summands of a bound of |ln f|.
  private func logarithms(_ bound: EventualBound) -> [EventualBound] {
    let eta = Rational(1, 16)
    let log = bound.power.magnitude * 16
    var terms = bound.rates.map { EventualBound($1.magnitude, power: $0) }
    if log.signum != 0 {
      terms.append(EventualBound(Ball(log, bits: start.bits) / one.exp, power: eta))
    }
    let scale = bound.scale.log.magnitude
    if !(scale.isExact && scale.containsZero) { terms.append(EventualBound(scale)) }
    return terms
  }
}
