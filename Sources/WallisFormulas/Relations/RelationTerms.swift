internal import WallisArithmetic

/// The numbers among which one basis looks for an integer relation, and the value that a relation gives to v.
struct RelationTerms {
  let basis: RelationBasis
  /// Enclosures of the terms.
  let terms: [Ball]
  /// Weights, as powers of two, that bring coefficients of numbers far from 1 to one size.
  let shifts: [Int]
  private let image: Ball?

  /// Terms 1, v.
  static func rational(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.rational, powers: 1, target, image: nil)
  }

  /// Terms 1, v, v².
  static func quadratic(_ target: SearchTarget) -> RelationTerms {
    RelationTerms(.quadratic, powers: 2, target, image: nil)
  }

  /// Terms 1, c, −v, −v·c for an enclosure `value` of the constant, or of its decoy.
  static func moebius(_ constant: Constant, value: Ball, _ target: SearchTarget) -> RelationTerms {
    RelationTerms(constant, value: value, target)
  }

  private init(_ basis: RelationBasis, powers: Int, _ target: SearchTarget, image: Ball?) {
    self.basis = basis
    self.image = image
    let size = target.exponent
    terms = (0...powers).map { $0 == 0 ? Ball(1, bits: 64) : target.value.power($0) }
    shifts = (0...powers).map { size >= 0 ? $0 * size : ($0 - powers) * size }
  }

  private init(_ constant: Constant, value: Ball, _ target: SearchTarget) {
    basis = .moebius(constant)
    image = value
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
    switch basis {
    case .rational: a[1].isZero ? nil : ClosedForm(Rational(-a[0], a[1]))
    case .quadratic: quadraticForm(a, near: value)
    case .moebius(let constant):
      a[1] * a[2] == a[0] * a[3] ? nil : ClosedForm(a[0], a[1], over: a[2], a[3], of: constant)
    }
  }

  private func quadraticForm(_ a: [Integer], near value: Ball) -> ClosedForm? {
    QuadraticNumber(rootOf: a[0], a[1], a[2], near: value).map { ClosedForm($0) }
  }

  /// What v would be by a relation with the decoy in place of the constant.
  func decoyValue(_ a: [Integer], near value: Ball) -> Ball? {
    guard let image else { return closedForm(a, near: value)?.ball(bits: value.bits) }
    guard a[1] * a[2] != a[0] * a[3] else { return nil }
    return (image * a[1] + a[0]) / (image * a[3] + a[2])
  }
}
