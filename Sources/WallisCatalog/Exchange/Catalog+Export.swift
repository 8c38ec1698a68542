internal import GRDB

extension Catalog {
  /// Writes the catalog as text: formulas by canonical key, then proofs, links, findings, exclusions, notes, families
  /// and coverage, one a line; then a closing line with their counts and a checksum, by which a cut text is told.
  ///
  /// The text depends on what is known, not on how it was found: no numbers of jobs, no times, metrics with nine
  /// decimals. Searches that are not finished stand there as comments. `importText` reads it back.
  /// - Parameter write: gets the text piece by piece.
  package func exportText(to write: (String) throws -> Void) throws(CatalogError) {
    try read { db in
      var tally = ExchangeTally()
      func put(_ line: String) throws {
        tally.add(line)
        try write(line)
      }
      for line in Catalog.exchangeHead { try put(line + "\n") }
      try Catalog.exportFormulas(db, to: put)
      try exportProofs(db, to: put)
      try exportLinks(db, to: put)
      for finding in try FindingStore(db, kinds).findings(where: "1") {
        try put(FindingLine.text(of: finding))
      }
      try Catalog.exportRemarks(db, to: put)
      for family in try FamilyRecord.all(in: db) { for line in family.lines { try put(line) } }
      for record in try CoverageRecord.all(in: db) { try put(CoverageLine.text(of: record)) }
      for line in try Catalog.unfinishedJobs(in: db) { try put(line) }
      try write(tally.closingLine)
    }
  }

  /// Proofs stand before the findings that rest on them, under a line of their own where there are any.
  private func exportProofs(_ db: Database, to write: (String) throws -> Void) throws {
    var isFirst = true
    try ProofStore(db, kinds).forEach { proof in
      if isFirst { try write("# proof: key text\n") }
      isFirst = false
      var line = ExchangeLine("proof")
      line.append(proof.formula.key)
      line.append(proof.text)
      try write(line.text)
    }
  }

  /// Links, without the pairs that were compared in vain.
  private func exportLinks(_ db: Database, to write: (String) throws -> Void) throws {
    var isFirst = true
    try LinkStore(db, kinds).forEach(where: "certificate IS NOT NULL") { link in
      if isFirst { try write("# link: key key certificate\n") }
      isFirst = false
      var line = ExchangeLine("link")
      for field in [link.from.key, link.to.key, link.certificate] { line.append(field) }
      try write(line.text)
    }
  }

  private static func exportRemarks(_ db: Database, to write: (String) throws -> Void) throws {
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
  }

  /// Comments about the searches that are not finished: what a text cannot carry.
  private static func unfinishedJobs(in db: Database) throws -> [String] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT method, request, (SELECT COUNT(*) FROM chunk WHERE job = number), coalesce(chunks, '?')
        FROM job WHERE state = 'unfinished' ORDER BY method, request, number
        """
    ).map { row in
      var line = ExchangeLine("# unfinished search")
      let (method, request, done, chunks): (String, String, Int, String) = try (
        row[0], row[1], row[2], row[3]
      )
      line.append(method)
      line.append(request)
      line.append("\(done) of \(chunks) chunks")
      return line.text
    }
  }

  /// First lines of a text.
  private static let exchangeHead = [
    ExchangeFormat.two.header,
    "# Fields are separated by tabs; an empty field is missing. Signs: 1 the formula, 2 its mirror a -> -a, 3 both.",
    "# formula: \((["canonicalKey", "key", "signs"] + exchangeColumns).joined(separator: " "))",
    "# finding: \(FindingLine.fields)",
    "# exclusion: key basis below",
    "# note: key text",
    "# family: \(FamilyRecord.fields)",
    "# member, of the family before it: \(FamilyRecord.memberFields)",
    "# coverage: \(CoverageLine.fields)",
    "# end: kind count pairs of the lines before it, then FNV-1a (64 bits) of all bytes before it",
  ]

  /// Columns of a measurement in the exchange: those of the table but the rounded value, which the value implies.
  static let exchangeColumns = FormulaWriter.measurementColumns.filter { $0 != "number" }

  private static func exportFormulas(_ db: Database, to write: (String) throws -> Void) throws {
    let columns = ["canonicalKey", "key", "signs"] + exchangeColumns
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns.joined(separator: ", ")) FROM formula ORDER BY canonicalKey, key")
    while let row = try rows.next() {
      var line = ExchangeLine("formula")
      for column in columns.indices {
        let value: DatabaseValue = try row[column]
        switch value.storage {
        // The last field is left out where it is missing, as in earlier formats.
        case .null where column == columns.indices.last: break
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
