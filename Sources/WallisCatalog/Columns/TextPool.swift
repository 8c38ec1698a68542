internal import Foundation

/// A text as a key that hashes quickly.
struct TextBytes: Hashable {
  let bytes: ArraySlice<UInt8>

  static func == (one: TextBytes, other: TextBytes) -> Bool {
    one.bytes.withUnsafeBytes { left in
      other.bytes.withUnsafeBytes { right in
        guard let start = left.baseAddress, let begin = right.baseAddress else {
          return left.count == right.count
        }
        return left.count == right.count && memcmp(start, begin, left.count) == 0
      }
    }
  }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// Texts of the rows of several blocks by number, those that blocks share once.
final class TextPool {
  private(set) var texts: [[UInt8]] = []
  private var numbers: [TextBytes: Int32] = [:]

  /// Whether the next block should begin another one, so that memory does not grow with the catalog.
  var isFull: Bool { texts.count > 1 << 16 }

  /// The number of a text, the same whenever it is asked for.
  func number(_ text: [UInt8]) -> Int32 {
    let key = TextBytes(bytes: text[...])
    if let number = numbers[key] { return number }
    let number = append(text)
    numbers[key] = number
    return number
  }

  /// The number of a text that is not looked for again.
  func append(_ text: [UInt8]) -> Int32 {
    texts.append(text)
    return Int32(texts.count - 1)
  }
}

/// Texts of the rows of a block.
struct BlockTexts {
  let pool: TextPool
  /// Entries by row.
  let entries: [UInt16]
  /// Numbers in the pool by entry, of the formula and of its mirror; -1 where it has none.
  let (own, mirrored): ([Int32], [Int32])
}

/// What is found for each text of a dictionary, once for all blocks that have it.
struct CarriedValues<Value> {
  /// Neighbouring blocks have most texts in common.
  private var last: (dictionary: TextDictionary, values: [Value])?
  private var known: [TextBytes: Value] = [:]

  /// By entry of the dictionary.
  mutating func values(
    of dictionary: TextDictionary, _ find: (ArraySlice<UInt8>) -> Value
  ) -> [Value] {
    if let last, last.dictionary == dictionary { return last.values }
    let before = last ?? (TextDictionary([]), [])
    var (values, place): ([Value], Int) = ([], 0)
    values.reserveCapacity(dictionary.count)
    for entry in 0..<dictionary.count {
      // Texts rise in both.
      var order = 1
      while place < before.dictionary.count {
        order = before.dictionary.compare(place, dictionary, entry)
        if order >= 0 { break }
        place += 1
      }
      values.append(order == 0 ? before.values[place] : value(dictionary[entry], find))
    }
    last = (dictionary, values)
    return values
  }

  private mutating func value(_ text: ArraySlice<UInt8>, _ find: (ArraySlice<UInt8>) -> Value) -> Value {
    let key = TextBytes(bytes: text)
    if let value = known[key] { return value }
    if known.count > 1 << 16 { known = [:] }
    let value = find(text)
    known[key] = value
    return value
  }
}
