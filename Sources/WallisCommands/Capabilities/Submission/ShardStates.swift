internal import Foundation
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// How far the shards of a submission are, told by their catalogs, by the catalog that takes them, and by the system.
struct ShardStates: Sendable {
  /// Shards, from 1, that the catalog has taken.
  var merged: Set<Int> = []
  /// Complete, to be taken.
  var complete: [Int] = []
  /// In the hands of the system: waiting or running.
  var running: [Int] = []
  /// Neither complete nor in the hands of the system: failed, killed, or never begun.
  var left: [Int] = []
  /// Those left whose catalogs cannot be read, so that no search goes on in them.
  var damaged: [(shard: Int, error: CatalogError)] = []
  /// Whether the system answers; where it does not, nobody can tell what runs, and nothing is left.
  var isKnown = true

  /// The states now.
  ///
  /// - Parameter lockIsOurs: whether this process holds the lock of the submission; where another does, and has the tasks
  ///   done itself, all of them are in its hands.
  init(_ submission: Submission, merged chunks: Set<Int>, lockIsOurs: Bool = false, _ context: VerbContext) {
    merged = Set(chunks.map { $0 + 1 })
    let system = ShardSystems.standard.named(submission.system)
    let isInOtherHands = system?.waits == true && !lockIsOurs && SubmissionLock.isHeld(submission)
    let tasks = isInOtherHands ? Set(1...submission.tasks) : system?.running(submission)
    isKnown = tasks != nil
    for shard in 1...submission.shards where !merged.contains(shard) {
      let catalog = ShardStates.catalog(submission.path(ofShard: shard), context)
      if case .complete = catalog {
        complete.append(shard)
      } else if tasks?.contains((shard - 1) % submission.tasks + 1) ?? true {
        running.append(shard)
      } else {
        left.append(shard)
        if case .damaged(let error) = catalog { damaged.append((shard, error)) }
      }
    }
  }

  private enum ShardCatalog {
    case complete
    case incomplete
    case damaged(CatalogError)
  }

  /// Whether a catalog holds a job that was finished.
  private static func catalog(_ path: String, _ context: VerbContext) -> ShardCatalog {
    guard FileManager.default.fileExists(atPath: path) else { return .incomplete }
    do {
      let jobs = try context.readAnew(at: path).jobs()
      return jobs.contains { $0.state == .finished } ? .complete : .incomplete
    } catch {
      switch error as? CatalogError {
      case .corrupt?, .notADatabase?, .foreign?:
        return (error as? CatalogError).map { .damaged($0) } ?? .incomplete
      default: return .incomplete
      }
    }
  }

  /// `1-5,8`, in as few words as there are.
  static func list(_ shards: [Int]) -> String { SlurmArray.list(shards) }

  /// In words: `60 of 64 shards merged, 2 complete, 1 waiting or running, 1 left (7)`.
  func text(of submission: Submission) -> String {
    var parts = ["\(merged.count) of \(ProgressLine.counted(submission.shards, "shard")) merged"]
    if !complete.isEmpty { parts.append("\(complete.count) complete") }
    if !running.isEmpty {
      parts.append(
        isKnown
          ? "\(running.count) waiting or running"
          : "\(running.count) of which \(submission.system) does not tell")
    }
    if !left.isEmpty { parts.append("\(left.count) left (\(ShardStates.list(left).shortened))") }
    return parts.joined(separator: ", ")
  }

  var json: JSONValue {
    [
      "merged": .integer(merged.count), "complete": .integer(complete.count),
      "running": .integer(running.count),
      "left": .array(left.map { .integer($0) }),
    ]
  }
}

extension String {
  /// The list, its end left out where it is long.
  fileprivate var shortened: String { utf8.count <= 40 ? self : prefix(39) + "…" }
}

/// Whoever takes or starts shards of a submission holds this; it ends with the process, however that ends.
final class SubmissionLock {
  private let descriptor: Int32

  /// - Throws: a `Refusal` where another process holds it.
  init(_ submission: Submission) throws(Refusal) {
    descriptor = open("\(submission.folder)/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Refusal(
        "the folder \(submission.folder) cannot be written", remedy: "begin again with --again",
        exit: .badData)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Refusal(
        "another process is working on job \(submission.job)", remedy: "`jobs` says how far it is")
    }
  }

  deinit { close(descriptor) }

  /// Whether a process holds it.
  static func isHeld(_ submission: Submission) -> Bool {
    let descriptor = open("\(submission.folder)/lock", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }
}
