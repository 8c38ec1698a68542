import Foundation
import GRDB
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

@Suite struct OpeningTests {
  @Test("A catalog is made with its folder, and reopened") func creating() throws {
    let scratch = try Scratch()
    let path = scratch.path("a/b/wallis.sqlite")
    _ = try Catalog.open(at: path).scan()
    #expect(try Catalog.open(at: path, creating: false).statistics().rows == 288)
  }

  /// POSIX drops the locks of a process when it closes a file that SQLite has open; another process then deletes the log.
  @Test("Looking at a catalog that is open leaves its locks alone") func locks() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog("locked.sqlite")
    _ = try catalog.scan()
    func locks() throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: catalog.path)
      let number = try #require(attributes[.systemFileNumber] as? Int)
      let own = "\(ProcessInfo.processInfo.processIdentifier)"
      return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").count { line in
        let words = line.split(separator: " ")
        return words.contains { $0 == own } && words.contains { $0.hasSuffix(":\(number)") }
      }
    }
    let before = try locks()
    #expect(before > 0)
    #expect(Catalog.isCatalog(at: catalog.path))
    #expect(try !CatalogFile(path: catalog.path).prepare(creating: false))
    try Catalog.reading(at: catalog.path).close()
    try Catalog.open(at: catalog.path).close()
    #expect(try locks() == before)
    try catalog.close()
  }

  @Test("A missing catalog is not made when only reading") func missing() throws {
    let scratch = try Scratch()
    let path = scratch.path("none.sqlite")
    #expect(throws: CatalogError.missing(path: path)) { try Catalog.open(at: path, creating: false) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A folder that cannot exist is unwritable, for the superuser too") func unwritable() throws {
    for path in ["/dev/null/wallis.sqlite", "/proc/wallis/wallis.sqlite"] {
      do {
        _ = try Catalog.open(at: path)
        Issue.record("\(path) was opened")
      } catch {
        guard case .unwritable = error else {
          Issue.record("unexpected \(error)")
          continue
        }
        #expect(error.message.contains(path) && error.remedy != nil)
      }
    }
  }

  @Test("A folder, text and rubbish are no catalogs, and stay as they are") func rubbish() throws {
    let scratch = try Scratch()
    let path = scratch.path("rubbish")
    let bytes = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 77) })
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: CatalogError.notADatabase(path: path)) { try Catalog.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(throws: CatalogError.self) { try Catalog.open(at: scratch.folder.path(percentEncoded: false)) }
  }

  @Test("A truncated or overwritten catalog is reported as damaged") func damaged() throws {
    let scratch = try Scratch()
    let path = scratch.path("damaged.sqlite")
    let catalog = try Catalog.open(at: path)
    _ = try catalog.scan()
    try catalog.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // Leaves the header, whose first page holds the schema.
    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try bytes.write(to: URL(fileURLWithPath: path))
    do {
      _ = try Catalog.open(at: path).exported()
      Issue.record("a damaged catalog was read")
    } catch {
      guard case CatalogError.corrupt(let place, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(place == path)
    }
  }

  @Test("The database of another program is left alone") func foreign() throws {
    let scratch = try Scratch()
    let path = scratch.path("foreign.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: CatalogError.foreign(path: path)) { try Catalog.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("A catalog of a newer version is refused") func newer() throws {
    let scratch = try Scratch()
    let path = scratch.path("newer.sqlite")
    try Catalog.open(at: path).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
    try queue.close()
    #expect(throws: CatalogError.newerSchema(path: path)) { try Catalog.open(at: path) }
  }

  @Test("A catalog that knows only the first migration is brought up to date with its rows") func migration()
    throws
  {
    let scratch = try Scratch()
    let path = scratch.path("old.sqlite")
    let queue = try DatabaseQueue(path: path)
    let first = try #require(CatalogSchema.migrator.migrations.first)
    try CatalogSchema.migrator.migrate(queue, upTo: first)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO formula (kind, key, canonicalKey, signs, status, class, value, number, digits, depth, against)
          VALUES ('pcf', 'pcf 2,-1,0 1', 'pcf 2,-1,0 1', 3, 'value', 'factorial', '1.25', 1.25, 3, 1000, 2000)
          """)
    }
    try queue.close()
    let rows = try Catalog.open(at: path).answer(CatalogQuery("value < 0")).rows
    #expect(rows.map { $0.formula.key } == ["pcf -2,1,0 1"])
  }

  @Test("A writer that waits too long says who is in the way") func locked() throws {
    let scratch = try Scratch()
    let path = scratch.path("locked.sqlite")
    let catalog = try Catalog.open(at: path, patience: 0)
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: CatalogError.locked(path: path)) { try catalog.scan() }
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test("The catalog is where the option, the environment, the project or the user has it") func location() {
    let environment = ["WALLIS_CATALOG": "/env.sqlite", "XDG_DATA_HOME": "/data", "HOME": "/home/me"]
    func path(_ option: String?, _ names: [String], folder: Bool) -> String {
      CatalogLocation.path(
        option: option, environment: environment.filter { names.contains($0.key) },
        folderExists: { _ in folder })
    }
    #expect(path("/o", ["WALLIS_CATALOG"], folder: true) == "/o")
    #expect(path(nil, ["WALLIS_CATALOG"], folder: true) == "/env.sqlite")
    #expect(path(nil, ["XDG_DATA_HOME"], folder: true) == "catalogs/wallis.sqlite")
    #expect(path(nil, ["XDG_DATA_HOME", "HOME"], folder: false) == "/data/wallis/wallis.sqlite")
    #expect(path(nil, ["HOME"], folder: false) == "/home/me/.local/share/wallis/wallis.sqlite")
  }
}
