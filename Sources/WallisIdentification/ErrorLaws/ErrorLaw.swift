public import WallisArithmetic
public import WallisFormulas

/// How the convergents of a fraction come near its limit L, to leading order: with constants E, η, β and C,
/// L − p(n)/q(n) = C·Eⁿ·n!^η·n^β·(1 + O(1/n)).
///
/// E, η and β follow from the leading coefficients alone. C is the limit of exact differences divided by the rest, by
/// extrapolation in 1/n; its digits are those in which two extrapolations that share few depths agree: no proof.
///
/// - Reference: the formal solutions of Birkhoff and Trjitzinsky (1933) of u(n) = a(n)u(n−1) + b(n)u(n−2): the limit's error
///   is the quotient of the solution that grows least by the one that grows most.
public struct ErrorLaw: Sendable {
  /// The part of the law that the coefficients give.
  public struct Rate: Sendable, Equatable {
    /// |E|: a fraction or (p + q√d)/r.
    public let base: NormalForm
    /// Whether E is negative, so that convergents lie on both sides of the limit in turn.
    public let isAlternating: Bool
    /// η, the exponent of n!.
    public let eta: Int
    /// β, the exponent of n: a fraction or (p + q√d)/r.
    public let power: NormalForm
  }

  /// E, η, β.
  public let rate: Rate
  /// C, enclosed as far as two extrapolations agree.
  public let constant: Ball
  /// What C is found to be; nil where nothing was found.
  private let product: ErrorProduct.Finding?
  /// What the closed form is worth: a conjecture at best.
  public var grade: Grade? { product?.grade }

  /// Digits of C that are asked for.
  private static let digits = 72

  /// The law of a fraction; nil where errors fall otherwise (like exp(−c√n), or logarithmically), where there is no limit,
  /// or where the extrapolations do not agree.
  public init?(_ fraction: ContinuedFraction) {
    guard let rate = Rate(fraction),
      let estimate = ErrorConstant(fraction, rate).value(digits: ErrorLaw.digits)
    else { return nil }
    self.init(rate, estimate)
  }

  /// The law of a rate with its constant.
  init(_ rate: Rate, _ estimate: (constant: Ball, limit: Ball)) {
    (self.rate, constant) = (rate, estimate.constant)
    product = ErrorProduct(rate, limit: estimate.limit).closedForm(estimate.constant)
  }
}

extension ErrorLaw {
  /// C as a product of powers, where L stands for the limit; nil where none was found.
  public var closedForm: Expression? {
    product.map { signed([$0.size, power(of: .fraction($0.shift))].productOfPresent) }
  }

  /// C·Eⁿ·n!^η·n^β in n, where L stands for the limit; without C where it has no closed form.
  public var expression: Expression {
    let n = Expression.name("n")
    let shift = product?.shift ?? 0
    let exponent: Expression =
      shift.isZero
      ? n : Expression(shift.signum < 0 ? .difference(n, .fraction(-shift)) : .sum(n, .fraction(shift)))
    let sign = rate.isAlternating ? Expression(.power(.integer(-1), n)) : nil
    let factorial = Expression.call("factorial", n)
    var (top, bottom): ([Expression?], [Expression?]) = ([product?.size, sign], [])
    top.append(power(of: exponent))
    if rate.eta != 0 { bottom.append(rate.eta == -1 ? factorial : factorial.raised(to: -rate.eta)) }
    if case .rational(let power) = rate.power.shape, power.signum <= 0 {
      if power == -1 { bottom.append(n) } else if !power.isZero { bottom.append(n.raised(to: -power)) }
    } else {
      top.append(Expression(.power(n, rate.power.expression)))
    }
    let above = top.productOfPresent
    let size = bottom.isEmpty ? above : above.over(bottom.productOfPresent)
    return product == nil ? size : signed(size)
  }

  private func signed(_ size: Expression) -> Expression {
    constant.isNegative ? Expression(.negation(size)) : size
  }

  /// |E| to a power; nil where it is 1.
  private func power(of exponent: Expression) -> Expression? {
    if rate.base == NormalForm(1) || exponent.integer == 0 { return nil }
    return exponent.integer == 1 ? rate.base.expression : Expression(.power(rate.base.expression, exponent))
  }
}

extension [Expression?] {
  /// The product of those that are there, a leading 1 left out; 1 for none.
  fileprivate var productOfPresent: Expression {
    let all = compactMap { $0 }
    let factors = all.count > 1 && all[0].integer == 1 ? [Expression](all.dropFirst()) : all
    return factors.dropFirst().reduce(factors.first ?? .integer(1)) { $0.times($1) }
  }
}

