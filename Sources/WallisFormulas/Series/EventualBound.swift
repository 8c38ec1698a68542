internal import WallisArithmetic

/// The function C·s^p·exp(Σ κ·s^m) of s ≥ S > 1 with positive exponents m.
///
/// The numbers are enclosures: what is said of the function holds for some C and κ in them.
struct EventualBound {
  private(set) var scale: Ball
  private(set) var power: Rational
  /// κ by m.
  private(set) var rates: [Rational: Ball]

  init(_ scale: Ball, power: Rational = 0, rates: [Rational: Ball] = [:]) {
    (self.scale, self.power) = (scale, power)
    self.rates = rates.filter { !($1.isExact && $1.containsZero) }
  }

  var isConstant: Bool { power.signum == 0 && rates.isEmpty }

  func value(at s: Ball) -> Ball {
    let exponent = rates.reduce(Ball(0, bits: s.bits)) { $0 + $1.value * EventualBound.power(s, $1.key) }
    return scale * EventualBound.power(s, power) * exponent.exp
  }

  private static func power(_ s: Ball, _ exponent: Rational) -> Ball {
    exponent.isInteger ? s.power(exponent.numerator) : s.power(Ball(exponent, bits: s.bits))
  }

  static func * (x: EventualBound, y: EventualBound) -> EventualBound {
    EventualBound(
      x.scale * y.scale, power: x.power + y.power, rates: x.rates.merging(y.rates, uniquingKeysWith: +))
  }

  var inverse: EventualBound { EventualBound(scale.inverse, power: -power, rates: rates.mapValues { -$0 }) }

  static func / (x: EventualBound, y: EventualBound) -> EventualBound { x * y.inverse }

  static func * (x: EventualBound, factor: Ball) -> EventualBound {
    EventualBound(x.scale * factor, power: x.power, rates: x.rates)
  }

  /// The real power, of a positive scale.
  func raised(to exponent: Rational) -> EventualBound {
    let factor = Ball(exponent, bits: scale.bits)
    return EventualBound(
      EventualBound.power(scale, exponent), power: power * exponent, rates: rates.mapValues { $0 * factor })
  }

  /// Whether the function does not increase from a point on.
  ///
  /// s times the derivative of its logarithm is p + Σ κ·m·s^m; where the term with the largest m is negative and outweighs
  /// the positive ones at the point, it does so beyond.
  func isNonincreasing(from s: Ball) -> Bool {
    guard let leading = rates.keys.max(), let rate = rates[leading] else { return power.signum <= 0 }
    guard rate.isNegative else { return false }
    var excess = Ball(power.signum > 0 ? power : 0, bits: s.bits)
    for (m, rate) in rates where m != leading && !rate.isNegative {
      excess = excess + rate.magnitude * Ball(m, bits: s.bits) * EventualBound.power(s, m)
    }
    return (excess + rate * Ball(leading, bits: s.bits) * EventualBound.power(s, leading)).isNegative
  }

  func isNondecreasing(from s: Ball) -> Bool { inverse.isNonincreasing(from: s) }

  /// An upper bound of the integral from a point to infinity; nil where it may diverge.
  func integral(from s: Ball) -> Ball? {
    if rates.isEmpty {
      let exponent = power + 1
      guard exponent.signum < 0 else { return nil }
      return value(at: s) * s / Ball(-exponent, bits: s.bits)
    }
    // With s²·f(s) nonincreasing the integral is at most S²·f(S) ∫ ds/s².
    guard (self * EventualBound(Ball(1, bits: s.bits), power: 2)).isNonincreasing(from: s) else { return nil }
    return value(at: s) * s
  }
}

/// Bounds of the magnitude of a real function of s ≥ S, and its sign.
struct EventualSize {
  var upper: EventualBound
  /// Nil where none is known.
  var lower: EventualBound?
  /// 1 or −1 where the function has that sign for all s; 0 where it may change.
  var sign: Int

  init(upper: EventualBound, lower: EventualBound? = nil, sign: Int = 0) {
    (self.upper, self.lower, self.sign) = (upper, lower, sign)
  }

  /// A function with values in a ball.
  init(_ values: Ball) {
    self.init(upper: EventualBound(values.magnitude))
    guard !values.containsZero else { return }
    (lower, sign) = (upper, values.isPositive ? 1 : -1)
  }

  /// A multiple of s^p exactly.
  init(_ factor: Ball, power: Rational) {
    self.init(factor)
    upper = EventualBound(factor.magnitude, power: power)
    if lower != nil { lower = upper }
  }

  var opposite: EventualSize { EventualSize(upper: upper, lower: lower, sign: -sign) }

  var inverse: EventualSize? {
    lower.map { EventualSize(upper: $0.inverse, lower: upper.inverse, sign: sign) }
  }

  static func * (x: EventualSize, y: EventualSize) -> EventualSize {
    EventualSize(
      upper: x.upper * y.upper, lower: x.lower.flatMap { a in y.lower.map { a * $0 } }, sign: x.sign * y.sign)
  }

  /// The magnitude times a factor in a range of positive numbers.
  func times(_ range: Ball) -> EventualSize {
    EventualSize(upper: upper * range, lower: lower.map { $0 * range }, sign: sign)
  }

  /// The sum; nil where no summand outweighs the others from `start` on.
  static func sum(_ terms: [EventualSize], from start: Ball) -> EventualSize? {
    guard let upper = upperSum(terms.map(\.upper), from: start) else { return nil }
    if let first = terms.first?.sign, first != 0, terms.allSatisfy({ $0.sign == first }) {
      let lower = terms.compactMap(\.lower).first { one in
        terms.allSatisfy { $0.lower.map { ($0 / one).isNonincreasing(from: start) } ?? true }
      }
      return EventualSize(upper: upper, lower: lower, sign: first)
    }
    for (place, term) in terms.enumerated() {
      guard let lower = term.lower else { continue }
      let ratios = terms.enumerated().filter { $0.offset != place }.map { $0.element.upper / lower }
      guard ratios.allSatisfy({ $0.isNonincreasing(from: start) }) else { continue }
      let rest = ratios.reduce(Ball(1, bits: start.bits)) { $0 - $1.value(at: start) }
      if rest.isPositive { return EventualSize(upper: upper, lower: lower * rest, sign: term.sign) }
    }
    return EventualSize(upper: upper)
  }

  private static func upperSum(_ bounds: [EventualBound], from start: Ball) -> EventualBound? {
    for largest in bounds {
      let ratios = bounds.map { $0 / largest }
      guard ratios.allSatisfy({ $0.isConstant || $0.isNonincreasing(from: start) }) else { continue }
      return largest * ratios.reduce(Ball(0, bits: start.bits)) { $0 + $1.value(at: start) }
    }
    return nil
  }
}
