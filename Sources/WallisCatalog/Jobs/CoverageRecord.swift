internal import Foundation
internal import GRDB
package import WallisSearch

/// A space that was scanned completely: negative knowledge, so that nothing is scanned twice unknowingly.
package struct CoverageRecord: Sendable, Hashable {
  /// What was covered, by which method.
  package var covered: Coverage
  /// What measured.
  package var engine: EngineIdentity
  /// Exits of all members of the space.
  package var funnel: Funnel

  /// What an engine covered.
  init(_ covered: Coverage, engine: EngineIdentity, funnel: Funnel) {
    (self.covered, self.engine, self.funnel) = (covered, engine, funnel)
  }

  static let columns = "method, space, depth, against, digits, identify, version, machine, candidates, funnel"

  /// Keeps the record; of two about the same the greater stays. Where all shards of a space are there, the space takes
  /// their place, and where the space is there, it needs none of its shards: so that the same knowledge is the same
  /// records, however it came together.
  func insert(into db: Database) throws {
    try insertAsIs(into: db)
    guard let part = covered.space.shard else { return try dropParts(in: db) }
    let parts = try CoverageRecord.all(in: db).filter { $0.belongs(toSameWholeAs: self) }
    let ofSameCount = parts.filter { $0.covered.space.shard?.count == part.count }
    let isComplete = Set(ofSameCount.compactMap(\.covered.space.shard?.index)).count == part.count
    guard isComplete || parts.contains(where: { $0.covered.space.shard == nil }) else { return }
    let whole = whole(of: ofSameCount)
    if isComplete { try whole.insertAsIs(into: db) }
    try whole.dropParts(in: db)
  }

  private func insertAsIs(into db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO coverage (\(CoverageRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET candidates = excluded.candidates, funnel = excluded.funnel
        WHERE (excluded.candidates, excluded.funnel) > (coverage.candidates, coverage.funnel)
        """,
      arguments: StatementArguments(try identity + [covered.candidates, FunnelText.text(of: funnel)]))
  }

  /// Values of the columns that tell one record from another, in their order.
  var identity: [(any DatabaseValueConvertible)?] {
    let terms = covered.terms
    return [
      covered.method, covered.space.description, terms.depth, terms.against, terms.digits, terms.identify,
      engine.version, engine.machine,
    ]
  }

  init(_ row: Row) throws {
    let candidates: Int = try row[8]
    guard candidates >= 0 else { throw UnreadableRow("\(candidates) members of a space are none") }
    try self.init(
      Coverage(
        method: row[0], space: SearchedSpace(parsing: row[1]),
        terms: CoverageTerms(depth: row[2], against: row[3], digits: row[4], identify: row[5]),
        candidates: candidates),
      engine: EngineIdentity(version: row[6], machine: row[7]), funnel: FunnelText.funnel(row[9]))
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
    guard let counts = try? JSONDecoder().decode([String: Int].self, from: Data(text.utf8)),
      counts.values.allSatisfy({ $0 >= 0 })
    else { throw UnreadableRow("the exits of a search cannot be read: \(text.prefix(60))") }
    return Funnel(counts)
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
  package func coverage() throws(CatalogError) -> [CoverageRecord] { try read(CoverageRecord.all) }
}
