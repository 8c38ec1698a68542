internal import Foundation
internal import WallisArithmetic
internal import WallisFormulas

/// Texts of the rows of a block: which row has which; -1 where it has none.
struct BlockTexts {
  let entries: [Int32]
  /// Texts by entry, of the formula and of its mirror; nil for what cannot be read.
  let (own, mirrored): ([[UInt8]?], [[UInt8]?])
  /// Equal for blocks of one column whose texts are the same; nil where that is not known.
  var generation: Int?
}

/// A text as a key that hashes quickly.
private struct TextKeyBytes: Hashable {
  let bytes: ArraySlice<UInt8>

  static func == (one: TextKeyBytes, other: TextKeyBytes) -> Bool {
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

/// Keys and shown texts of formulas, made of the columns that hold their kinds and sides, in two pieces: a head with the
/// kind and a, and a tail with b. No head is the beginning of another one, so that pieces compare as whole texts do.
///
/// It follows what `FormulaColumns` says of keys, of mirrors and of how such formulas are shown.
final class ComposedTexts {
  enum Style { case key, formula }

  private let style: Style
  private let kinds: FormulaKinds
  /// Polynomials as they are shown, by lists of coefficients.
  private var shown: [TextKeyBytes: [UInt8]] = [:]
  /// Tails of shown formulas, by lists of coefficients.
  private var shownTails: [TextKeyBytes: [UInt8]] = [:]
  /// The tails of the last block: neighbours often have the same.
  private var last: (dictionary: TextDictionary, tails: [[UInt8]?])?
  private var generation = 0

  init(_ style: Style, _ kinds: FormulaKinds) { (self.style, self.kinds) = (style, kinds) }

  var columns: [StoredColumn] { StoredColumnTable.keys }

  /// The heads of a block.
  func heads(_ block: ColumnBlock) throws -> BlockTexts {
    let (kind, a) = (try block.texts(StoredColumnTable.kind), try block.texts(StoredColumnTable.a))
    let whole = try block.texts(StoredColumnTable.wholeKey)
    if whole.isEmpty, kind.dictionary.count == 1 { return heads(kind, a) }
    var heads = Pieces()
    for row in kind.codes.indices {
      if let code = whole.code(row) {
        let head = wholePieces(whole.dictionary.text(code)).head
        heads.append(head, mirrored: head)
      } else if let word = kind.code(row), let list = a.code(row) {
        heads.append(pair: word << 16 | list) {
          let (word, list) = (kind.dictionary[word], a.dictionary[list])
          return (head(word, list), head(word, ComposedTexts.negated(list)[...]))
        }
      } else {
        heads.entries.append(-1)
      }
    }
    return heads.block
  }

  /// The heads of a block whose formulas are of one kind, one for each list of coefficients.
  private func heads(_ kind: TextColumn, _ a: TextColumn) -> BlockTexts {
    let (word, lists) = (kind.dictionary[0], (0..<a.dictionary.count).map { a.dictionary[$0] })
    let entries = zip(kind.codes, a.codes).map { kind, list in
      kind == 0 && Int(list) < lists.count ? Int32(list) : -1
    }
    return BlockTexts(
      entries: entries, own: lists.map { head(word, $0) },
      mirrored: lists.map { head(word, ComposedTexts.negated($0)[...]) })
  }

  /// The tails of a block.
  func tails(_ block: ColumnBlock) throws -> BlockTexts {
    let (b, whole) = (try block.texts(StoredColumnTable.b), try block.texts(StoredColumnTable.wholeKey))
    let texts = tails(b.dictionary)
    if whole.isEmpty {
      let entries = b.codes.map { Int($0) < texts.count ? Int32($0) : -1 }
      return BlockTexts(entries: entries, own: texts, mirrored: texts, generation: generation)
    }
    var tails = Pieces(texts: texts)
    for row in b.codes.indices {
      if let code = whole.code(row) {
        let tail = wholePieces(whole.dictionary.text(code)).tail
        tails.append(tail, mirrored: tail)
      } else {
        tails.entries.append(b.code(row).map(Int32.init) ?? -1)
      }
    }
    return tails.block
  }

  /// Pieces of the rows so far.
  private struct Pieces {
    var entries: [Int32] = []
    private var (own, mirrored): ([[UInt8]?], [[UInt8]?])
    private var places: [Int: Int32] = [:]
    private var last: (pair: Int, place: Int32)?

    init(texts: [[UInt8]?] = []) {
      (own, mirrored) = (texts, texts)
      entries.reserveCapacity(StoredColumn.rowsPerBlock)
    }

    var block: BlockTexts { BlockTexts(entries: entries, own: own, mirrored: mirrored) }

    /// A piece that no other row has.
    mutating func append(_ text: [UInt8]?, mirrored other: [UInt8]?) {
      entries.append(Int32(own.count))
      own.append(text)
      mirrored.append(other)
    }

    /// A piece that rows share which have the same pair of places in two dictionaries.
    mutating func append(pair: Int, texts: () -> (own: [UInt8], mirrored: [UInt8])) {
      if let last, last.pair == pair { return entries.append(last.place) }
      if let place = places[pair] {
        entries.append(place)
      } else {
        places[pair] = Int32(own.count)
        let texts = texts()
        append(texts.own, mirrored: texts.mirrored)
      }
      last = (pair, entries[entries.count - 1])
    }
  }

  private func head(_ word: ArraySlice<UInt8>, _ list: ArraySlice<UInt8>) -> [UInt8] {
    switch style {
    case .key: Array(word) + " ".utf8 + list + " ".utf8
    case .formula: Array(word) + "(".utf8 + shown(list) + ", ".utf8
    }
  }

  private func tails(_ dictionary: TextDictionary) -> [[UInt8]?] {
    if let last, last.dictionary == dictionary { return last.tails }
    // Texts rise in both, and most are in both.
    let before = last ?? (TextDictionary([]), [])
    var (tails, place): ([[UInt8]?], Int) = ([], 0)
    tails.reserveCapacity(dictionary.count)
    for entry in 0..<dictionary.count {
      var order = 1
      while place < before.dictionary.count {
        order = before.dictionary.compare(place, dictionary, entry)
        if order >= 0 { break }
        place += 1
      }
      tails.append(order == 0 ? before.tails[place] : tail(dictionary[entry]))
    }
    last = (dictionary, tails)
    generation += 1
    return tails
  }

  /// The pieces of a formula whose columns say nothing: of its key the first two words, then the others.
  private func wholePieces(_ key: String) -> (head: [UInt8]?, tail: [UInt8]) {
    guard style == .key else { return (kinds.formula(key: key).map { Array($0.description.utf8) }, []) }
    let bytes = Array(key.utf8)
    let spaces = bytes.indices.filter { bytes[$0] == 0x20 }
    let end = spaces.count > 1 ? spaces[1] + 1 : bytes.count
    return (Array(bytes[..<end]), Array(bytes[end...]))
  }

  private func tail(_ list: ArraySlice<UInt8>) -> [UInt8] {
    guard style == .formula else { return Array(list) }
    let key = TextKeyBytes(bytes: list)
    if let text = shownTails[key] { return text }
    let text = shown(list) + ")".utf8
    shownTails[key] = text
    return text
  }

  private func shown(_ list: ArraySlice<UInt8>) -> [UInt8] {
    if let text = shown[TextKeyBytes(bytes: list)] { return text }
    let text = Array((FormulaColumns.shown(String(decoding: list, as: UTF8.self)) ?? "").utf8)
    shown[TextKeyBytes(bytes: list)] = text
    return text
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
