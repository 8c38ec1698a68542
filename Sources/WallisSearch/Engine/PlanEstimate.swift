/// What units of work need, estimated before they are taken.
public struct PlanEstimate: Sendable, Equatable {
  /// Seconds of all workers together divided by their number.
  public let seconds: Double
  /// Bytes of memory, independent of the size of the space.
  public let memory: Int
  /// Bytes that the catalog grows by.
  public let disk: Int
  /// Bytes of the log beside the catalog while the work goes on.
  public let log: Int

  /// An estimate for work of so many seconds on one core that stores so many formulas.
  /// - Parameter memoryPerWorker: bytes that each worker needs beside what every search needs.
  public init(seconds: Double, formulas: Int, workers: Int, memoryPerWorker: Int = 0) {
    let workers = max(1, workers)
    self.seconds = seconds / Double(workers)
    memory = PlanEstimate.bytesOfProgram + workers * (PlanEstimate.bytesPerWorker + memoryPerWorker)
    disk = formulas.multipliedClamped(by: PlanEstimate.bytesPerFormula)
    log = min(disk, PlanEstimate.bytesOfLog)
  }

  /// Bytes of the write-ahead log before it is moved into the catalog: 4,000 pages, and those of the last commits.
  static let bytesOfLog = 24_000_000
  /// Bytes of a stored formula with its indexes.
  /// Measured 2026-11-21: 14.2 MB for the 58,482 rows of degree (2, 2), height 3.
  static let bytesPerFormula = 260
  /// Bytes of the program with its caches, and of each worker with its chunks in flight.
  /// Measured 2026-11-21: 160 MB at most while two workers stored 884,450 stand-in rows.
  static let (bytesOfProgram, bytesPerWorker) = (120_000_000, 20_000_000)
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

  /// None, for jobs that were begun within limits.
  public static let none = PlanLimits(seconds: .infinity, disk: .max)

  /// Refuses a plan that exceeds the limits, with what it would need.
  func check(_ plan: Plan) throws(SearchError) {
    let estimate = plan.estimate(workers: workers)
    let written = estimate.disk.addingReportingOverflow(estimate.log)
    let needed = written.overflow ? Int.max : written.partialValue
    guard estimate.seconds > seconds || needed > disk else { return }
    let room = needed > disk ? ", and \(PlanLimits.text(bytes: disk)) can be written" : ""
    throw .tooLarge(
      message: "\(plan.candidates) formulas would need about "
        + "\(PlanLimits.text(seconds: estimate.seconds)) and \(PlanLimits.text(bytes: needed)) of disk\(room)",
      remedy: "choose smaller ranges, or a random part with --sample, or a part with --shard")
  }

  private static func text(seconds: Double) -> String {
    let units: [(unit: Double, name: String)] = [
      (86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second"),
    ]
    let (unit, name) = units.first { seconds >= $0.unit } ?? (1, "second")
    let number = max(1, (min(seconds, 1e15) / unit).rounded(.up))
    return "\(Int(number)) \(name)\(number == 1 ? "" : "s")"
  }

  private static func text(bytes: Int) -> String {
    bytes < 1_000_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000_000_000) GB"
  }
}

extension Int {
  /// The sum, or the word nearest to it.
  package func addedClamped(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }

  /// The product, or the largest word where it does not fit.
  func multipliedClamped(by factor: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
