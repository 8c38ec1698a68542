internal import Foundation
internal import GRDB
public import WallisSearch

/// A space that was scanned completely: negative knowledge, so that nothing is scanned twice unknowingly.
public struct CoverageRecord: Sendable, Hashable {
  /// Method of the search.
  public var method: String
  /// The space in one line, see `DynamicsRequest.spaceText`.
  public var space: String
  /// Depth n of the metrics.
  public var depth: Int
  /// Depth m that stood for the limit.
  public var against: Int
  /// Correct digits that values were asked to have.
  public var digits: Int
  /// Whether closed forms were looked for.
  public var identify: Bool
  /// What measured.
  public var engine: EngineIdentity
  /// Formulas of the space, mirrors included.
  public var candidates: Int
  /// Exits of all of them.
  public var funnel: Funnel

  /// What a finished job covered.
  init(of job: Job) {
    switch job.plan.request {
    case .dynamics(let request):
      (method, space) = (job.plan.request.method, request.spaceText)
      (depth, against, digits) = (request.depth, request.against, request.digits)
      identify = request.identify
    case .esma(let request):
      (method, space) = (job.plan.request.method, request.spaceText)
      (depth, against) = (request.terms, request.terms)
      (digits, identify) = (EsmaRequest.approvalDigits, false)
    case .field(let request):
      (method, space) = (job.plan.request.method, request.spaceText)
      (depth, against) = (request.depth, 2 * request.depth)
      (digits, identify) = (30, true)
    }
    (engine, candidates, funnel) = (job.engine, job.plan.candidates, job.funnel)
  }

  /// A record from its stored fields, in the order of `columns`.
  init(
    method: String, space: String, depths: (n: Int, m: Int), digits: Int, identify: Bool,
    engine: EngineIdentity,
    candidates: Int, funnel: Funnel
  ) {
    (self.method, self.space, self.digits, self.identify) = (method, space, digits, identify)
    (depth, against) = (depths.n, depths.m)
    (self.engine, self.candidates, self.funnel) = (engine, candidates, funnel)
  }

  static let columns = "method, space, depth, against, digits, identify, version, machine, candidates, funnel"

  /// Keeps the record; one that is there already stays. Where all shards of a space are there, the space takes
  /// their place, and where the space is there, it needs none of its shards: so that the same knowledge is the same
  /// records, however it came together.
  func insert(into db: Database) throws {
    try insertAsIs(into: db)
    guard let part else { return try dropParts(in: db) }
    let parts = try CoverageRecord.all(in: db).filter { $0.belongs(toSameWholeAs: self) }
    let shards = parts.compactMap(\.part).filter { $0.count == part.count }
    let isComplete = Set(shards.map(\.index)).count == part.count
    guard isComplete || parts.contains(where: { $0.part == nil }) else { return }
    var whole = self
    whole.space = wholeSpace
    (whole.candidates, whole.funnel) = (0, Funnel())
    for record in parts where record.part?.count == part.count {
      whole.candidates += record.candidates
      whole.funnel.merge(record.funnel)
    }
    if isComplete { try whole.insertAsIs(into: db) }
    try whole.dropParts(in: db)
  }

  private func insertAsIs(into db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO coverage (\(CoverageRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
      arguments: [
        method, space, depth, against, digits, identify, engine.version, engine.machine, candidates,
        try FunnelText.text(of: funnel),
      ])
  }

  init(_ row: Row) throws {
    self.init(
      method: row[0], space: row[1], depths: (row[2], row[3]), digits: row[4], identify: row[5],
      engine: EngineIdentity(version: row[6], machine: row[7]), candidates: row[8],
      funnel: try FunnelText.funnel(row[9]))
  }
}

/// A funnel as one line of JSON with sorted keys.
enum FunnelText {
  static func text(of funnel: Funnel) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(funnel.counts), as: UTF8.self)
  }

  static func funnel(_ text: String) throws -> Funnel {
    Funnel(try JSONDecoder().decode([String: Int].self, from: Data(text.utf8)))
  }
}

extension CoverageRecord {
  /// All records in a fixed order.
  static func all(in db: Database) throws -> [CoverageRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM coverage
        ORDER BY method, space, depth, against, digits, identify, version, machine
        """
    ).map(CoverageRecord.init)
  }
}

extension Catalog {
  /// What was covered, in a fixed order.
  public func coverage() throws(CatalogError) -> [CoverageRecord] { try read(CoverageRecord.all) }
}
