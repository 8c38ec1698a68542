internal import WallisDocuments
internal import WallisFormulas

extension DynamicsView {
  /// The keys of `measure`, without `schema` and `sequence`.
  var members: [JSONValue.Member] {
    // It takes as long as all the rest together.
    let limit = dynamics.deltaLimit(of: fraction)
    return [
      .init("status", .string(dynamics.outcome.status)), .init("value", .optional(dynamics.value)),
      .init("digits", dynamics.value == nil ? .null : .integer(dynamics.digits)),
      .init("class", .optional(dynamics.convergence?.rawValue)), .init("depth", .integer(depth)),
      .init("against", .integer(against)), .init("delta", .optional(dynamics.delta)),
      .init("deltaNaive", .optional(dynamics.deltaNaive)),
      .init("deltaPredicted", .optional(dynamics.deltaPredicted)),
      .init("deltaLimit", .optional(limit?.number.value)),
      .init("error", errorJSON),
      .init("denominator", denominatorJSON),
      .init("reduction", .optional(dynamics.reduction?.rawValue)),
      .init("factorialReduction", .optional(dynamics.factorialReduction)),
      .init("reductionRate", .optional(dynamics.reductionRate)),
      .init("digitsPerTerm", .optional(dynamics.digitsPerTerm)), .init("exact", exactJSON(limit)),
    ]
  }

  private var errorJSON: JSONValue {
    guard let error = dynamics.error else { return .null }
    return ["eta": .double(error.eta), "gamma": .double(error.gamma), "beta": .double(error.beta)]
  }

  private var denominatorJSON: JSONValue {
    guard let growth = dynamics.denominator else { return .null }
    return ["eta": .double(growth.eta), "gamma": .double(growth.gamma)]
  }

  private func exactJSON(_ limit: DeltaLimit?) -> JSONValue {
    guard dynamics.outcome.hasMetrics else { return .object([]) }
    let growth = ExactGrowth(fraction).named.map { DynamicsView.member($0.name, $0.value) }
    return .object(growth + (limit.map { [DynamicsView.member(of: $0)] } ?? []))
  }

  /// The limit of δ in closed form.
  static func member(of limit: DeltaLimit) -> JSONValue.Member { member("deltaLimit", limit.number) }

  private static func member(_ name: String, _ number: ExactNumber) -> JSONValue.Member {
    .init(name, ["text": .string(number.text), "value": .double(number.value)])
  }
}
