internal import GRDB

/// The schema of the catalog as a sequence of named migrations.
///
/// How to change it: append a migration with the next number in a file of its own and register it here. A registered
/// migration is never edited, because catalogs exist that have it.
enum CatalogSchema {
  /// Marks a database file as a catalog of Wallis ("Wlls").
  static let applicationID = 0x576C_6C73

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 formulas, findings, jobs", migrate: createFormulasFindingsJobs)
    migrator.registerMigration("2 views of mirrors", migrate: createViewsOfMirrors)
    migrator.registerMigration("3 notes, words", migrate: createNotesAndWords)
    migrator.registerMigration("4 halves, wide indexes", migrate: createHalvesAndWideIndexes)
    migrator.registerMigration("5 exclusions", migrate: createExclusions)
    migrator.registerMigration("6 families", migrate: createFamilies)
    migrator.registerMigration("7 closed forms as values", migrate: createClosedFormStructures)
    migrator.registerMigration("8 sizes of jobs", migrate: addSizesOfJobs)
    migrator.registerMigration("9 sides of formulas", migrate: createSides)
    migrator.registerMigration("10 reduction, checksums", migrate: addReductionAndChecksums)
    migrator.registerMigration("11 proofs", migrate: createProofs)
    migrator.registerMigration("12 links, components", migrate: createLinks)
    migrator.registerMigration("13 indexes of classes", migrate: createIndexesOfClasses)
    migrator.registerMigration("14 blocks of columns", migrate: createBlocks)
    migrator.registerMigration("15 certificates", migrate: addCertificates)
    return migrator
  }

  /// Number of the first migration that a database lacks; nil where it has all.
  static func firstPending(_ db: Database) throws -> String? {
    let applied = try migrator.appliedIdentifiers(db)
    return migrator.migrations.first { !applied.contains($0) }.map { String($0.prefix { $0 != " " }) }
  }

  /// Whether a database lacks a migration without which it cannot be read.
  static func isOutdated(_ db: Database) throws -> Bool {
    let applied = try migrator.appliedIdentifiers(db)
    return migrator.migrations.contains { !applied.contains($0) && !conveniences.contains($0) }
  }

  /// Whether a database holds anything that can be lost.
  static func holdsAnything(_ db: Database) throws -> Bool {
    for table in ["formula", "job", "coverage"] where try db.tableExists(table) {
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false { return true }
    }
    return false
  }
}
