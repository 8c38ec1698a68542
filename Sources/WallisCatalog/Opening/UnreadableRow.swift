internal import GRDB

/// What is said about the contents of a row or a line.
protocol RowFault: Error {
  /// What is wrong, in words.
  var detail: String { get }
}

/// A row that says what no row of a catalog says, although it is as it was written.
struct UnreadableRow: RowFault {
  let detail: String

  init(_ detail: String) { self.detail = detail }
}

extension UnreadableRow {
  /// What an error says about rows; nil for one that has nothing to do with what stands in them.
  init?(_ error: any Error) {
    switch error {
    case let fault as any RowFault: self.init(fault.detail)
    case is RowDecodingError: self.init("a value is not of the kind that belongs there")
    case let error as DatabaseError where error.message == "integer overflow":
      self.init("its numbers add up to more than can be counted")
    default: return nil
    }
  }

  /// The same for rows that were to be written into another catalog.
  init?(refused error: any Error) {
    guard let refusal = error as? DatabaseError, UnreadableRow.refusals.contains(refusal.resultCode) else {
      self.init(error)
      return
    }
    self.init("a row breaks a rule of catalogs: \(refusal.message ?? "\(refusal.resultCode)")")
  }

  private static let refusals: [ResultCode] = [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG]
}
