internal import GRDB
internal import WallisSearch

extension CoverageRecord {
  private static let mark = " shard "

  /// Which part of a space the record is about; nil for a whole space.
  var part: Shard? {
    space.ranges(of: CoverageRecord.mark).last.flatMap {
      try? Shard(parsing: String(space[$0.upperBound...]))
    }
  }

  /// The space that the record is about a part of, or the whole of.
  var wholeSpace: String {
    guard part != nil, let mark = space.ranges(of: CoverageRecord.mark).last else { return space }
    return String(space[..<mark.lowerBound])
  }

  /// True for records that differ in nothing but the part of the space, and in what was found there.
  func belongs(toSameWholeAs other: CoverageRecord) -> Bool {
    func identity(_ record: CoverageRecord) -> CoverageRecord {
      var record = record
      record.space = record.wholeSpace
      (record.candidates, record.funnel) = (0, Funnel())
      return record
    }
    return identity(self) == identity(other)
  }

  /// Removes the records about parts of the space of this record.
  func dropParts(in db: Database) throws {
    for record in try CoverageRecord.all(in: db)
    where record.part != nil && record.belongs(toSameWholeAs: self) {
      try db.execute(
        sql: """
          DELETE FROM coverage WHERE method = ? AND space = ? AND depth = ? AND against = ? AND digits = ?
            AND identify = ? AND version = ? AND machine = ?
          """,
        arguments: [
          record.method, record.space, record.depth, record.against, record.digits, record.identify,
          record.engine.version, record.engine.machine,
        ])
    }
  }
}
