internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification

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

  /// The law of a recurrence of order 3 and more with a limit.
  init?(_ product: MatrixProduct) {
    guard let law = ErrorLaw(product) else { return nil }
    self.law = law
  }

  var field: Field {
    Field("error law", Text("L - p(n)/q(n) ≈ ", .muted) + Text(text, .formula) + Text(evidence, .muted))
  }

  var member: JSONValue.Member {
    let decimal = law.constant.decimal(atMost: ErrorLawView.digits)
    return .init(
      "errorLaw",
      [
        "base": .string(law.rate.isAlternating ? "-(\(law.rate.base))" : "\(law.rate.base)"),
        "eta": .integer(law.rate.eta),
        "beta": .string("\(law.rate.power)"),
        "constant": .optional(decimal?.value.description), "digits": .integer(decimal?.digits ?? 0),
        "closedForm": .optional(law.closedForm.map(plain)), "grade": .optional(law.grade?.rawValue),
      ])
  }

  /// The most digits of the constant that are written.
  private static let digits = 60

  private func plain(_ expression: Expression) -> String { ExpressionWriter(.plain).text(expression) }

  /// The law, with digits in the place of a constant without a closed form.
  private var text: String {
    guard law.closedForm == nil, let digits = law.constant.decimal(atMost: 12) else {
      return plain(law.expression)
    }
    return "\(digits.value)…*\(plain(law.expression))"
  }

  /// What a closed form of the constant rests on.
  private var evidence: String {
    law.grade.map { ", \($0.rawValue): \(law.constant.relativeDigits) digits agree" } ?? ""
  }
}
