internal import RealModule
internal import WallisArithmetic

/// Tells in machine words that a number is no Möbius image of a constant and no combination of two, so that the search proper is spared where it
/// would find nothing: a filter of numbers spends its time there.
///
/// The lattice goes through the stages of digits of `LatticeScan`. Wherever a relation could pass one of its tests, by
/// a margin of some bits, the basis is looked at closely; nothing is claimed here but negative knowledge.
struct MoebiusScreen {
  /// What is known of a basis in which the search would find nothing.
  struct Miss {
    /// Relations that the search would have examined.
    let examined: Int
    /// Every relation has a coefficient of modulus 10^exponent or more.
    let excludedExponent: Int
  }

  private let target: SearchTarget
  private let number: FixedPointNumber
  /// Digits of each stage of the search, and of the last lattice.
  private let (stages, fullDigits): ([Int], Int)
  /// log2 of the distance that the number may have from its fixed point, rounded up.
  private let radius: Int

  /// The screen for one number; nil where it is too far from 1, or exact.
  init?(_ target: SearchTarget) {
    guard target.isSearchable, abs(target.exponent) <= MoebiusScreen.far,
      let radius = target.value.radiusExponent
    else { return nil }
    (stages, fullDigits) = (target.stages(terms: 4), target.fullDigits(terms: 4))
    guard fullDigits <= MoebiusScreen.mostDigits else { return nil }
    (self.target, self.radius) = (target, radius)
    number = FixedPointNumber(target.value)
  }

  /// Bits by which numbers may differ from 1.
  private static let far = 16
  /// Coefficients of so many digits, shared by four, and residues beside them are well within 128 bits.
  private static let mostDigits = 100

  /// What is ruled out by the lattice of a constant with these values; nil where the basis must be looked at closely.
  func miss(_ basis: RelationBasis, values: [Ball]) -> Miss? {
    guard let last = stages.last, let terms = terms(basis, values) else { return nil }
    var lattice = FourTermLattice(terms.numbers, weightShifts: terms.shifts)
    let full = view(fullDigits, terms)
    for digits in stages {
      let view = view(digits, terms)
      guard view.bits > 0, lattice.feed(upTo: view.bits) else { return nil }
      guard !view.hasHit(lattice, isLast: digits >= target.supplied, fullBits: full.bits) else { return nil }
    }
    guard lattice.feed(upTo: full.bits), lattice.settle(), full.determinesValue(lattice, 0) else {
      return nil
    }
    // Uneven relations are looked for where the last lattice has digits that the stages have not.
    let mayBeUneven =
      full.hasShortRow(lattice, below: Double(last) - MoebiusScreen.uneven)
      || basis.isQuadraticField && full.hasPlane(lattice)
    guard fullDigits == last || !mayBeUneven else { return nil }
    return Miss(
      examined: stages.count,
      excludedExponent: full.excludedExponent(lattice, error: error(at: full.bits, terms.spread)))
  }

  /// Four terms with the number as the third or the fourth, and what the lattice has to know of them.
  private struct Terms {
    let numbers: InlineArray<4, FixedPointNumber>
    /// log2 of the four, rounded up.
    let sizes: SIMD4<Int>
    let shifts: SIMD4<Int>
    /// Whether the terms are 1, c, d and the number; otherwise they are 1, c and the number times both.
    let isLinear: Bool
    /// Bound on the sum of what the number is multiplied by.
    let spread: Double
  }

  /// The terms of a basis, weighted as `RelationTerms` has it; nil where it has others, or weights of several patterns.
  private func terms(_ basis: RelationBasis, _ values: [Ball]) -> Terms? {
    let sizes = values.compactMap(\.magnitudeExponent)
    guard sizes.count == values.count, sizes.allSatisfy({ abs($0) <= MoebiusScreen.far }) else { return nil }
    let outer = max(0, -target.exponent)
    switch basis {
    case .moebius where values.count == 1:
      let constant = FixedPointNumber(values[0])
      let product = number * constant
      let inner = max(0, target.exponent)
      return Terms(
        numbers: [.one, constant, -number, -product],
        sizes: SIMD4(1, sizes[0], target.exponent, product.binaryExponent),
        shifts: SIMD4(outer, outer, inner, inner), isLinear: false,
        spread: 1 + Double(sign: .plus, exponent: max(0, sizes[0]), significand: 1))
    case .linear where values.count == 2:
      let inner = max(0, target.exponent - max(0, sizes[0], sizes[1]))
      guard max(outer, inner) < RelationTerms.far else { return nil }
      return Terms(
        numbers: [.one, FixedPointNumber(values[0]), FixedPointNumber(values[1]), -number],
        sizes: SIMD4(1, sizes[0], sizes[1], target.exponent), shifts: SIMD4(outer, outer, outer, inner),
        isLinear: true, spread: 1)
    default: return nil
    }
  }

  /// Digits below those of the last stage at which a relation of uneven coefficients is looked for, with a margin.
  private static let uneven = Grade.conjectureSurplus / 2 - 3

