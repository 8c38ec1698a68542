internal import GRDB

extension CatalogSchema {
  /// What chunks and jobs are certified to have yielded, see `JobCertificate`; null for those of earlier versions. And the
  /// number of shards of a job that was handed to other machines, whose chunks are the shards; null for one that runs here.
  static func addCertificates(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE chunk ADD COLUMN funnel TEXT CHECK (funnel IS NULL OR json_valid(funnel));
        ALTER TABLE chunk ADD COLUMN residue INTEGER;
        ALTER TABLE job ADD COLUMN certificate TEXT CHECK (certificate IS NULL OR json_valid(certificate));
        ALTER TABLE job ADD COLUMN shards INTEGER CHECK (shards > 0);
        """)
    for name in ["chunk", "job"] {
      try db.execute(sql: "DROP TRIGGER \(name)Inserted; DROP TRIGGER \(name)Updated")
      try CheckedTable(name, in: db).protect(in: db)
    }
  }
}
