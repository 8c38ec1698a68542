internal import WallisDocuments
internal import WallisFormulas

/// The law by which convergents come near the limit, for people and for scripts.
struct ErrorLawView {
  private let law: ErrorLaw

  /// The law of a fraction with a limit that its convergents do not reach.
  init?(_ fraction: ContinuedFraction, _ dynamics: Dynamics) {
    switch dynamics.outcome {
    case .value, .rational: break
    default: return nil
    }
    guard let law = ErrorLaw(fraction) else { return nil }
    self.law = law
  }

  var field: Field {
    let grade = law.grade.map { ", \($0.rawValue)" } ?? ""
    return Field(
      "error law",
      Text("L - p(n)/q(n) ≈ ", .muted) + Text(text, .formula) + Text(grade, .muted))
  }

  var member: JSONValue.Member {
    let decimal = law.constant.decimal(atMost: 60)
    return .init(
      "errorLaw",
      [
        "base": .string(law.rate.isAlternating ? "-(\(law.rate.base))" : "\(law.rate.base)"),
        "eta": .integer(law.rate.eta),
        "beta": .string("\(law.rate.power)"),
        "constant": .optional(decimal?.value.description), "digits": .integer(decimal?.digits ?? 0),
        "closedForm": .optional(law.closedForm.map(whole)), "grade": .optional(law.grade?.rawValue),
      ])
  }

  private func plain(_ expression: Expression) -> String { ExpressionWriter(.plain).text(expression) }

  /// The closed form of C with its power of |E|.
  private func whole(_ constant: Expression) -> String {
    let part = power("\(law.rate.base)", "\(law.shift)")
    return ([plain(constant)] + [part].compactMap { $0 }).joined(separator: "*")
  }

  /// C·Eⁿ·n!^η·n^β.
  private var text: String {
    let constant =
      law.closedForm.map(plain) ?? law.constant.decimal(atMost: 12).map { "\($0.value)…" } ?? "C"
    let exponent = law.shift.isZero ? "n" : "n\(law.shift.signum > 0 ? "+" : "")\(law.shift)"
    let factors = [
      law.rate.isAlternating ? "(-1)^n" : nil, power("\(law.rate.base)", exponent),
      power("n!", "\(law.rate.eta)"),
      power("n", "\(law.rate.power)"),
    ]
    return ([constant] + factors.compactMap { $0 }).joined(separator: "*")
  }

  /// base^exponent; nil where it is 1.
  private func power(_ base: String, _ exponent: String) -> String? {
    if base == "1" || exponent == "0" { return nil }
    if exponent == "1" { return base }
    func closed(_ text: String) -> String {
      text.allSatisfy { $0.isNumber || $0.isLetter || $0 == "!" } ? text : "(\(text))"
    }
    return "\(closed(base))^\(closed(exponent))"
  }
}
