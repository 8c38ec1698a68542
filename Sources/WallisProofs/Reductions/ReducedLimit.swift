internal import WallisArithmetic
package import WallisFormulas

/// A limit as an expression in the limits of images of fractions: x + y, x·y + 1/2, x² − 3, or a quotient.
package struct ReducedLimit: Sendable, Hashable {
  /// The images, x and y in `combination` in this order.
  package let parts: [FractionImage]
  /// The limit.
  package let combination: Expression

  static let names = ["x", "y"]

  /// The limit with closed forms of the parts in place of the names.
  package func value(_ forms: [Expression]) -> Expression {
    zip(ReducedLimit.names, forms).reduce(combination) { $0.replacing(.name($1.0), with: $1.1) }
  }
}

extension SymmetricProduct {
  /// The limit of p/q in the limits of the fractions, as a sum or a product where the form of q is one; nil where a
  /// fraction has no finite limit, or the denominator cannot be told from 0.
  package var limit: ReducedLimit? {
    let limits = factors.map { fraction -> Ball? in
      guard let limit = try? fraction.evaluate(digits: 40).enclosure, limit.isFinite else { return nil }
      return limit
    }
    let x = limits.compactMap(\.self)
    guard x.count == factors.count else { return nil }
    let products = factors.count == 1 ? powers(x[0]) : [x[0] * x[1], x[0], x[1], x[0] * 0 + 1]
    let bottom = zip(forms[1], products).reduce(x[0] * 0) { sum, entry in
      sum + entry.1 * entry.0.numerator / Ball(entry.0.denominator, bits: entry.1.bits)
    }
    guard !bottom.containsZero else { return nil }
    if factors.count == 1 { return product.rank == 3 ? square ?? quotient : quotient }
    return separated ?? quotient
  }

  private func powers(_ x: Ball) -> [Ball] {
    (0..<product.rank).map { (0..<(product.rank - 1 - $0)).reduce(x * 0 + 1) { power, _ in power * x } }
  }

  /// The forms as they are.
  private var quotient: ReducedLimit {
    let (x, y) = (Expression.name("x"), Expression.name("y"))
    let degree = product.rank - 1
    let symbols: [Expression?] =
      factors.count == 2
      ? [x.times(y), x, y, nil]
      : (0...degree).map { $0 == degree ? nil : $0 == degree - 1 ? x : x.raised(to: degree - $0) }
    let scale = (forms[0] + forms[1]).proportions
    let sides = [scale.prefix(product.rank), scale.suffix(product.rank)].map {
      Expression.combination(zip($0, symbols).map { ($0, $1) })
    }
    let whole = sides[1] == .integer(1) ? sides[0] : sides[0].over(sides[1])
    return ReducedLimit(
      parts: factors.map { FractionImage($0, map: .identity) }, combination: whole.closedFormOrder)
  }
}

// MARK: - Sums and products

/// A linear form, a and b of ax + b.
private typealias LinearForm = [Rational]

extension SymmetricProduct {
  /// A linear form that together with l spans all of them.
  private static func complement(of l: LinearForm) -> LinearForm { l[0].isZero ? [1, 0] : [0, 1] }

  /// The coordinates of a form over m and l.
  private static func coordinates(_ form: LinearForm, _ m: LinearForm, _ l: LinearForm) -> LinearForm {
    let size = m[0] * l[1] - m[1] * l[0]
    return [(form[0] * l[1] - form[1] * l[0]) / size, (m[0] * form[1] - m[1] * form[0]) / size]
  }

  /// (αm + βl)/l as an image; nil where it is constant.
  private static func image(
    _ fraction: ContinuedFraction, _ alpha: Rational, _ m: LinearForm, _ beta: Rational, _ l: LinearForm
  ) -> FractionImage? {
    let entries = [alpha * m[0] + beta * l[0], alpha * m[1] + beta * l[1], l[0], l[1]].proportions
    return MoebiusMap(entries[0], entries[1], entries[2], entries[3]).map {
      FractionImage(fraction, map: $0)
    }
  }

