package import WallisArithmetic
package import WallisFormulas

/// What a row has in a field: a value, written as text, mathematics or JSON by those who show it.
package enum FieldValue: Sendable {
  /// Nothing: the field does not apply, or nobody has found it out.
  case missing
  /// A measured number.
  case number(Double)
  /// A count, a depth, a number of a job.
  case integer(Int)
  /// Whether something holds.
  case flag(Bool)
  /// Words.
  case text(String)
  /// Digits of a limit, or an exact fraction.
  case digits(String)
  /// How far a claim can be trusted.
  case grade(Grade)
  /// A whole formula.
  case formula(Formula)
  /// A side of a formula, with its polynomial where it is one.
  case side(String, Polynomial?)
  /// The closed form of the limit.
  case closedForm(ClosedForm)

  init(_ number: Double?) { self = number.map(FieldValue.number) ?? .missing }
  init(_ number: Int?) { self = number.map(FieldValue.integer) ?? .missing }
  init(_ flag: Bool?) { self = flag.map(FieldValue.flag) ?? .missing }
  init(_ text: String?) { self = text.map(FieldValue.text) ?? .missing }
  init(digits: String?) { self = digits.map(FieldValue.digits) ?? .missing }

  /// Whether there is nothing.
  package var isMissing: Bool { if case .missing = self { true } else { false } }
}
