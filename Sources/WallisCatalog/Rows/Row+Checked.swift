internal import GRDB

/// Values of a row that may come from a stranger: what is not of the type that a catalog has there is an `UnreadableRow`.
///
/// GRDB's subscripts, for which these stand in this module, end the program instead.
extension Row {
  subscript<Value: DatabaseValueConvertible>(_ index: Int) -> Value {
    get throws {
      do { return try decode(Value.self, atIndex: index) } catch { throw UnreadableRow(self, index) }
    }
  }

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    get throws {
      do { return try decode(Value.self, atIndex: index) } catch { throw UnreadableRow(self, index) }
    }
  }

  subscript<Value: DatabaseValueConvertible>(_ name: String) -> Value {
    get throws {
      do { return try decode(Value.self, forColumn: name) } catch { throw UnreadableRow(self, name) }
    }
  }

  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ name: String) -> Value {
    get throws {
      do { return try decode(Value.self, forColumn: name) } catch { throw UnreadableRow(self, name) }
    }
  }
}

/// A row that says what no row of a catalog says, although it is as it was written.
struct UnreadableRow: Error {
  let detail: String

  init(_ detail: String) { self.detail = detail }

  fileprivate init(_ row: Row, _ index: Int) { self.init(row, Array(row.columnNames)[index]) }

  fileprivate init(_ row: Row, _ name: String) {
    guard let place = row.columnNames.firstIndex(of: name) else {
      self.init("a row has no column '\(name)'")
      return
    }
    // What a query computes has no name of its own.
    let column = name.allSatisfy(\.isLetter) ? "the column \(name)" : "a row"
    self.init("\(UnreadableRow.words(row.databaseValues[place])) cannot stand in \(column)")
  }

  private static func words(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "nothing"
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): "'\(text.prefix(60))'"
    case .blob(let bytes): "a value of \(bytes.count) bytes"
    }
  }
}

extension UnreadableRow {
  /// What an error says about rows; nil for one that has nothing to do with what stands in them.
  init?(_ error: any Error) {
    switch error {
    case let row as UnreadableRow: self = row
    case is RowDecodingError: self.init("a value is not of the kind that belongs there")
    case let problem as ExchangeReader.Problem: self.init(problem.detail)
    case let error as DatabaseError where error.message == "integer overflow":
      self.init("its numbers add up to more than can be counted")
    case let error as DatabaseError where UnreadableRow.refusals.contains(error.resultCode):
      self.init("a row breaks a rule of catalogs: \(error.message ?? "\(error.resultCode)")")
    default: return nil
    }
  }

  private static let refusals: [ResultCode] = [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG]
}