  /// Where q is a product of a linear form of x and one of y: p/q = κXY + λX + μY + ν with X = m/l of x, Y = m/l of y,
  /// a sum where κ = 0, otherwise κ(X + μ/κ)(Y + λ/κ) + ν − λμ/κ.
  private var separated: ReducedLimit? {
    let q = forms[1]
    guard q[0] * q[3] == q[1] * q[2] else { return nil }
    let second: LinearForm = q[0].isZero && q[1].isZero ? [q[2], q[3]] : [q[0], q[1]]
    let pivot = second[0].isZero ? 1 : 0
    let first: LinearForm = [q[pivot] / second[pivot], q[2 + pivot] / second[pivot]]
    let (m, n) = (SymmetricProduct.complement(of: first), SymmetricProduct.complement(of: second))
    // The rows of the form of p over n and l, then its columns over m and l.
    let rows = [[forms[0][0], forms[0][1]], [forms[0][2], forms[0][3]]].map {
      SymmetricProduct.coordinates($0, n, second)
    }
    let (upper, lower) = (
      SymmetricProduct.coordinates([rows[0][0], rows[1][0]], m, first),
      SymmetricProduct.coordinates([rows[0][1], rows[1][1]], m, first)
    )
    let (kappa, mu, lambda, nu) = (upper[0], upper[1], lower[0], lower[1])
    let (x, y) = (Expression.name("x"), Expression.name("y"))
    guard !kappa.isZero else {
      guard let one = SymmetricProduct.image(factors[0], lambda, m, nu, first),
        let other = SymmetricProduct.image(factors[1], mu, n, 0, second)
      else { return nil }
      return ReducedLimit(parts: [one, other], combination: Expression(.sum(x, y)))
    }
    guard let one = SymmetricProduct.image(factors[0], kappa, m, mu, first),
      let other = SymmetricProduct.image(factors[1], 1, n, lambda / kappa, second)
    else { return nil }
    return ReducedLimit(
      parts: [one, other],
      combination: SymmetricProduct.sum(x.times(y), nu - lambda * mu / kappa))
  }

  /// Where q is the square of a linear form: p/q = κX² + λX + ν = κ(X + λ/2κ)² + ν − λ²/4κ.
  private var square: ReducedLimit? {
    let (p, q) = (forms[0], forms[1])
    guard q[1] * q[1] == 4 * q[0] * q[2] else { return nil }
    // q = σl², l = ax + b with a, b ≥ 0 up to one sign.
    let (l, scale): (LinearForm, Rational) = q[0].isZero ? ([0, 1], q[2]) : ([1, q[1] / (2 * q[0])], q[0])
    let m = SymmetricProduct.complement(of: l)
    // x = um + vl, 1 = sm + tl.
    let (x, one) = (
      SymmetricProduct.coordinates([1, 0], m, l), SymmetricProduct.coordinates([0, 1], m, l)
    )
    func coefficient(_ a: Int, _ b: Int) -> Rational {
      let mixed = a == b ? x[a] * one[b] : x[a] * one[b] + x[b] * one[a]
      let (xx, oo) = (a == b ? x[a] * x[b] : 2 * x[a] * x[b], a == b ? one[a] * one[b] : 2 * one[a] * one[b])
      return (p[0] * xx + p[1] * mixed + p[2] * oo) / scale
    }
    let (kappa, lambda, nu) = (coefficient(0, 0), coefficient(0, 1), coefficient(1, 1))
    let name = Expression.name("x")
    guard !kappa.isZero else {
      return SymmetricProduct.image(factors[0], lambda, m, nu, l).map {
        ReducedLimit(parts: [$0], combination: name)
      }
    }
    guard let part = SymmetricProduct.image(factors[0], 1, m, lambda / (2 * kappa), l) else { return nil }
    let power = name.raised(to: 2)
    let multiple =
      kappa == 1 ? power : kappa == -1 ? power.opposite : Expression.fraction(kappa).times(power)
    return ReducedLimit(
      parts: [part], combination: SymmetricProduct.sum(multiple, nu - lambda * lambda / (4 * kappa)))
  }

  private static func sum(_ x: Expression, _ constant: Rational) -> Expression {
    guard !constant.isZero else { return x }
    let size = Expression.fraction(constant.magnitude)
    return Expression(constant.signum < 0 ? .difference(x, size) : .sum(x, size))
  }
}
