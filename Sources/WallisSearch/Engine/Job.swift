/// A search that was begun, and how far it got: a record that says what is asked without working out what that comes to.
public struct Job: Sendable {
  /// Number within its catalog, from 1.
  public let number: Int
  /// What it does, as it is stored.
  public let request: StoredRequest
  /// Shards that other machines search, which are its chunks then; nil for a job that runs here.
  public let shards: Int?
  /// Units in every chunk but the last of a round, so that resuming means the same chunks.
  public let chunkSize: Int
  /// What measures.
  public let engine: EngineIdentity
  /// Whether it is done.
  public var state: JobState
  /// Members and chunks of the rounds so far; nil for unfinished jobs of versions that did not keep it, until they go on.
  public var size: JobSize?
  /// Chunks done.
  public var chunksDone: Int
  /// Exits of all chunks done.
  public var funnel: Funnel
  /// Number of findings.
  public var findingCount: Int
  /// Formulas that the chunks handed to the store, mirrors included; nil where a chunk was done by a version that did
  /// not count them.
  public var storedCount: Int?

  /// A job with these values.
  public init(
    number: Int, request: StoredRequest, shards: Int? = nil, chunkSize: Int, engine: EngineIdentity,
    state: JobState = .unfinished, size: JobSize? = nil, chunksDone: Int = 0, funnel: Funnel = Funnel(),
    findingCount: Int = 0, storedCount: Int? = 0
  ) {
    (self.number, self.request, self.chunkSize, self.engine) = (number, request, chunkSize, engine)
    self.shards = shards
    (self.state, self.size, self.chunksDone, self.funnel) = (state, size, chunksDone, funnel)
    (self.findingCount, self.storedCount) = (findingCount, storedCount)
  }

  /// Members looked at so far, mirrors included.
  public var scanned: Int { funnel.total }
}

/// How much a job is, as far as its rounds are known.
public struct JobSize: Sendable, Hashable {
  /// Members: formulas with their mirrors, pairs, lines.
  public var candidates: Int
  /// Chunks.
  public var chunks: Int

  /// So many members in so many chunks.
  public init(candidates: Int, chunks: Int) { (self.candidates, self.chunks) = (candidates, chunks) }
}

/// Whether a job is complete. A running job is unfinished; whether a process works on it is not recorded.
public enum JobState: Sendable, Hashable {
  /// Chunks or rounds are left.
  case unfinished
  /// All rounds are done.
  case finished
  /// A word that this version does not know: such a job is listed, and nothing is done to it.
  case unknown(String)

  /// The state that a catalog names so.
  public init(word: String) {
    self = [JobState.unfinished, .finished].first { $0.word == word } ?? .unknown(word)
  }

  /// The word in catalogs and lists.
  public var word: String {
    switch self {
    case .unfinished: "unfinished"
    case .finished: "finished"
    case .unknown(let word): word
    }
  }
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
