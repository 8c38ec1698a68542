/// A search that was begun: its plan and how far it got.
public struct Job: Sendable {
  /// Number within its catalog, from 1.
  public let number: Int
  /// What it does; rebuilt from the stored request, so that resuming means the same chunks.
  public let plan: Plan
  /// What measures.
  public let engine: EngineIdentity
  /// Whether all chunks are done.
  public var state: JobState
  /// Chunks done.
  public var chunksDone: Int
  /// Exits of all chunks done.
  public var funnel: Funnel
  /// Number of findings.
  public var findingCount: Int

  /// A job with these values.
  public init(
    number: Int, plan: Plan, engine: EngineIdentity, state: JobState = .unfinished, chunksDone: Int = 0,
    funnel: Funnel = Funnel(), findingCount: Int = 0
  ) {
    (self.number, self.plan, self.engine, self.state) = (number, plan, engine, state)
    (self.chunksDone, self.funnel, self.findingCount) = (chunksDone, funnel, findingCount)
  }

  /// Formulas looked at so far, mirrors included.
  public var scanned: Int { funnel.total }
}

/// Whether a job is complete. A running job is unfinished; whether a process works on it is not recorded.
public enum JobState: String, Sendable, Codable, CaseIterable {
  /// Chunks are left.
  case unfinished
  /// All chunks are done.
  case finished
}

/// Engine and machine that made a result; identity of exports is promised only where both agree.
public struct EngineIdentity: Sendable, Hashable, Codable {
  /// Version of Wallis.
  public var version: String
  /// Kind of machine, for example `x86_64-linux`.
  public var machine: String

  /// This version on this kind of machine.
  public init(version: String, machine: String) { (self.version, self.machine) = (version, machine) }
}
