internal import Foundation
internal import GRDB

/// The file of a catalog before it is opened.
struct CatalogFile {
  let path: String

  private static let magic = Array("SQLite format 3".utf8) + [0]

  /// Whether the file begins as a database does.
  var isDatabase: Bool {
    guard irregularKind == nil, let identity else { return false }
    return HeldFile.unlessHeld(identity) {
      if case .read(let start) = beginning { start == CatalogFile.magic } else { false }
    } ?? true
  }

  private enum Beginning {
    case read([UInt8])
    case unreadable
    case failed(String)
  }

  /// The first bytes. For a file that is not held.
  private var beginning: Beginning {
    guard let file = FileHandle(forReadingAtPath: path) else { return .unreadable }
    defer { try? file.close() }
    do { return .read(Array(try file.read(upToCount: CatalogFile.magic.count) ?? Data())) } catch {
      return .failed("\(error)")
    }
  }

  /// What tells a file from all others, whatever its path.
  struct Identity: Sendable, Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// The identity of the file that the path leads to now; nil where there is none.
  var identity: Identity? { state?.identity }

  /// A file as it was at some moment: another one where somebody put another file in its place or wrote over it.
  struct State: Sendable, Equatable {
    let identity: Identity
    /// Bytes.
    let size: Int
    /// Seconds and nanoseconds of the last change.
    let (seconds, nanoseconds): (Int, Int)
  }

  /// The file that the path leads to, as it is now; nil where there is none. What is in the log alone changes nothing.
  var state: State? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return State(
      identity: Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)),
      size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Checks that a database can be opened here, and makes the folder when it is missing.
  /// - Returns: true when there is no database yet.
  func prepare(creating: Bool) throws(CatalogError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard creating else { throw .missing(path: path) }
      try makeFolder()
      return true
    }
    if let irregularKind { throw .notAFile(path: path, detail: irregularKind) }
    switch identity.flatMap({ HeldFile.unlessHeld($0) { beginning } }) {
    case nil: return false
    case .unreadable: throw .unwritable(path: path, detail: "it cannot be read")
    case .failed(let detail): throw .failed(path: path, detail: detail)
    case .read([]): return true
    case .read(let start) where start == CatalogFile.magic: return false
    case .read: throw .notADatabase(path: path)
    }
  }

  /// What the path leads to where that is no regular file: reading it might never end.
  var irregularKind: String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return "a folder"
    case S_IFIFO: return "a pipe"
    case S_IFSOCK: return "a socket"
    default: return "a device"
    }
  }

  /// Refuses the databases of other programs, before anything about them is changed.
  func checkOwner() throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.read(checkOwner)
  }

  /// Refuses a database that another program made.
  func checkOwner(_ db: Database) throws {
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // A catalog that another process is making has the table of its migrations before it has a mark.
    let tables =
      try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
    if owner != CatalogSchema.applicationID && tables > 0 { throw CatalogError.foreign(path: path) }
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
