internal import WallisFormulas

/// Keys and shown texts of formulas, made of the columns that hold their kinds and sides, in two pieces: a head with the
/// kind and a, and a tail with b. No head is the beginning of another one, so that pieces compare as whole texts do.
///
/// It follows what `FormulaColumns` says of keys, of mirrors and of how such formulas are shown.
///
/// Those of a watched catalog are kept with its columns, and used within one snapshot at a time: not safe elsewhere.
final class ComposedTexts: @unchecked Sendable {
  enum Style: String { case key, formula }

  private let style: Style
  private let kinds: FormulaKinds
  private var headPieces = TextPool()
  private var tailPieces = TextPool()
  /// Numbers of the heads of a list of coefficients and of the opposite list, for formulas of one kind.
  private var knownHeads = CarriedValues<(own: Int32, mirrored: Int32)>()
  private var kindOfKnownHeads: [UInt8] = []
  private var knownTails = CarriedValues<Int32>()
  /// Heads and tails by block, where they are asked for again and again, and how many bytes of them may still be kept: none
  /// where one pool of texts is not enough for all.
  private var kept: (heads: [Int: BlockTexts], tails: [Int: BlockTexts]) = ([:], [:])
  private var room = 0

  init(_ style: Style, _ kinds: FormulaKinds) { (self.style, self.kinds) = (style, kinds) }

  var columns: [StoredColumn] { StoredColumnTable.keys }

  /// Those that were kept with the columns of a catalog, or new ones where nothing is.
  static func kept(_ style: Style, _ kinds: FormulaKinds, in columns: KeptColumns?) -> ComposedTexts {
    guard let columns else { return ComposedTexts(style, kinds) }
    return columns.other("texts " + style.rawValue) {
      let texts = ComposedTexts(style, kinds)
      texts.room = ComposedTexts.most
      return texts
    }
  }

  private static let most = 16_000_000

  /// The heads of a block.
  func heads(_ block: ColumnBlock) throws -> BlockTexts {
    if let known = kept.heads[block.number] { return known }
    let heads = try findHeads(block)
    if takesRoom(heads) { kept.heads[block.number] = heads }
    return heads
  }

  /// The tails of a block.
  func tails(_ block: ColumnBlock) throws -> BlockTexts {
    if let known = kept.tails[block.number] { return known }
    let tails = try findTails(block)
    if takesRoom(tails) { kept.tails[block.number] = tails }
    return tails
  }

  private func takesRoom(_ texts: BlockTexts) -> Bool {
    let size = 2 * texts.entries.count + 4 * (texts.own.count + texts.mirrored.count)
    guard size <= room else { return false }
    room -= size
    return true
  }

  private func findHeads(_ block: ColumnBlock) throws -> BlockTexts {
    let (kind, a) = (try block.texts(StoredColumnTable.kind), try block.texts(StoredColumnTable.a))
    let whole = try block.texts(StoredColumnTable.wholeKey)
    if headPieces.isFull { (headPieces, knownHeads, room) = (TextPool(), CarriedValues(), 0) }
    if whole.isEmpty, kind.dictionary.count == 1, kind.codes.allSatisfy({ $0 == 0 }) {
      return heads(kind.dictionary[0], a)
    }
    var (own, mirrored) = ([Int32](), [Int32]())
    var last: (kind: Int, list: Int, heads: (own: Int32, mirrored: Int32))?
    for row in kind.codes.indices {
      if let code = whole.code(row) {
        own.append(wholePieces(whole.dictionary.text(code)).head.map(headPieces.append) ?? -1)
        mirrored.append(own[row])
      } else if let word = kind.code(row), let list = a.code(row) {
        let known = last.flatMap { $0.kind == word && $0.list == list ? $0.heads : nil }
        let heads = known ?? headNumbers(kind.dictionary[word], a.dictionary[list])
        own.append(heads.own)
        mirrored.append(heads.mirrored)
        last = (word, list, heads)
      } else {
        own.append(-1)
        mirrored.append(-1)
      }
    }
    return BlockTexts(
      pool: headPieces, entries: ComposedTexts.entryForEachRow, own: own, mirrored: mirrored)
  }

