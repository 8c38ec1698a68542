internal import Foundation
internal import GRDB
package import WallisFormulas
internal import WallisMatrixFields

/// The user's collection of measured formulas, findings and jobs, in one SQLite file.
///
/// Several processes may use it at the same time: readers never wait, writers wait for each other. What is committed
/// survives a kill of the process at any moment.
package struct Catalog: Sendable {
  /// Path of the file.
  package let path: String
  /// The kinds of formulas whose keys it reads.
  let kinds: FormulaKinds
  /// The time, as text `2026-11-28T10:15:00Z`, that new findings are marked with; nil marks none.
  let now: (@Sendable () -> String)?
  let pool: any DatabaseWriter
  /// What tells the file from all others while it is open for writing; nil where the catalog is only read.
  let file: CatalogFile.Identity?
  /// Keeps others in this process from opening the file beside SQLite; nil for a private copy.
  let held: HeldFile?
  /// The file that is read itself, not a copy of it, as it was when it was opened; nil where the catalog is written.
  var source: CatalogFile.State?

  /// Opens the catalog at a path for writing, bringing its schema up to date; where it holds anything, a copy of what it
  /// was is kept beside it first, as `NAME.before-N` with the number of the first change.
  ///
  /// - Parameters:
  ///   - path: file of the catalog; its folder is made when missing.
  ///   - creating: whether to make a catalog where there is none.
  ///   - patience: seconds to wait for another process that writes.
  ///   - kinds: the kinds of formulas that it may hold; a key of any other kind cannot be read.
  ///   - now: the time as text `2026-11-28T10:15:00Z`, for marking new findings; they stay unmarked without it.
  /// - Throws: `CatalogError`: `missing`, `notAFile`, `unwritable`, `notADatabase`, `foreign`, `newerSchema`, `corrupt`,
  ///   `locked`, `diskFull`.
  package static func open(
    at path: String, creating: Bool = true, patience: Double = 10, kinds: FormulaKinds = .standard,
    now: (@Sendable () -> String)? = nil
  ) throws(CatalogError) -> Catalog {
    let deadline = ContinuousClock.now + .seconds(patience)
    while true {
      let isNew = try CatalogFile(path: path).prepare(creating: creating)
      do {
        // The file of a new catalog is there, and can be held, when SQLite has made it.
        let before = CatalogFile(path: path).identity.map { HeldFile($0) }
        if !isNew { try CatalogFile(path: path).checkOwner() }
        let pool = try DatabasePool(
          path: path, configuration: Catalog.configuration(patience: patience, kinds: kinds))
        try Catalog.migrate(pool, path: path)
        let file = CatalogFile(path: path).identity
        return Catalog(
          path: path, kinds: kinds, now: now, pool: pool, file: file,
          held: before ?? file.map { HeldFile($0) })
      } catch {
        // Another process may be making the same catalog: what it has made fails here, is rolled back, and counts.
        let isRace = (error as? DatabaseError).map { Catalog.racing.contains($0.resultCode) } ?? false
        guard isRace, ContinuousClock.now < deadline else { throw CatalogError(error, path: path) }
        usleep(20_000)
      }
    }
  }

  /// Results that two processes see which make one catalog: locked, or there already.
  private static let racing: [ResultCode] = [
    .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_ERROR, .SQLITE_CONSTRAINT,
  ]

  /// Closes the file; later use of this catalog fails. A process that ends without closing loses nothing.
  package func close() throws(CatalogError) {
    settle()
    try mapping { try pool.close() }
  }

  /// Packs what was written over, and moves the write-ahead log into the main file, so that the file alone can be copied.
  /// Left for later where another process is reading or writing: nothing depends on it.
  func settle() {
    let isPacked = (try? pool.read { try ColumnPacker($0).isUpToDate() }) ?? true
    if !isPacked { _ = try? pool.write { try ColumnPacker($0).packMissing() } }
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  static func configuration(patience: Double, kinds: FormulaKinds) -> Configuration {
    var configuration = Configuration()
    configuration.label = "wallis catalog"
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000")
      db.add(function: Catalog.formulaText(kinds))
      db.add(function: RowChecksum.function)
    }
    return configuration
  }

  /// `formulaText(key)` in SQL: the formula as it is shown; null for a key that cannot be read.
  private static func formulaText(_ kinds: FormulaKinds) -> DatabaseFunction {
    DatabaseFunction("formulaText", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).flatMap { kinds.formula(key: $0) }?.description
    }
  }

  private static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = CatalogSchema.migrator
    guard try !pool.read(migrator.hasBeenSuperseded) else { throw CatalogError.newerSchema(path: path) }
    guard let pending = try pool.read(CatalogSchema.firstPending) else { return }
    if try pool.read(CatalogSchema.holdsAnything) {
      try CatalogCopy(of: pool).keep(at: "\(path).before-\(pending)")
    }
    try migrator.migrate(pool)
    try pool.write { try ColumnPacker($0).packMissing() }
  }

  /// Runs `body`, turning errors of the database layer into those of the catalog.
  func mapping<Result>(_ body: () throws -> Result) throws(CatalogError) -> Result {
    do { return try body() } catch { throw CatalogError(error, path: path) }
  }

  /// Reads in one snapshot.
  func read<Result>(_ body: (Database) throws -> Result) throws(CatalogError) -> Result {
    try mapping { try pool.read(body) }
  }

  /// Writes in one transaction: all or nothing.
  /// - Throws: `CatalogError.replaced` where the path leads to another file by now, or to none: what would be written
  ///   would be lost.
  func write<Result>(_ body: (Database) throws -> Result) throws(CatalogError) -> Result {
    try mapping {
      try pool.write { db in
        let result = try body(db)
        guard file == CatalogFile(path: path).identity else { throw CatalogError.replaced(path: path) }
        return result
      }
    }
  }
}
