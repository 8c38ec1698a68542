internal import WallisArithmetic

/// The two texts of a formula that tables show in the columns a(n) and b(n).
public struct FormulaSides: Sendable, Hashable {
  /// Partial denominators, or the whole formula.
  public let a: String
  /// Partial numerators; nil where the first text says it all.
  public let b: String?

  /// Two texts.
  public init(a: String, b: String?) { (self.a, self.b) = (a, b) }
}

/// What the catalog keeps of a formula in columns of their own, so that queries need not take keys apart.
///
/// The key of such a formula is the word of its kind, `a` and `b`, and its mirror has the key with every element of `a`
/// negated: the catalog writes the keys of mirrors by that rule. It is shown as `word(a, b)`, both sides as polynomials.
public struct FormulaColumns: Sendable, Hashable {
  /// Coefficients of a, leading first, separated by commas.
  public let a: String
  /// Coefficients of b, leading first, separated by commas.
  public let b: String
  /// Degree of a; 0 for constants.
  public let aDegree: Int
  /// Degree of b; 0 for constants.
  public let bDegree: Int

  /// The columns of two lists of coefficients.
  public init(a: some StringProtocol, b: some StringProtocol) {
    (self.a, self.b) = (String(a), String(b))
    aDegree = a.utf8.count { $0 == UInt8(ascii: ",") }
    bDegree = b.utf8.count { $0 == UInt8(ascii: ",") }
  }

  /// The polynomial of a list of coefficients as it is shown; nil for text that is no such list.
  public static func shown(_ list: String) -> String? {
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
    let coefficients = parts.compactMap { Integer($0) }
    return coefficients.count == parts.count ? "\(Polynomial(coefficients.reversed()))" : nil
  }
}

/// Something about a formula alone, for people: a label and a text.
public struct FormulaFact: Sendable, Hashable {
  /// The label, in a word or two.
  public let name: String
  /// The text.
  public let text: String
  /// True where the text is mathematics.
  public let isFormula: Bool

  /// A labelled text.
  public init(_ name: String, _ text: String, isFormula: Bool = false) {
    (self.name, self.text, self.isFormula) = (name, text, isFormula)
  }
}

/// Something about a formula alone, for scripts: a member of its JSON.
public struct FormulaMember: Sendable, Hashable {
  /// What a member can be.
  public enum Value: Sendable, Hashable {
    /// A text; nil is written as null.
    case text(String?)
    /// A number; nil is written as null.
    case integer(Int?)
    /// A list of texts.
    case list([String])
  }

  /// The name of the member.
  public let name: String
  /// Its value.
  public let value: Value

  /// A member.
  public init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
}
