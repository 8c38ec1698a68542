internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Answers a query from blocks of packed columns: the whole catalog is looked at, in a few milliseconds a column.
struct BlockSearch {
  private let db: Database
  private let kinds: FormulaKinds
  private let blocks: ColumnBlocks

  /// - Parameter kept: columns of this moment of the catalog that were read before; nil where nobody asks again.
  /// - Returns: nil where most of the catalog is not packed.
  init?(_ db: Database, _ kinds: FormulaKinds, kept: KeptColumns? = nil) throws {
    guard let blocks = try ColumnBlocks(db, kept: kept) else { return nil }
    (self.db, self.kinds, self.blocks) = (db, kinds, blocks)
  }

  /// The places of a query in its order, as many as `shape` wants, and how many formulas satisfy it.
  func answer(
    _ query: CatalogQuery, _ shape: QueryShape
  ) throws -> (places: [(id: Int64, signs: UInt8)], total: Int) {
    let keys = try keys(query)
    let found = try matches(query.condition, keptFor: keys.flatMap(\.columns))
    return (try first(shape, of: found.rows, PlaceSelection(by: keys, in: found.blocks)), found.rows.total)
  }

  /// The places of those rows in the order of a query, as many as `shape` wants.
  func places(
    _ query: CatalogQuery, _ shape: QueryShape, of rows: MatchedRows
  ) throws -> [(id: Int64, signs: UInt8)] {
    let keys = try keys(query)
    let read = (0..<blocks.count).map { blocks.block($0, for: keys.flatMap(\.columns)) }
    return try first(shape, of: rows, PlaceSelection(by: keys, in: read))
  }

  private func first(
    _ shape: QueryShape, of rows: MatchedRows, _ selection: PlaceSelection
  ) throws -> [(id: Int64, signs: UInt8)] {
    try selection.first(shape.needed, of: rows.places(inHalves: shape.isInHalves)).dropFirst(shape.skipped)
      .map { (id: Int64($0.id), signs: $0.signs) }
  }

  /// What puts rows into the order of a query; the columns that it needs are read now, so that sorting does without the
  /// database.
  func selection(_ query: CatalogQuery) throws -> PlaceSelection {
    let keys = try keys(query)
    let columns = keys.flatMap(\.columns)
    let read = try (0..<blocks.count).map { number in
      let block = blocks.block(number, for: columns)
      try block.load(columns)
      return block
    }
    return PlaceSelection(by: keys, in: read)
  }

  /// The rows that satisfy a condition.
  /// - Parameter known: rows outside of which none does; nil where nothing is known.
  func matched(_ condition: QueryCondition?, within known: MatchedRows? = nil) throws -> MatchedRows {
    try matches(condition, keptFor: nil, within: known).rows
  }

  /// Reads the columns and findings that texts are looked for in, for whoever asks later.
  func prepareForTexts() throws {
    let columns = StoredColumnTable.keys
    let texts = ComposedTexts.kept(.formula, kinds, in: blocks.kept)
    for number in 0..<blocks.count {
      let block = blocks.block(number, for: columns)
      _ = (try texts.heads(block), try texts.tails(block))
    }
    _ = try blocks.kept?.bestFindings { try BestFindings(db) }
  }

  /// How many formulas satisfy a query, mirrors included.
  func total(_ query: CatalogQuery) throws -> Int { try matched(query.condition).total }

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

  private static func count(_ signs: Double) -> Int { Signs(rawValue: UInt8(signs: signs)).count }

  /// - Parameter kept: columns that are asked for afterwards; nil where blocks are not wanted.
  private func matches(
    _ condition: QueryCondition?, keptFor kept: [StoredColumn]?, within known: MatchedRows? = nil
  ) throws -> (rows: MatchedRows, blocks: [ColumnBlock]) {
    let reader = BlockConditionReader(db: db, kinds: kinds, blocks: blocks)
    let condition = try condition.map(reader.condition)
    let columns = (condition?.columns ?? []) + (kept ?? []) + [StoredColumnTable.signs]
    var (rows, read) = (MatchedRows(blocks: blocks.count), [ColumnBlock]())
    for number in 0..<blocks.count {
      if let known, known.isEmpty(block: number) {
        rows.appendNone()
        continue
      }
      let block = blocks.block(number, for: columns)
      rows.append(try condition?.mask(block), signs: try block.numbers(StoredColumnTable.signs))
      guard let kept else { continue }
      block.keepOnly(kept)
      read.append(block)
    }
    return (rows, read)
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
