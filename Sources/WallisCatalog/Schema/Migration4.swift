internal import GRDB

extension CatalogSchema {
  /// Each half of `formulaBoth` as a view of its own, and indexes that answer common counts and orders by themselves.
  ///
  /// SQLite carries conditions and orders into a view over one table, not into both halves of a union.
  static func createHalvesAndWideIndexes(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP INDEX formulaByDelta;
        CREATE INDEX formulaByDelta ON formula (delta, class, status, signs, key);
        CREATE INDEX formulaByNumber ON formula (number, signs);
        CREATE INDEX formulaByOppositeNumber ON formula (-number, signs);
        DROP VIEW formulaBoth;
        CREATE VIEW formulaStored AS \(half(mirrored: false));
        CREATE VIEW formulaMirrored AS \(half(mirrored: true));
        """)
  }
}
