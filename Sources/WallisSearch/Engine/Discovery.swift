public import WallisFormulas

/// A claim about a formula: the closed form of its limit, how far to trust it and why.
public struct Discovery: Sendable, Hashable {
  /// The formula, of a mirror pair the one whose first non-zero coefficient of a is positive.
  public var formula: Formula
  /// Its limit, digits as text.
  public var value: String
  /// The limit in terms of named constants: `4/pi`.
  public var closedForm: ClosedForm
  /// How far to trust it.
  public var grade: Grade
  /// What supports it.
  public var evidence: Evidence
  /// Author or reference when the formula is a known one; nil otherwise.
  public var known: String?

  /// The claim that `formula` has the limit `closedForm`.
  public init(
    formula: Formula, value: String, closedForm: ClosedForm, grade: Grade, evidence: Evidence,
    known: String? = nil
  ) {
    (self.formula, self.value, self.closedForm) = (formula, value, closedForm)
    (self.grade, self.evidence, self.known) = (grade, evidence, known)
  }
}
