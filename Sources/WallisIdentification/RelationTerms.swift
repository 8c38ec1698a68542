internal import WallisArithmetic
internal import WallisFormulas

/// The numbers among which one basis looks for an integer relation, and the value that a relation gives to v.
struct RelationTerms {
  let basis: RelationBasis
  /// Enclosures of the terms.
  let terms: [Ball]
  /// Weights, as powers of two, that bring coefficients of numbers far from 1 to one size.
  let shifts: [Int]
  /// The number v.
  private let number: Ball
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

  /// The terms of any basis, for enclosures of its constants or of their decoys; those of a function of v are the terms of
  /// the target that the function gives.
  static func make(_ basis: RelationBasis, values: [Ball], _ target: SearchTarget) -> RelationTerms {
    switch basis {
    case .rational: .rational(target)
    case .quadratic: .quadratic(target)
    case .algebraic(let degree): .algebraic(degree, target)
    case .mapped(_, let inner): make(inner, values: values, target)
    case .moebius, .linear, .quotient, .each: RelationTerms(basis, values: values, target)
    }
  }

  private init(_ basis: RelationBasis, powers: Int, _ target: SearchTarget) {
    self.basis = basis
    let size = target.exponent
    number = target.value
    terms = RelationTerms.powers(of: number, to: powers)
    shifts = (0...powers).map { $0 == 0 ? max(0, -size) : $0 == powers ? max(0, size) : 0 }
    (top, bottom, divisors) = ([], [], [])
  }

  private init(_ basis: RelationBasis, values: [Ball], _ target: SearchTarget) {
    self.basis = basis
    number = target.value
    let multiples = [Ball(1, bits: max(64, target.value.bits))] + values
    top = [nil] + basis.constants
    if case .linear = basis {
      (bottom, divisors) = ([nil], [multiples[0]])
    } else {
      (bottom, divisors) = (top, multiples)
    }
    terms = multiples + divisors.map { -(target.value * $0) }
    let natural = bottom.count == 1 ? values.map { $0.magnitudeExponent ?? 0 }.max() ?? 0 : 0
    let (outer, inner) = (max(0, -target.exponent), max(0, target.exponent - max(0, natural)))
    shifts = top.map { _ in outer } + bottom.map { _ in inner }
  }

  /// Weights to try one after the other: those of equal sizes above and below, and for a number far from 1 among
  /// several constants those of one large coefficient that makes it so.
  var patterns: [[Int]] {
    let (outer, inner) = (shifts[0], shifts[shifts.count - 1])
    guard top.count > 2, max(outer, inner) >= RelationTerms.far else { return [shifts] }
    let large = inner > 0 ? 0..<top.count : top.count..<terms.count
    guard large.count > 1 else { return [shifts] }
    return [shifts] + large.map { place in terms.indices.map { $0 == place ? 0 : max(outer, inner) } }
  }

  /// Bits from which a number is far from 1.
  static let far = 12

  private static func powers(of value: Ball, to degree: Int) -> [Ball] {
    (0...degree).map { $0 == 0 ? Ball(1, bits: 64) : value.power($0) }
  }

  /// The terms scaled to integers, with no more than the first `digits` digits of v in them.
  ///
  /// The scale is the one at which the error of v takes as much as the largest weighted coefficient: less would
  /// waste digits of v, more would look at unknown ones.
  ///
  /// - Returns: the integers, and bounds on their distance from the exact terms at that scale.
  func scaled(digits: Int, shifts: [Int]) -> (numbers: [Integer], errors: () -> [Integer]) {
    let bits = SearchTarget.bits(digits: digits)
    let first = top.isEmpty ? 1 : top.count
    let room = (first..<terms.count).map { shifts[$0] - (terms[$0].magnitudeExponent ?? 0) }.min() ?? 0
    let shown = terms(number.rounded(toBits: bits).rounded(toBits: number.bits + bits))
    let numbers = shown.map { $0.scaled(byPowerOfTwo: bits + room).nearestInteger }
    return (numbers, { shown.map { RelationTerms.error($0, bits + room) } })
  }

  /// The terms for a value of v in the place of the one that is known.
  private func terms(_ value: Ball) -> [Ball] {
    if top.isEmpty { return RelationTerms.powers(of: value, to: terms.count - 1) }
    return terms.prefix(top.count) + divisors.map { -(value * $0) }
  }

  /// A bound on |X − 2^k x| for the rounded integer X of a term x.
  private static func error(_ term: Ball, _ k: Int) -> Integer {
    guard let radius = term.radiusExponent, radius + k >= 0 else { return 2 }
    return Integer(1).shifted(left: radius + k + 1) + 1
  }

  /// What v is by a relation; nil when the relation does not determine v.
  ///
  /// A Möbius relation of determinant 0 is refused: v would be a fraction, which has a basis of its own.
  func closedForm(_ a: [Integer], near value: Ball) -> NormalForm? {
    guard determinesValue(a) else { return nil }
    switch basis {
    case .rational: return NormalForm(Rational(-a[0], a[1]))
    case .quadratic: return QuadraticNumber(rootOf: a[0], a[1], a[2], near: value).map { NormalForm($0) }
    case .algebraic: return RelationTerms.root(of: Polynomial(a), near: value)
    case .moebius(let constant): return NormalForm(a[0], a[1], over: a[2], a[3], of: constant)
    case .linear, .quotient, .mapped, .each:
      return NormalForm(LinearSum(a.prefix(top.count), top), over: LinearSum(a.dropFirst(top.count), bottom))
    }
  }

  /// The irreducible factor that vanishes nearest to v decides what v is.
  private static func root(of polynomial: Polynomial, near value: Ball) -> NormalForm? {
    let factors = polynomial.irreducibleFactors.map(\.factor)
    let sizes = factors.map { factor in
      (factor.value(at: value.midpoint) / factor.derivative.value(at: value.midpoint)).magnitude.approximation
    }
    guard let place = factors.indices.min(by: { sizes[$0] < sizes[$1] }) else { return nil }
    let factor = factors[place]
    switch factor.degree {
    case 1: return NormalForm(Rational(-factor[0], factor[1]))
    case 2:
      return QuadraticNumber(rootOf: factor[0], factor[1], factor[2], near: value).map { NormalForm($0) }
    default: return AlgebraicNumber(rootOf: factor, near: value).map { NormalForm($0) }
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
    case .linear, .quotient, .mapped, .each:
      return combination(a.prefix(top.count), terms[...]) / combination(a.dropFirst(top.count), divisors[...])
    }
  }

  private func combination(_ a: ArraySlice<Integer>, _ balls: ArraySlice<Ball>) -> Ball {
    zip(a, balls).reduce(Ball(0, bits: number.bits)) { $0 + $1.1 * $1.0 }
  }

  /// True unless v drops out of the relation, or it would make v a fraction whatever the constants are.
  func determinesValue(_ a: [Integer]) -> Bool {
    switch basis {
    case .rational: return !a[1].isZero
    case .quadratic: return !a[2].isZero
    case .algebraic: return a.dropFirst().contains { !$0.isZero }
    case .moebius: return a[1] * a[2] != a[0] * a[3]
    case .linear: return !a[top.count].isZero && a[1..<top.count].contains { !$0.isZero }
    case .quotient, .mapped, .each:
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
    let bits = value.bits + polynomial.coefficientBits + 64
    let slope = polynomial.derivative
    let start = value.midpoint.rounded(toBits: bits)
    let next = (start - polynomial.value(at: start) / slope.value(at: start)).midpoint
    return next - polynomial.value(at: next) / slope.value(at: next)
  }
}
