internal import GRDB
internal import WallisSearch

extension CoverageRecord {
  /// The record of the whole space, of which nothing is counted yet.
  var emptyWhole: CoverageRecord {
    var record = self
    (record.covered.space.shard, record.covered.candidates, record.funnel) = (nil, 0, Funnel())
    return record
  }

  /// The record of the whole space that parts make together.
  func whole(of parts: [CoverageRecord]) -> CoverageRecord {
    var whole = emptyWhole
    for part in parts {
      whole.covered.candidates = whole.covered.candidates.addedClamped(part.covered.candidates)
      whole.funnel.merge(part.funnel)
    }
    return whole
  }

  /// True for records that differ in nothing but the part of the space, and in what was found there.
  func belongs(toSameWholeAs other: CoverageRecord) -> Bool { emptyWhole == other.emptyWhole }

  /// Removes the records about parts of the space of this record.
  func dropParts(in db: Database) throws {
    for record in try CoverageRecord.all(in: db)
    where record.covered.space.shard != nil && record.belongs(toSameWholeAs: self) {
      try db.execute(
        sql: """
          DELETE FROM coverage WHERE method = ? AND space = ? AND depth = ? AND against = ? AND digits = ?
            AND identify = ? AND version = ? AND machine = ?
          """, arguments: StatementArguments(record.identity))
    }
  }
}
