internal import GRDB
package import WallisSearch

extension Catalog: JobStore {
  /// Saves and numbers a new job.
  package func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job {
    try createJob(for: plan, engine: engine, shards: nil)
  }

  /// Saves and numbers a job whose shards other machines search; its chunks are the shards.
  package func createJob(for plan: Plan, engine: EngineIdentity, shards: Int?) throws -> Job {
    let request = try StoredRequest(plan.request)
    let size = JobSize(candidates: plan.size.candidates, chunks: shards ?? plan.size.chunks)
    let number = try write { db in
      try db.execute(
        sql: """
          INSERT INTO job (method, request, chunkSize, state, version, machine, candidates, chunks, shards)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          request.method, request.text, plan.chunkSize, JobState.unfinished.word, engine.version,
          engine.machine, size.candidates, size.chunks, shards,
        ])
      return Int(db.lastInsertedRowID)
    }
    return Job(
      number: number, request: request, shards: shards, chunkSize: plan.chunkSize, engine: engine, size: size)
  }

  /// The job with this number.
  /// - Throws: `CatalogError.noSuchJob`.
  package func job(_ number: Int) throws -> Job {
    guard let job = try jobs(where: "number = ?", [number]).first else {
      throw CatalogError.noSuchJob(number)
    }
    return job
  }

  /// All jobs in order of their numbers.
  package func jobs() throws -> [Job] { try jobs(where: "1") }

  /// The unfinished job with the highest number.
  package func latestUnfinishedJob() throws -> Job? { try jobs(where: "state = 'unfinished'").last }

  /// Chunks of the job that are done.
  package func chunksDone(ofJob number: Int) throws -> Set<Int> {
    try read { db in
      Set(try Int.fetchAll(db, sql: "SELECT number FROM chunk WHERE job = ?", arguments: [number]))
    }
  }

  /// Records that a round was added.
  package func resizeJob(_ number: Int, to size: JobSize) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET candidates = ?, chunks = ? WHERE number = ?",
        arguments: [size.candidates, size.chunks, number])
    }
  }

  /// Marks the job finished, certifies it, and keeps what it covered.
  package func finishJob(_ number: Int, covering coverage: Coverage) throws {
    let job = try job(number)
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = ?, certificate = ? WHERE number = ?",
        arguments: [JobState.finished.word, try CertificateStore(db).certificate(of: job)?.text, number])
      try CoverageRecord(coverage, engine: job.engine, funnel: job.funnel).insert(into: db)
    }
    settle()
  }

  /// Marks a job finished of which all shards were merged, and certifies it; what was covered came with them.
  package func finishShards(ofJob number: Int) throws {
    let job = try job(number)
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = ?, certificate = ? WHERE number = ?",
        arguments: [JobState.finished.word, try CertificateStore(db).certificate(of: job)?.text, number])
    }
    settle()
  }

  private func jobs(where condition: String, _ arguments: StatementArguments = []) throws -> [Job] {
    try read { try Catalog.jobs(where: condition, arguments, in: $0) }
  }

  /// Jobs that satisfy an SQL condition, in order of their numbers.
  static func jobs(
    where condition: String, _ arguments: StatementArguments = [], in db: Database
  ) throws -> [Job] {
    try Row.fetchAll(db, sql: "SELECT * FROM job WHERE \(condition) ORDER BY number", arguments: arguments)
      .map { try job($0, in: db) }
  }

  private static func job(_ row: Row, in db: Database) throws -> Job {
    let number: Int = try row["number"]
    let exits = try Row.fetchAll(
      db, sql: "SELECT reason, formulas FROM funnel WHERE job = ?", arguments: [number])
    func count(_ table: String, _ what: String = "COUNT(*)") throws -> Int {
      try Int.fetchOne(db, sql: "SELECT \(what) FROM \(table) WHERE job = ?", arguments: [number]) ?? 0
    }
    let chunks = try count("chunk")
    let isCounted = try count("chunk", "COUNT(formulas)") == chunks
    let (candidates, size): (Int?, Int?) = try (row["candidates"], row["chunks"])
    let (shards, chunkSize): (Int?, Int) = try (row["shards"], row["chunkSize"])
    guard [candidates, size, shards, chunkSize].allSatisfy({ $0 ?? 1 > 0 }) else {
      throw UnreadableRow("job \(number) counts less than one of what it has")
    }
    return try Job(
      number: number, request: StoredRequest(method: row["method"], text: row["request"]),
      shards: shards, chunkSize: chunkSize,
      engine: EngineIdentity(version: row["version"], machine: row["machine"]),
      state: JobState(word: row["state"]),
      size: candidates.flatMap { members in size.map { JobSize(candidates: members, chunks: $0) } },
      chunksDone: chunks, funnel: Catalog.funnel(exits), findingCount: count("discovery"),
      storedCount: isCounted
        ? count("chunk", "SUM(formulas)").addedClamped(count("counted", formulaCount)) : nil)
  }

  /// Rows of reasons and counts. What a stranger wrote may have two reasons that are one text here.
  private static func funnel(_ rows: [Row]) throws -> Funnel {
    var funnel = Funnel()
    for row in rows {
      let (reason, formulas): (String, Int) = try (row[0], row[1])
      guard formulas >= 0 else { throw UnreadableRow("\(formulas) formulas cannot have left a search") }
      funnel.add(reason, formulas)
    }
    return funnel
  }
}
