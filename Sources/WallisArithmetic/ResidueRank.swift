/// Whether columns of numbers modulo 2³¹ − 1 are linearly independent; where they are, so are integers with these
/// residues over the rationals.
public struct ResidueRank: Sendable {
  /// 2³¹ − 1.
  public static let prime: UInt64 = (1 << 31) - 1

  private let columns: Int
  /// Reduced rows, each with the place of its leading 1.
  private var basis: [(pivot: Int, row: [UInt64])] = []

  /// No rows yet, of so many columns.
  public init(columns: Int) { self.columns = columns }

  /// Whether the rows so far leave no vector but 0 that they all annihilate.
  public var isFull: Bool { basis.count == columns }

  /// Adds a row of residues.
  /// - Precondition: as many as there are columns, each below `prime`.
  public mutating func add(_ row: [UInt64]) {
    precondition(row.count == columns, "rows of a matrix have one length")
    guard !isFull else { return }
    var row = row
    for (pivot, reduced) in basis where row[pivot] != 0 {
      let factor = ResidueRank.prime - row[pivot]
      for place in pivot..<columns { row[place] = (row[place] + factor * reduced[place]) % ResidueRank.prime }
    }
    guard let pivot = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = ResidueRank.inverse(row[pivot])
    for place in pivot..<columns { row[place] = row[place] * inverse % ResidueRank.prime }
    basis.append((pivot, row))
  }

  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, square, rest): (UInt64, UInt64, UInt64) = (1, value, prime - 2)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }
}

extension Integer {
  /// The value modulo a word, in [0, modulus).
  /// - Precondition: `modulus` ≠ 0.
  public func residue(modulo modulus: UInt64) -> UInt64 {
    Polynomial(constant: self).residues(modulo: modulus).first ?? 0
  }
}
