internal import Foundation
internal import GRDB
package import WallisFormulas
internal import WallisMatrixFields

extension Catalog {
  /// Opens the catalog at a path for reading alone: nothing about it is changed, whatever its age and whoever owns it.
  ///
  /// One of an older version is read through a private copy that is brought up to date and leaves with the process.
  /// - Parameters:
  ///   - path: file of the catalog.
  ///   - patience: seconds to wait for another process that writes.
  ///   - kinds: the kinds of formulas that it may hold; a key of any other kind cannot be read.
  /// - Throws: `CatalogError`, as `open` does; a later attempt to write throws `unwritable`.
  package static func reading(
    at path: String, patience: Double = 10, kinds: FormulaKinds = .standard
  ) throws(CatalogError) -> Catalog {
    let isEmpty = try CatalogFile(path: path).prepare(creating: false)
    do {
      let configuration = Catalog.configuration(patience: patience, kinds: kinds)
      let before = CatalogFile(path: path).state
      let held = (before?.identity).map { HeldFile($0) }
      var (queue, isItself) =
        try isEmpty
        ? (DatabaseQueue(configuration: configuration), false) : readOnly(path, configuration)
      if !isEmpty { try queue.read(CatalogFile(path: path).checkOwner) }
      guard try !queue.read(CatalogSchema.migrator.hasBeenSuperseded) else {
        throw CatalogError.newerSchema(path: path)
      }
      if try isEmpty || queue.read(CatalogSchema.isOutdated) {
        if !isEmpty { queue = try CatalogCopy(of: queue).privately(configuration) }
        isItself = false
        try CatalogSchema.migrator.migrate(queue)
      }
      let source = isItself && before == CatalogFile(path: path).state ? before : nil
      return Catalog(
        path: path, kinds: kinds, now: nil, pool: queue, file: nil, held: isItself ? held : nil,
        source: source)
    } catch {
      throw CatalogError(error, path: path)
    }
  }

  /// Whether the path still leads to the file that is read, and nobody wrote into it past this connection. A commit goes to
  /// the log first: the next question sees it here, too.
  package var isCurrent: Bool { source != nil && source == CatalogFile(path: path).state }

  /// A connection that cannot write. Where the folder cannot be written either, so that nobody writes there now, the
  /// file is read as it lies, or a copy of it with the log that a writer left.
  /// - Returns: whether what others write comes to be seen, too.
  static func readOnly(
    _ path: String, _ configuration: Configuration
  ) throws -> (queue: DatabaseQueue, isItself: Bool) {
    var reading = configuration
    reading.readonly = true
    do {
      return (try DatabaseQueue(path: path, configuration: reading), true)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      // A writer ended in the middle: a copy of the file and of its journal goes back to what was there before.
      return (try CatalogCopy.ofFiles(at: path, configuration), false)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && access(path.folder, W_OK) != 0
    {
      let log = URL(fileURLWithPath: path + "-wal")
      guard FileManager.default.fileExists(atPath: log.path), try !Data(contentsOf: log).isEmpty else {
        let address = URL(fileURLWithPath: path).absoluteString
        return (try DatabaseQueue(path: "\(address)?immutable=1", configuration: reading), false)
      }
      return (try CatalogCopy.ofFiles(at: path, configuration), false)
    }
  }
}

extension String {
  /// The folder of a path.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
