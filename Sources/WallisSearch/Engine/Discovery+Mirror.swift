/// What is written about the limit of a formula, for the opposite limit of its mirror.
public enum MirroredText {
  /// The text of the opposite number; zero has no sign.
  public static func value(_ digits: String) -> String {
    guard !digits.hasPrefix("-") else { return String(digits.dropFirst()) }
    return digits.allSatisfy { $0 == "0" || $0 == "." } ? digits : "-" + digits
  }
}

extension Discovery {
  /// The same claim about the mirror of the formula; the claim itself where there is no mirror.
  public var mirrored: Discovery {
    guard formula.mirror != formula else { return self }
    var opposite = self
    opposite.formula = formula.mirror
    opposite.value = MirroredText.value(value)
    opposite.closedForm = closedForm.opposite
    return opposite
  }
}
