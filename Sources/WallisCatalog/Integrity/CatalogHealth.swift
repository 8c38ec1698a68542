/// What `Catalog.check` found.
public struct CatalogHealth: Sendable {
  /// Rows looked at, by table.
  public internal(set) var rows: [(table: String, count: Int)] = []
  /// What is wrong, at most as much as was asked for.
  public internal(set) var damages: [CatalogDamage] = []
  /// Whether there is more that is wrong.
  public internal(set) var isCutOff = false
  /// True for a catalog of an earlier version, whose rows have no checksums.
  public internal(set) var isOlder = false

  /// True where nothing is wrong.
  public var isSound: Bool { damages.isEmpty }
}

/// One thing that is wrong with a catalog.
public struct CatalogDamage: Sendable, Equatable {
  /// The table, or `file`, `schema`, `words`.
  public let place: String
  /// What tells the row from others: the key of a formula for example; nil where no row is meant.
  public let row: String?
  /// What is wrong with it.
  public let detail: String
}
