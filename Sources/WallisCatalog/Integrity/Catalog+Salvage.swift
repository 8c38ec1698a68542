internal import Foundation
internal import GRDB
package import WallisFormulas
internal import WallisMatrixFields

extension Catalog {
  /// Brings every row that a damaged catalog still holds as it was written into a new one, whatever else of the file is
  /// damaged: its pages are read one by one without the help of tables of contents. What was deleted shortly before may
  /// come back.
  ///
  /// - Parameters:
  ///   - path: the damaged file, which is only read.
  ///   - target: where the new catalog goes.
  /// - Throws: `CatalogError`: `missing`, `notAFile`, `exists`; `notADatabase` where no row can be made out.
  package static func salvage(
    _ path: String, into target: String, kinds: FormulaKinds = .standard
  ) throws(CatalogError) -> SalvageReport {
    do {
      let bytes = try SalvageSource(path: path).bytes()
      var configuration = Catalog.configuration(patience: 10, kinds: kinds)
      configuration.foreignKeysEnabled = false
      let stated = PageFile.statedPageSize(bytes).map { [$0] } ?? []
      for size in stated + PageFile.pageSizes.filter({ !stated.contains($0) }) {
        var rows = try SalvagedRows(of: PageFile(bytes: bytes, pageSize: size), kinds, configuration)
        let (catalog, report) = try rows.rebuilt()
        guard !report.kept.isEmpty else { continue }
        try CatalogCopy(of: catalog).write(to: target)
        return report
      }
      throw CatalogError.notADatabase(path: path)
    } catch {
      throw CatalogError(error, path: path)
    }
  }
}

/// A damaged file with what its log adds to it.
private struct SalvageSource {
  let path: String

  func bytes() throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw CatalogError.missing(path: path) }
    if let kind = CatalogFile(path: path).irregularKind {
      throw CatalogError.notAFile(path: path, detail: kind)
    }
    let log = path + "-wal"
    let hasLog =
      try FileManager.default.fileExists(atPath: log) && !Data(contentsOf: URL(fileURLWithPath: log)).isEmpty
    guard hasLog else { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
    return try settledCopy()
  }

  /// The bytes of a copy into which SQLite moved the log, as far as it can.
  private func settledCopy() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "wallis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "copy.sqlite").path
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
    }
    do {
      let queue = try DatabaseQueue(path: copy)
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
      // The schema cannot be read: the file is taken as it lies, without what only the log holds.
    }
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: copy)))
  }
}
