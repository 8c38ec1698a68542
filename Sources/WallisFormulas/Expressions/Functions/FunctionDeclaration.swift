internal import WallisArithmetic

/// A function of the expression grammar: how it is typed, what it is, its value and its text in every notation.
public struct FunctionDeclaration: Sendable {
  /// Name as typed and as written.
  public let name: String
  /// Names of the arguments, for signatures; those in brackets are lists.
  public let parameters: [String]
  /// One line of explanation.
  public let summary: String
  /// Other names under which it may be typed.
  public let otherNames: [String]
  /// The name and the other names for it.
  var names: [String] { [name] + otherNames }
  /// Whether a name that the user assigns takes its place.
  public let isAssignable: Bool
  let value: FunctionValue
  let spelling: FunctionSpelling

  init(
    _ name: String, _ parameters: [String], _ summary: String, otherNames: [String] = [],
    isAssignable: Bool = false, value: FunctionValue, spelling: FunctionSpelling = FunctionSpelling()
  ) {
    (self.name, self.parameters, self.summary) = (name, parameters, summary)
    (self.otherNames, self.isAssignable) = (otherNames, isAssignable)
    (self.value, self.spelling) = (value, spelling)
  }

  /// For example `besseli(nu, x)`.
  public var signature: String { "\(name)(\(parameters.joined(separator: ", ")))" }

  /// Whether the argument at a place is a list.
  func takesList(at index: Int) -> Bool { parameters[index].hasPrefix("[") }

  /// Whether it stands for a limit over n: its arguments hold n and have no values of their own.
  var isLimit: Bool { value.isLimit }
}

/// The arguments of a call; a number is a list of one.
struct FunctionArguments<Value: Sendable>: Sendable {
  let lists: [[Value]]

  /// The number at a place.
  subscript(index: Int) -> Value { lists[index][0] }

  /// The list at a place.
  func list(_ index: Int) -> [Value] { lists[index] }
}

/// How a function is computed.
///
/// Enclosures are without information where a function is not defined, and where the arithmetic knows no way.
struct FunctionValue: Sendable {
  typealias Real = @Sendable (FunctionArguments<Ball>) -> Ball
  typealias Complex = @Sendable (FunctionArguments<ComplexBall>) -> ComplexBall

  let real: Real
  /// Value at complex arguments; nil for a function of real numbers only.
  var complex: Complex?
  /// The exact value at fractions; nil where it is irrational, too large or not defined.
  var exact: @Sendable (FunctionArguments<Rational>) -> Rational? = { _ in nil }
  /// False where the function certainly has no real value.
  var domain: @Sendable (FunctionArguments<Ball>) -> Bool = { _ in true }
  /// Whether all values are integers, which an enclosure of one integer gives exactly.
  var isWhole = false
  /// An expression of the same value at fractions where the arithmetic knows no way; nil for all others.
  var otherwise: @Sendable (FunctionArguments<Rational>) -> Expression? = { _ in nil }
  /// What a call would need that is too large to be tried; nil for all others.
  var excess: @Sendable (FunctionArguments<Ball>) -> String? = { _ in nil }
  /// Whether it stands for a limit over n, which a `LimitCall` reads.
  var isLimit = false

  /// A sum, product or integral, which a `BoundCall` reads.
  static let bound = FunctionValue(real: { _ in Ball(0, bits: 2).inverse })
  /// A limit over n.
  static let limit = FunctionValue(real: { _ in Ball(0, bits: 2).inverse }, isLimit: true)

  /// A function of one argument by its values; real for real arguments in `domain`.
  static func unary(
    _ real: @escaping @Sendable (Ball) -> Ball, _ complex: (@Sendable (ComplexBall) -> ComplexBall)? = nil,
    where domain: @escaping @Sendable (Ball) -> Bool = { _ in true },
    exact: @escaping @Sendable (Rational) -> Rational? = { _ in nil }
  ) -> FunctionValue {
    var value = FunctionValue(
      real: { real($0[0]) }, exact: { exact($0[0]) }, domain: { domain($0[0]) })
    if let complex { value.complex = { complex($0[0]) } }
    return value
  }

  /// A function of two arguments by its values.
  static func binary(
    _ real: @escaping @Sendable (Ball, Ball) -> Ball,
    _ complex: (@Sendable (ComplexBall, ComplexBall) -> ComplexBall)? = nil,
    where domain: @escaping @Sendable (Ball, Ball) -> Bool = { _, _ in true },
    exact: @escaping @Sendable (Rational, Rational) -> Rational? = { _, _ in nil },
    excess: @escaping @Sendable (Ball, Ball) -> String? = { _, _ in nil }
  ) -> FunctionValue {
    var value = FunctionValue(
      real: { real($0[0], $0[1]) }, exact: { exact($0[0], $0[1]) }, domain: { domain($0[0], $0[1]) })
    value.excess = { excess($0[0], $0[1]) }
    if let complex { value.complex = { complex($0[0], $0[1]) } }
    return value
  }
}

/// How a function is written. `#1`, `#2` stand for the arguments.
///
/// Without a form it is written by its name: `f(x,y)`, `\operatorname{f}\left(x, y\right)`.
struct FunctionSpelling: Sendable {
  var unicode: String?
  var latex: String?
  /// The forms for Unicode and LaTeX where the first argument is a natural number: `I₁(x)`, `\log 2`.
  var natural: (unicode: String?, latex: String?) = (nil, nil)
  var gp: String?
  var mpmath: String?
  /// The form for mpmath that depends on the arguments.
  var mpmathForm: (@Sendable ([Expression]) -> String?)?

  /// An operation whose name LaTeX knows.
  static func operation(_ latex: String, gp: String? = nil, mpmath: String? = nil) -> FunctionSpelling {
    FunctionSpelling(
      latex: "\(latex)\\left(#1\\right)", natural: (nil, "\(latex) #1"), gp: gp, mpmath: mpmath)
  }

  /// A letter with an index.
  static func indexed(_ letter: String, gp: String? = nil, mpmath: String? = nil) -> FunctionSpelling {
    FunctionSpelling(
      latex: "\(letter)_#1(#2)", natural: ("\(letter)_#1(#2)", nil), gp: gp, mpmath: mpmath)
  }

  /// Another name in programs.
  static func scripts(gp: String, mpmath: String? = nil) -> FunctionSpelling {
    FunctionSpelling(gp: gp, mpmath: mpmath)
  }
}
