internal import GRDB

/// Whether a limit begins with certain digits, in positional notation as `value` holds it.
///
/// A number well inside of what so begins does so, too; one at the rim is asked for its digits.
final class DigitsLeaf: BlockLeaf {
  private let column = StoredColumnTable.named("number")
  private let exact = StoredColumnTable.named("exact")
  private let text: String
  private let db: Database
  /// Where sizes of such limits lie, in rising order without overlaps.
  private let ranges: [ClosedRange<Double>]
  private let firstRange: [Int]
  private let isNegative: Bool

  init(_ text: String, in db: Database) {
    (self.text, self.db, isNegative) = (text, db, text.hasPrefix("-"))
    ranges = DigitsLeaf.ranges(isNegative ? text.dropFirst() : text[...])
    firstRange = DigitsLeaf.firstRanges(ranges)
  }

  var columns: [StoredColumn] { hasPoint ? [column] : [column, exact] }

  /// Whether the digits say where the number ends and its decimals begin.
  private var hasPoint: Bool { text.contains(".") }

  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    let numbers = try block.numbers(column)
    var mask = [UInt8](repeating: 0, count: numbers.count)
    var rim: [Int] = []
    for (row, number) in numbers.enumerated() where !number.isNaN {
      let size = abs(number)
      guard let range = range(around: size) else { continue }
      if size > range.lowerBound * (1 + 1e-12) && size < range.upperBound * (1 - 1e-12) {
        mask[row] = isNegative == (number < 0) ? 1 : 2
      } else {
        rim.append(row)
      }
    }
    for (row, value) in try texts(rim, of: block) {
      mask[row] = (value.hasPrefix(text) ? 1 : 0) | (DigitsLeaf.opposite(value).hasPrefix(text) ? 2 : 0)
    }
    return mask
  }

  /// The range with a size in it, of those whose upper end is the first not below it.
  private func range(around size: Double) -> ClosedRange<Double>? {
    var place = firstRange[Int(size.exponentBitPattern)]
    while place < ranges.count, ranges[place].upperBound < size { place += 1 }
    return place < ranges.count && ranges[place].contains(size) ? ranges[place] : nil
  }

  /// By exponent of a double the first range that holds or follows numbers with it.
  private static func firstRanges(_ ranges: [ClosedRange<Double>]) -> [Int] {
    var place = 0
    return (0..<2048).map { exponent in
      let least = Double(sign: .plus, exponentBitPattern: UInt(exponent), significandBitPattern: 0)
      while place < ranges.count, ranges[place].upperBound < least { place += 1 }
      return place
    }
  }

  /// What limits of some rows begin with: where no decimals are asked for an exact integer, elsewhere what is written.
  private func texts(_ rows: [Int], of block: ColumnBlock) throws -> [(row: Int, value: String)] {
    guard !rows.isEmpty, !hasPoint else { return try values(rows, of: block) }
    let exact = try block.texts(exact)
    var (known, others): ([(row: Int, value: String)], [Int]) = ([], [])
    for row in rows {
      if let code = exact.code(row), !exact.dictionary[code].contains(UInt8(ascii: "/")) {
        known.append((row, exact.dictionary.text(code)))
      } else {
        others.append(row)
      }
    }
    return try known + values(others, of: block)
  }

  /// The limits of some rows as they are written.
  private func values(_ rows: [Int], of block: ColumnBlock) throws -> [(row: Int, value: String)] {
    guard !rows.isEmpty else { return [] }
    let places = rows.map { "\(block.id($0))" }.joined(separator: ",")
    let first = block.id(0)
    return try Row.fetchAll(
      db, sql: "SELECT id, value FROM formula WHERE id IN (\(places)) AND value IS NOT NULL"
    ).map { try (row: Int(($0[0] as Int64) - first), value: $0[1]) }
  }

  /// The text of the opposite number; zero stays as it is.
  static func opposite(_ number: String) -> String {
    if number.hasPrefix("-") { return String(number.dropFirst()) }
    return number.allSatisfy { $0 == "0" || $0 == "." } ? number : "-" + number
  }

  private static func ranges(_ digits: Substring) -> [ClosedRange<Double>] {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isWritten = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    guard isWritten, parts.count <= 2, let whole = parts.first else { return [] }
    guard !whole.isEmpty else { return digits.isEmpty ? [0...Double.greatestFiniteMagnitude] : [] }
    guard let number = Double(digits + "0".prefix(parts.count - 1)), whole == "0" || !whole.hasPrefix("0")
    else { return [] }
    if parts.count == 2 || whole == "0" {
      let decimals = parts.count == 2 ? parts[1].count : 0
      return [number...number + (Double("1e-\(decimals)") ?? 0)]
    }
    let ranges = (0...308).map { (number * power($0), (number + 1) * power($0)) }
    return ranges.filter { $0.1.isFinite }.map { $0.0...$0.1 }
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }
}
