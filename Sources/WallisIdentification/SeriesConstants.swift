public import WallisArithmetic
public import WallisFormulas

/// Constants that sums of hypergeometric terms are compared with, evaluated once.
///
/// These are the constants of the table that are no square roots, some reciprocals and squares, and for each z the
/// products of π, 1/π, 1/π² and 1 with √n, n from the square-free parts of z, 1 − z, 2 and 3: in series for 1/π like
/// Ramanujan's √(1 − z) and the roots of a discriminant occur.
public struct SeriesConstants: Sendable {
  /// A number with the expression that it is the value of.
  public struct Entry: Sendable {
    /// The expression.
    public let expression: Expression
    /// Its enclosure.
    public let value: Ball

    /// The constant of the table, or one made of the expression; nil where it has no value.
    public var constant: Constant? { Constant.equal(to: expression) ?? Constant.suggested(expression) }
  }

  /// Constants for every z.
  private let general: [Entry]
  /// Whether roots are added for each z.
  private let hasRoots: Bool
  private let bits: Int

  /// Reciprocals and powers that the table lacks.
  private static let further = ["1/gauss", "gauss^2", "1/gauss^2", "gamma(1/3)^3", "gamma(1/3)^6"]

  /// All constants.
  public init(bits: Int) {
    let table = Constant.all.filter { $0.nature.isPlain }
      .map { Entry(expression: $0.expression, value: $0.ball(bits: bits)) }
    let more = SeriesConstants.further.compactMap { try? Expression(parsing: $0) }
      .compactMap { Self.entry($0, bits: bits) }
    (general, hasRoots, self.bits) = (table + more, true, bits)
  }

  /// These constants only.
  /// - Returns: nil where one of them has no value.
  public init?(_ expressions: [Expression], bits: Int) {
    let entries = expressions.compactMap { Self.entry($0, bits: bits) }
    guard entries.count == expressions.count else { return nil }
    (general, hasRoots, self.bits) = (entries, false, bits)
  }

  private static func entry(_ expression: Expression, bits: Int) -> Entry? {
    let digits = Digits.roundedUp(bits: bits)
    guard let value = (try? expression.evaluate(digits: digits))?.enclosure, value.isFinite else {
      return nil
    }
    return Entry(expression: expression, value: value)
  }

  /// Constants for series with this z, in the order of the search.
  public func entries(for base: Rational) -> [Entry] {
    guard hasRoots else { return general }
    let pi = Ball(.pi, bits: bits)
    let name = Expression.name("pi")
    let square = name.raised(to: 2)
    let roots = SeriesConstants.radicands(base).flatMap { n -> [Entry] in
      let (root, value) = (Expression.root(of: n), Ball(n, bits: bits).squareRoot)
      let top = n == 1 ? Expression.integer(1) : root
      let images = [
        Entry(expression: top.over(name), value: value / pi),
        Entry(expression: top.over(square), value: value / (pi * pi)),
      ]
      guard n != 1 else { return images }
      return images + [
        Entry(expression: name.times(root), value: value * pi), Entry(expression: root, value: value),
      ]
    }
    let known = Set(general.map(\.expression))
    return general + roots.filter { !known.contains($0.expression) }
  }

  /// Largest n under a root.
  private static let largestRadicand: Integer = 1_000_000_000_000

  /// Square-free n > 0: products of the square-free parts of z, 1 − z, 2 and 3, ascending.
  static func radicands(_ base: Rational) -> [Integer] {
    let generators = [2, 3, base, 1 - base].filter { !$0.isZero }
      .map { ($0.numerator * $0.denominator).magnitude.squareParts.free }
    let all = generators.reduce(into: Set<Integer>([1])) { group, generator in
      group.formUnion(group.map { ($0 * generator).squareParts.free })
    }
    return all.filter { $0 <= largestRadicand }.sorted()
  }
}

extension Constant.Nature {
  /// False for square roots, which `SeriesConstants` adds by z, and for multiples of other constants.
  fileprivate var isPlain: Bool {
    switch self {
    case .quadratic, .multiple: false
    default: true
    }
  }
}
