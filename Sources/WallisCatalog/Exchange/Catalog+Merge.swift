internal import GRDB
internal import WallisSearch

extension Catalog {
  /// Adds everything that another catalog knows, all or nothing; its jobs stay where they are.
  ///
  /// Merging the catalogs of all shards of a space, in any order, exports the same bytes as the search of the whole.
  /// Metrics keep all their digits, unlike in the text exchange. The other catalog is only read.
  /// - Throws: `CatalogError.failed` for a catalog that is merged into itself.
  public func merge(_ other: Catalog) throws(CatalogError) -> ImportSummary {
    guard try !isSameFile(as: other) else {
      throw .failed(path: path, detail: "a catalog cannot be merged into itself")
    }
    let summary = try write { db in
      try other.read { source in
        var summary = ImportSummary()
        summary.formulas = try copyFormulas(from: source, to: db)
        for finding in try FindingStore(source, kinds).findings(where: "1") {
          try FindingStore(db, kinds).insert(finding)
          summary.findings += 1
        }
        try ExclusionStore(source).forEach { key, exclusion in
          try ExclusionStore(db).insert(exclusion, about: key)
          summary.exclusions += 1
        }
        for note in try NoteStore(source).notes(where: "1") {
          if try NoteStore(db).insert(note.text, about: note.key) { summary.notes += 1 }
        }
        for record in try CoverageRecord.all(in: source) {
          try record.insert(into: db)
          summary.coverage += 1
        }
        return summary
      }
    }
    settle()
    return summary
  }

  /// Whether a file is a catalog, not text of `catalog export`.
  public static func isCatalog(at path: String) -> Bool { CatalogFile(path: path).isDatabase }

  private func isSameFile(as other: Catalog) throws(CatalogError) -> Bool {
    CatalogFile(path: path).identity == CatalogFile(path: other.path).identity
  }

  private func copyFormulas(from source: Database, to target: Database) throws -> Int {
    let (columns, writer) = (FormulaWriter.columns, FormulaWriter(target, kinds))
    var (count, values) = (0, [DatabaseValue]())
    let rows = try Row.fetchCursor(
      source, sql: "SELECT \(columns.joined(separator: ", ")) FROM formula ORDER BY id")
    while let row = try rows.next() {
      values += row.databaseValues
      count += 1
      guard values.count == FormulaWriter.batch * columns.count else { continue }
      try writer.insert(values)
      values.removeAll(keepingCapacity: true)
    }
    try writer.insert(values)
    return count
  }
}
