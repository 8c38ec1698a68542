internal import Foundation
internal import WallisDocuments

/// A search that was handed to other machines in shards: where its scripts and shards are, and how it was handed over.
///
/// The record is kept in the user's folder for state, never in a catalog: a catalog from a stranger that says it was
/// submitted makes nobody run anything.
struct Submission: Codable, Sendable {
  /// Path of the catalog that takes the shards, resolved.
  let catalog: String
  /// Number of the job there.
  let job: Int
  /// Name under which the system knows it, which no other submission has.
  let name: String
  /// The system.
  let system: String
  /// Number of shards.
  let shards: Int
  /// Absolute path of the folder with scripts and shards.
  let folder: String
  /// The words of the command of a shard behind `wallis`, shard and catalog left out.
  let words: [String]
  /// Absolute path of the program that the tasks run.
  let program: String
  /// Threads of each task.
  let workers: Int
  var partition: String?
  var time: String?
  var hosts: String?

  /// Most tasks of a job array: what Slurm takes unless told otherwise.
  static let mostTasks = 1000

  /// Number of tasks; each takes a list of shards.
  var tasks: Int { min(shards, isListed ? .max : Submission.mostTasks) }

  /// Whether every shard is a task of its own however many there are.
  var isListed: Bool { ShardSystems.standard.named(system)?.takesAnyNumberOfTasks ?? true }

  /// Shards of a task, from 1: every `tasks`-th.
  func shards(ofTask task: Int) -> [Int] { Array(stride(from: task, through: shards, by: tasks)) }

  /// The tasks that some shards belong to, in rising order.
  func tasks(of shards: [Int]) -> [Int] { Set(shards.map { ($0 - 1) % tasks + 1 }).sorted() }

  /// Path of the catalog of a shard.
  func path(ofShard shard: Int) -> String { "\(folder)/shard-\(shard).sqlite" }

  // MARK: Records

  /// The submission of a job of a catalog; nil where this user made none on this machine.
  static func recorded(job: Int, of catalog: String, _ locations: Locations) -> Submission? {
    let folder = Submission.folder(locations)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let path = catalog.resolvedPath
    let records = names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name -> Submission? in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
      return try? JSONDecoder().decode(Submission.self, from: data)
    }
    return records.last { $0.job == job && $0.catalog == path }
  }

  /// Keeps the record.
  func record(_ locations: Locations) throws {
    let folder = Submission.folder(locations)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try AtomicFile.write(encoder.encode(self), to: "\(folder)/\(name).json")
  }

  private static func folder(_ locations: Locations) -> String { locations.state + "/submissions" }
}

extension String {
  /// The path without links and from the root, as far as it is there.
  var resolvedPath: String { URL(fileURLWithPath: self).resolvingSymlinksInPath().path }
}