  /// The scale at which the error of the number takes as much as the largest weighted coefficient, as `RelationTerms`
  /// has it.
  private func view(_ digits: Int, _ terms: Terms) -> LatticeView {
    let (sizes, shifts) = (terms.sizes, terms.shifts)
    let room = terms.isLinear ? shifts[3] - sizes[3] : shifts[2] - max(sizes[2], sizes[3])
    return LatticeView(
      bits: SearchTarget.bits(digits: digits) + room, digits: digits, sizes: sizes, shifts: shifts,
      isLinear: terms.isLinear)
  }

  /// Bound on Σ |X(j) − 2^bits·x(j)| over the four terms: two units for rounding, and what is not known of the number.
  private func error(at bits: Int, _ spread: Double) -> Double {
    let unknown = Double(sign: .plus, exponent: radius + bits + 1, significand: 1)
    return 8 + unknown * spread
  }
}

/// What the rows of a lattice say at one scale, each answer with a margin towards a closer look.
private struct LatticeView {
  /// Bits behind the point that were fed.
  let bits: Int
  /// Digits of the number that these are.
  let digits: Int
  /// log2 of the four terms, rounded up.
  let sizes: SIMD4<Int>
  /// Weights of the coefficients as powers of two.
  let shifts: SIMD4<Int>
  /// Whether the number is the fourth term alone.
  let isLinear: Bool

  /// Bits of margin on the size of a residue.
  private static let margin = 16

  /// Whether one of the rows may be a relation to all known digits, or one that is far too short for chance.
  ///
  /// - Parameter isLast: whether all known digits were fed: then rows are told by their lengths alone.
  func hasHit(_ lattice: FourTermLattice, isLast: Bool, fullBits: Int) -> Bool {
    let limit = max(0, Double(digits) - Grade.suspiciousSurplus)
    for row in 0..<4 where consumesAtMost(limit, lattice, row) && determinesValue(lattice, row) {
      let longest = longest(lattice, row)
      let surplus = 4 * (chance - Double(longest)) * Digits.perBit
      if surplus >= (isLast ? Grade.suspiciousSurplus - 1.5 : Grade.conjectureSurplus - 2) { return true }
      guard !isLast else { continue }
      let residue = lattice.residue(row, bits: fullBits).magnitude
      if 128 - residue.leadingZeroBitCount <= longest + LatticeView.margin { return true }
    }
    return false
  }

  /// Whether the coefficients of a row take no more than so many digits.
  func hasShortRow(_ lattice: FourTermLattice, below digits: Double) -> Bool {
    (0..<4).contains { consumesAtMost(digits, lattice, $0) }
  }

  /// False where the number drops out of the relation of a row.
  func determinesValue(_ lattice: FourTermLattice, _ row: Int) -> Bool {
    if isLinear {
      return lattice.coefficient(row, 3) != 0
        && (lattice.coefficient(row, 1) != 0 || lattice.coefficient(row, 2) != 0)
    }
    return lattice.coefficient(row, 1) &* lattice.coefficient(row, 2)
      != lattice.coefficient(row, 0) &* lattice.coefficient(row, 3)
  }

  /// Whether the first two rows are shorter than chance gives, as where a number of a quadratic field is a relation in
  /// two ways.
  func hasPlane(_ lattice: FourTermLattice) -> Bool {
    let expected = 2 * (SearchTarget.bits(digits: digits) + shifts.wrappedSum()) / 4
    return longest(lattice, 0) + longest(lattice, 1) < expected - 4
  }

  /// The largest k such that every relation has a coefficient of modulus 10^k or more; 0 where nothing can be claimed.
  ///
  /// - Parameter error: bound on the sum of the distances of the scaled numbers from the exact ones.
  func excludedExponent(_ lattice: FourTermLattice, error: Double) -> Int {
    let weights = (0..<4).reduce(0.0) { $0 + Double(sign: .plus, exponent: 2 * shifts[$1], significand: 1) }
    let height = lattice.smallestSquaredLength / (weights + error * error)
    return height >= 1 ? Int((Double.log10(height) / 2 - 1e-9).rounded(.down)) : 0
  }

  /// Σ log2 |a(j)| is taken from below.
  private func consumesAtMost(_ digits: Double, _ lattice: FourTermLattice, _ row: Int) -> Bool {
    var product = 1.0
    for term in 0..<4 { product *= max(1, lattice.approximation(row, term).magnitude) }
    return Double(product.exponent) <= digits * Digits.bitsEach
  }

  /// Bits of the largest weighted coefficient.
  private func longest(_ lattice: FourTermLattice, _ row: Int) -> Int {
    (0..<4).reduce(0) { longest, term in
      let bits = 128 - lattice.coefficient(row, term).magnitude.leadingZeroBitCount
      return max(longest, bits + shifts[term])
    }
  }

  /// Bits of the shortest row that chance gives, as `ChanceLength` has it.
  private var chance: Double {
    let all = shifts.wrappedSum()
    let determinant = (0..<4).reduce(all) { max($0, all - shifts[$1] + sizes[$1] + bits) }
    return Double(determinant) / 4 - 1.05
  }
}
