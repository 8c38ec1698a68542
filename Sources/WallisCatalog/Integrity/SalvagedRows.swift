internal import GRDB
internal import WallisFormulas

/// The rows that can be made out in the pages of a catalog's file, each checked by its checksum.
struct SalvagedRows {
  private let file: PageFile
  private let kinds: FormulaKinds
  /// A catalog of the version that made the file, to be filled.
  private let catalog: DatabaseQueue
  private let tables: [RowRecognition]
  private var statements: [String: Statement] = [:]
  /// Keys of formulas in their index, and closed forms in theirs with the numbers of their rows.
  private var indexedFormulas: Set<String> = []
  private var indexedFindings: [Int64: String] = [:]

  /// - Parameter configuration: for a database that does not look at references while it is filled.
  init(of file: PageFile, _ kinds: FormulaKinds, _ configuration: Configuration) throws {
    (self.file, self.kinds) = (file, kinds)
    catalog = try DatabaseQueue(path: "", configuration: configuration)
    try CatalogSchema.migrator.migrate(catalog, upTo: SalvagedRows.version(of: file))
    tables = try catalog.read { db in
      try CheckedTable.present(in: db).map { try RowRecognition($0, in: db, kinds) }
    }
  }

  /// The last migration that the file names.
  private static func version(of file: PageFile) -> String {
    let known = CatalogSchema.migrator.migrations
    var latest = -1
    for page in 1...max(1, file.count) where latest < known.count - 1 {
      for record in PageCells(file, page: page).records() where record.values.count == 1 {
        let place = String.fromDatabaseValue(record.values[0]).flatMap { known.firstIndex(of: $0) }
        latest = max(latest, place ?? -1)
      }
    }
    return known[latest >= 0 ? latest : known.count - 1]
  }

  /// Fills the catalog with the rows, then brings it up to date.
  mutating func rebuilt() throws -> (catalog: DatabaseQueue, report: SalvageReport) {
    let report = try catalog.write { db in
      for page in 1...max(1, file.count) {
        for record in PageCells(file, page: page).records() { try take(record, in: db) }
      }
      statements = [:]
      return try summary(db)
    }
    try CatalogSchema.migrator.migrate(catalog)
    try catalog.write { try ColumnPacker($0).packMissing() }
    return (catalog, report)
  }

  private mutating func take(_ record: PageRecord, in db: Database) throws {
    for table in tables {
      guard let row = table.row(record) else { continue }
      let statement = try statements[table.table.name] ?? db.makeStatement(sql: table.insertion)
      statements[table.table.name] = statement
      return try statement.execute(arguments: StatementArguments(row))
    }
    guard record.rowNumber == nil else { return }
    noteIndexed(record.values)
  }

  /// Entries of the indexes of formulas and findings name what should be there.
  private mutating func noteIndexed(_ values: [DatabaseValue]) {
    switch values.count {
    case 2:
      guard let key = String.fromDatabaseValue(values[0]), kinds.formula(key: key)?.key == key else { return }
      indexedFormulas.insert(key)
    case 3:
      guard case .int64 = values[0].storage, case .string(let text) = values[1].storage,
        case .int64(let number) = values[2].storage
      else { return }
      indexedFindings[number] = text
    default: break
    }
  }

  private func summary(_ db: Database) throws -> SalvageReport {
    var report = SalvageReport()
    for table in tables {
      let name = table.table.name
      let orphans = try SalvagedRows.removeOrphans(from: name, in: db)
      if orphans > 0 { report.orphans[name] = orphans }
      let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(name)") ?? 0
      if count > 0 { report.kept[name] = count }
    }
    let formulas = Set(try String.fetchAll(db, sql: "SELECT key FROM formula"))
    report.lostFormulas = indexedFormulas.subtracting(formulas).sorted()
    // Without checksums the exits of searches look like entries of the index of findings, but are no numbers.
    let hasChecksums = try db.columns(in: "formula").contains { $0.name == "checksum" }
    let findings = Set(try Int64.fetchAll(db, sql: "SELECT id FROM finding"))
    report.lostFindings = indexedFindings.filter { number, text in
      !findings.contains(number)
        && (hasChecksums || ClosedForm(reading: text, rule: .version01).ball(digits: 5) != nil)
    }.map(\.value).sorted()
    return report
  }

  private static func removeOrphans(from table: String, in db: Database) throws -> Int {
    let references = try Row.fetchAll(
      db, sql: "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)", arguments: [table])
    var count = 0
    for row in references {
      let (column, other, key): (String, String, String) = try (row[0], row[1], row[2])
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) NOT IN (SELECT \(key) FROM \(other))")
      count += db.changesCount
    }
    return count
  }
}
