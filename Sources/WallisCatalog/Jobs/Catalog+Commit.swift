internal import GRDB
internal import WallisFormulas
package import WallisSearch

extension Catalog: DiscoverySink {
  /// Stores a chunk and that it is done, with its certificate, in one transaction; a chunk that is done already is left
  /// alone.
  package func commit(_ chunk: ChunkResult, ofJob number: Int) throws {
    let certificate = ChunkCertificate(chunk)
    try write { db in
      let stored = chunk.mayRepeat ? 0 : chunk.formulaCount
      guard try CertificateStore(db).insert(certificate, ofJob: number, formulas: stored) else { return }
      try FormulaWriter(db, kinds).insert(chunk.formulas)
      try ColumnPacker(db).packNew()
      if chunk.mayRepeat { try Catalog.count(chunk.formulas, ofJob: number, in: db) }
      let findings = FindingStore(db, kinds, found: now?())
      for finding in chunk.findings {
        try findings.insert(finding)
        try findings.credit(finding, toJob: number)
      }
      let notes = NoteStore(db)
      for note in chunk.notes { _ = try notes.insert(note.text, about: note.key) }
      try Catalog.count(chunk.funnel, ofJob: number, in: db)
    }
  }

  /// Adds exits to those of a job.
  static func count(_ funnel: Funnel, ofJob number: Int, in db: Database) throws {
    for (reason, count) in funnel.sorted {
      try db.cachedStatement(
        sql: """
          INSERT INTO funnel (job, reason, formulas) VALUES (?, ?, ?)
          ON CONFLICT (job, reason) DO UPDATE SET formulas = formulas + excluded.formulas
          """
      ).execute(arguments: [number, reason, count])
    }
  }

  private static func count(_ formulas: [MeasuredFormula], ofJob number: Int, in db: Database) throws {
    for formula in formulas {
      try count(key: formula.key, signs: Int(formula.signs.rawValue), ofJob: number, in: db)
    }
  }

  /// Counts a formula that several chunks of a job may bring.
  static func count(key: String, signs: Int, ofJob number: Int, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO counted (job, formula, signs) SELECT ?, id, ? FROM formula WHERE key = ?
        ON CONFLICT (job, formula) DO UPDATE SET signs = signs | excluded.signs
        """
    ).execute(arguments: [number, signs, key])
  }

  /// Findings of the job in order of their formula keys.
  package func findings(ofJob number: Int) throws -> [Discovery] {
    try read { db in
      try FindingStore(db, kinds).findings(
        where: "finding.id IN (SELECT finding FROM discovery WHERE job = ?)", [number])
    }
  }
}
