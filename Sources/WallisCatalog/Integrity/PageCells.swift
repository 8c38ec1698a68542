/// The records of one page.
struct PageCells {
  /// Kinds of pages that hold rows: leaves of tables with numbered rows, leaves and nodes of all other tables.
  private enum Kind: Int {
    case node = 2
    case leaf = 10
    case numberedLeaf = 13
  }

  private let file: PageFile
  private let page: ArraySlice<UInt8>
  private let start: Int

  init(_ file: PageFile, page number: Int) {
    (self.file, page, start) = (file, file.page(number), number == 1 ? 100 : 0)
  }

  /// The records that the page lists; where the page does not fit together, every one that can be made out in it.
  func records() -> [PageRecord] {
    guard let kind = Kind(rawValue: page.byte(start)) else {
      return page.contains { $0 != 0 } ? anywhere : []
    }
    let (count, first) = (page.short(start + 3), start + (kind == .node ? 12 : 8))
    var (records, used, isWhole) = ([PageRecord](), 0, true)
    for cell in 0..<min(count, file.pageSize / 2) {
      let offset = page.short(first + 2 * cell)
      if let (record, size) = record(at: offset, kind) {
        records.append(record)
        used += max(4, size)
      } else {
        isWhole = false
      }
    }
    let content = page.short(start + 5)
    let free = freeBlocks + page.byte(start + 7)
    if isWhole, used + free == file.usable - (content == 0 ? 65_536 : content) { return records }
    return anywhere
  }

  /// Bytes in the list of free blocks; what makes no sense ends it.
  private var freeBlocks: Int {
    var (block, total) = (page.short(start + 1), 0)
    while block > 0, block + 4 <= file.usable, total < file.usable {
      total += page.short(block + 2)
      let next = page.short(block)
      guard next > block else { break }
      block = next
    }
    return total
  }

  /// What can be made out at any place of the page, whatever its kind was.
  private var anywhere: [PageRecord] {
    [Kind.numberedLeaf, .leaf, .node].flatMap { kind in
      (0..<max(0, page.count - 4)).compactMap { record(at: $0, kind)?.record }
    }
  }

  private func record(at offset: Int, _ kind: Kind) -> (record: PageRecord, size: Int)? {
    let begin = offset + (kind == .node ? 4 : 0)
    guard offset >= 8, let (length, afterLength) = page.variable(begin), length > 1, length < 1 << 26 else {
      return nil
    }
    var (rowNumber, body): (Int64?, Int) = (nil, afterLength)
    if kind == .numberedLeaf {
      guard let (number, end) = page.variable(afterLength) else { return nil }
      (rowNumber, body) = (number, end)
    }
    let (local, isSpilled) = localLength(Int(length), kind)
    guard body + local <= page.count else { return nil }
    let payload = page.dropFirst(body).prefix(local)
    let end = body + local + (isSpilled ? 4 : 0) - offset
    if !isSpilled { return PageRecord(payload: payload, rowNumber: rowNumber).map { ($0, end) } }
    guard let whole = spilled(Array(payload), Int(length), from: page.long(body + local)) else { return nil }
    return PageRecord(payload: whole[...], rowNumber: rowNumber).map { ($0, end) }
  }

  /// How much of a record is in its page.
  private func localLength(_ length: Int, _ kind: Kind) -> (length: Int, isSpilled: Bool) {
    let most = kind == .numberedLeaf ? file.usable - 35 : (file.usable - 12) * 64 / 255 - 23
    guard length > most else { return (length, false) }
    let least = (file.usable - 12) * 32 / 255 - 23
    let fitting = least + (length - least) % (file.usable - 4)
    return (fitting <= most ? fitting : least, true)
  }

  private func spilled(_ local: [UInt8], _ length: Int, from first: Int) -> [UInt8]? {
    var (bytes, next) = (local, first)
    while bytes.count < length {
      guard next > 1, next <= file.count else { return nil }
      let page = file.page(next)
      next = page.long(0)
      bytes += page.dropFirst(4).prefix(min(file.usable - 4, length - bytes.count))
      if page.count < file.pageSize { break }
    }
    return bytes.count == length ? bytes : nil
  }
}
