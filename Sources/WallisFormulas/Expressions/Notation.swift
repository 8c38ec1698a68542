/// The systems in which expressions are written.
public enum Notation: String, Codable, Sendable, Hashable, CaseIterable {
  /// Plain text that the expression grammar reads back.
  case plain
  /// With Greek letters, roots and a true minus.
  case unicode
  /// For LaTeX's mathematics mode.
  case latex
  /// PARI/GP 2.15 and later.
  case gp
  /// Python with `from mpmath import *`; every number is an `mpf`.
  case mpmath

  /// Whether people read it: coefficients stand before their factors without a sign.
  var isTypeset: Bool { self == .plain || self == .unicode || self == .latex }
}
