internal import ArgumentParser
internal import Foundation
internal import WallisDocuments

/// Options of searches that other machines may do, in shards.
struct SubmissionOptions: ParsableArguments {
  /// What the help of a search says about them.
  static let help = """
    --submit hands the search to other machines in --shards parts, each with a catalog of its own in a folder that all of \
    them see (--folder): to a job array of slurm (--partition, --time for each task), to GNU parallel here or on the \
    --hosts of a file, or as a script: a file of commands for whatever else there is. --workers are threads of each task, \
    1 unless given. `jobs` says how far the parts are; `resume N` merges those that are complete as `catalog merge` does, \
    and hands over again what failed or was refused. The catalog is that of a search on one machine.
    """

  @Option(
    help: ArgumentHelp("Hand the search to slurm, parallel or a script, in shards.", valueName: "system"))
  var submit: Word?

  @Option(help: ArgumentHelp("With --submit: number of shards, 64 unless given.", valueName: "n"))
  var shards: Int?

  @Option(help: ArgumentHelp("With --submit slurm: the partition.", valueName: "name"))
  var partition: Word?

  @Option(
    help: ArgumentHelp("With --submit slurm: the time of a task, for example 8:00:00.", valueName: "time"))
  var time: Word?

  @Option(help: ArgumentHelp("With --submit parallel: a file of hosts, one a line.", valueName: "file"))
  var hosts: Word?

  @Option(
    help: ArgumentHelp(
      "With --submit: where scripts and shards go, seen by all machines.", valueName: "folder"))
  var folder: Word?

  /// What they ask for; nil where the search is done here.
  /// - Throws: a `Refusal` for options that make no sense.
  func terms() throws(Refusal) -> SubmissionTerms? {
    guard let submit else {
      let alone: [(Bool, String)] = [
        (shards != nil, "--shards"), (partition != nil, "--partition"), (time != nil, "--time"),
        (hosts != nil, "--hosts"), (folder != nil, "--folder"),
      ]
      guard let option = alone.first(where: { $0.0 })?.1 else { return nil }
      throw Refusal("\(option) without --submit", remedy: "--submit slurm, parallel or script")
    }
    guard let system = ShardSystems.standard.named(submit.string) else {
      throw Refusal(
        "--submit '\(submit.string)' is nothing known",
        remedy: "one of: \(ShardSystems.standard.names.joined(separator: ", "))")
    }
    let (takesTime, takesHosts) = (system.takesTime, system.takesHosts)
    for (isGiven, option, fits) in [
      (partition != nil, "--partition", takesTime), (time != nil, "--time", takesTime),
      (hosts != nil, "--hosts", takesHosts),
    ] where isGiven && !fits {
      throw Refusal("\(option) does not go with --submit \(submit.string)", remedy: "leave it out")
    }
    return try SubmissionTerms(
      system: system.name, shards: shards ?? 64, partition: partition?.string, time: time?.string,
      hosts: hosts.map { word throws(Refusal) in try Self.hosts(in: word.string) }, folder: folder?.string)
  }

  private static func hosts(in path: String) throws(Refusal) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Refusal("the file of hosts '\(path)' cannot be read", remedy: "a text file with a host a line")
    }
    return text
  }
}

/// How a search is handed to other machines.
struct SubmissionTerms: Sendable {
  /// Most shards.
  static let mostShards = 100_000

  let system: String
  let shards: Int
  let partition: String?
  let time: String?
  /// Text of the file of hosts.
  let hosts: String?
  let folder: String?

  /// - Throws: a `Refusal` for numbers out of range, and for names that a scheduler could take for something else.
  init(
    system: String, shards: Int, partition: String? = nil, time: String? = nil, hosts: String? = nil,
    folder: String? = nil
  ) throws(Refusal) {
    guard (1...SubmissionTerms.mostShards).contains(shards) else {
      throw Refusal("\(shards) shards", remedy: "between 1 and \(SubmissionTerms.mostShards)")
    }
    if let partition, partition.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_.,+-]*/) == nil {
      throw Refusal("'\(partition)' is no partition", remedy: "letters, digits and _ . , + -")
    }
    if let time, time.wholeMatch(of: /([0-9]+-)?[0-9]+(:[0-9]+){0,2}/) == nil {
      throw Refusal(
        "--time '\(time)' is no time of Slurm",
        remedy: "minutes, hours:minutes:seconds or days-hours: 8:00:00")
    }
    (self.system, self.shards, self.partition, self.time) = (system, shards, partition, time)
    (self.hosts, self.folder) = (hosts, folder)
  }
}
