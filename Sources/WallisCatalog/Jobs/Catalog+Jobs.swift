internal import Foundation
internal import GRDB
public import WallisSearch

extension Catalog: JobStore {
  /// Saves and numbers a new job.
  public func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job {
    let request = try JobText.text(of: plan.request)
    let number = try write { db in
      try db.execute(
        sql: """
          INSERT INTO job (method, request, chunkSize, state, version, machine) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          plan.request.method, request, plan.chunkSize, JobState.unfinished.rawValue, engine.version,
          engine.machine,
        ])
      return Int(db.lastInsertedRowID)
    }
    return Job(number: number, plan: plan, engine: engine)
  }

  /// The job with this number.
  /// - Throws: `CatalogError.noSuchJob`.
  public func job(_ number: Int) throws -> Job {
    guard let job = try jobs(where: "number = ?", [number]).first else {
      throw CatalogError.noSuchJob(number)
    }
    return job
  }

  /// All jobs in order of their numbers.
  public func jobs() throws -> [Job] { try jobs(where: "1") }

  /// The unfinished job with the highest number.
  public func latestUnfinishedJob() throws -> Job? { try jobs(where: "state = 'unfinished'").last }

  /// Chunks of the job that are done.
  public func chunksDone(ofJob number: Int) throws -> Set<Int> {
    try read { db in
      Set(try Int.fetchAll(db, sql: "SELECT number FROM chunk WHERE job = ?", arguments: [number]))
    }
  }

  /// Marks the job finished and keeps what it covered.
  public func finishJob(_ number: Int) throws {
    let job = try job(number)
    try write { db in
      try db.execute(sql: "UPDATE job SET state = 'finished' WHERE number = ?", arguments: [number])
      try CoverageRecord(of: job).insert(into: db)
    }
    settle()
  }

  private func jobs(where condition: String, _ arguments: StatementArguments = []) throws -> [Job] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM job WHERE \(condition) ORDER BY number", arguments: arguments
      ).map { try Catalog.job($0, in: db) }
    }
  }

  private static func job(_ row: Row, in db: Database) throws -> Job {
    let number: Int = row["number"]
    let plan = try JobText.plan(request: row["request"], chunkSize: row["chunkSize"])
    let exits = try Row.fetchAll(
      db, sql: "SELECT reason, formulas FROM funnel WHERE job = ?", arguments: [number])
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table) WHERE job = ?", arguments: [number]) ?? 0
    }
    return Job(
      number: number, plan: plan, engine: EngineIdentity(version: row["version"], machine: row["machine"]),
      state: JobState(rawValue: row["state"]) ?? .unfinished, chunksDone: try count("chunk"),
      funnel: Funnel(Dictionary(uniqueKeysWithValues: exits.map { ($0[0], $0[1]) })),
      findingCount: try count("discovery"))
  }
}

/// A request as the text that a job is stored with.
enum JobText {
  static func text(of request: SearchRequest) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(request), as: UTF8.self)
  }

  /// The plan of a stored job: limits were checked when it was made.
  static func plan(request: String, chunkSize: Int) throws -> Plan {
    let request = try JSONDecoder().decode(SearchRequest.self, from: Data(request.utf8))
    return try Plan(request, chunkSize: chunkSize, limits: PlanLimits(seconds: .infinity, disk: .max))
  }
}
