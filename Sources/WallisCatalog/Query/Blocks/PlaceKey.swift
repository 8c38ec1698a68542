internal import Foundation

/// A row that satisfies a condition.
struct BlockPlace {
  let block: UInt32
  let row: UInt16
  /// Bits 1 the formula and 2 its mirror; where they are places of their own, one of them.
  let signs: UInt8

  var isMirrored: Bool { signs == 2 }

  /// Identifier of the row.
  var id: Int { Int(block) * StoredColumn.rowsPerBlock + Int(row) }

  /// The formula or its mirror alone.
  func half(_ sign: UInt8) -> BlockPlace { BlockPlace(block: block, row: row, signs: sign) }
}

/// What places are sorted by.
protocol PlaceKey {
  /// The columns that it reads.
  var columns: [StoredColumn] { get }

  /// For each place a number that is the smaller the earlier the place comes, infinite where nothing is there to sort
  /// by; equal for what is equal.
  /// - Parameters:
  ///   - places: in the order of their blocks.
  ///   - blocks: the blocks by number.
  func ranks(_ places: [BlockPlace], _ blocks: [ColumnBlock]) throws -> [Double]
}

/// The order of a numeric column.
struct NumberKey: PlaceKey {
  let column: StoredColumn
  /// Whether the mirror has the opposite number.
  let isOpposite: Bool
  let isDescending: Bool

  var columns: [StoredColumn] { [column] }

  func ranks(_ places: [BlockPlace], _ blocks: [ColumnBlock]) throws -> [Double] {
    var ranks: [Double] = []
    ranks.reserveCapacity(places.count)
    var (numbers, current): ([Double], UInt32?) = ([], nil)
    for place in places {
      if place.block != current {
        numbers = try blocks[Int(place.block)].numbers(column)
        current = place.block
      }
      let number = numbers[Int(place.row)]
      let isNegated = isDescending != (isOpposite && place.isMirrored)
      ranks.append(number.isNaN ? .infinity : isNegated ? -number : number)
    }
    return ranks
  }
}

/// The order of a field that other tables hold.
struct WrittenKey: PlaceKey {
  /// Ranks by identifier, nan where there is none.
  let ranks: [Double]
  let isDescending: Bool

  var columns: [StoredColumn] { [] }

  func ranks(_ places: [BlockPlace], _ blocks: [ColumnBlock]) -> [Double] {
    places.map { place in
      let rank = ranks[Int(place.block) * StoredColumn.rowsPerBlock + Int(place.row)]
      return rank.isNaN ? .infinity : isDescending ? -rank : rank
    }
  }
}

/// Different texts of pools, each with a slot.
private struct TextItems {
  private(set) var texts: [[UInt8]] = []
  private var pool: TextPool?
  /// Slots of the texts of the pool; -1 where none was given.
  private var known: [Int32] = []

  /// Goes on with texts of a pool, which may have grown.
  mutating func enter(_ next: TextPool) {
    if next !== pool { (pool, known) = (next, []) }
    known += [Int32](repeating: -1, count: next.texts.count - known.count)
  }

  /// The slot of a text of the pool that was entered; -1 for none.
  mutating func slot(_ number: Int32, in pool: TextPool) -> Int32 {
    guard number >= 0 else { return -1 }
    if known[Int(number)] < 0 {
      known[Int(number)] = Int32(texts.count)
      texts.append(pool.texts[Int(number)])
    }
    return known[Int(number)]
  }
}

/// The order of texts by their bytes; each different text is compared once.
struct TextKey: PlaceKey {
  let columns: [StoredColumn]
  /// Whether the mirror has a text of its own.
  let dependsOnSign: Bool
  let isDescending: Bool
  let texts: (ColumnBlock) throws -> BlockTexts

  func ranks(_ places: [BlockPlace], _ blocks: [ColumnBlock]) throws -> [Double] {
    var (items, slots) = (TextItems(), [Int32]())
    slots.reserveCapacity(places.count)
    var first = 0
    while first < places.count {
      let number = places[first].block
      let block = try texts(blocks[Int(number)])
      items.enter(block.pool)
      // Slots by entry, asked for once; -2 before.
      var own = [Int32](repeating: -2, count: block.own.count)
      var mirrored = dependsOnSign ? own : []
      while first < places.count, places[first].block == number {
        let entry = Int(block.entries[Int(places[first].row)])
        if dependsOnSign && places[first].isMirrored {
          if mirrored[entry] == -2 { mirrored[entry] = items.slot(block.mirrored[entry], in: block.pool) }
          slots.append(mirrored[entry])
        } else {
          if own[entry] == -2 { own[entry] = items.slot(block.own[entry], in: block.pool) }
          slots.append(own[entry])
        }
        first += 1
      }
    }
    let ranks = TextKey.ranks(items.texts)
    return slots.map { $0 < 0 ? .infinity : isDescending ? -ranks[Int($0)] : ranks[Int($0)] }
  }

  /// Places of texts in the order of their bytes; equal texts have the same.
  private static func ranks(_ texts: [[UInt8]]) -> [Double] {
    let order = texts.indices.sorted { precedes(texts[$0], texts[$1]) }
    var ranks = [Double](repeating: 0, count: texts.count)
    for (before, index) in zip(order, order.dropFirst()) {
      ranks[index] = ranks[before] + (texts[before] == texts[index] ? 0 : 1)
    }
    return ranks
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let order = left.withUnsafeBytes { left in
      right.withUnsafeBytes { right -> Int32 in
        guard let one = left.baseAddress, let two = right.baseAddress else { return 0 }
        return memcmp(one, two, min(left.count, right.count))
      }
    }
    return order != 0 ? order < 0 : left.count < right.count
  }
}

extension TextKey {
  /// The order of a column of texts.
  init(
    _ column: StoredColumn, opposite: ((ArraySlice<UInt8>) -> [UInt8])?, isDescending: Bool
  ) {
    let pieces = ColumnTexts(column, opposite)
    self.init(
      columns: [column], dependsOnSign: opposite != nil, isDescending: isDescending, texts: pieces.texts)
  }

  /// The order of keys or of shown texts: first that of their heads, then that of their tails.
  static func keys(_ texts: ComposedTexts, dependsOnSign: Bool, isDescending: Bool) -> [TextKey] {
    [
      TextKey(columns: texts.columns, dependsOnSign: dependsOnSign, isDescending: isDescending) {
        try texts.heads($0)
      },
      TextKey(columns: texts.columns, dependsOnSign: false, isDescending: isDescending) {
        try texts.tails($0)
      },
    ]
  }
}

/// The texts of a column and what they are in the mirror.
private final class ColumnTexts {
  private let column: StoredColumn
  private let opposite: ((ArraySlice<UInt8>) -> [UInt8])?
  private var pool = TextPool()
  private var known = CarriedValues<(own: Int32, mirrored: Int32)>()

  init(_ column: StoredColumn, _ opposite: ((ArraySlice<UInt8>) -> [UInt8])?) {
    (self.column, self.opposite) = (column, opposite)
  }

  func texts(_ block: ColumnBlock) throws -> BlockTexts {
    if pool.isFull { (pool, known) = (TextPool(), CarriedValues()) }
    let texts = try block.texts(column)
    let numbers = known.values(of: texts.dictionary) { text in
      let own = pool.number(Array(text))
      return (own, opposite.map { pool.number($0(text)) } ?? own)
    }
    return BlockTexts(
      pool: pool, entries: texts.codes, own: numbers.map(\.own) + [-1],
      mirrored: numbers.map(\.mirrored) + [-1])
  }
}
