internal import Foundation

/// The bytes of a database file as pages, read without SQLite, so that damage in one place hides nothing elsewhere.
///
/// The format is that of <https://www.sqlite.org/fileformat2.html>, section 1; numbers are big-endian.
struct PageFile {
  private let bytes: [UInt8]
  /// Bytes of a page.
  let pageSize: Int
  /// Bytes of a page that hold anything.
  let usable: Int

  /// The pages of a file of which SQLite always leaves the last 0 to 32 bytes of a page alone.
  init(bytes: [UInt8], pageSize: Int) {
    (self.bytes, self.pageSize) = (bytes, pageSize)
    let reserved = bytes.count > 20 ? Int(bytes[20]) : 0
    usable = pageSize - (reserved <= 32 ? reserved : 0)
  }

  /// The size of pages that the header states; nil where that is none.
  static func statedPageSize(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 100 else { return nil }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    return size == 1 ? 65_536 : pageSizes.contains(size) ? size : nil
  }

  /// All sizes that pages can have, the most frequent first.
  static let pageSizes = [4096, 8192, 16_384, 32_768, 65_536, 2048, 1024, 512]

  /// Pages, the last perhaps cut off.
  var count: Int { (bytes.count + pageSize - 1) / pageSize }

  /// The bytes of a page; pages count from 1.
  func page(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number - 1) * pageSize..<min(number * pageSize, bytes.count)]
  }
}

extension ArraySlice<UInt8> {
  /// The byte at an offset from the start; 0 behind the end.
  func byte(_ offset: Int) -> Int { offset >= 0 && offset < count ? Int(self[startIndex + offset]) : 0 }

  /// The number of two bytes at an offset.
  func short(_ offset: Int) -> Int { byte(offset) << 8 | byte(offset + 1) }

  /// The number of four bytes at an offset.
  func long(_ offset: Int) -> Int { short(offset) << 16 | short(offset + 2) }

  /// The number of variable length at an offset, and the offset behind it; nil behind the end.
  func variable(_ offset: Int) -> (value: Int64, end: Int)? {
    var value: UInt64 = 0
    for place in 0..<9 {
      guard offset + place < count else { return nil }
      let byte = self[startIndex + offset + place]
      if place == 8 { return (Int64(bitPattern: value << 8 | UInt64(byte)), offset + 9) }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { return (Int64(bitPattern: value), offset + place + 1) }
    }
    return nil
  }
}
