internal import Foundation

/// Different texts in rising order of their bytes.
struct TextDictionary: Equatable, Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [UInt32] = []

  /// - Precondition: texts rise.
  init(_ texts: [String]) {
    for text in texts {
      bytes += text.utf8
      ends.append(UInt32(bytes.count))
    }
  }

  /// - Returns: nil for ends that do not rise to the number of bytes.
  init?(bytes: [UInt8], ends: [UInt32]) {
    guard Int(ends.last ?? 0) == bytes.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return nil
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[start(index)..<Int(ends[index])] }

  /// The text as such.
  func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Less than 0 where the text at `index` comes before that of the other dictionary, in the order of bytes.
  func compare(_ index: Int, _ other: TextDictionary, _ place: Int) -> Int {
    let (mine, yours) = (start(index)..<Int(ends[index]), other.start(place)..<Int(other.ends[place]))
    let order = bytes.withUnsafeBufferPointer { left in
      other.bytes.withUnsafeBufferPointer { right -> Int in
        guard let left = left.baseAddress, let right = right.baseAddress else { return 0 }
        return Int(
          memcmp(left + mine.lowerBound, right + yours.lowerBound, min(mine.count, yours.count)))
      }
    }
    return order != 0 ? order : mine.count - yours.count
  }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }
}

/// The texts of a block: which row has which.
struct TextColumn: Sendable {
  let dictionary: TextDictionary
  /// Places in the dictionary; its count where a row has none.
  let codes: [UInt16]

  init(dictionary: TextDictionary, codes: [UInt16]) { (self.dictionary, self.codes) = (dictionary, codes) }

  init(_ texts: [String?]) {
    var (places, last, codes): ([String: UInt16], (text: String, place: UInt16)?, [UInt16?]) = ([:], nil, [])
    codes.reserveCapacity(texts.count)
    for text in texts {
      guard let text else {
        codes.append(nil)
        continue
      }
      if last?.text != text {
        let place = places[text] ?? UInt16(places.count)
        places[text] = place
        last = (text, place)
      }
      codes.append(last?.place)
    }
    let rising = places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var ranks = [UInt16](repeating: 0, count: rising.count)
    for (rank, entry) in rising.enumerated() { ranks[Int(entry.value)] = UInt16(rank) }
    dictionary = TextDictionary(rising.map(\.key))
    self.codes = codes.map { $0.map { ranks[Int($0)] } ?? UInt16(rising.count) }
  }

  /// Whether no row has a text.
  var isEmpty: Bool { dictionary.count == 0 }

  /// The place of a row's text in the dictionary; nil where it has none.
  func code(_ row: Int) -> Int? { codes[row] < dictionary.count ? Int(codes[row]) : nil }
}
