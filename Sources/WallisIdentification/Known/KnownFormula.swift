public import WallisFormulas

/// A formula with a known closed form, its author and where to read about it.
public struct KnownFormula: Sendable, Hashable {
  /// The formula.
  public let formula: Formula
  /// Its limit: `4/pi`.
  public let closedForm: ClosedForm
  /// Who found it.
  public let author: String
  /// Where it is published.
  public let reference: String

  /// The known formula with these statements.
  public init(formula: Formula, closedForm: ClosedForm, author: String, reference: String) {
    (self.formula, self.closedForm, self.author, self.reference) = (formula, closedForm, author, reference)
  }
}
