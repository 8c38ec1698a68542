internal import GRDB

extension CatalogError {
  /// The case that an error of the database layer means.
  init(_ error: any Error, path: String) {
    if let error = error as? CatalogError {
      self = error
      return
    }
    if let row = UnreadableRow(error) {
      self = .corrupt(path: path, detail: row.detail)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, detail: "\(error)")
      return
    }
    let detail = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase(path: path)
      case .SQLITE_CORRUPT: .corrupt(path: path, detail: detail)
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
        .unwritable(path: path, detail: detail)
      case .SQLITE_IOERR where CatalogError.readFailures.contains(error.extendedResultCode):
        .corrupt(path: path, detail: "a page cannot be read")
      default: .failed(path: path, detail: detail)
      }
  }

  private static let readFailures: [ResultCode] = [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ]

  /// What happened, without the name of the file where that can be left out.
  var detail: String {
    switch self {
    case .corrupt(_, let detail), .failed(_, let detail): detail
    default: message
    }
  }
}
