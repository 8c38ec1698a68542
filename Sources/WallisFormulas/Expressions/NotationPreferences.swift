internal import WallisArithmetic

/// How somebody likes closed forms to be written; the number is the same.
///
/// A preference changes what people see. What is stored, exported or handed to programs stays as it is.
public struct NotationPreferences: Sendable, Hashable {
  /// What stands for even powers of π and values of ζ.
  public enum EvenZeta: String, Sendable, CaseIterable {
    /// π²/6.
    case pi
    /// ζ(2).
    case zeta
  }

  /// What stands for the arc of the lemniscate.
  public enum Lemniscate: String, Sendable, CaseIterable {
    /// Γ(1/4).
    case gamma
    /// ϖ.
    case lemniscate
  }

  /// Plain text, or Unicode.
  public var notation = Notation.plain
  /// What stands for even powers of π; nil leaves them as they were found.
  public var evenZeta: EvenZeta?
  /// What stands for the arc of the lemniscate; nil leaves it as it was found.
  public var lemniscate: Lemniscate?
  /// Whether Catalan's constant is written G.
  public var writesG = false

  /// Everything as it was found, in plain text.
  public init() {}

  /// A word that is no preference.
  public struct UnknownWord: Error, Sendable, Equatable {
    /// The word.
    public let word: String
  }

  /// The words of preferences.
  public static let words = ["plain", "unicode", "pi", "zeta", "gamma", "lemniscate", "G", "catalan"]

  /// Preferences as words between commas or blanks; a later word counts more.
  ///
  /// - Throws: an `UnknownWord`.
  public init(words text: String) throws(UnknownWord) {
    for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
      if word == Notation.plain.rawValue || word == Notation.unicode.rawValue {
        notation = word == Notation.plain.rawValue ? .plain : .unicode
      } else if let choice = EvenZeta(rawValue: word) {
        evenZeta = choice
      } else if let choice = Lemniscate(rawValue: word) {
        lemniscate = choice
      } else if word == "G" || word == "catalan" {
        writesG = word == "G"
      } else {
        throw UnknownWord(word: word)
      }
    }
  }

  /// The expression as it is preferred.
  public func text(_ expression: Expression) -> String {
    var writer = ExpressionWriter(notation)
    if writesG { writer.given[.name("catalan")] = "G" }
    return writer.text(rewritten(expression))
  }

  /// The expression with other constants in the place of some; the same where no preference says anything about it.
  func rewritten(_ x: Expression) -> Expression {
    switch x.node {
    case .number, .result: x
    case .sum, .difference: x.replacingOperands(rewritten)
    case .name, .call, .negation, .product, .quotient, .power: changed(x) ?? x.replacingOperands(rewritten)
    }
  }

  private func changed(_ x: Expression) -> Expression? {
    guard evenZeta != nil || lemniscate != nil, var monomial = Monomial(x, inner: rewritten) else {
      return nil
    }
    var isChanged = false
    if let lemniscate { isChanged = monomial.replaceArc(by: lemniscate) || isChanged }
    if let evenZeta { isChanged = monomial.replaceEvenZeta(by: evenZeta) || isChanged }
    return isChanged ? monomial.expression : nil
  }
}
