internal import WallisFormulas
internal import WallisSearch

/// The measuring stage of a worker.
struct MeterStage: CandidateMeasurer {
  private var meter: DynamicsMeter

  init(_ request: SearchRequest) {
    switch request {
    case .dynamics(let dynamics):
      meter = DynamicsMeter(depth: dynamics.depth, against: dynamics.against, digits: dynamics.digits)
    }
  }

  mutating func measure(a: [Int], b: [Int]) -> Dynamics {
    do {
      return try meter.measure(ContinuedFraction(a: a, b: b))
    } catch {
      return Dynamics(outcome: .undetermined(error.message))
    }
  }
}
