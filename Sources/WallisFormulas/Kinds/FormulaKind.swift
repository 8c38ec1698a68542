/// A kind of formula: everything that the rest of Wallis asks about a left-hand side.
///
/// A new kind is a type that conforms to this protocol and a line in `FormulaKinds.standard`; nothing else asks which
/// kind a formula is. What only some kinds can say is an optional value: `fraction`, `limit`, `columns`. A kind states
/// its key and how it is shown; everything else has a default that says "nothing known".
public protocol FormulaKind: Sendable, Hashable, CustomStringConvertible {
  /// Word for the kind, first part of every key, without spaces: keys of one kind never collide with those of another.
  static var word: String { get }

  /// The formula of the words of a key behind the first; nil for words that are none of this kind's.
  init?(keyWords words: [Substring])

  /// The words of the key behind the first, separated by single spaces; `init(keyWords:)` reads them back.
  var keyText: String { get }

  /// The formula of this kind that an expression is; nil for other expressions.
  ///
  /// A call that only this kind knows has a value, here and within expressions, where it is a `LimitCall` too.
  ///
  /// - Throws: a `SyntaxError` where the expression is meant to be one of this kind and is not well made.
  static func formula(_ expression: Expression) throws(SyntaxError) -> Self?

  /// What the catalog keeps in columns of their own, by the words of the key behind the first; nil for kinds whose
  /// mirror is not the change of sign of a list of integers.
  static func columns(keyWords words: [Substring]) -> FormulaColumns?

  /// The two texts that tables and JSON show.
  var sides: FormulaSides { get }

  /// The same with polynomials as products where they factor over ℤ, for people.
  var factoredSides: FormulaSides { get }

  /// The formula of this kind with the opposite limit; the formula itself where there is none.
  var mirror: Self { get }

  /// True where the catalog keeps the mirror in place of this formula.
  var isMirror: Bool { get }

  /// Key that formulas share which are the same after multiplying out: inflations and mirrors.
  var canonicalKey: String { get }

  /// Key that formulas share whose canonical forms differ by a shift of the index.
  var shiftKey: String { get }

  /// t such that this formula is the other one with n + t in place of n, up to inflation; nil where none is found.
  func indexShift(from other: Self) -> Int?

  /// The polynomial continued fraction that the formula is; nil for formulas that are none.
  var fraction: ContinuedFraction? { get }

  /// A continued fraction with the map that carries its limit to that of the formula, exactly; nil where there is none.
  var image: FractionImage? { get }

  /// The product of matrices that the formula is; nil for formulas that are none.
  var product: MatrixProduct? { get }

  /// How digits of the limit are had; nil where the kind cannot evaluate the formula.
  var limit: FormulaLimit? { get }

  /// Constants beyond the table of which the limit is likely to be an image, as far as the kind itself knows;
  /// those that coefficients suggest are found from `fraction`.
  var suggestedConstants: [Expression] { get }

  /// What else is worth showing about the formula alone, in order.
  var facts: [FormulaFact] { get }

  /// Members of its JSON that other kinds do not have, in order.
  var members: [FormulaMember] { get }

  /// The formula in LaTeX's mathematics mode.
  var latex: String { get }

  /// Code that computes its value.
  func program(in language: ScriptLanguage) -> FormulaProgram
}

extension FormulaKind {
  /// Identity of the formula as written: the word of its kind and the words of `keyText`.
  public var key: String { "\(Self.word) \(keyText)" }

  /// nil: expressions have no form for the kind.
  public static func formula(_ expression: Expression) throws(SyntaxError) -> Self? { nil }

  /// None: the mirror is not a change of sign in the key.
  public static func columns(keyWords words: [Substring]) -> FormulaColumns? { nil }

  /// The text of the formula, and nothing beside it.
  public var sides: FormulaSides { FormulaSides(a: description, b: nil) }

  /// The same: there is nothing to factor.
  public var factoredSides: FormulaSides { sides }

  /// The formula itself: the kind has no mirrors.
  public var mirror: Self { self }

  /// False: every formula is kept as it is.
  public var isMirror: Bool { false }

  /// The key: no two formulas are one.
  public var canonicalKey: String { key }

  /// The canonical key: there is no index to shift.
  public var shiftKey: String { canonicalKey }

  /// nil: there is no index to shift.
  public func indexShift(from other: Self) -> Int? { nil }

  /// nil: the formula is no polynomial fraction.
  public var fraction: ContinuedFraction? { nil }

  /// The fraction that the formula is.
  public var image: FractionImage? { fraction.map { FractionImage($0, map: .identity) } }

  /// nil: the formula is no product of matrices.
  public var product: MatrixProduct? { nil }

  /// None.
  public var suggestedConstants: [Expression] { [] }

  /// None.
  public var facts: [FormulaFact] { [] }

  /// None.
  public var members: [FormulaMember] { [] }
}
