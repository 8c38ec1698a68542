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

extension UnreadableRow {
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
