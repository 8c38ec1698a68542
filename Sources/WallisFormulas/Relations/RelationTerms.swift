internal import WallisArithmetic

/// The numbers among which one basis looks for an integer relation, and the value that a relation gives to v.
struct RelationTerms {
  let basis: RelationBasis
  /// Enclosures of the terms.
  let terms: [Ball]
  /// Weights, as powers of two, that bring coefficients of numbers far from 1 to one size.
  let shifts: [Int]

  /// Terms 1, v.
  static func rational(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.rational, powers: 1, target)
  }

  /// Terms 1, v, v².
  static func quadratic(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.quadratic, powers: 2, target)
  }

  /// Terms 1, c, −v, −v·c for an enclosure `value` of the constant, or of its decoy.
  static func moebius(_ constant: Constant, value: Ball, _ target: SearchTarget) -> RelationTerms {
    RelationTerms(constant, value: value, target)
  }

  private init(_ basis: RelationBasis, powers: Int, _ target: SearchTarget) {
    self.basis = basis
    let size = target.exponent
    terms = (0...powers).map { $0 == 0 ? Ball(1, bits: 64) : target.value.power($0) }
    shifts = (0...powers).map { size >= 0 ? $0 * size : ($0 - powers) * size }
  }

  private init(_ constant: Constant, value: Ball, _ target: SearchTarget) {
    basis = .moebius(constant)
    let (v, size) = (target.value, target.exponent)
    terms = [Ball(1, bits: 64), value, -v, -(v * value)]
    let (outer, inner) = (max(0, -size), max(0, size))
    shifts = [outer, outer, inner, inner]
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
    return switch basis {
    case .rational: ClosedForm(Rational(-a[0], a[1]))
    case .quadratic: QuadraticNumber(rootOf: a[0], a[1], a[2], near: value).map { ClosedForm($0) }
    case .moebius(let constant): ClosedForm(a[0], a[1], over: a[2], a[3], of: constant)
    }
  }

  /// The number that a relation gives, as far as the terms are known; the same for a constant and for its decoy.
  func value(_ a: [Integer], near value: Ball) -> Ball? {
    guard determinesValue(a) else { return nil }
    switch basis {
    case .rational: return Ball(Rational(-a[0], a[1]), bits: value.bits)
    case .quadratic: return root(a, near: value)
    case .moebius: return (terms[1] * a[1] + a[0]) / (terms[1] * a[3] + a[2])
    }
  }

  private func determinesValue(_ a: [Integer]) -> Bool {
    switch basis {
    case .rational: !a[1].isZero
    case .quadratic: !a[2].isZero
    case .moebius: a[1] * a[2] != a[0] * a[3]
    }
  }

  private func root(_ a: [Integer], near value: Ball) -> Ball {
    let bits = value.bits + a[0].bitWidth + a[1].bitWidth + a[2].bitWidth
    let half = Ball(a[1] * a[1] - 4 * a[0] * a[2], bits: bits).squareRoot
    let above = value * 2 * a[2] + a[1]
    return ((above.approximation < 0 ? -half : half) + -a[1]) / Ball(2 * a[2], bits: bits)
  }
}
