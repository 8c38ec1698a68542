internal import RealModule
package import WallisArithmetic

/// The length of the shortest vector that a lattice of relations has by chance.
///
/// Statement: a random lattice of rank n has its shortest vector at about √(n/(2πe)) · det^(1/n) (the Gaussian
/// heuristic), and one shorter by a factor f with a probability of about f^(−n).
package struct ChanceLength {
  private let bits: Double
  private let shifts: [Int]

  /// For the lattice of scaled numbers X under weights 2^shifts: its determinant is √(Πw² + Σ(X(j)·Πw/w(j))²).
  package init(_ numbers: [Integer], shifts: [Int]) {
    self.shifts = shifts
    let all = shifts.reduce(0, +)
    let determinant = zip(numbers, shifts).reduce(all) { max($0, all - $1.1 + $1.0.bitWidth) }
    let rank = Double(max(1, shifts.count))
    bits = Double(determinant) / rank + Double.log(rank / 17.08) / (2 * Double.log(2))
  }

  /// Decimal digits by which a relation is less likely than the shortest chance one, at least: rank · log10 of the
  /// ratio of lengths, with the largest weighted coefficient for the length.
  package func surplus(of relation: [Integer]) -> Double {
    let longest = zip(relation, shifts).map { $0.bitWidth + $1 }.max() ?? 0
    return Double(shifts.count) * (bits - Double(longest)) * Digits.perBit
  }
}
