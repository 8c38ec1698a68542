internal import GRDB
internal import WallisSearch

extension Catalog {
  /// Adds everything that another catalog knows, all or nothing; its jobs stay where they are.
  ///
  /// Merging the catalogs of all shards of a space, in any order, exports the same bytes as the search of the whole.
  /// Metrics keep all their digits, unlike in the text exchange. The other catalog is only read, at one moment.
  ///
  /// Before anything is added the other catalog is judged, see `MergeAudit`: its rows, the certificates of its jobs, and
  /// every finding that is not here already, whose formula is evaluated again.
  /// - Parameter part: the shard that the other catalog was made for; nil for a catalog of whatever origin. A shard is
  ///   credited to its job, and is refused where the catalog does not certify it.
  /// - Throws: `CatalogError.differs` for a catalog that states what does not come out here, `contradiction` for one that
  ///   contradicts this one, `failed` for one that is merged into itself.
  package func merge(
    _ other: Catalog, check: MergeCheck, as part: MergedShard? = nil
  ) throws(CatalogError) -> ImportSummary {
    guard try !isSameFile(as: other) else {
      throw .failed(path: path, detail: "a catalog cannot be merged into itself")
    }
    let summary = try other.read { source in
      var audit = MergeAudit(of: other, source, check)
      try audit.run()
      let (shard, store) = (try part.map { try audit.job(of: $0) }, FindingStore(source, kinds))
      let findings = try store.findings(where: "1")
      let (verdicts, found) = (try verdicts(on: findings, check), part == nil ? nil : now?())
      let copier = FindingCopier(
        kinds: kinds, path: other.path, part: audit.onlySearch, found: found, verdicts: verdicts)
      return try write { db in
        var summary = audit.summary(evaluated: verdicts.count)
        try blaming(other) {
          summary.formulas = try copyFormulas(from: source, to: db)
          try copyProofs(from: source, to: db, &summary)
          try copyLinks(from: source, to: db, &summary)
          try copier.copy(findings, from: source, to: db, &summary)
          try copyRest(from: source, to: db, &summary)
          if let part, let shard { try credit(shard, to: part, from: source, in: db) }
        }
        return summary
      }
    }
    settle()
    return summary
  }

  /// What a row cannot be is said about the catalog that it comes from, not about the one that it was to go into.
  private func blaming(_ other: Catalog, _ body: () throws -> Void) throws {
    do { try body() } catch {
      guard !(error is CatalogError), let row = UnreadableRow(refused: error) else { throw error }
      throw CatalogError.differs(path: other.path, part: nil, detail: row.detail)
    }
  }

  /// Exclusions, notes, families and what was covered.
  private func copyRest(from source: Database, to db: Database, _ summary: inout ImportSummary) throws {
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
  }

  /// What comes out for findings that are not in this catalog as they stand, by their places.
  private func verdicts(
    on findings: [Discovery], _ check: MergeCheck
  ) throws -> [Int: FindingVerifier.Verdict] {
    let new = try read { db in
      let store = FindingStore(db, kinds)
      return try findings.indices.filter { place in
        let finding = findings[place]
        return try store.finding("\(finding.closedForm)", ofKey: finding.formula.key) != finding
      }
    }
    let verdicts = check.verifier.verdicts(new.map { findings[$0] }, workers: check.workers)
    return Dictionary(uniqueKeysWithValues: zip(new, verdicts))
  }

  /// Records that a shard of a job is here: its exits, its findings and its formulas are those of the job.
  private func credit(
    _ shard: MergeAudit.CertifiedJob, to part: MergedShard, from source: Database, in db: Database
  ) throws {
    let number = shard.job.number
    let certificate = ChunkCertificate(
      chunk: part.shard.index - 1, funnel: shard.certificate.exits, residue: shard.certificate.residue)
    let formulas = try Int.fetchOne(
      source, sql: "SELECT SUM(formulas) FROM chunk WHERE job = ?", arguments: [number])
    guard try CertificateStore(db).insert(certificate, ofJob: part.job, formulas: formulas ?? 0) else {
      return
    }
    try Catalog.count(certificate.funnel, ofJob: part.job, in: db)
    let findings = try FindingStore(source, kinds).findings(
      where: "finding.id IN (SELECT finding FROM discovery WHERE job = ?)", [number])
    for finding in findings { try FindingStore(db, kinds).credit(finding, toJob: part.job) }
    let rows = try Row.fetchCursor(
      source,
      sql: """
        SELECT formula.key, counted.signs FROM counted JOIN formula ON formula.id = counted.formula
        WHERE job = ? ORDER BY formula.key
        """, arguments: [number])
    while let row = try rows.next() {
      try Catalog.count(key: try row[0], signs: try row[1], ofJob: part.job, in: db)
    }
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
