internal import ArgumentParser
internal import WallisSearch

/// Options of searches that measure what they find: the part of the space, two depths, threads.
struct MeasuringOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The part to scan, for example 3/64.", valueName: "i/n"))
  var shard: Word?

  @Option(help: "Depth n of δ.")
  var depth = 1000

  @Option(help: "Depth of the convergent that stands for the limit.")
  var against = 2000

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  /// The part that `shard` names; nil for the whole.
  /// - Throws: `SearchError` for text that names none.
  func part() throws -> Shard? { try shard.map { try Shard(parsing: $0.string) } }
}
