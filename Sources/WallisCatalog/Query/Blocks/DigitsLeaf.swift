internal import GRDB

/// Whether a limit begins with certain digits, in positional notation as `value` holds it.
///
/// A number well inside of what so begins does so, too; one at the rim is asked for its digits.
final class DigitsLeaf: BlockLeaf {
  private let column = StoredColumnTable.named("number")
  private let text: String
  private let db: Database
  /// Where sizes of such limits lie, in rising order without overlaps.
  private let ranges: [ClosedRange<Double>]
  private let isNegative: Bool

  init(_ text: String, in db: Database) {
    (self.text, self.db, isNegative) = (text, db, text.hasPrefix("-"))
    ranges = DigitsLeaf.ranges(isNegative ? text.dropFirst() : text[...])
  }

  var columns: [StoredColumn] { [column] }

  func mask(_ block: ColumnBlock) throws -> [UInt8] {
    let numbers = try block.numbers(column)
    var mask = [UInt8](repeating: 0, count: numbers.count)
    for (row, number) in numbers.enumerated() where !number.isNaN {
      // The limit whose sign is that of the digits; of zero both.
      if isNegative == (number < 0) || number == 0, try begins(number, block.id(row), isMirrored: false) {
        mask[row] |= 1
      }
      if isNegative == (number > 0) || number == 0, try begins(number, block.id(row), isMirrored: true) {
        mask[row] |= 2
      }
    }
    return mask
  }

  private func begins(_ number: Double, _ id: Int64, isMirrored: Bool) throws -> Bool {
    let size = abs(number)
    guard let range = range(around: size) else { return false }
    let isInside = size > range.lowerBound * (1 + 1e-12) && size < range.upperBound * (1 - 1e-12)
    return try isInside || begins(id, isMirrored: isMirrored)
  }

  private func range(around size: Double) -> ClosedRange<Double>? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < size { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(size) ? ranges[low] : nil
  }

  private func begins(_ id: Int64, isMirrored: Bool) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT value FROM formula WHERE id = ?")
    guard let value = try String.fetchOne(statement, arguments: [id]) else { return false }
    return (isMirrored ? DigitsLeaf.opposite(value) : value).hasPrefix(text)
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
