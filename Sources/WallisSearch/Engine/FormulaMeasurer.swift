internal import WallisArithmetic
public import WallisFormulas

/// Measures formulas with the meter of the engine, at the depths that a request asks for.
public struct FormulaMeasurer: CandidateMeasurer {
  private var meter: DynamicsMeter

  /// A measurer of δ at `depth` against `against`, and of values to `digits` digits.
  /// - Precondition: 8 ≤ depth, depth + 2 ≤ against.
  public init(depth: Int, against: Int, digits: Int) {
    meter = DynamicsMeter(depth: depth, against: against, digits: digits)
  }

  /// Dynamics of the continued fraction; what exceeds the limits of the engine is undetermined, with the reason.
  public mutating func measure(a: [Int], b: [Int], reduction: Reduction?) -> Dynamics {
    do {
      return try meter.measure(ContinuedFraction(a: a, b: b), reduction: reduction)
    } catch {
      return Dynamics(outcome: .undetermined(error.message))
    }
  }
}

extension FormulaMeasurer {
  /// The records of fractions given by their coefficients, constant terms first, in the same order; measured on worker
  /// threads.
  /// - Precondition: no b is zero; workers ≥ 1.
  public static func records(
    of members: [(a: [Int], b: [Int])], depth: Int, against: Int, digits: Int, workers: Int
  ) -> [MeasuredFormula] {
    WorkerThreads.map(count: members.count, workers: workers) {
      var measurer = FormulaMeasurer(depth: depth, against: against, digits: digits)
      return { index in
        let candidate = Candidate(member: members[index].a, b: members[index].b)
        return MeasuredFormula(
          key: candidate.key, canonicalKey: candidate.formula.canonicalKey, signs: candidate.signs,
          dynamics: measurer.measure(a: candidate.a, b: candidate.b), depth: depth, against: against)
      }
    }
  }
}
