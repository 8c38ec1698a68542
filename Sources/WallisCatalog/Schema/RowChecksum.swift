internal import GRDB

/// What is kept beside a row to see later whether a bit of it has changed: FNV-1a in 64 bits of the name of its table and
/// its values in the alphabetical order of their columns. Two rows that differ in one byte never have the same.
struct RowChecksum {
  private var sum = Checksum()

  init(table: String) { sum.add(table.utf8) }

  mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    case .null: sum.add(byte: 0)
    case .int64(let number):
      sum.add(byte: 1)
      sum.add(number: UInt64(bitPattern: number))
    case .double(let number):
      sum.add(byte: 2)
      // Zero has one sign in a database.
      sum.add(number: (number + 0).bitPattern)
    case .string(let text):
      sum.add(byte: 3)
      sum.add(text.utf8)
    case .blob(let bytes):
      sum.add(byte: 4)
      sum.add(bytes)
    }
  }

  /// The checksum as the column `checksum` holds it.
  var value: Int64 { Int64(bitPattern: sum.value) }

  /// The checksum of values in the order of their columns' names.
  static func of(table: String, _ values: some Sequence<DatabaseValue>) -> Int64 {
    var checksum = RowChecksum(table: table)
    for value in values { checksum.add(value) }
    return checksum.value
  }

  /// `rowChecksum(table, values…)` in SQL.
  static let function = DatabaseFunction("rowChecksum", pure: true) { values in
    of(table: String.fromDatabaseValue(values[0]) ?? "", values.dropFirst())
  }
}

/// FNV-1a in 64 bits, with an end after each sequence of bytes.
struct Checksum {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func add(number: UInt64) {
    for place in 0..<8 { add(byte: UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))) }
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    append(bytes)
    add(byte: 0xff)
  }

  /// Adds bytes without an end.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte: byte) }
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