extension Expression {
  /// The power with a rational exponent.
  fileprivate func raised(to exponent: Rational) -> Expression {
    Expression(.power(self, .fraction(exponent)))
  }
}

extension ErrorLaw.Rate {
  /// The law's exponents; nil where the error is not of this form. Constant a and b have one, too.
  public init?(_ fraction: ContinuedFraction) {
    let classification = Classification(fraction)
    switch classification.kind {
    case .factorial:
      let (a, b) = (fraction.a, fraction.b)
      base = NormalForm(Rational(b.leading.magnitude, a.leading * a.leading))
      (isAlternating, eta) = (b.leading.signum > 0, b.degree - 2 * a.degree)
      power = NormalForm(ExactGrowth.factorialPower(fraction))
    case .exponential,
      .constant where classification.discriminantDegree != nil:
      guard let quotient = ErrorLaw.Rate.quotientOfRoots(fraction),
        let exponent = ErrorLaw.Rate.exponentialPower(fraction)
      else { return nil }
      (base, power, eta) = (quotient, exponent, 0)
      isAlternating = fraction.b.leading.signum > 0
    case .numeratorSecondOrder where fraction.b.degree % 2 == 0:
      let (top, bottom) = (fraction.a.leading.magnitude, fraction.b.leading)
      guard let exponent = NormalForm.multiple(-Rational(top, bottom), ofRoot: Rational(bottom)) else {
        return nil
      }
      (base, isAlternating, eta, power) = (NormalForm(1), true, 0, exponent)
    case .doubleRootSecondOrder where classification.convergence == .powerlaw:
      let square = Rational(1) + Rational(4) * (classification.discriminantCoefficient ?? 0)
      guard let exponent = NormalForm.multiple(-1, ofRoot: square) else { return nil }
      (base, isAlternating, eta, power) = (NormalForm(1), false, 0, exponent)
    case .doubleRootFlat, .constant:
      (base, isAlternating, eta, power) = (NormalForm(1), false, 0, NormalForm(-1))
    default: return nil
    }
  }

  /// The modulus of the smaller root of x² = Ax + B over the larger one: (A² + 2B − A√D)/(2|B|) for A > 0 and B < 0, the
  /// opposite for B > 0.
  private static func quotientOfRoots(_ fraction: ContinuedFraction) -> NormalForm? {
    let (top, bottom) = (fraction.a.leading.magnitude, fraction.b[2 * fraction.a.degree])
    let discriminant = top * top + 4 * bottom
    let (trace, divisor) = (top * top + 2 * bottom, 2 * bottom.magnitude)
    if let root = discriminant.squareRoot { return NormalForm(Rational(trace - top * root, divisor)) }
    return QuadraticNumber(p: trace, q: -top, d: discriminant, r: divisor).map { NormalForm($0) }
  }

  /// A(β + d − 2α)/√D, where a = ±An^d(1 + α/n + …) and b = Bn^2d(1 + β/n + …).
  ///
  /// Statement: with the larger root ρ and the smaller ρ′ solutions have quotients ρn^d(1 + κ/n + …), where
  /// κ(ρ − ρ′) = Aα − ρ′(β + d), and with the roots exchanged for the other; the power is κ′ − κ.
  static func exponentialPower(_ fraction: ContinuedFraction) -> NormalForm? {
    let (a, b, degree) = (fraction.a, fraction.b, fraction.a.degree)
    guard degree > 0 else { return NormalForm(0) }
    let (top, bottom) = (a.leading, b.leading)
    let (alpha, beta) = (Rational(a[degree - 1], top), Rational(b[2 * degree - 1], bottom))
    let discriminant = Rational(top * top + 4 * bottom)
    let scale = beta + Rational(Integer(degree)) - Rational(2) * alpha
    return .multiple(Rational(top.magnitude) * scale / discriminant, ofRoot: discriminant)
  }
}

extension NormalForm {
  /// scale·√square; nil for a square that is not positive.
  static func multiple(_ scale: Rational, ofRoot square: Rational) -> NormalForm? {
    if scale.isZero { return NormalForm(0) }
    if let root = square.squareRoot { return NormalForm(scale * root) }
    let (top, bottom) = (scale.numerator, scale.denominator * square.denominator)
    let root = QuadraticNumber(p: 0, q: top, d: square.numerator * square.denominator, r: bottom)
    return root.map { NormalForm($0) }
  }
}
