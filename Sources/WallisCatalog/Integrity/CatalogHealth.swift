/// What `Catalog.check` found.
package struct CatalogHealth: Sendable {
  /// Rows looked at, by table.
  package internal(set) var rows: [(table: String, count: Int)] = []
  /// What is wrong, at most as much as was asked for.
  package internal(set) var damages: [CatalogDamage] = []
  /// Whether there is more that is wrong.
  package internal(set) var isCutOff = false
  /// True for a catalog of an earlier version, whose rows have no checksums.
  package internal(set) var isOlder = false

  /// True where nothing is wrong.
  package var isSound: Bool { damages.isEmpty }
}

/// One thing that is wrong with a catalog.
package struct CatalogDamage: Sendable, Equatable {
  /// The table, or `file`, `schema`, `words`.
  package let place: String
  /// What tells the row from others: the key of a formula for example; nil where no row is meant.
  package let row: String?
  /// What is wrong with it.
  package let detail: String
}
