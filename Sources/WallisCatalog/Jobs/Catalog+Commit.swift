internal import GRDB
internal import WallisFormulas
public import WallisSearch

extension Catalog: DiscoverySink {
  /// Stores a chunk and that it is done in one transaction; a chunk that is done already is left alone.
  public func commit(_ chunk: ChunkResult, ofJob number: Int) throws {
    try write { db in
      try db.cachedStatement(
        sql: "INSERT INTO chunk (job, number) VALUES (?, ?) ON CONFLICT (job, number) DO NOTHING"
      ).execute(arguments: [number, chunk.chunk])
      guard db.changesCount == 1 else { return }
      try FormulaWriter(db).insert(chunk.formulas)
      let findings = FindingStore(db, kinds)
      for finding in chunk.findings {
        try findings.insert(finding)
        try findings.credit(finding, toJob: number)
      }
      let notes = NoteStore(db)
      for note in chunk.notes { _ = try notes.insert(note.text, about: note.key) }
      for (reason, count) in chunk.funnel.sorted {
        try db.cachedStatement(
          sql: """
            INSERT INTO funnel (job, reason, formulas) VALUES (?, ?, ?)
            ON CONFLICT (job, reason) DO UPDATE SET formulas = formulas + excluded.formulas
            """
        ).execute(arguments: [number, reason, count])
      }
    }
  }

  /// Findings of the job in order of their formula keys.
  public func findings(ofJob number: Int) throws -> [Discovery] {
    try read { db in
      try FindingStore(db, kinds).findings(
        where: "finding.id IN (SELECT finding FROM discovery WHERE job = ?)", [number])
    }
  }
}
