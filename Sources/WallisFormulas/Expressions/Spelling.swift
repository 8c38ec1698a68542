/// How one symbol is written in the notations; nil where its expression is written part by part.
public struct Spelling: Sendable, Hashable {
  /// As the expression grammar reads it.
  public let plain: String
  /// For Unicode output.
  public let unicode: String?
  /// For LaTeX's mathematics mode.
  public let latex: String?
  /// For PARI/GP; an operand as it stands.
  public let gp: String?
  /// For Python with `from mpmath import *`; an operand as it stands.
  public let mpmath: String?

  /// A symbol in the notations.
  public init(
    _ plain: String, unicode: String? = nil, latex: String? = nil, gp: String? = nil, mpmath: String? = nil
  ) {
    (self.plain, self.unicode, self.latex, self.gp, self.mpmath) = (plain, unicode, latex, gp, mpmath)
  }

  /// The symbol in one notation; nil where it has no text of its own.
  public func text(_ notation: Notation) -> String? {
    switch notation {
    case .plain: plain
    case .unicode: unicode
    case .latex: latex
    case .gp: gp
    case .mpmath: mpmath
    }
  }
}
