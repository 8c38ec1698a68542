/// A lattice of integer relations in machine words, for the many numbers that have no relation: much faster than
/// `RelationLattice`, and not for claims that a relation holds.
public protocol WordLattice {
  /// Number of terms of the relations.
  var terms: Int { get }

  /// One coefficient of one relation.
  func coefficient(_ row: Int, _ term: Int) -> Int128

  /// Σ a(j)·x(j)·2^bits of a row, within Σ |a(j)|, modulo 2¹²⁸.
  func residue(_ row: Int, bits: Int) -> Int128

  /// Feeds the digits up to a scale and reduces.
  ///
  /// - Returns: false where doubles cannot follow: the rows are then of no use.
  mutating func feed(upTo bits: Int) -> Bool

  /// Reduces until nothing is left to do; the lengths of the Gram–Schmidt vectors are then those of the rows as they are.
  ///
  /// - Returns: false where doubles cannot follow.
  mutating func settle() -> Bool

  /// A lower bound on the squared length of every vector of the lattice other than zero, after `settle()`.
  var smallestSquaredLength: Double { get }
}

extension WordLattice {
  /// One coefficient as the nearest double, within one part in 2⁵².
  @inlinable
  public func approximation(_ row: Int, _ term: Int) -> Double { coefficient(row, term).nearestDouble }
}

extension Int128 {
  /// The nearest double, within one part in 2⁵².
  @inlinable
  package var nearestDouble: Double {
    let low = Int64(truncatingIfNeeded: self)
    if Int128(low) == self { return Double(low) }
    return Double(Int64(truncatingIfNeeded: self >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: self))
  }
}
