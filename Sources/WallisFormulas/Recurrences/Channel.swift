public import WallisArithmetic

/// A function of m = 0, 1, 2, …: a sum of polynomials times powers, one channel of an interlaced sequence.
public struct Channel: Sendable, Hashable {
  /// Polynomial times base^m.
  public struct Term: Sendable, Hashable {
    /// The number that is raised to the m-th power, not 0.
    public let base: Rational
    /// Coefficients of the polynomial in m, constant term first, the last one not 0.
    public let coefficients: [Rational]
  }

  /// The terms, polynomials (base 1) first, then bases in increasing order; none for zero.
  public let terms: [Term]

  /// The channel with these terms; coefficients that are zero are dropped.
  init(_ terms: [(base: Rational, coefficients: [Rational])]) {
    self.terms = terms.compactMap { base, coefficients in
      let length = (coefficients.lastIndex { $0.signum != 0 } ?? -1) + 1
      return length == 0 ? nil : Term(base: base, coefficients: Array(coefficients.prefix(length)))
    }.sorted { x, y in
      x.base == 1 || y.base == 1 ? x.base == 1 && y.base != 1 : x.base < y.base
    }
  }

  /// Value at m ≥ 0.
  public func value(at m: Int) -> Rational {
    terms.reduce(Rational(0)) { sum, term in
      let power = Rational(term.base.numerator.power(m), term.base.denominator.power(m))
      let polynomial = term.coefficients.reversed().reduce(Rational(0)) { $0 * Rational(Integer(m)) + $1 }
      return sum + power * polynomial
    }
  }

  /// The integer polynomial that the channel is; nil for anything else.
  public var polynomial: Polynomial? {
    guard let term = terms.first else { return .zero }
    guard terms.count == 1, term.base == 1, term.coefficients.allSatisfy(\.isInteger) else { return nil }
    return Polynomial(term.coefficients.map(\.numerator))
  }
}

extension Channel: CustomStringConvertible {
  /// The channel in the variable m, for example `2m+2`, `(m^2+m)/2`, `3*2^m`.
  public var description: String { text(variable: "m") }

  /// The channel in a variable.
  public func text(variable: String) -> String {
    guard !terms.isEmpty else { return "0" }
    return terms.enumerated().map { place, term in
      let text = Channel.text(term, variable)
      return place == 0 || text.hasPrefix("-") ? text : "+" + text
    }.joined()
  }

  private static func text(_ term: Term, _ variable: String) -> String {
    let scale = term.coefficients.reduce(Integer(1)) { common, x in
      common * x.denominator.dividedExactly(by: common.gcd(x.denominator))
    }
    let polynomial = Polynomial(
      term.coefficients.map { $0.numerator * scale.dividedExactly(by: $0.denominator) })
    let isSum = polynomial.coefficients.count { !$0.isZero } > 1
    let plain = polynomial.text(variable: variable)
    let grouped = isSum ? "(\(plain))" : plain
    let factor = scale == 1 ? (term.base == 1 ? plain : grouped) : "\(grouped)/\(scale)"
    guard term.base != 1 else { return factor }
    let base = term.base.isInteger && term.base.signum > 0 ? "\(term.base)" : "(\(term.base))"
    let power = "\(base)^\(variable)"
    return factor == "1" ? power : factor == "-1" ? "-" + power : "\(factor)*\(power)"
  }
}
