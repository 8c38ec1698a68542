/// A left-hand side that Wallis can evaluate, store and compare, whatever its kind.
///
/// Its users ask it for values (`fraction`, `limit`, `sides`, …), never for its kind.
public struct Formula: Sendable {
  let content: any FormulaKind

  /// A formula of some kind.
  public init(_ content: any FormulaKind) { self.content = content }

  /// Word for the kind of formula, first part of every key.
  public var kind: String { type(of: content).word }

  /// Identity of the formula as written, for example `pcf 2,1 1,0,0` (leading coefficients first).
  public var key: String { content.key }

  /// The two texts that tables and JSON show.
  public var sides: FormulaSides { content.sides }

  /// The same with polynomials as products where they factor over ℤ, for people.
  public var factoredSides: FormulaSides { content.factoredSides }

  /// The formula with the opposite limit; the same formula where there is none.
  public var mirror: Formula { Formula(content.mirror) }

  /// Of the formula and its mirror the one that is stored, and whether that is the mirror.
  public var representative: (formula: Formula, isMirrored: Bool) {
    content.isMirror ? (mirror, true) : (self, false)
  }

  /// Key of the canonical form: equal for formulas that differ by inflation or sign only.
  public var canonicalKey: String { content.canonicalKey }

  /// Identity of the class of inflations, mirrors and index shifts.
  public var shiftKey: String { content.shiftKey }

  /// A continued fraction with the map that carries its limit to that of the formula; nil where there is none.
  public var image: FractionImage? { content.image }

  /// The polynomial continued fraction that the formula is; nil where it is none.
  public var fraction: ContinuedFraction? { content.fraction }

  /// The product of matrices, or the recurrence, that the formula is; nil where it is none.
  public var product: MatrixProduct? { content.product }

  /// How digits of the limit are had; nil where that cannot be.
  public var limit: FormulaLimit? { content.limit }

  /// Constants beyond the table that its kind suggests.
  var suggestedConstants: [Expression] { content.suggestedConstants }

  /// What else is worth showing about the formula alone.
  public var facts: [FormulaFact] { content.facts }

  /// Members of its JSON that other kinds do not have.
  public var members: [FormulaMember] { content.members }

  /// The formula in LaTeX's mathematics mode.
  public var latex: String { content.latex }

  /// Code that computes its value.
  public func program(in language: ScriptLanguage) -> FormulaProgram { content.program(in: language) }

  /// t such that this formula inflates the other with n + t in place of n; nil where none of small modulus does.
  public func indexShift(from other: Formula) -> Int? {
    func shift<Kind: FormulaKind>(_ mine: Kind) -> Int? {
      (other.content as? Kind).flatMap { mine.indexShift(from: $0) }
    }
    return shift(content)
  }
}

extension Formula: Hashable {
  /// Whether both are of one kind and the same formula as written.
  public static func == (one: Formula, other: Formula) -> Bool {
    func isSame<Kind: FormulaKind>(_ mine: Kind) -> Bool { (other.content as? Kind) == mine }
    return isSame(one.content)
  }

  /// Mixes in the kind and the formula.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    content.hash(into: &hasher)
  }
}

extension Formula: CustomStringConvertible {
  /// The formula as its kind writes it; a continued fraction as the expression grammar reads it.
  public var description: String { content.description }
}
