internal import GRDB
internal import WallisSearch

extension Catalog {
  /// Adds everything that another catalog knows, all or nothing; its jobs stay where they are.
  ///
  /// Merging the catalogs of all shards of a space, in any order, exports the same bytes as the search of the whole.
  /// Metrics keep all their digits, unlike in the text exchange. The other catalog is only read.
  /// - Throws: `CatalogError.failed` for a catalog that is merged into itself.
  package func merge(_ other: Catalog) throws(CatalogError) -> ImportSummary {
    guard try !isSameFile(as: other) else {
      throw .failed(path: path, detail: "a catalog cannot be merged into itself")
    }
    let summary = try write { db in
      try other.read { source in
        var summary = ImportSummary()
        summary.formulas = try copyFormulas(from: source, to: db)
        try copyProofs(from: source, to: db, &summary)
        try copyLinks(from: source, to: db, &summary)
        try copyFindings(from: source, to: db, &summary)
        try ExclusionStore(source).forEach { key, exclusion in
          try ExclusionStore(db).insert(exclusion, about: key)
          summary.exclusions += 1
        }
        for note in try NoteStore(source).notes(where: "1") {
          if try NoteStore(db).insert(note.text, about: note.key) { summary.notes += 1 }
        }
        for family in try FamilyRecord.all(in: source) {
          try family.insert(into: db)
          summary.families += 1
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
  package static func isCatalog(at path: String) -> Bool { CatalogFile(path: path).isDatabase }

  private func isSameFile(as other: Catalog) throws(CatalogError) -> Bool {
    CatalogFile(path: path).identity == CatalogFile(path: other.path).identity
  }

  /// Proofs are checked as those of a text are.
  private func copyProofs(from source: Database, to db: Database, _ summary: inout ImportSummary) throws {
    let (check, store) = (ImportCheck(db, kinds), ProofStore(db, kinds))
    try ProofStore(source, kinds).forEach { stated in
      guard let proof = try contradiction({ try check.believedProof(stated.text, of: stated.formula) }) else {
        return summary.unproved += 1
      }
      if try store.insert(proof) { summary.proofs += 1 }
    }
  }

  /// Links are checked; that a comparison was in vain is believed, as nothing is claimed.
  private func copyLinks(from source: Database, to db: Database, _ summary: inout ImportSummary) throws {
    let store = LinkStore(db, kinds)
    try LinkStore(source, kinds).forEach { link in
      guard link.certificate == nil || link.checked != nil else {
        throw CatalogError.contradiction(detail: "\(link.from) and \(link.to) are not linked as is said")
      }
      if try store.insert(link), link.certificate != nil { summary.links += 1 }
    }
    if summary.links > 0 { try store.renumber() }
  }

  /// Findings are compared as those of a text are; those that were found here or on another machine stay so.
  private func copyFindings(from source: Database, to db: Database, _ summary: inout ImportSummary) throws {
    let check = ImportCheck(db, kinds)
    let (own, foreign) = (FindingStore(db, kinds), FindingStore(db, kinds, imported: true))
    let imported = try FindingStore(source, kinds).importedFindings()
    for finding in try FindingStore(source, kinds).findings(where: "1") {
      let believed = try contradiction { try check.believed(finding) }
      if believed.grade != finding.grade { summary.lowered += 1 }
      let isForeign = imported.contains([finding.formula.key, "\(finding.closedForm)"])
      try (isForeign ? foreign : own).insert(believed)
      summary.findings += 1
    }
  }

  private func contradiction<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let problem as ExchangeReader.Problem {
      throw CatalogError.contradiction(detail: problem.detail)
    }
  }

  private func copyFormulas(from source: Database, to target: Database) throws -> Int {
    let (columns, writer) = (FormulaWriter.columns, FormulaWriter(target, kinds))
    var (count, values) = (0, [DatabaseValue]())
    let rows = try Row.fetchCursor(
      source, sql: "SELECT \(columns.joined(separator: ", ")) FROM formula ORDER BY id")
    let check = ImportCheck(target, kinds)
    while let row = try rows.next() {
      try contradiction { try check.accept(row) }
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
