internal import Foundation
internal import GRDB

/// Whole copies of a catalog as it is at one moment, while others may go on writing to it.
struct CatalogCopy {
  private let source: any DatabaseReader

  init(of source: any DatabaseReader) { self.source = source }

  /// A copy that nobody else sees: in memory as far as that reaches, then in a file without a name.
  func privately(_ configuration: Configuration) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(path: "", configuration: configuration)
    try source.backup(to: copy)
    return copy
  }

  /// Writes a copy to a file that is whole from the moment when it has its name.
  /// - Throws: `CatalogError.exists` where there is something of that name.
  func write(to path: String) throws {
    let unfinished = "\(path).new-\(UUID().uuidString)"
    defer { unlink(unfinished) }
    let copy = try DatabaseQueue(path: unfinished)
    try source.backup(to: copy)
    try copy.close()
    guard link(unfinished, path) == 0 else {
      if errno == EEXIST { throw CatalogError.exists(path: path) }
      throw CatalogError.unwritable(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// Writes a copy beside those that are there already: `path`, else `path.2`, `path.3`, ….
  func keep(at path: String) throws {
    for number in 1...1000 {
      do {
        return try write(to: number == 1 ? path : "\(path).\(number)")
      } catch CatalogError.exists {
        continue
      }
    }
    throw CatalogError.exists(path: path)
  }

  /// A private copy of a catalog's file with the log and the journal beside it, for a place where SQLite can make no files,
  /// and for a file that would have to be changed before it can be read.
  static func ofFiles(at path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    let folder = FileManager.default.temporaryDirectory.appending(path: "wallis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "copy.sqlite").path
    for ending in ["", "-wal", "-journal"]
    where ending.isEmpty || FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.copyItem(atPath: path + ending, toPath: file + ending)
    }
    let copied = try DatabaseQueue(path: file)
    let copy = try CatalogCopy(of: copied).privately(configuration)
    try copied.close()
    return copy
  }
}
