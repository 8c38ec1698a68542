internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Negative knowledge in the table `exclusion`. Of two bounds for one basis the larger stays, whichever came first.
struct ExclusionStore {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// - Returns: false where the formula is not in the catalog; then nothing is stored.
  @discardableResult
  func insert(_ exclusion: BulkIdentification.Exclusion, about key: String) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO exclusion (formula, basis, below) SELECT id, ?, ? FROM formula WHERE key = ?
        ON CONFLICT (formula, basis) DO UPDATE SET below = excluded.below
        WHERE (length(excluded.below), excluded.below) > (length(below), below)
        """)
    try statement.execute(arguments: [exclusion.basis, exclusion.below, key])
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM formula WHERE key = ?)"), arguments: [key])
      ?? false
  }

  /// All of one formula, by basis.
  func exclusions(about key: String) throws -> [BulkIdentification.Exclusion] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT basis, below FROM exclusion WHERE formula = (SELECT id FROM formula WHERE key = ?) ORDER BY basis
        """, arguments: [key]
    ).map { try BulkIdentification.Exclusion(basis: $0[0], below: $0[1]) }
  }

  /// Every exclusion, by key of its formula, then basis.
  func forEach(_ body: (_ key: String, BulkIdentification.Exclusion) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.key, e.basis, e.below FROM exclusion AS e JOIN formula AS f ON f.id = e.formula
        ORDER BY f.key, e.basis
        """)
    while let row = try rows.next() {
      try body(try row[0], try BulkIdentification.Exclusion(basis: row[1], below: row[2]))
    }
  }
}
