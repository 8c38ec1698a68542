import Synchronization
import WallisSearch

/// A store that does something before every commit: fail as a kill or a full disk would, or spoil a file.
public struct InterceptedStore: SearchStore {
  private let base: any SearchStore
  private let beforeCommit: () throws -> Void

  /// `base`, with `beforeCommit` called before every chunk is stored.
  public init(_ base: any SearchStore, beforeCommit: @escaping () throws -> Void) {
    (self.base, self.beforeCommit) = (base, beforeCommit)
  }

  /// The process died.
  public struct Death: Error {}

  /// `base`, dead after so many commits.
  public init(_ base: any SearchStore, commitsLeft: Int) {
    let counter = Counter(commitsLeft)
    self.init(base) { if counter.next() < 0 { throw Death() } }
  }

  /// Calls `beforeCommit`, then stores the chunk.
  public func commit(_ chunk: ChunkResult, ofJob number: Int) throws {
    try beforeCommit()
    try base.commit(chunk, ofJob: number)
  }

  /// As `base`.
  public func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job {
    try base.createJob(for: plan, engine: engine)
  }
  /// As `base`.
  public func job(_ number: Int) throws -> Job { try base.job(number) }
  /// As `base`.
  public func jobs() throws -> [Job] { try base.jobs() }
  /// As `base`.
  public func latestUnfinishedJob() throws -> Job? { try base.latestUnfinishedJob() }
  /// As `base`.
  public func chunksDone(ofJob number: Int) throws -> Set<Int> { try base.chunksDone(ofJob: number) }
  /// As `base`.
  public func findings(ofJob number: Int) throws -> [Discovery] { try base.findings(ofJob: number) }
  /// As `base`.
  public func measured(_ keys: [String]) throws -> [String: MeasuredFormula] { try base.measured(keys) }
  /// As `base`.
  public func formulas(ofJob number: Int) throws -> [MeasuredFormula] { try base.formulas(ofJob: number) }
  /// As `base`.
  public func resizeJob(_ number: Int, to size: JobSize) throws { try base.resizeJob(number, to: size) }
  /// As `base`.
  public func finishJob(_ number: Int, covering coverage: Coverage) throws {
    try base.finishJob(number, covering: coverage)
  }
}

/// Counts down.
public final class Counter: Sendable {
  private let left: Mutex<Int>

  /// A counter that starts here.
  public init(_ left: Int) { self.left = Mutex(left) }

  /// One less than before.
  public func next() -> Int {
    left.withLock { left in
      left -= 1
      return left
    }
  }
}
