internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Answers a query from blocks of packed columns: the whole catalog is looked at, in a few milliseconds a column.
struct BlockSearch {
  private let db: Database
  private let kinds: FormulaKinds
  private let blocks: ColumnBlocks

  /// - Returns: nil where most of the catalog is not packed.
  init?(_ db: Database, _ kinds: FormulaKinds) throws {
    guard let blocks = try ColumnBlocks(db) else { return nil }
    (self.db, self.kinds, self.blocks) = (db, kinds, blocks)
  }

  /// The places of a query in its order, as many as `shape` wants, and how many formulas satisfy it.
  func answer(
    _ query: CatalogQuery, _ shape: QueryShape
  ) throws -> (places: [(id: Int64, signs: UInt8)], total: Int) {
    let keys = try keys(query)
    let found = try matches(query, keptFor: keys.flatMap(\.columns), inHalves: shape.isInHalves)
    let first = try PlaceSelection(by: keys, in: found.blocks).first(shape.needed, of: found.places)
    let places = first.dropFirst(shape.skipped).map { place in
      (id: found.blocks[Int(place.block)].id(Int(place.row)), signs: place.signs)
    }
    return (places, found.total)
  }

  /// How many formulas satisfy a query, mirrors included.
  func total(_ query: CatalogQuery) throws -> Int { try matches(query, keptFor: nil, inHalves: false).total }

  /// Formulas by the texts of a column, mirrors included, those without left out.
  func counts(_ column: StoredColumn) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for number in 0..<blocks.count {
      let block = blocks.block(number, for: [column, StoredColumnTable.signs])
      let (texts, signs) = (try block.texts(column), try block.numbers(StoredColumnTable.signs))
      var entries = [Int](repeating: 0, count: texts.dictionary.count)
      for row in signs.indices {
        if let code = texts.code(row) { entries[code] += BlockSearch.count(signs[row]) }
      }
      for (entry, count) in entries.enumerated() { counts[texts.dictionary.text(entry), default: 0] += count }
    }
    return counts
  }

  private static func count(_ signs: Double) -> Int { signs.isNaN ? 0 : Signs(rawValue: UInt8(signs)).count }

  /// - Parameter kept: columns that the places are sorted by; nil where places are not wanted.
  private func matches(
    _ query: CatalogQuery, keptFor kept: [StoredColumn]?, inHalves: Bool
  ) throws -> (places: [BlockPlace], blocks: [ColumnBlock], total: Int) {
    let reader = BlockConditionReader(db: db, kinds: kinds, blocks: blocks.count)
    let condition = try query.condition.map(reader.condition)
    let columns = (condition?.columns ?? []) + (kept ?? []) + [StoredColumnTable.signs]
    var (places, read, total): ([BlockPlace], [ColumnBlock], Int) = ([], [], 0)
    for number in 0..<blocks.count {
      let block = blocks.block(number, for: columns)
      let signs = try block.numbers(StoredColumnTable.signs)
      let mask = try condition?.mask(block) ?? [UInt8](repeating: 3, count: signs.count)
      for row in mask.indices where mask[row] != 0 && !signs[row].isNaN {
        let both = mask[row] & UInt8(signs[row])
        total += Signs(rawValue: both).count
        guard kept != nil, both != 0 else { continue }
        let place = BlockPlace(block: UInt32(number), row: UInt16(row), signs: both)
        if inHalves && both == 3 {
          places.append(place.half(1))
          places.append(place.half(2))
        } else {
          places.append(place)
        }
      }
      if let kept { block.keepOnly(kept) }
      read.append(block)
    }
    return (places, read, total)
  }

  private func keys(_ query: CatalogQuery) throws -> [any PlaceKey] {
    try query.sort.flatMap { try keys($0.field, isDescending: $0.isDescending) }
      + TextKey.keys(ComposedTexts(.key, kinds), dependsOnSign: false, isDescending: false)
  }

  private func keys(_ field: QueryField, isDescending: Bool) throws -> [any PlaceKey] {
    if let style = field.composedStyle {
      return TextKey.keys(ComposedTexts(style, kinds), dependsOnSign: true, isDescending: isDescending)
    }
    guard let column = StoredColumnTable.column(sql: field.sql) else {
      let ranks = try WrittenField(field).ranks(blocks: blocks.count, in: db)
      return [WrittenKey(ranks: ranks, isDescending: isDescending)]
    }
    if column.isText {
      return [TextKey(column, opposite: field.oppositeText, isDescending: isDescending)]
    }
    return [NumberKey(column: column, isOpposite: field.dependsOnSign, isDescending: isDescending)]
  }
}
