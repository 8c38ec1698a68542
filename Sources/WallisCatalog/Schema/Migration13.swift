internal import GRDB

extension CatalogSchema {
  /// Indexes of the classes: formulas of one in the order of their keys, and in that of δ, so that neither a page of them
  /// nor their number takes a walk through all formulas. They add a sixth to the size of a catalog.
  static func createIndexesOfClasses(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX formulaByClass ON formula (class, key, signs);
        CREATE INDEX formulaByClassAndDelta ON formula (class, delta, signs);
        """)
  }
}
