internal import WallisFormulas
public import WallisIdentification

/// The work of one round of a search as numbered units: a formula, a class of numbers, a line.
///
/// Units are made from their numbers, never listed in a file; what a unit yields depends on its number alone.
public protocol SearchUnits: Sendable {
  /// What a search of such units says beside its funnel and its findings.
  associatedtype Figures: Sendable = NoFigures

  /// Number of units.
  var count: Int { get }
  /// What the units stand for, as the funnel counts it: formulas with their mirrors, pairs, lines.
  var members: Int { get }
  /// Units in a chunk unless a plan says otherwise; jobs keep what they began with.
  var usualChunkSize: Int { get }
  /// What the units need.
  func estimate(workers: Int) -> PlanEstimate
  /// The units with everything worked out that takes longer than planning may.
  func prepared(workers: Int) -> Self
  /// What makes the work of each thread; called once a run, so that threads share what is expensive to make.
  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork
  /// The units that follow when these are done, made from the results so far; nil after the last round.
  ///
  /// The answer depends on the request and on results of these units and those before, so that a search that was killed
  /// at any moment goes on with the same units. The results may hold more: those of later rounds, when a job goes on
  /// that had come to them, and deeper measurements of other jobs.
  func next(after results: JobResults, workers: Int) throws -> (any SearchUnits)?
  /// What the search so far amounts to, this round and those before it.
  func figures(of results: JobResults) throws -> Figures
}

/// Figures of a search that has none beside its funnel and its findings.
public struct NoFigures: Sendable, Hashable {}

extension SearchUnits {
  /// One unit.
  public var usualChunkSize: Int { 1 }
  /// The units as they are.
  public func prepared(workers: Int) -> Self { self }
  /// Nil: there is one round.
  public func next(after results: JobResults, workers: Int) throws -> (any SearchUnits)? { nil }
}

extension SearchUnits where Figures == NoFigures {
  /// None.
  public func figures(of results: JobResults) throws -> NoFigures { NoFigures() }
}

/// What a worker thread does with the units of a chunk; every thread makes and owns one.
public protocol ChunkWork {
  /// Takes the units one after the other and adds what they yield; every member leaves through an exit of the funnel.
  /// - Returns: false when the chunk was dropped because the counters say `Interruption.now`.
  mutating func take(_ units: Range<Int>, into result: inout ChunkResult) -> Bool
}

/// What the methods share in a run: what is known already, and the makers of measurers and identifiers, which tests
/// replace.
public struct SearchResources: Sendable {
  /// Formulas whose findings are called known.
  public var known: any KnownFormulas
  /// Makes the measurer of one worker thread, for δ at a depth against another, and values to so many digits.
  public var measurer: @Sendable (_ depth: Int, _ against: Int, _ digits: Int) -> any CandidateMeasurer = {
    FormulaMeasurer(depth: $0, against: $1, digits: $2)
  }
  /// Prepares the search for closed forms, which threads share.
  public var identification: @Sendable () -> Identification = { Identification() }
  /// Makes the identifier of one worker thread; nil for the one that uses `identification`.
  public var identifier: (@Sendable () -> any Identifier)?

  /// The engine's own measurers and identifiers.
  public init(known: any KnownFormulas = NothingKnown()) { self.known = known }

  /// What makes the identifiers of worker threads, the constants prepared once.
  func identifiers() -> @Sendable () -> any Identifier {
    if let identifier { return identifier }
    let shared = identification()
    return { IdentificationStage(shared) }
  }

  /// The same behind a table of images of the constants, for searches that keep formulas by the hundred thousand.
  func screenedIdentifiers() -> @Sendable () -> any Identifier {
    if let identifier { return identifier }
    let (screen, stages) = (ValueScreen(), identifiers())
    return { ScreenedIdentification(screen, search: stages()) }
  }
}

/// What a job has stored so far.
public struct JobResults {
  private let store: any JobStore
  private let job: Int
  /// Whether nothing is read: the results are not wanted.
  private let isEmpty: Bool
  /// Whether all rounds are done.
  public let isFinished: Bool

  /// The results of a job, each read when it is asked for: those of a night may be millions.
  /// - Throws: what the store throws.
  init(ofJob job: Int, in store: any JobStore, isEmpty: Bool = false) throws {
    (self.store, self.job, self.isEmpty) = (store, job, isEmpty)
    isFinished = try store.job(job).state == .finished
  }

  /// Findings of the job in order of their formula keys.
  public func findings() throws -> [Discovery] { isEmpty ? [] : try store.findings(ofJob: job) }

  /// Stored measurements by the keys of formulas; those that are not stored are missing. They may be those of another
  /// job that measured deeper.
  public func measured(_ keys: [String]) throws -> [String: MeasuredFormula] { try store.measured(keys) }

  /// What the job stored of the formulas that its chunks may repeat, in order of their keys.
  public func formulas() throws -> [MeasuredFormula] { isEmpty ? [] : try store.formulas(ofJob: job) }
}
