public import WallisArithmetic
public import WallisFormulas

/// A number written with integers and constants; equal numbers with at most one constant have equal closed forms.
///
/// Images of quadratic constants become (p + q√d)/r, and of constants that are rational multiples of each other
/// the one with the smallest integers is kept.
public struct NormalForm: Sendable, Hashable {
  /// The kinds of numbers.
  public enum Shape: Sendable, Hashable {
    /// A fraction.
    case rational(Rational)
    /// (p + q√d)/r.
    case quadratic(QuadraticNumber)
    /// (p + q·c)/(r + s·c).
    case moebius(MoebiusImage)
    /// A root of a polynomial of degree 3 or more.
    case algebraic(AlgebraicNumber)
    /// A quotient of two combinations of constants.
    case quotient(ConstantQuotient)
    /// A number of which a function has one of these forms.
    case mapped(MappedNumber)
  }

  /// The number.
  public let shape: Shape

  /// A fraction.
  public init(_ value: Rational) { self.init(shape: .rational(value)) }

  /// A quadratic irrational.
  public init(_ value: QuadraticNumber) { self.init(shape: .quadratic(value)) }

  /// An algebraic number of degree 3 or more.
  public init(_ value: AlgebraicNumber) { self.init(shape: .algebraic(value)) }

  /// A quotient of combinations of two constants or more.
  public init(_ value: ConstantQuotient) { self.init(shape: .quotient(value)) }

  /// A number of which a function has a closed form.
  public init(_ value: MappedNumber) { self.init(shape: .mapped(value)) }

  private init(shape: Shape) { self.shape = shape }

  /// The number (p + q·c)/(r + s·c); nil when numerator or denominator vanish identically.
  ///
  /// A map of determinant 0 gives a fraction.
  public init?(_ p: Integer, _ q: Integer, over r: Integer, _ s: Integer, of constant: Constant) {
    guard !(r.isZero && s.isZero) else { return nil }
    if q * r == p * s {
      self.init(r.isZero ? Rational(q, s) : Rational(p, r))
    } else if case .quadratic(let p0, let q0, let d, let r0) = constant.nature {
      let (top, bottom) = (
        (p * Integer(r0) + q * Integer(p0), q * Integer(q0)),
        (r * Integer(r0) + s * Integer(p0), s * Integer(q0))
      )
      self.init(quotientOf: top, bottom, radicand: Integer(d))
    } else {
      guard let image = MoebiusImage(p, q, r, s, of: constant) else { return nil }
      self.init(shape: .moebius(NormalForm.simplest(image)))
    }
  }

  /// (a + b√d)/(c + e√d) with the denominator made rational.
  private init?(quotientOf top: (Integer, Integer), _ bottom: (Integer, Integer), radicand d: Integer) {
    let norm = bottom.0 * bottom.0 - bottom.1 * bottom.1 * d
    guard !norm.isZero else { return nil }
    let rational = top.0 * bottom.0 - top.1 * bottom.1 * d
    let slope = top.1 * bottom.0 - top.0 * bottom.1
    if slope.isZero {
      self.init(Rational(rational, norm))
    } else {
      guard let value = QuadraticNumber(p: rational, q: slope, d: d, r: norm) else { return nil }
      self.init(value)
    }
  }

  /// The cheapest image among constants that are rational multiples of one another; the table's order breaks ties.
  private static func simplest(_ image: MoebiusImage) -> MoebiusImage {
    var best = image
    for other in Constant.all where other != image.constant {
      let multiple: Rational
      if case .multiple(let m, of: other.name) = image.constant.nature {
        multiple = m
      } else if case .multiple(let m, of: image.constant.name) = other.nature {
        multiple = 1 / m
      } else {
        continue
      }
      guard let rewritten = image.rewritten(multiple, of: other) else { continue }
      if rewritten.cost < best.cost { best = rewritten }
    }
    return best
  }

  /// The integer relation that defines the number, over the basis of its kind.
  var relation: (basis: RelationBasis, coefficients: [Integer]) {
    switch shape {
    case .rational(let x): (.rational, [-x.numerator, x.denominator])
    case .quadratic(let x): (.quadratic, [x.p * x.p - x.q * x.q * x.d, -2 * x.p * x.r, x.r * x.r])
    case .moebius(let x): (.moebius(x.constant), [x.p, x.q, x.r, x.s])
    case .algebraic(let x): (.algebraic(degree: x.polynomial.degree), x.polynomial.coefficients)
    case .quotient(let x):
      (.quotient(x.top.constants + x.bottom.constants), (x.top.terms + x.bottom.terms).map(\.coefficient))
    case .mapped(let x): (.mapped(x.map, x.inner.relation.basis), x.inner.relation.coefficients)
    }
  }

  /// The constant that occurs, if it is just one.
  public var constant: Constant? {
    if case .moebius(let image) = shape { image.constant } else { nil }
  }
}

extension NormalForm {
  /// An enclosure with a relative error of at most 2^(−bits).
  public func ball(bits: Int) -> Ball { ball(bits: bits) { $0.ball(bits: $1) } }

  /// The same, with the constants taken from `value(constant, bits)`, which may be more precise than asked.
  func ball(bits: Int, value: (Constant, Int) -> Ball) -> Ball {
    var working = bits + 32 + guardBits
    while true {
      let ball = enclosure(bits: working, value: value)
      let size = ball.magnitudeExponent ?? 0
      guard let radius = ball.radiusExponent, radius > size - bits - 2 else { return ball }
      working *= 2
    }
  }

  func enclosure(bits: Int, value: (Constant, Int) -> Ball) -> Ball {
    switch shape {
    case .rational(let fraction): Ball(fraction, bits: bits)
    case .quadratic(let number): number.enclosure(bits: bits)
    case .moebius(let image): image.enclosure(value(image.constant, bits))
    case .algebraic(let number): number.enclosure(bits: bits)
    case .quotient(let quotient): quotient.enclosure(bits: bits, value: value)
    case .mapped(let number): number.enclosure(bits: bits, value: value)
    }
  }

  fileprivate var guardBits: Int {
    switch shape {
    case .rational, .algebraic: 0
    case .quadratic(let number): 2 * max(number.p.bitWidth, number.q.bitWidth) + number.d.bitWidth
    case .moebius(let x): max(x.p.bitWidth, x.q.bitWidth) + max(x.r.bitWidth, x.s.bitWidth)
    case .quotient(let x): x.top.bitWidth + x.bottom.bitWidth
    case .mapped(let x): x.inner.guardBits
    }
  }
}
