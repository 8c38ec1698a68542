import WallisFormulas

/// Closed forms of tests are written as text.
extension ClosedForm: ExpressibleByStringLiteral {
  /// The closed form that plain text states.
  public init(stringLiteral text: String) { self.init(reading: text, rule: .current) }
}
