internal import WallisArithmetic

/// The numbers among which one basis looks for an integer relation, and the value that a relation gives to v.
struct RelationTerms {
  let basis: RelationBasis
  /// Enclosures of the terms.
  let terms: [Ball]
  /// Weights, as powers of two, that bring coefficients of numbers far from 1 to one size.
  let shifts: [Int]
  /// What numerator and denominator are combinations of: 1 and constants, or empty for powers of v.
  private let (top, bottom): ([Constant?], [Constant?])
  /// Enclosures of `bottom`.
  private let divisors: [Ball]

  /// Terms 1, v.
  static func rational(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.rational, powers: 1, target)
  }

  /// Terms 1, v, v².
  static func quadratic(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.quadratic, powers: 2, target)
  }

  /// Terms 1, v, …, v^degree.
  static func algebraic(_ degree: Int, _ target: SearchTarget) -> RelationTerms {
    RelationTerms(.algebraic(degree: degree), powers: degree, target)
  }

  /// Terms 1, c, −v, −v·c for an enclosure `value` of the constant, or of its decoy.
  static func moebius(_ constant: Constant, value: Ball, _ target: SearchTarget) -> RelationTerms {
    RelationTerms(.moebius(constant), values: [value], target)
  }

  /// The terms of any basis, for enclosures of its constants or of their decoys.
  static func make(_ basis: RelationBasis, values: [Ball], _ target: SearchTarget) -> RelationTerms {
    switch basis {
    case .rational: .rational(target)
    case .quadratic: .quadratic(target)
    case .algebraic(let degree): .algebraic(degree, target)
    case .moebius, .linear, .quotient, .each: RelationTerms(basis, values: values, target)
    }
  }

  private init(_ basis: RelationBasis, powers: Int, _ target: SearchTarget) {
    self.basis = basis
    let size = target.exponent
    terms = (0...powers).map { $0 == 0 ? Ball(1, bits: 64) : target.value.power($0) }
    shifts = (0...powers).map { size >= 0 ? $0 * size : ($0 - powers) * size }
    (top, bottom, divisors) = ([], [], [])
  }

  private init(_ basis: RelationBasis, values: [Ball], _ target: SearchTarget) {
    self.basis = basis
    let (v, size) = (target.value, target.exponent)
    let multiples = [Ball(1, bits: 64)] + values
    top = [nil] + basis.constants
    if case .linear = basis {
      (bottom, divisors) = ([nil], [multiples[0]])
      terms = multiples + [-v]
    } else {
      (bottom, divisors) = (top, multiples)
      terms = multiples + [-v] + values.map { -(v * $0) }
    }
    let (outer, inner) = (max(0, -size), max(0, size))
    shifts = top.map { _ in outer } + bottom.map { _ in inner }
  }

  /// The terms times 2^k, rounded.
  func scaled(_ k: Int) -> [Integer] { terms.map { $0.scaled(byPowerOfTwo: k).nearestInteger } }

  /// Bounds on the errors of `scaled(k)`.
  func errors(_ k: Int) -> [Integer] {
    terms.map { term in
      guard let radius = term.radiusExponent, radius + k >= 0 else { return 2 }
      return Integer(1).shifted(left: radius + k + 1) + 1
    }
  }

  /// What v is by a relation; nil when the relation does not determine v.
  ///
  /// A Möbius relation of determinant 0 is refused: v would be a fraction, which has a basis of its own.
  func closedForm(_ a: [Integer], near value: Ball) -> ClosedForm? {
    guard determinesValue(a) else { return nil }
    switch basis {
    case .rational: return ClosedForm(Rational(-a[0], a[1]))
    case .quadratic: return QuadraticNumber(rootOf: a[0], a[1], a[2], near: value).map { ClosedForm($0) }
    case .algebraic: return RelationTerms.root(of: Polynomial(a), near: value)
    case .moebius(let constant): return ClosedForm(a[0], a[1], over: a[2], a[3], of: constant)
    case .linear, .quotient, .each:
      return ClosedForm(LinearSum(a.prefix(top.count), top), over: LinearSum(a.dropFirst(top.count), bottom))
    }
  }

  /// The irreducible factor that vanishes nearest to v decides what v is.
  private static func root(of polynomial: Polynomial, near value: Ball) -> ClosedForm? {
    let factors = polynomial.irreducibleFactors.map(\.factor)
    let sizes = factors.map { factor in
      (factor.value(at: value.midpoint) / factor.derivative.value(at: value.midpoint)).magnitude.approximation
    }
    guard let place = factors.indices.min(by: { sizes[$0] < sizes[$1] }) else { return nil }
    let factor = factors[place]
    switch factor.degree {
    case 1: return ClosedForm(Rational(-factor[0], factor[1]))
    case 2:
      return QuadraticNumber(rootOf: factor[0], factor[1], factor[2], near: value).map { ClosedForm($0) }
    default: return AlgebraicNumber(rootOf: factor, near: value).map { ClosedForm($0) }
    }
  }

  /// The number that a relation gives, as far as the terms are known; the same for a constant and for its decoy.
  func value(_ a: [Integer], near value: Ball) -> Ball? {
    guard determinesValue(a) else { return nil }
    switch basis {
    case .rational: return Ball(Rational(-a[0], a[1]), bits: value.bits)
    case .quadratic: return root(a, near: value)
    case .algebraic: return newtonRoot(Polynomial(a), near: value)
    case .moebius: return (terms[1] * a[1] + a[0]) / (terms[1] * a[3] + a[2])
    case .linear, .quotient, .each:
      return combination(a.prefix(top.count), terms[...]) / combination(a.dropFirst(top.count), divisors[...])
    }
  }

  private func combination(_ a: ArraySlice<Integer>, _ balls: ArraySlice<Ball>) -> Ball {
    zip(a, balls).reduce(Ball(0, bits: 64)) { $0 + $1.1 * $1.0 }
  }

  /// True unless v drops out of the relation, or it would make v a fraction whatever the constants are.
  func determinesValue(_ a: [Integer]) -> Bool {
    switch basis {
    case .rational: return !a[1].isZero
    case .quadratic: return !a[2].isZero
    case .algebraic: return a.dropFirst().contains { !$0.isZero }
    case .moebius: return a[1] * a[2] != a[0] * a[3]
    case .linear: return !a[top.count].isZero && a[1..<top.count].contains { !$0.isZero }
    case .quotient, .each:
      let (above, below) = (a.prefix(top.count), Array(a.dropFirst(top.count)))
      guard let pivot = below.firstIndex(where: { !$0.isZero }) else { return false }
      return above.indices.contains { above[$0] * below[pivot] != above[pivot] * below[$0] }
    }
  }

  private func root(_ a: [Integer], near value: Ball) -> Ball {
    let bits = value.bits + a[0].bitWidth + a[1].bitWidth + a[2].bitWidth
    let half = Ball(a[1] * a[1] - 4 * a[0] * a[2], bits: bits).squareRoot
    let above = value * 2 * a[2] + a[1]
    return ((above.approximation < 0 ? -half : half) + -a[1]) / Ball(2 * a[2], bits: bits)
  }

  /// Two steps of Newton's method from v: right to four times the digits on which v agrees with a root.
  private func newtonRoot(_ polynomial: Polynomial, near value: Ball) -> Ball {
    let bits = value.bits + (polynomial.coefficients.map(\.bitWidth).max() ?? 0) + 64
    let slope = polynomial.derivative
    let start = value.midpoint.rounded(toBits: bits)
    let next = (start - polynomial.value(at: start) / slope.value(at: start)).midpoint
    return next - polynomial.value(at: next) / slope.value(at: next)
  }
}
