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
    return migrator
  }
}
