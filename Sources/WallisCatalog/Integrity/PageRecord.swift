internal import Foundation
internal import GRDB

/// A row or an entry of an index as it lies in a page.
struct PageRecord {
  /// Number of the row; nil for entries of indexes and of tables without such numbers.
  let rowNumber: Int64?
  /// The values in the order in which they are stored.
  let values: [DatabaseValue]

  /// Reads a record; nil unless its sizes fit exactly.
  init?(payload: ArraySlice<UInt8>, rowNumber: Int64?) {
    guard let (length, start) = payload.variable(0), length >= start, length <= payload.count else {
      return nil
    }
    var (place, content) = (start, Int(length))
    var values: [DatabaseValue] = []
    while place < Int(length) {
      guard let (type, next) = payload.variable(place), let size = PageRecord.size(type),
        content + size <= payload.count
      else { return nil }
      guard let value = PageRecord.value(type, payload, content, size) else { return nil }
      values.append(value)
      (place, content) = (next, content + size)
    }
    guard place == Int(length), content == payload.count else { return nil }
    (self.rowNumber, self.values) = (rowNumber, values)
  }

  private static func size(_ type: Int64) -> Int? {
    switch type {
    case 0...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 8, 9: 0
    case 12...(1 << 32): Int(type - 12) / 2
    default: nil
    }
  }

  private static func value(
    _ type: Int64, _ payload: ArraySlice<UInt8>, _ offset: Int, _ size: Int
  ) -> DatabaseValue? {
    switch type {
    case 0: return .null
    case 8: return Int64(0).databaseValue
    case 9: return Int64(1).databaseValue
    case 7: return Double(bitPattern: UInt64(bitPattern: integer(payload, offset, 8))).databaseValue
    case 1...6: return integer(payload, offset, size).databaseValue
    default:
      let bytes = payload.dropFirst(offset).prefix(size)
      if type % 2 == 0 { return Data(bytes).databaseValue }
      return String(validating: bytes, as: UTF8.self)?.databaseValue
    }
  }

  private static func integer(_ payload: ArraySlice<UInt8>, _ offset: Int, _ size: Int) -> Int64 {
    var number = Int64(payload.byte(offset) < 128 ? 0 : -1)
    for place in 0..<size { number = number << 8 | Int64(payload.byte(offset + place)) }
    return number
  }
}
