internal import GRDB

extension CatalogSchema {
  /// Sizes of jobs beside their requests, so that a list of jobs works out no space, and the number of formulas that a
  /// chunk stored, those apart that several chunks may bring. Finished jobs are as large as what they did; for
  /// unfinished ones the size is recorded when they go on, and for chunks that were done before nothing is known.
  static func addSizesOfJobs(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE job ADD COLUMN candidates INTEGER CHECK (candidates > 0);
        ALTER TABLE job ADD COLUMN chunks INTEGER CHECK (chunks > 0);
        ALTER TABLE chunk ADD COLUMN formulas INTEGER CHECK (formulas >= 0);
        CREATE TABLE counted (
          job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
          formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          signs INTEGER NOT NULL CHECK (signs BETWEEN 1 AND 3),
          PRIMARY KEY (job, formula)
        ) WITHOUT ROWID;
        UPDATE job SET
          candidates = (SELECT SUM(formulas) FROM funnel WHERE funnel.job = job.number),
          chunks = (SELECT COUNT(*) FROM chunk WHERE chunk.job = job.number)
        WHERE state = 'finished' AND EXISTS (SELECT 1 FROM funnel WHERE funnel.job = job.number);
        """)
  }
}
