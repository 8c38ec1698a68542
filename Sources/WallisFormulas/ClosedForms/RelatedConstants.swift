internal import WallisArithmetic

/// What a number is called in closed forms: the constants of the table that are images of it under rational Möbius maps,
/// told by their values to 44 digits, not by how they are written.
///
/// `pi^2/6` and `pi^2` are related to `zeta(2)`, `log(9)` to `log(3)`, `pi/agm(1,sqrt(2))` to `lemniscate`.
public struct RelatedConstants: Sendable {
  /// The constants in the order of the table; empty for a number that no constant is an image of.
  public let constants: [Constant]
  private let expression: Expression

  /// What a number is called; nil where the closed form has no value.
  public init?(of closedForm: ClosedForm) {
    guard let expression = closedForm.expression, let value = closedForm.ball(digits: 44) else { return nil }
    self.expression = expression
    constants = Constant.all.filter { constant in
      if case .quadratic = constant.nature { return false }
      return Constant.equal(to: expression) == constant
        || MoebiusMap(from: value, to: constant.ball(bits: 180)) != nil
    }
  }

  /// Whether a closed form is told by the number: by a related constant, or by the expression itself where there is
  /// none.
  public func tell(_ closedForm: ClosedForm) -> Bool {
    if let constant = closedForm.constant, !constants.isEmpty { return constants.contains(constant) }
    return closedForm.expression?.contains(expression) == true
  }
}
