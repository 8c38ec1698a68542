internal import Foundation
internal import GRDB

/// The file of a catalog before it is opened.
struct CatalogFile {
  let path: String

  private static let magic = Array("SQLite format 3".utf8) + [0]

  /// Whether the file begins as a database does.
  var isDatabase: Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: CatalogFile.magic.count)).map { Array($0) }
      == CatalogFile.magic
  }

  /// What tells the file from all others, whatever its path.
  var identity: [UInt64] {
    let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
    return [attributes[.systemNumber], attributes[.systemFileNumber]].map {
      ($0 as? NSNumber)?.uint64Value ?? 0
    }
  }

  /// Checks that a database can be opened here, and makes the folder when it is missing.
  /// - Returns: true when there is no database yet.
  func prepare(creating: Bool) throws(CatalogError) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      guard creating else { throw .missing(path: path) }
      try makeFolder()
      return true
    }
    guard !isFolder.boolValue else { throw .unwritable(path: path, detail: "it is a folder") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .unwritable(path: path, detail: "it cannot be read")
    }
    defer { try? file.close() }
    let start: Data
    do { start = try file.read(upToCount: 16) ?? Data() } catch {
      throw .failed(path: path, detail: "\(error)")
    }
    guard !start.isEmpty else { return true }
    guard Array(start) == CatalogFile.magic else { throw .notADatabase(path: path) }
    return false
  }

  /// Refuses the databases of other programs, before anything about them is changed.
  func checkOwner() throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    let isForeign = try queue.read { db in
      let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      // A catalog that another process is making has the table of its migrations before it has a mark.
      let tables =
        try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
      return owner != CatalogSchema.applicationID && tables > 0
    }
    if isForeign { throw CatalogError.foreign(path: path) }
  }

  private func makeFolder() throws(CatalogError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: path, detail: "its folder cannot be made")
    }
  }
}
