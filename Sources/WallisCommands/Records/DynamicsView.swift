internal import WallisDocuments
internal import WallisFormulas

/// Convergence dynamics of a fraction for people and for scripts.
struct DynamicsView {
  let dynamics: Dynamics
  let fraction: ContinuedFraction
  let depth: Int
  let against: Int

  init(_ dynamics: Dynamics, of fraction: ContinuedFraction, depth: Int, against: Int) {
    (self.dynamics, self.fraction) = (dynamics, fraction)
    (self.depth, self.against) = (depth, against)
  }

  var fields: [Field] { limitFields + rateFields }

  /// What the limit is.
  var limitFields: [Field] {
    let value = dynamics.value.map { [Field("value", Text($0, .digits))] } ?? []
    return value + (dynamics.outcome.text.map { [Field("limit", $0)] } ?? [])
  }

  /// How fast it is reached.
  var rateFields: [Field] {
    var fields: [Field] = []
    if let speed = dynamics.convergence { fields.append(Field("convergence", speed.text)) }
    fields += deltas
    if let error = dynamics.error { fields.append(Field("error", law(error))) }
    if let growth = dynamics.denominator { fields.append(Field("denominators", law(growth))) }
    if let word = dynamics.reduction?.word ?? dynamics.factorialReduction.map({ $0 ? "yes" : "no" }) {
      fields.append(Field("factorial reduction", Text(word)))
    }
    if let rate = dynamics.digitsPerTerm { fields.append(Field("digits a term", fixed(rate))) }
    return fields
  }

  /// Closed forms of the growth exponents, and what they are worth.
  var exactTable: Table? {
    let named = ExactGrowth(fraction).named
    guard !named.isEmpty, dynamics.outcome.hasMetrics else { return nil }
    let rows: [[Text]] = named.map {
      [Text($0.name, .name), Text($0.value.text, .formula), fixed($0.value.value)]
    }
    return Table([.init("exact exponent"), .init("closed form"), .init("value", .right)], rows: rows)
  }

  private var deltas: [Field] {
    var fields: [Field] = []
    if let delta = dynamics.delta {
      fields.append(Field("δ", fixed(delta) + Text(" at depth \(depth) against \(against)", .muted)))
    }
    if let naive = dynamics.deltaNaive { fields.append(Field("naive δ", fixed(naive))) }
    if let predicted = dynamics.deltaPredicted { fields.append(Field("predicted δ", fixed(predicted))) }
    guard let limit = dynamics.deltaLimit(of: fraction) else { return fields }
    return fields + DynamicsView.fields(of: limit, isIrrational: dynamics.outcome == .value)
  }

  /// The limit of δ with its grade, and what it would prove of a limit that is no known fraction.
  static func fields(of limit: DeltaLimit, isIrrational: Bool) -> [Field] {
    let delta = limit.number.value
    let grade = limit.grade == .certified ? "" : ", \(limit.grade.rawValue)"
    let text = Text(rounded(delta, 6), .digits) + Text(" = ", .muted) + Text(limit.number.text, .formula)
    let fields = [Field("limit of δ", text + Text(grade, .muted))]
    guard isIrrational, delta > 0 else { return fields }
    return fields + [
      Field("δ > 0", Text("would prove irrationality, μ ≤ 1 + 1/δ = \(rounded(1 + 1 / delta, 4))"))
    ]
  }

  private func fixed(_ value: Double) -> Text { Text(rounded(value, 6), .digits) }

  private func law(_ error: ErrorFit) -> Text {
    let (eta, gamma, beta) = (rounded(error.eta, 4), rounded(error.gamma, 4), rounded(error.beta, 4))
    return Text("ε ≈ n!^(\(eta)) · e^(\(gamma)n) · n^(\(beta))", .formula)
  }

  private func law(_ growth: DenominatorFit) -> Text {
    let exponential = "q̃ ≈ e^(\(rounded(growth.gamma, 4))n)"
    return Text(growth.eta == 0 ? exponential : exponential + " · n^(\(rounded(growth.eta, 4))n)", .formula)
  }
}

extension Reduction {
  /// The answer in words to whether all of the factorial growth is reduced.
  var word: String {
    switch self {
    case .full: "yes"
    case .partial: "partial"
    case .none: "no"
    case .undecided: "undecided"
    }
  }
}

extension Outcome {
  /// Whether convergence can be measured at all.
  var hasMetrics: Bool {
    switch self {
    case .value, .rational, .infinite, .undetermined: true
    case .terminates, .diverges, .oscillates: false
    }
  }
}

/// A number with a fixed count of decimals, rounded half away from zero; a dash where it is not finite.
func rounded(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite, value.magnitude < 1e12 else { return "–" }
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let digits = String(Int((value.magnitude * scale).rounded()))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = value < 0 && digits.contains { $0 != "0" } ? "-" : ""
  return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
}
