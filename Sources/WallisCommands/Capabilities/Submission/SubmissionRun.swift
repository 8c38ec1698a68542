internal import Foundation
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// Hands a search to other machines, follows it, and takes what they found.
struct SubmissionRun {
  let context: VerbContext
  /// Path of the catalog.
  let path: String
  let workers: Int

  /// Begins a job whose shards other machines search.
  ///
  /// - Parameter threads: threads of each task; one unless told.
  func submit(
    _ request: any DivisibleMethod, _ terms: SubmissionTerms, threads: Int?, again: Bool
  ) throws -> Reply {
    try checkPlace()
    guard request.shard == nil else {
      throw Refusal("--shard with --submit", remedy: "leave --shard out: --shards says how many there are")
    }
    for index in [1, terms.shards] {
      var part: any DivisibleMethod = request
      part.shard = try Shard(index: index, count: terms.shards)
      _ = try Plan(part, limits: PlanLimits(workers: threads ?? 1))
    }
    let catalog = try context.openCatalog(at: path, creating: true)
    let stored = try StoredRequest(request)
    if !again, let earlier = try catalog.jobs().last(where: { $0.request == stored && $0.engine == .current })
    {
      guard earlier.shards != nil else {
        throw Refusal(
          "job \(earlier.number) is this search, begun here",
          remedy: "`resume \(earlier.number)` goes on with it; --again submits it all the same")
      }
      return try resume(earlier, catalog)
    }
    let job = try catalog.createJob(
      for: Plan(request, limits: .none), engine: .current, shards: terms.shards)
    let submission = try made(job, request, terms, threads: threads ?? 1)
    try submission.record(context.locations)
    return try proceed(job, submission, catalog)
  }

  /// Goes on with a job that was submitted: takes the shards that are complete, hands those over again that are left.
  func resume(_ job: Job, _ catalog: Catalog) throws -> Reply {
    guard job.state == .unfinished else {
      return try SubmissionView(job: job.number, summary: summary(of: job.number, catalog)).finished(context)
    }
    try checkPlace()
    guard let submission = Submission.recorded(job: job.number, of: path, context.locations) else {
      throw Refusal(
        "job \(job.number) was handed to other machines in \(job.shards ?? 0) shards, but not by you on this machine",
        remedy: "`catalog merge` takes shards from wherever they are; --again begins the search anew",
        exit: .badData)
    }
    return try proceed(job, submission, catalog)
  }

  /// Programs are run for who types the command, and for no session or plan.
  private func checkPlace() throws(Refusal) {
    guard context.shell != nil, context.reach == .everywhere, context.batch == nil else {
      throw Refusal(
        "searches are handed to other machines from a shell only", remedy: "type the command in a shell")
    }
  }

  private func made(
    _ job: Job, _ request: any DivisibleMethod, _ terms: SubmissionTerms, threads: Int
  ) throws -> Submission {
    let folder = (terms.folder ?? "\(path).shards-\(job.number)").resolvedPath
    let present = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard present?.isEmpty ?? true else {
      throw Refusal("the folder \(folder) holds something", remedy: "an empty or a new one with --folder")
    }
    let name = "wallis-\(job.number)-" + String(context.drawSeed(), radix: 36)
    return Submission(
      catalog: path.resolvedPath, job: job.number, name: name, system: terms.system,
      shards: terms.shards, folder: folder, words: ["search", request.name] + request.words,
      program: "/proc/self/exe".resolvedPath, workers: threads, partition: terms.partition, time: terms.time,
      hosts: terms.hosts)
  }

  // MARK: Going on

  private func proceed(_ job: Job, _ submission: Submission, _ catalog: Catalog) throws -> Reply {
    guard let system = ShardSystems.standard.named(submission.system) else {
      throw Refusal("'\(submission.system)' is no system that this version knows", exit: .badData)
    }
    do {
      try FileManager.default.createDirectory(atPath: submission.folder, withIntermediateDirectories: true)
      try write(submission, system)
    } catch let error as CocoaError {
      throw Refusal(
        "cannot write \(submission.folder): \(error.localizedDescription)",
        remedy: "--again with another --folder",
        exit: .badData)
    }
    let lock = try SubmissionLock(submission)
    defer { withExtendedLifetime(lock) {} }
    return try context.stopRequests.observe { try proceed(job, submission, system, catalog) }
  }

