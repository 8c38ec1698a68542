internal import WallisArithmetic
internal import WallisFormulas

/// A sum of fractions times square roots of integers without square factors; a root of −1 is i.
struct SurdSum: Hashable {
  /// The fraction before each root; that of 1 is the rational part.
  private(set) var terms: [Integer: Rational]

  init(_ value: Rational) { terms = value.isZero ? [:] : [1: value] }

  /// The root of a fraction, positive or on the positive imaginary axis.
  init(rootOf value: Rational) {
    guard !value.isZero else {
      terms = [:]
      return
    }
    let (root, free) = (value.numerator * value.denominator).magnitude.squareParts
    terms = [Integer(value.signum) * free: Rational(root, value.denominator)]
  }

  /// The fraction that it is; nil where a root occurs.
  var rational: Rational? { terms.isEmpty ? 0 : terms.count == 1 ? terms[1] : nil }

  var isReal: Bool { terms.keys.allSatisfy { $0.signum > 0 } }

  static func + (x: SurdSum, y: SurdSum) -> SurdSum {
    var sum = x
    for (radicand, value) in y.terms {
      let total = (sum.terms[radicand] ?? 0) + value
      sum.terms[radicand] = total.isZero ? nil : total
    }
    return sum
  }

  static func + (x: SurdSum, y: Rational) -> SurdSum { x + SurdSum(y) }

  static func * (x: SurdSum, factor: Rational) -> SurdSum {
    var product = SurdSum(0)
    if !factor.isZero { product.terms = x.terms.mapValues { $0 * factor } }
    return product
  }

  /// As (p + q√d)/r.
  var expression: Expression {
    if let rational { return .fraction(rational) }
    let bottom = terms.values.reduce(Integer(1)) {
      ($0 * $1.denominator).dividedExactly(by: $0.gcd($1.denominator))
    }
    let rows = terms.sorted {
      ($0.key.signum < 0 ? 1 : 0, $0.key.magnitude) < ($1.key.signum < 0 ? 1 : 0, $1.key.magnitude)
    }
    let top = Expression.combination(
      rows.map { (($0.value * Rational(bottom)).numerator, SurdSum.symbol($0.key)) })
    return bottom == 1 ? top : top.over(.integer(bottom))
  }

  private static func symbol(_ radicand: Integer) -> Expression? {
    let root = radicand.magnitude == 1 ? nil : Expression.call("sqrt", .integer(radicand.magnitude))
    guard radicand.signum < 0 else { return root }
    return root.map { $0.times(.name("i")) } ?? .name("i")
  }
}
