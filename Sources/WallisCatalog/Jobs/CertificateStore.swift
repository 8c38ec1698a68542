internal import GRDB
internal import WallisSearch

/// Writes and reads what chunks and jobs are certified to have yielded.
struct CertificateStore {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Records that a chunk is done.
  /// - Parameter formulas: formulas that it stored and no other chunk of the job can have stored.
  /// - Returns: false where it was done already; then nothing is changed.
  func insert(_ certificate: ChunkCertificate, ofJob job: Int, formulas: Int) throws -> Bool {
    try db.cachedStatement(
      sql: """
        INSERT INTO chunk (job, number, formulas, funnel, residue) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (job, number) DO NOTHING
        """
    ).execute(arguments: [
      job, certificate.chunk, formulas, try FunnelText.text(of: certificate.funnel),
      Int64(bitPattern: certificate.residue),
    ])
    return db.changesCount == 1
  }

  /// Certificates of the chunks of a job in the order of their numbers; nil where a chunk was done by a version that
  /// made none.
  func chunks(ofJob job: Int) throws -> [ChunkCertificate]? {
    // All columns: a catalog that is only read may lack the later ones.
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM chunk WHERE job = ? ORDER BY number", arguments: [job])
    var certificates: [ChunkCertificate] = []
    for row in rows {
      let (funnel, residue): (String?, Int64?) = try (row["funnel"], row["residue"])
      guard let funnel, let residue else { return nil }
      certificates.append(
        ChunkCertificate(
          chunk: try row["number"], funnel: try FunnelText.funnel(funnel),
          residue: UInt64(bitPattern: residue)))
    }
    return certificates
  }

  /// What the chunks of a job certify of it; nil where one has no certificate.
  func certificate(of job: Job) throws -> JobCertificate? {
    try chunks(ofJob: job.number).map {
      JobCertificate(job.request, chunkSize: job.chunkSize, engine: job.engine, $0)
    }
  }

  /// The certificate that a finished job was stored with, as text; nil where there is none.
  func stored(ofJob job: Int) throws -> String? {
    try Row.fetchOne(db, sql: "SELECT * FROM job WHERE number = ?", arguments: [job]).flatMap {
      try $0["certificate"]
    }
  }
}
