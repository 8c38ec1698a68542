public import WallisArithmetic

/// The map x ↦ (a·x + b)/(c·x + d) with integers without a common factor, ad ≠ bc, and the first of c, d, a that is
/// not zero positive: one way to write each map.
public struct MoebiusMap: Sendable, Hashable {
  /// Coefficient of x in the numerator.
  public let a: Integer
  /// Constant of the numerator.
  public let b: Integer
  /// Coefficient of x in the denominator.
  public let c: Integer
  /// Constant of the denominator.
  public let d: Integer

  /// x ↦ x.
  public static let identity = MoebiusMap(normalising: [1, 0, 0, 1])

  /// The map with these integers in any multiple; nil when its determinant is 0.
  public init?(_ a: Integer, _ b: Integer, _ c: Integer, _ d: Integer) {
    guard a * d != b * c else { return nil }
    self.init(normalising: [a, b, c, d])
  }

  private init(normalising entries: [Integer]) {
    let content = entries.reduce(Integer(0)) { $0.gcd($1) }
    let sign = [entries[2], entries[3], entries[0]].first { !$0.isZero }?.signum ?? 1
    let divisor = sign < 0 ? -content : content
    let divided = entries.map { $0.dividedExactly(by: divisor) }
    (a, b, c, d) = (divided[0], divided[1], divided[2], divided[3])
  }

  /// ad − bc.
  public var determinant: Integer { a * d - b * c }

  /// The map back.
  public var inverse: MoebiusMap { MoebiusMap(normalising: [d, -b, -c, a]) }

  /// First `other`, then this map.
  public func after(_ other: MoebiusMap) -> MoebiusMap {
    MoebiusMap(normalising: [
      a * other.a + b * other.c, a * other.b + b * other.d, c * other.a + d * other.c,
      c * other.b + d * other.d,
    ])
  }

  /// The image of a number; not finite where the denominator may be 0.
  public func callAsFunction(_ x: Ball) -> Ball { (x * a + b) / (x * c + d) }

  /// The image of a fraction; nil at the pole.
  public func callAsFunction(_ x: Rational) -> Rational? {
    let bottom = c * x.numerator + d * x.denominator
    return bottom.isZero ? nil : Rational(a * x.numerator + b * x.denominator, bottom)
  }

  /// The entries in the order a, b, c, d.
  public var entries: [Integer] { [a, b, c, d] }

  /// The image of an expression, for example (2·x + 1)/(x − 3), as closed forms are made.
  public func image(of x: Expression) -> Expression {
    let (top, bottom) = (
      Expression.combination([(a, x), (b, nil)]), Expression.combination([(c, x), (d, nil)])
    )
    return (bottom == .integer(1) ? top : top.over(bottom)).closedFormOrder
  }
}

extension MoebiusMap: CustomStringConvertible {
  /// The map of `x`.
  public var description: String { "\(ClosedForm(image(of: .name("x"))))" }
}

extension MoebiusMap {
  /// The map with y = map(x), found from the first two thirds of the common digits of x and y and confirmed by the rest.
  ///
  /// - Returns: nil when there is none whose integers take fewer digits than are known, with ten to spare.
  public init?(from x: Ball, to y: Ball) {
    let one = Ball(1, bits: max(x.bits, y.bits))
    // a·x + b − c·x·y − d·y = 0
    let outcome = IntegerRelation.search(among: [x, one, x * y, y])
    guard let relation = outcome.relation, relation.grade >= .conjecture else { return nil }
    let v = relation.coefficients
    guard let map = MoebiusMap(v[0], v[1], -v[2], -v[3]) else { return nil }
    let image = map(x)
    guard image.isFinite, image.overlaps(y) else { return nil }
    self = map
  }
}

extension MoebiusMap {
  /// Reads a map from its entries a, b, c, d with spaces between them.
  public init?(parsing text: String) {
    let entries = text.split(separator: " ").compactMap { Integer($0) }
    guard entries.count == 4 else { return nil }
    self.init(entries[0], entries[1], entries[2], entries[3])
  }
}
