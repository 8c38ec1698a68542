/// What a plan needs, estimated before it runs.
public struct PlanEstimate: Sendable, Equatable {
  /// Seconds of all workers together divided by their number.
  public let seconds: Double
  /// Bytes of memory, independent of the size of the space.
  public let memory: Int
  /// Bytes that the catalog grows by.
  public let disk: Int

  /// Seconds that one formula takes on one core at depth 1000 against 2000 when nothing better is known.
  /// Measured 2026-11-21 on a shared 2-core x86_64 machine: 0.54 ms over the 58,482 candidates of degree (2, 2),
  /// height 3.
  public static let usualSecondsPerFormula = 0.0005
  /// Seconds that a left-hand side with one period of signs takes on one core, approval included.
  /// Measured 2026-11-21: 0.03 ms over the pairs of e with height 5.
  static let secondsPerPair = 0.00005
  /// Seconds that a line of 200 steps takes on one core, identification included.
  /// Measured 2026-11-21: 0.05 s over the directions of height 4 of the field of ζ(3).
  static let secondsPerLine = 0.05
  /// Bytes of a stored formula with its indexes.
  /// Measured 2026-11-21: 14.2 MB for the 58,482 rows of degree (2, 2), height 3.
  static let bytesPerFormula = 260
  /// Bytes of the program with its caches, and of each worker with its chunks in flight.
  /// Measured 2026-11-21: 160 MB at most while two workers stored 884,450 stand-in rows.
  static let (bytesOfProgram, bytesPerWorker) = (120_000_000, 20_000_000)
}

extension Plan {
  /// Estimate for a number of workers.
  ///
  /// The time of a formula grows like the square of the depth (sizes of p and q grow with it); its unit is
  /// `secondsPerFormula` at 1000 against 2000, better taken from a short sample than from the default.
  public func estimate(
    workers: Int, secondsPerFormula: Double = PlanEstimate.usualSecondsPerFormula
  ) -> PlanEstimate {
    switch request {
    case .dynamics(let dynamics):
      let scale = Double(dynamics.against) / 2000
      let seconds = Double(measured) * secondsPerFormula * scale * scale / Double(max(1, workers))
      return PlanEstimate(
        seconds: seconds,
        memory: PlanEstimate.bytesOfProgram + max(1, workers) * PlanEstimate.bytesPerWorker,
        disk: measured.multipliedClamped(by: PlanEstimate.bytesPerFormula))
    case .field(let field):
      let scale = Double(field.depth) / 200
      return PlanEstimate(
        seconds: Double(candidates) * PlanEstimate.secondsPerLine * scale / Double(max(1, workers)),
        memory: PlanEstimate.bytesOfProgram + max(1, workers) * PlanEstimate.bytesPerWorker,
        disk: measured.multipliedClamped(by: 4 * PlanEstimate.bytesPerFormula))
    case .esma:
      return PlanEstimate(
        seconds: Double(candidates) * PlanEstimate.secondsPerPair / Double(max(1, workers)),
        memory: PlanEstimate.bytesOfProgram + max(1, workers) * PlanEstimate.bytesPerWorker,
        disk: measured.multipliedClamped(by: 4 * PlanEstimate.bytesPerFormula))
    }
  }
}

/// What a plan may cost before it is refused.
public struct PlanLimits: Sendable, Equatable {
  /// Longest time on the given workers, in seconds.
  public var seconds: Double
  /// Bytes that may be written.
  public var disk: Int
  /// Workers that the time is estimated for.
  public var workers: Int

  /// A year of one core and 200 GB, unless said otherwise; pass the free space of the disk where it is known.
  public init(seconds: Double = 31_557_600, disk: Int = 200_000_000_000, workers: Int = 1) {
    (self.seconds, self.disk, self.workers) = (seconds, disk, workers)
  }

  /// Refuses a plan that exceeds the limits, with what it would need.
  func check(_ plan: Plan) throws(SearchError) {
    let estimate = plan.estimate(workers: workers)
    guard estimate.seconds > seconds || estimate.disk > disk else { return }
    let days = Int((estimate.seconds / 86_400).rounded(.up))
    let room = estimate.disk > disk ? ", and \(PlanLimits.text(bytes: disk)) can be written" : ""
    throw .tooLarge(
      message: "\(plan.candidates) formulas would need about \(days) days and "
        + "\(PlanLimits.text(bytes: estimate.disk)) of disk\(room)",
      remedy: "choose smaller ranges, or a random part with --sample, or a part with --shard")
  }

  private static func text(bytes: Int) -> String {
    bytes < 1_000_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000_000_000) GB"
  }
}

extension Int {
  /// The product, or the largest word where it does not fit.
  func multipliedClamped(by factor: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
