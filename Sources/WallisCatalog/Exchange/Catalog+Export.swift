internal import GRDB

extension Catalog {
  /// First line of every export.
  static let exchangeHeader = "# Wallis catalog, text format 1"

  /// Writes the catalog as text: formulas by canonical key, then findings, exclusions, notes and coverage, one a line.
  ///
  /// The text depends on what is known, not on how it was found: no numbers of jobs, no times, metrics with nine
  /// decimals. `importText` reads it back.
  /// - Parameter write: gets the text piece by piece.
  public func exportText(to write: (String) throws -> Void) throws(CatalogError) {
    try read { db in
      try write(Catalog.exchangeHeader + "\n" + Catalog.exchangeLegend)
      try Catalog.exportFormulas(db, to: write)
      for finding in try FindingStore(db, kinds).findings(where: "1") {
        try write(FindingLine.text(of: finding))
      }
      try ExclusionStore(db).forEach { key, exclusion in
        var line = ExchangeLine("exclusion")
        for field in [key, exclusion.basis, exclusion.below] { line.append(field) }
        try write(line.text)
      }
      for note in try NoteStore(db).notes(where: "1") {
        var line = ExchangeLine("note")
        line.append(note.key)
        line.append(note.text)
        try write(line.text)
      }
      for record in try CoverageRecord.all(in: db) { try write(CoverageLine.text(of: record)) }
    }
  }

  private static let exchangeLegend = """
    # Fields are separated by tabs; an empty field is missing. Signs: 1 the formula, 2 its mirror a -> -a, 3 both.
    # formula: \(["canonicalKey", "key", "signs"].joined(separator: " ")) \(exchangeColumns.joined(separator: " "))
    # finding: \(FindingLine.fields)
    # exclusion: key basis below
    # note: key text
    # coverage: \(CoverageLine.fields)

    """

  /// Columns of a measurement in the exchange: those of the table but the rounded value, which the value implies.
  static let exchangeColumns = FormulaWriter.measurementColumns.filter { $0 != "number" }

  private static func exportFormulas(_ db: Database, to write: (String) throws -> Void) throws {
    let columns = ["canonicalKey", "key", "signs"] + exchangeColumns
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns.joined(separator: ", ")) FROM formula ORDER BY canonicalKey, key")
    while let row = try rows.next() {
      var line = ExchangeLine("formula")
      for column in columns.indices {
        let value: DatabaseValue = row[column]
        switch value.storage {
        case .null: line.append(nil as String?)
        case .int64(let number): line.append(Int(number))
        case .double(let number): line.append(number)
        case .string(let text): line.append(text)
        case .blob: line.append(nil as String?)
        }
      }
      try write(line.text)
    }
  }
}
