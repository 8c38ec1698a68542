import Foundation
import GRDB
import Testing
import WallisFormulas

@testable import WallisCatalog

/// Whoever only reads changes nothing, whoever changes keeps a copy, and nothing is written where it would be lost.
@Suite struct ReadingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A catalog that version 0.1 wrote.
  private func old() throws -> String {
    let url = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    let path = scratch.path("old.sqlite")
    try FileManager.default.copyItem(atPath: url.path, toPath: path)
    return path
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }

  @Test func anOlderCatalogIsReadAsItLies() throws {
    let path = try old()
    let before = try bytes(path)
    let catalog = try Catalog.reading(at: path)
    #expect(try catalog.findings().count == 109)
    #expect(try catalog.total(CatalogQuery("closedForm has e")) > 0)
    #expect(try bytes(path) == before)
    #expect(try names() == ["old.sqlite"])
    let formula = Formula(ContinuedFraction(a: [1], b: [1]))
    #expect(throws: CatalogError.self) { try catalog.removeNotes(about: formula) }
  }

  /// A writer that is killed outside of the log leaves a journal that only a writer may play back: the catalog is read, and
  /// checked, as it was before, and keeps its journal.
  @Test func whatAKilledWriterBeganIsNotRead() throws {
    let (path, killed) = (scratch.path("whole.sqlite"), scratch.path("killed.sqlite"))
    try FileManager.default.copyItem(atPath: try old(), toPath: path)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN IMMEDIATE")
      try db.execute(sql: "CREATE TABLE filler(x); DELETE FROM finding")
      for _ in 0..<200 { try db.execute(sql: "INSERT INTO filler VALUES (randomblob(3000))") }
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: killed + ending)
      }
      try db.execute(sql: "ROLLBACK")
    }
    let (file, journal) = (try bytes(killed), try bytes(killed + "-journal"))
    #expect(try Catalog.reading(at: killed).findings().count == 109)
    #expect(try Catalog.check(at: killed).isSound)
    #expect(try bytes(killed) == file && bytes(killed + "-journal") == journal)
    try Catalog.open(at: killed).close()
    #expect(try Catalog.reading(at: killed).findings().count == 109)
  }

  /// Packed columns make reading faster and are no reason to copy a large catalog before every look at it.
  @Test func readersDoWithoutBlocks() throws {
    let path = scratch.path("c.sqlite")
    try Catalog.open(at: path).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TRIGGER formulaBlockInsert;
          DROP TRIGGER formulaBlockUpdate;
          DROP TRIGGER formulaBlockDelete;
          DROP TABLE formulaBlock;
          DROP TABLE formulaColumn;
          DELETE FROM grdb_migrations WHERE identifier LIKE '14 %'
          """)
      #expect(try CatalogSchema.firstPending(db) == "14")
      #expect(try !CatalogSchema.isOutdated(db))
    }
    try queue.close()
    let before = try bytes(path)
    #expect(try Catalog.reading(at: path).total(CatalogQuery("class = factorial and delta > 1")) == 0)
    #expect(try bytes(path) == before)
    let indexed = try Catalog.open(at: path)
    #expect(try indexed.read { try CatalogSchema.firstPending($0) } == nil)
  }

  @Test func bringingItUpToDateKeepsWhatItWas() throws {
    let path = try old()
    let text = try Catalog.reading(at: path).exported()
    #expect(try Catalog.open(at: path).exported() == text)
    #expect(try names() == ["old.sqlite", "old.sqlite.before-7"])
    let copy = try DatabaseQueue(path: path + ".before-7")
    #expect(try copy.read(CatalogSchema.firstPending) == "7")
    try copy.close()
    #expect(try Catalog.reading(at: path + ".before-7").exported() == text)
    // A second one does not take its place, and a catalog that is up to date is not copied.
    try FileManager.default.removeItem(atPath: path)
    for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
    _ = try Catalog.open(at: old())
    _ = try Catalog.open(at: path)
    #expect(try names() == ["old.sqlite", "old.sqlite.before-7", "old.sqlite.before-7.2"])
  }

  @Test func mergingLeavesItsSourceAlone() throws {
    let path = try old()
    let before = try bytes(path)
    let target = try scratch.catalog("target")
    #expect(try target.merge(Catalog.reading(at: path), check: .evaluating).findings == 109)
    #expect(try bytes(path) == before)
  }

  @Test func aNewerCatalogIsRefused() throws {
    let path = scratch.path("newer.sqlite")
    try Catalog.open(at: path).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
    try queue.close()
    #expect(throws: CatalogError.newerSchema(path: path)) { try Catalog.reading(at: path) }
    #expect(throws: CatalogError.newerSchema(path: path)) { try Catalog.check(at: path) }
  }

  @Test func whatIsNoFileIsNamedAtOnce() throws {
    let pipe = scratch.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, kind) in [(pipe, "a pipe"), (scratch.folder.path, "a folder"), ("/dev/null", "a device")] {
      let error = CatalogError.notAFile(path: path, detail: kind)
      #expect(throws: error) { try Catalog.reading(at: path) }
      #expect(throws: error) { try Catalog.open(at: path) }
      #expect(throws: error) { try Catalog.check(at: path) }
      #expect(throws: error) { try Catalog.salvage(path, into: scratch.path("none")) }
      #expect(!Catalog.isCatalog(at: path))
    }
    #expect(throws: CatalogError.missing(path: scratch.path("none"))) {
      try Catalog.reading(at: scratch.path("none"))
    }
    #expect(FileManager.default.createFile(atPath: scratch.path("empty"), contents: nil))
    #expect(try Catalog.reading(at: scratch.path("empty")).statistics().rows == 0)
    #expect(try bytes(scratch.path("empty")).isEmpty)
  }

  @Test(arguments: [false, true]) func aCatalogThatIsGoneTakesNoMore(isReplaced: Bool) throws {
    let (path, other) = (scratch.path("c.sqlite"), scratch.path("other.sqlite"))
    let catalog = try Catalog.open(at: path)
    _ = try catalog.scan()
    try Catalog.open(at: other).close()
    try FileManager.default.removeItem(atPath: path)
    if isReplaced { try FileManager.default.moveItem(atPath: other, toPath: path) }
    let formula = try #require(try catalog.answer(CatalogQuery("", limit: 1)).rows.first?.formula)
    #expect(throws: CatalogError.replaced(path: path)) { try catalog.addNote("lost", about: formula) }
    #expect(throws: CatalogError.replaced(path: path)) { try catalog.scan() }
  }

  @Test func aCopyIsWholeAndReplacesNothing() throws {
    let catalog = try scratch.catalog()
    _ = try catalog.scan()
    let copy = scratch.path("copy.sqlite")
    try Catalog.reading(at: catalog.path).backup(to: copy)
    #expect(try Catalog.check(at: copy).isSound)
    #expect(try Catalog.reading(at: copy).exported() == catalog.exported())
    #expect(try Catalog.reading(at: copy).jobs().count == 1)
    #expect(throws: CatalogError.exists(path: copy)) { try catalog.backup(to: copy) }
    let nowhere = scratch.path("no/folder/copy.sqlite")
    #expect(throws: CatalogError.self) { try catalog.backup(to: nowhere) }
    #expect(try names() == ["copy.sqlite", "wallis.sqlite"])
  }

  @Test func compactingLosesNothing() throws {
    let catalog = try scratch.catalog()
    _ = try catalog.scan()
    let text = try catalog.exported()
    try catalog.write { try $0.execute(sql: "DELETE FROM formula WHERE id > 5") }
    let few = try catalog.exported()
    let (before, after) = try catalog.compact()
    #expect(after < before && few.count < text.count)
    #expect(try catalog.exported() == few)
    #expect(try Catalog.check(at: catalog.path).isSound)
  }
}
