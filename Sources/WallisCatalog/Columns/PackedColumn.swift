/// The values of a column in a block as bytes, with a checksum at their end.
///
/// Numbers are one number, or up to 255 of them and a byte a row, or eight bytes a row; what is no number stands for
/// nothing. Texts are their dictionary and a byte or two a row. All numbers begin with their lowest byte.
enum PackedColumn {
  private static let rows = StoredColumn.rowsPerBlock
  private enum Form: UInt8 { case one, few, many, texts, manyTexts }

  static func bytes(of numbers: [Double]) -> [UInt8] {
    var (places, different, codes): ([UInt64: UInt8], [UInt64], [UInt8]) = ([:], [], [])
    codes.reserveCapacity(rows)
    for number in numbers {
      // Zero has one sign, and all that is no number is the same.
      let bits = number.isNaN ? Double.nan.bitPattern : (number + 0).bitPattern
      guard let place = places[bits] else {
        guard different.count < 255 else { return sealed(of: numbers) }
        places[bits] = UInt8(different.count)
        codes.append(UInt8(different.count))
        different.append(bits)
        continue
      }
      codes.append(place)
    }
    var bytes = [different.count == 1 ? Form.one.rawValue : Form.few.rawValue, UInt8(different.count)]
    for number in different { append(number, width: 8, to: &bytes) }
    return sealed(different.count == 1 ? bytes : bytes + codes)
  }

  private static func sealed(of numbers: [Double]) -> [UInt8] {
    var bytes = [Form.many.rawValue]
    bytes.reserveCapacity(8 * rows + 16)
    for number in numbers {
      append((number.isNaN ? Double.nan : number + 0).bitPattern, width: 8, to: &bytes)
    }
    return sealed(bytes)
  }

  static func bytes(of texts: TextColumn) -> [UInt8] {
    let dictionary = texts.dictionary
    let isWide = dictionary.count > 255
    var bytes = [isWide ? Form.manyTexts.rawValue : Form.texts.rawValue]
    append(UInt64(dictionary.count), width: 2, to: &bytes)
    for end in dictionary.ends { append(UInt64(end), width: 4, to: &bytes) }
    bytes += dictionary.bytes
    for code in texts.codes { append(UInt64(code), width: isWide ? 2 : 1, to: &bytes) }
    return sealed(bytes)
  }

  /// The numbers, `nan` where a row has none; nil for bytes that are not as they were packed.
  static func numbers(_ packed: UnsafeRawBufferPointer) -> [Double]? {
    guard let bytes = unsealed(packed), let form = Form(rawValue: bytes[0]) else { return nil }
    func number(_ place: Int) -> Double {
      Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
    switch form {
    case .one: return bytes.count == 10 ? [Double](repeating: number(2), count: rows) : nil
    case .few:
      let count = Int(bytes[1])
      guard bytes.count == 2 + 8 * count + rows else { return nil }
      let values = (0..<count).map { number(2 + 8 * $0) }
      let codes = words(of: UInt8.self, bytes, from: 2 + 8 * count, count: rows)
      return largest(codes) < count ? codes.map { values[Int($0)] } : nil
    case .many:
      guard bytes.count == 1 + 8 * rows else { return nil }
      return words(of: UInt64.self, bytes, from: 1, count: rows).map { Double(bitPattern: $0) }
    case .texts, .manyTexts: return nil
    }
  }

  /// The texts; nil for bytes that are not as they were packed.
  static func texts(_ packed: UnsafeRawBufferPointer) -> TextColumn? {
    guard let bytes = unsealed(packed), let form = Form(rawValue: bytes[0]), bytes.count >= 3,
      form == .texts || form == .manyTexts
    else { return nil }
    let count = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt16.self)))
    let (start, width) = (3 + 4 * count, form == .manyTexts ? 2 : 1)
    guard bytes.count >= start + width * rows else { return nil }
    let ends = words(of: UInt32.self, bytes, from: 3, count: count)
    let codesStart = bytes.count - width * rows
    guard let dictionary = TextDictionary(bytes: Array(bytes[start..<codesStart]), ends: ends) else {
      return nil
    }
    let codes =
      width == 1
      ? widened(words(of: UInt8.self, bytes, from: codesStart, count: rows))
      : words(of: UInt16.self, bytes, from: codesStart, count: rows)
    return largest(codes) <= count ? TextColumn(dictionary: dictionary, codes: codes) : nil
  }

  private static func largest(_ words: [some FixedWidthInteger & UnsignedInteger]) -> Int {
    words.withUnsafeBufferPointer { words in
      var largest = words.first ?? 0
      for place in words.indices { largest = words[place] > largest ? words[place] : largest }
      return Int(largest)
    }
  }

  private static func widened(_ words: [UInt8]) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: words.count) { wide, count in
      words.withUnsafeBufferPointer { words in
        for place in words.indices { wide.initializeElement(at: place, to: UInt16(words[place])) }
      }
      count = words.count
    }
  }

  /// Numbers that follow one another from a place, each with its lowest byte first.
  private static func words<Word: FixedWidthInteger & UnsignedInteger>(
    of type: Word.Type, _ bytes: UnsafeRawBufferPointer, from start: Int, count: Int
  ) -> [Word] {
    var words = [Word](repeating: 0, count: count)
    let size = count * MemoryLayout<Word>.size
    words.withUnsafeMutableBytes { $0.copyMemory(from: .init(rebasing: bytes[start..<(start + size)])) }
    return Word(littleEndian: 1) == 1 ? words : words.map { Word(littleEndian: $0) }
  }

  private static func append(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))) }
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var sealed = bytes
    append(bytes.withUnsafeBytes { sum($0[...]) }, width: 8, to: &sealed)
    return sealed
  }

  private static func unsealed(_ packed: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard packed.count > 10 else { return nil }
    let bytes = packed[..<(packed.count - 8)]
    let stated = packed.loadUnaligned(fromByteOffset: bytes.count, as: UInt64.self)
    return sum(bytes) == UInt64(littleEndian: stated) ? UnsafeRawBufferPointer(rebasing: bytes) : nil
  }

  /// A checksum of words of eight bytes: every step is a bijection of the sum so far, so that a change of one word
  /// always changes it.
  private static func sum(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    var (sum, place) = (UInt64(buffer.count) ^ 0xcbf2_9ce4_8422_2325, 0)
    while place + 8 <= buffer.count {
      let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      sum = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15
      sum ^= sum >> 32
      place += 8
    }
    while place < buffer.count {
      sum = (sum ^ UInt64(buffer[place])) &* 0x100_0000_01b3
      place += 1
    }
    return sum
  }
}
