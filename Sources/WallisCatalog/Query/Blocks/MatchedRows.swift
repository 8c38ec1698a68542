/// The rows that satisfy a condition, with their numbers.
struct MatchedRows: Sendable {
  /// By identifier bits 1 the formula and 2 its mirror, those that the catalog has and that satisfy the condition.
  private(set) var masks: [UInt8] = []
  /// Rows; a formula and its mirror are one.
  private(set) var count = 0
  /// Formulas, mirrors included.
  private(set) var total = 0

  /// None so far.
  init(blocks: Int) { masks.reserveCapacity(blocks * StoredColumn.rowsPerBlock) }

  /// Adds the next block.
  /// - Parameters:
  ///   - mask: by row bits 1 and 2 where the formula and where its mirror satisfies the condition; nil where all do.
  ///   - signs: by row those that the catalog has, `nan` where there is no row.
  mutating func append(_ mask: [UInt8]?, signs: [Double]) {
    let (start, mask) = (masks.count, mask ?? [UInt8](repeating: 3, count: signs.count))
    masks.append(contentsOf: repeatElement(0, count: signs.count))
    var (count, total) = (0, 0)
    masks.withUnsafeMutableBufferPointer { masks in
      signs.withUnsafeBufferPointer { signs in
        mask.withUnsafeBufferPointer { mask in
          for row in signs.indices {
            // No row, and none of the bits.
            let both = UInt8(signs: signs[row]) & mask[row]
            masks[start + row] = both
            count += both == 0 ? 0 : 1
            total += Int(both & 1 &+ both >> 1)
          }
        }
      }
    }
    (self.count, self.total) = (self.count + count, self.total + total)
  }

  /// Adds a block of which no row satisfies the condition.
  mutating func appendNone() {
    masks.append(contentsOf: repeatElement(0, count: StoredColumn.rowsPerBlock))
  }

  /// Whether no row of a block satisfies the condition.
  func isEmpty(block: Int) -> Bool {
    let start = block * StoredColumn.rowsPerBlock
    return masks.withUnsafeBufferPointer { masks in
      masks[start..<start + StoredColumn.rowsPerBlock].reduce(0, |) == 0
    }
  }

  /// Where they are, in the order of identifiers.
  func places(inHalves: Bool) -> [BlockPlace] {
    var places: [BlockPlace] = []
    places.reserveCapacity(inHalves ? total : count)
    for (id, signs) in masks.enumerated() where signs != 0 {
      let place = BlockPlace(
        block: UInt32(id / StoredColumn.rowsPerBlock), row: UInt16(id % StoredColumn.rowsPerBlock),
        signs: signs)
      if inHalves && signs == 3 {
        places.append(place.half(1))
        places.append(place.half(2))
      } else {
        places.append(place)
      }
    }
    return places
  }
}

extension UInt8 {
  /// The signs of a row as a packed column has them; none for `nan`, and for numbers that no signs are.
  @inline(__always)
  init(signs: Double) { self = signs > 0 && signs < 4 ? UInt8(signs) : 0 }
}

/// All rows of a catalog in an order: any selection of them comes in that order by going through it.
struct RowOrder: Sendable {
  /// Four times the identifier, and the signs: 3 for a row, 1 and 2 where its formula and its mirror have places of
  /// their own.
  private let entries: [UInt32]

  init(_ places: [BlockPlace]) { entries = places.map { UInt32($0.id) << 2 | UInt32($0.signs) } }

  /// The places of some rows; of a formula and its mirror only the first.
  func places(of rows: MatchedRows) -> CatalogPlaces {
    var (places, left) = (CatalogPlaces(total: rows.total), rows.masks)
    places.reserve(rows.count)
    left.withUnsafeMutableBufferPointer { left in
      for entry in entries {
        let id = Int(entry >> 2)
        let signs = left[id] & UInt8(truncatingIfNeeded: entry & 3)
        guard signs != 0 else { continue }
        left[id] = 0
        places.append(Int64(id), signs)
      }
    }
    return places
  }
}
