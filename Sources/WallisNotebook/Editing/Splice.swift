/// The difference between two texts as one replacement: the smallest change that undo and the journal record.
///
/// Offsets count UTF-8 bytes and always lie between scalars.
struct Splice: Codable, Equatable, Sendable {
  /// Where the replacement begins.
  var offset: Int
  /// What stood there.
  var removed: String
  /// What stands there now.
  var inserted: String

  /// The change from `old` to `new`; nil where they are the same scalars.
  ///
  /// - Complexity: O(n) bytes.
  init?(from old: String, to new: String) {
    let (before, after) = (Array(old.utf8), Array(new.utf8))
    let limit = min(before.count, after.count)
    var prefix = 0
    while prefix < limit, before[prefix] == after[prefix] { prefix += 1 }
    if prefix == before.count, prefix == after.count { return nil }
    while prefix > 0, !before.isScalarBoundary(prefix) || !after.isScalarBoundary(prefix) { prefix -= 1 }
    var suffix = 0
    while suffix < limit - prefix, before[before.count - 1 - suffix] == after[after.count - 1 - suffix] {
      suffix += 1
    }
    while suffix > 0, !before.isScalarBoundary(before.count - suffix) { suffix -= 1 }
    offset = prefix
    removed = String(decoding: before[prefix..<(before.count - suffix)], as: UTF8.self)
    inserted = String(decoding: after[prefix..<(after.count - suffix)], as: UTF8.self)
  }

  private init(offset: Int, removed: String, inserted: String) {
    (self.offset, self.removed, self.inserted) = (offset, removed, inserted)
  }

  /// The change that takes this one back.
  var inverse: Splice { Splice(offset: offset, removed: inserted, inserted: removed) }

  /// The changed text; nil where `removed` does not stand at `offset` (a journal that belongs to another text).
  func applied(to text: String) -> String? {
    let bytes = Array(text.utf8)
    let gone = Array(removed.utf8)
    guard offset >= 0, offset + gone.count <= bytes.count else { return nil }
    guard Array(bytes[offset..<(offset + gone.count)]) == gone else { return nil }
    return String(
      decoding: bytes[..<offset] + Array(inserted.utf8) + bytes[(offset + gone.count)...], as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func isScalarBoundary(_ index: Int) -> Bool { index >= count || self[index] & 0xC0 != 0x80 }
}
