public import WallisArithmetic

/// The right-hand side of a claim about a formula: an expression over named constants.
///
/// It is made once, where the number is found, and kept as a tree: text is written for people and other programs and
/// is not read back to learn what is known. Only files of earlier versions hold text alone.
public enum ClosedForm: Sendable, Hashable {
  /// The tree.
  case expression(Expression)
  /// Text of an earlier version, or of another program, that the grammar does not read; it is kept as it is.
  case unread(String)

  /// A closed form with this tree.
  public init(_ expression: Expression) { self = .expression(expression) }

  /// What plain text states: a tree where the grammar of that time reads it, else the text.
  public init(reading text: String, rule: ReadingRule) {
    if let root = Expression(rootText: text, rule: rule) {
      self = .expression(root)
    } else if let expression = try? Expression(parsing: text, rule: rule) {
      self = .expression(expression.closedFormOrder)
    } else {
      self = .unread(text)
    }
  }

  /// The tree; nil for text that could not be read.
  public var expression: Expression? {
    if case .expression(let expression) = self { expression } else { nil }
  }

  /// The closed form of the opposite number.
  public var opposite: ClosedForm {
    switch self {
    case .expression(let expression): .expression(expression.opposite)
    case .unread(let text): .unread("-(\(text))")
    }
  }

  /// The closed form in one of the notations; text that could not be read stays as it is.
  public func text(_ notation: Notation) -> String {
    switch self {
    case .expression(let expression): ExpressionWriter(notation).text(expression)
    case .unread(let text): text
    }
  }

  /// The number to `digits` decimal digits at least; nil where a name in it has no value here, or it is text.
  public func ball(digits: Int) -> Ball? {
    guard let expression else { return nil }
    if let root = expression.algebraicNumber { return root.enclosure(bits: digits * 4 + 64) }
    return try? expression.evaluate(digits: digits).enclosure
  }
}

extension ClosedForm: CustomStringConvertible {
  /// Plain text, for example `4/(pi-2)`.
  public var description: String { text(.plain) }
}