  private func proceed(
    _ job: Job, _ submission: Submission, _ system: any ShardSystem, _ catalog: Catalog
  ) throws -> Reply {
    var view = SubmissionView(job: job.number, submission: submission)
    var states = try take(submission, job, catalog, &view)
    guard states.isKnown else {
      throw Refusal(
        "\(system.name) does not say what runs, so that nothing is handed over again",
        remedy: "`resume \(job.number)` where it answers", exit: .badData)
    }
    if !states.left.isEmpty, !context.stopRequests.isRequested {
      let tasks = submission.tasks(of: states.left)
      try system.start(tasks, of: submission, context.stopRequests)
      if system.waits {
        states = try take(submission, job, catalog, &view)
      } else if system.advice(submission) == nil {
        view.started = states.left
      }
    }
    guard states.merged.count == submission.shards else {
      view.states = states
      view.advice = system.advice(submission)
      return view.unfinished(isInterrupted: context.stopRequests.isRequested)
    }
    try catalog.finishShards(ofJob: job.number)
    view.summary = try summary(of: job.number, catalog)
    return try view.finished(context)
  }

  /// The scripts are written anew each time, so that what runs is what this program wrote.
  private func write(_ submission: Submission, _ system: any ShardSystem) throws {
    var files = system.files(of: submission)
    files["task"] = TaskScript.text(submission)
    files["tasks"] = TaskScript.list(submission)
    for (name, text) in files { try AtomicFile.write(text.utf8, to: "\(submission.folder)/\(name)") }
  }

  /// Merges the shards that are complete; those that are refused are put aside, and so are left.
  private func take(
    _ submission: Submission, _ job: Job, _ catalog: Catalog, _ view: inout SubmissionView
  ) throws -> ShardStates {
    let check = try MergeCheck(context, seed: nil, workers: workers)
    var states = ShardStates(
      submission, merged: try catalog.chunksDone(ofJob: job.number), lockIsOurs: true, context)
    for (shard, error) in states.damaged {
      view.refused.append(Refusal(error).diagnostic)
      try putAside(submission.path(ofShard: shard))
    }
    for shard in states.complete where !context.stopRequests.isRequested {
      let part = try MergedShard(
        ofJob: job.number, request: request(of: job, shard: shard, of: submission.shards),
        shard: Shard(index: shard, count: submission.shards))
      do {
        view.taken.add(try merged(submission.path(ofShard: shard), part, check, into: catalog))
        states.merged.insert(shard)
      } catch {
        guard let fault = error as? CatalogError, fault.isOfTheShard else { throw error }
        view.refused.append(Refusal(fault).diagnostic)
        try putAside(submission.path(ofShard: shard))
        states.left.append(shard)
      }
    }
    states.complete.removeAll { states.merged.contains($0) || states.left.contains($0) }
    states.left.sort()
    return states
  }

  private func merged(
    _ path: String, _ part: MergedShard, _ check: MergeCheck, into catalog: Catalog
  ) throws -> ImportSummary {
    try catalog.merge(context.readAnew(at: path), check: check, as: part)
  }

  private func request(of job: Job, shard: Int, of count: Int) throws -> any SearchMethod {
    let request = try context.methods.request(of: job)
    guard var part = request as? any DivisibleMethod else { return request }
    part.shard = try Shard(index: shard, count: count)
    return part
  }

  /// Gives a refused shard another name, so that it can be looked at and is searched anew.
  private func putAside(_ path: String) throws {
    let place = (1...).first { !FileManager.default.fileExists(atPath: "\(path).refused-\($0)") } ?? 1
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: "\(path).refused-\(place)\(suffix)")
    }
  }

  private func summary(of number: Int, _ catalog: Catalog) throws -> SearchSummary {
    try SearchRunner(
      job: catalog.job(number), store: catalog, workers: workers,
      resources: SearchResources(known: context.knownFormulas()), methods: context.methods
    ).stored()
  }
}

extension CatalogError {
  /// Whether the catalog of the shard is at fault, not the one that takes it.
  fileprivate var isOfTheShard: Bool {
    switch self {
    case .differs, .contradiction, .corrupt, .notADatabase, .foreign: true
    default: false
    }
  }
}
