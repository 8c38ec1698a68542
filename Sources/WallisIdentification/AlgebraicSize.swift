package import WallisArithmetic
package import WallisFormulas

/// Bounds of the degree and the height of an algebraic number, from the expression that states it.
///
/// Statement: a number α ≠ 0 of degree at most d over ℚ and of absolute logarithmic height at most h has |α| ≥ 2^(−d·h),
/// heights counted in bits (Liouville's inequality: Waldschmidt, "Diophantine Approximation on Linear Algebraic
/// Groups", 2000, section 3.5). There h(α ± β) ≤ h(α) + h(β) + 1, h(αβ) ≤ h(α) + h(β), h(α^r) = |r|·h(α), and a root of
/// unity has the height 0 (section 3.2).
public struct AlgebraicSize: Sendable, Hashable {
  /// Numbers that generate a field in which the number lies, with the degree that each adds at most.
  private var generators: [Expression: Int] = [:]
  /// The real numbers among the roots of unity of this order lie in the field, too; the largest word where it exceeds one.
  private var order = 1
  /// A bound of the height, in bits.
  package private(set) var height: Double

  /// Beyond this nothing is decided.
  private static let largestDegree = 10_000
  /// As many bits are evaluated at most to decide that a number is 0.
  private static let mostBits = 70_000

  /// Nil for an expression that is not made of fractions, roots, roots of polynomials, and sines, cosines and tangents of
  /// rational multiples of π.
  package init?(_ expression: Expression) {
    guard let size = AlgebraicSize.size(of: expression), size.degree <= AlgebraicSize.largestDegree,
      size.height.isFinite
    else { return nil }
    self = size
  }

  private init(height: Double) { self.height = height }

  private init(_ value: Rational) {
    self.init(height: Double(max(value.numerator.bitWidth, value.denominator.bitWidth)))
  }

  /// A bound of the degree.
  package var degree: Int {
    let reals = order < 3 ? 1 : order.eulerPhi / 2
    return generators.values.reduce(reals) { product, degree in
      let (result, isTooLarge) = product.multipliedReportingOverflow(by: degree)
      return isTooLarge ? .max : result
    }
  }

  /// A number of this size that is below 2^(−bits) is 0; nil where more bits are needed than anyone evaluates.
  package var separationBits: Int? {
    let bits = (Double(degree) * height).rounded(.up) + 1
    return bits <= Double(AlgebraicSize.mostBits) ? Int(bits) : nil
  }

  /// The size of the difference from another number.
  package func difference(_ other: AlgebraicSize) -> AlgebraicSize { joined(other, adding: 1) }

  /// The size of the value of a polynomial.
  package func value(of polynomial: Polynomial) -> AlgebraicSize {
    var size = self
    size.height = Double(polynomial.degree) * height + AlgebraicSize.length(polynomial)
    return size
  }

  /// Decimals in which the minimal polynomial can be told from every other one; a bound.
  package var digitsOfMinimalPolynomial: Double {
    Double(degree + 1) * Double(degree) * (height + 1) * Digits.perBit
  }

  private static func length(_ polynomial: Polynomial) -> Double {
    Double(polynomial.coefficients.reduce(Integer(0)) { $0 + $1.magnitude }.bitWidth)
  }

  private func joined(_ other: AlgebraicSize, adding bits: Double = 0) -> AlgebraicSize {
    var size = self
    size.generators.merge(other.generators) { max($0, $1) }
    let (common, isTooLarge) = (order / order.gcd(other.order)).multipliedReportingOverflow(by: other.order)
    size.order = isTooLarge ? .max : common
    size.height = height + other.height + bits
    return size
  }
}

extension AlgebraicSize {
  private static func size(of x: Expression) -> AlgebraicSize? {
    switch x.node {
    case .number(let value, _): AlgebraicSize(value)
    case .name(let name): size(ofConstant: name)
    case .negation(let x): size(of: x)
    case .sum(let x, let y), .difference(let x, let y): joined(x, y, adding: 1)
    case .product(let x, let y), .quotient(let x, let y): joined(x, y)
    case .power(let base, let exponent): rational(exponent).flatMap { power(base, $0) }
    case .call("sqrt", let arguments): arguments.first.flatMap { power($0, Rational(1, 2)) }
    case .call("cbrt", let arguments): arguments.first.flatMap { power($0, Rational(1, 3)) }
    case .call("abs", let arguments): arguments.first.flatMap(size)
    case .call("sin", let arguments), .call("cos", let arguments), .call("tan", let arguments):
      arguments.first.flatMap(circular)
    case .call: x.algebraicNumber.map { root($0, x) }
    case .result: nil
    }
  }

  private static func joined(_ x: Expression, _ y: Expression, adding bits: Double = 0) -> AlgebraicSize? {
    guard let left = size(of: x), let right = size(of: y) else { return nil }
    return left.joined(right, adding: bits)
  }

  private static func size(ofConstant name: String) -> AlgebraicSize? {
    guard case .quadratic(let p, let q, let d, let r)? = Constant.named(name)?.nature else { return nil }
    let root = power(.integer(Integer(d)), Rational(1, 2))
    let parts = [p, q, r].map { AlgebraicSize(Rational(Integer($0))) }
    return root.map { $0.joined(parts[1]).joined(parts[0], adding: 1).joined(parts[2]) }
  }

  private static func power(_ base: Expression, _ exponent: Rational) -> AlgebraicSize? {
    guard var size = size(of: base), let degree = exponent.denominator.word else { return nil }
    size.height *= abs(exponent.approximation) * (1 + 0x1p-40)
    if degree > 1 { size.generators[.call("root", base, .integer(exponent.denominator))] = degree }
    return size
  }

  /// A sine, cosine or tangent of r·π lies in the field of the roots of unity of order lcm(4, twice the denominator).
  private static func circular(_ angle: Expression) -> AlgebraicSize? {
    let variable = "pi"
    guard let function = RationalFunction(angle, in: variable), function.denominator.degree == 0,
      function.numerator.degree <= 1, function.numerator[0].isZero,
      let part = (function.isZero ? 1 : function.leading.denominator).word, part <= largestDegree
    else { return nil }
    var size = AlgebraicSize(height: 2)
    size.order = part % 2 == 0 ? 2 * part : 4 * part
    return size
  }

  private static func root(_ number: AlgebraicNumber, _ x: Expression) -> AlgebraicSize {
    // The height of a root is at most the logarithm of the Mahler measure, and that at most the one of the length.
    var size = AlgebraicSize(height: length(number.polynomial))
    size.generators[x] = number.polynomial.degree
    return size
  }

  private static func rational(_ x: Expression) -> Rational? {
    guard let value = RationalFunction(x, in: ""), value.growth ?? 0 == 0, value.numerator.degree <= 0 else {
      return nil
    }
    return value.isZero ? 0 : value.leading
  }
}
