public import WallisArithmetic

/// A named mathematical constant: what it is, where that is written, and its digits.
public struct Constant: Sendable {
  /// The constant as expressions and findings spell it, for example `zeta(3)`.
  public let name: String
  /// Other spellings that mean the same, Greek ones among them.
  public let aliases: [String]
  /// How it is written; notations without a text of their own write the expression.
  public let spelling: Spelling
  /// Definition in one line of plain text.
  public let definition: String
  /// Where the definition is written.
  public let reference: String
  /// How closed forms treat the constant.
  public let nature: Nature
  /// The expression of a constant that is made of others; nil for one of the table, which its name states.
  private let derivation: Expression?
  private let value: @Sendable (Int) -> Ball
  private let second: @Sendable (Int) -> Ball

  /// How closed forms treat a constant.
  public enum Nature: Sendable, Hashable {
    /// Nothing simpler is known.
    case plain
    /// (p + q√d)/r, so that closed forms write the root.
    case quadratic(p: Int, q: Int, d: Int, r: Int)
    /// A quotient of two values that closed forms name one by one.
    case quotient(top: Expression, bottom: Expression)
    /// A constant whose reciprocal has a name of its own.
    case invertible(reciprocal: Expression)
    /// A rational multiple of another constant of the table.
    case multiple(Rational, of: String)
  }

  /// A row of the table: `value` and `second` enclose the constant at a working precision in bits, by formulas
  /// that share no step.
  init(
    _ spelling: Spelling, aliases: [String] = [], definition: String, reference: String,
    nature: Nature = .plain, value: @escaping @Sendable (Int) -> Ball,
    second: @escaping @Sendable (Int) -> Ball
  ) {
    (name, self.spelling, derivation) = (spelling.plain, spelling, nil)
    (self.aliases, self.definition, self.reference) = (aliases, definition, reference)
    (self.nature, self.value, self.second) = (nature, value, second)
  }

  /// A constant that is made of others.
  package init(
    named name: String, _ derivation: Expression, definition: String, nature: Nature = .plain,
    value: @escaping @Sendable (Int) -> Ball, second: @escaping @Sendable (Int) -> Ball
  ) {
    (self.name, spelling, self.derivation) = (name, Spelling(name), derivation)
    (aliases, self.definition, reference) = ([], definition, "")
    (self.nature, self.value, self.second) = (nature, value, second)
  }

  /// The constant as an expression; equal to the tree of its name.
  public var expression: Expression { derivation ?? Constant.trees[name] ?? .name(name) }

  /// Trees of the names of the table.
  private static let trees: [String: Expression] = {
    var trees: [String: Expression] = [:]
    for constant in all {
      guard let tree = try? Expression(parsing: constant.name) else {
        preconditionFailure("the name of a constant, \(constant.name), is no expression")
      }
      trees[constant.name] = tree
    }
    return trees
  }()

  /// Spelling for Unicode output, for example `ζ(3)`.
  public var unicode: String { ExpressionWriter(.unicode).text(expression) }

  /// Spelling for LaTeX output.
  public var latex: String { ExpressionWriter(.latex).text(expression) }

  /// An enclosure with a relative error of at most 2^(−bits).
  ///
  /// - Precondition: `bits` ≥ 2.
  public func ball(bits: Int) -> Ball { Constant.enclosure(bits: bits, value) }

  /// An enclosure of the same quality by the independent second formula.
  public func secondBall(bits: Int) -> Ball { Constant.enclosure(bits: bits, second) }

  private static func enclosure(bits: Int, _ value: (Int) -> Ball) -> Ball {
    precondition(bits >= 2, "a constant needs at least two bits")
    var working = bits + 24
    while true {
      let ball = value(working)
      let size = ball.magnitudeExponent ?? 0
      guard let radius = ball.radiusExponent, radius > size - bits - 2 else {
        return ball.rounded(toBits: bits + 4)
      }
      working += working / 2
    }
  }
}

extension Constant: Hashable, CustomStringConvertible {
  /// Constants are the same when their names are.
  public static func == (x: Constant, y: Constant) -> Bool { x.name == y.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }

  /// Names of the constants of the table that are written with another one: `pi*sqrt(3)` for `pi`.
  public static func names(containing name: String) -> [String] {
    guard let part = named(name)?.expression else { return [] }
    return all.filter { $0.expression != part && $0.expression.contains(part) }.map(\.name)
  }

  /// The constant with this name or alias; nil when there is none.
  public static func named(_ name: String) -> Constant? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }
}
