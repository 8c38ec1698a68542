internal import RealModule
internal import WallisArithmetic
internal import WallisFormulas

/// What the rows of a lattice in machine words say at one scale, each answer with a margin towards a closer look.
struct LatticeView {
  /// Bits behind the point that were fed.
  let bits: Int
  /// Digits of the number that these are.
  let digits: Int
  /// Number of terms.
  let terms: Int
  /// log2 of the terms, rounded up.
  let sizes: SIMD8<Int>
  /// Weights of the coefficients as powers of two.
  let shifts: SIMD8<Int>
  /// What the terms are.
  let shape: BasisShape

  /// Bits of margin on the size of a residue.
  private static let margin = 16

  /// Whether one of the rows may be a relation to all known digits, or one that is far too short for chance.
  ///
  /// - Parameter isLast: whether all known digits were fed: then rows are told by their lengths alone.
  func hasHit(_ lattice: some WordLattice, isLast: Bool, fullBits: Int) -> Bool {
    let limit = max(0, Double(digits) - Grade.suspiciousSurplus)
    let expected = chance
    for row in 0..<terms where consumesAtMost(limit, lattice, row) && determinesValue(lattice, row) {
      let longest = longest(lattice, row)
      let surplus = Double(terms) * (expected - Double(longest)) * Digits.perBit
      if surplus >= (isLast ? Grade.suspiciousSurplus - 1.5 : Grade.conjectureSurplus - 2) { return true }
      guard !isLast else { continue }
      let residue = lattice.residue(row, bits: fullBits).magnitude
      if 128 - residue.leadingZeroBitCount <= longest + LatticeView.margin { return true }
    }
    return false
  }

  /// Whether the coefficients of a row take no more than so many digits.
  func hasShortRow(_ lattice: some WordLattice, below digits: Double) -> Bool {
    (0..<terms).contains { consumesAtMost(digits, lattice, $0) }
  }

  /// False where the number drops out of the relation of a row, or is a fraction whatever the constants are.
  func determinesValue(_ lattice: some WordLattice, _ row: Int) -> Bool {
    func isThere(_ places: Range<Int>) -> Bool { places.contains { lattice.coefficient(row, $0) != 0 } }
    switch shape {
    case .powers(2): return lattice.coefficient(row, 2) != 0
    case .powers: return isThere(1..<terms)
    case .linear: return isThere((terms - 1)..<terms) && isThere(1..<(terms - 1))
    case .moebius, .quotient:
      let half = terms / 2
      guard let pivot = (0..<half).first(where: { lattice.coefficient(row, half + $0) != 0 }) else {
        return false
      }
      let (above, below) = (lattice.coefficient(row, pivot), lattice.coefficient(row, half + pivot))
      return (0..<half).contains {
        lattice.coefficient(row, $0) &* below != above &* lattice.coefficient(row, half + $0)
      }
    }
  }

  /// Whether the first two rows are shorter than chance gives, as where a number of a quadratic field is a relation in
  /// two ways.
  func hasPlane(_ lattice: some WordLattice) -> Bool {
    let expected = 2 * (SearchTarget.bits(digits: digits) + shifts.wrappedSum()) / terms
    return longest(lattice, 0) + longest(lattice, 1) < expected - 4
  }

  /// The largest k such that every relation has a coefficient of modulus 10^k or more; 0 where nothing can be claimed.
  ///
  /// - Parameter error: bound on the sum of the distances of the scaled numbers from the exact ones.
  func excludedExponent(_ lattice: some WordLattice, error: Double) -> Int {
    let weights = (0..<terms).reduce(0.0) {
      $0 + Double(sign: .plus, exponent: 2 * shifts[$1], significand: 1)
    }
    let height = lattice.smallestSquaredLength / (weights + error * error)
    return height >= 1 ? Int((Double.log10(height) / 2 - 1e-9).rounded(.down)) : 0
  }

  /// Σ log2 |a(j)| is taken from below.
  private func consumesAtMost(_ digits: Double, _ lattice: some WordLattice, _ row: Int) -> Bool {
    var product = 1.0
    for term in 0..<terms { product *= max(1, lattice.approximation(row, term).magnitude) }
    return Double(product.exponent) <= digits * Digits.bitsEach
  }

  /// Bits of the largest weighted coefficient.
  private func longest(_ lattice: some WordLattice, _ row: Int) -> Int {
    (0..<terms).reduce(0) { longest, term in
      let bits = 128 - lattice.coefficient(row, term).magnitude.leadingZeroBitCount
      return max(longest, bits + shifts[term])
    }
  }

  /// Bits of the shortest row that chance gives, as `ChanceLength` has it.
  private var chance: Double {
    let all = shifts.wrappedSum()
    let determinant = (0..<terms).reduce(all) { max($0, all - shifts[$1] + sizes[$1] + bits) }
    let rank = Double(terms)
    return Double(determinant) / rank + Double.log(rank / 17.08) / (2 * Double.log(2))
  }
}