  /// The heads of a block whose formulas are of one kind, one for each list of coefficients.
  private func heads(_ word: ArraySlice<UInt8>, _ a: TextColumn) -> BlockTexts {
    if !word.elementsEqual(kindOfKnownHeads) {
      (kindOfKnownHeads, knownHeads) = (Array(word), CarriedValues())
    }
    let heads = knownHeads.values(of: a.dictionary) { headNumbers(word, $0) }
    return BlockTexts(
      pool: headPieces, entries: a.codes, own: heads.map(\.own) + [-1], mirrored: heads.map(\.mirrored) + [-1]
    )
  }

  private func findTails(_ block: ColumnBlock) throws -> BlockTexts {
    let (b, whole) = (try block.texts(StoredColumnTable.b), try block.texts(StoredColumnTable.wholeKey))
    if tailPieces.isFull { (tailPieces, knownTails, room) = (TextPool(), CarriedValues(), 0) }
    let tails = knownTails.values(of: b.dictionary) { tailPieces.number(tail($0)) } + [-1]
    guard !whole.isEmpty else {
      return BlockTexts(pool: tailPieces, entries: b.codes, own: tails, mirrored: tails)
    }
    let numbers = b.codes.indices.map { row in
      guard let code = whole.code(row) else { return tails[Int(b.codes[row])] }
      return tailPieces.append(wholePieces(whole.dictionary.text(code)).tail)
    }
    return BlockTexts(
      pool: tailPieces, entries: ComposedTexts.entryForEachRow, own: numbers, mirrored: numbers)
  }

  private static let entryForEachRow = (0..<StoredColumn.rowsPerBlock).map { UInt16($0) }

  private func headNumbers(
    _ word: ArraySlice<UInt8>, _ list: ArraySlice<UInt8>
  ) -> (own: Int32, mirrored: Int32) {
    (
      headPieces.number(head(word, list)),
      headPieces.number(head(word, ComposedTexts.negated(list)[...]))
    )
  }

  private func head(_ word: ArraySlice<UInt8>, _ list: ArraySlice<UInt8>) -> [UInt8] {
    switch style {
    case .key: Array(word) + " ".utf8 + list + " ".utf8
    case .formula: Array(word) + "(".utf8 + shown(list) + ", ".utf8
    }
  }

  private func tail(_ list: ArraySlice<UInt8>) -> [UInt8] {
    style == .key ? Array(list) : shown(list) + ")".utf8
  }

  private func shown(_ list: ArraySlice<UInt8>) -> [UInt8] {
    Array((FormulaColumns.shown(String(decoding: list, as: UTF8.self)) ?? "").utf8)
  }

  /// The pieces of a formula whose columns say nothing: of its key the first two words, then the others.
  private func wholePieces(_ key: String) -> (head: [UInt8]?, tail: [UInt8]) {
    guard style == .key else { return (kinds.formula(key: key).map { Array($0.description.utf8) }, []) }
    let bytes = Array(key.utf8)
    let spaces = bytes.indices.filter { bytes[$0] == 0x20 }
    let end = spaces.count > 1 ? spaces[1] + 1 : bytes.count
    return (Array(bytes[..<end]), Array(bytes[end...]))
  }

  /// The list with every element negated.
  static func negated(_ list: ArraySlice<UInt8>) -> [UInt8] {
    let (comma, minus) = (UInt8(ascii: ","), UInt8(ascii: "-"))
    let elements = list.split(separator: comma, omittingEmptySubsequences: false).map { element -> [UInt8] in
      if element.first == minus { return Array(element.dropFirst()) }
      return element.elementsEqual([UInt8(ascii: "0")]) ? Array(element) : [minus] + element
    }
    return Array(elements.joined(separator: [comma]))
  }
}
