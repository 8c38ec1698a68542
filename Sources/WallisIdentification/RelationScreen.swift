internal import WallisArithmetic
internal import WallisFormulas

/// Tells in machine words that a number has no relation with the constants of a basis, so that the search proper is spared
/// where it would find nothing: a filter of numbers spends its time there.
///
/// The lattice goes through the stages of digits of `LatticeScan`. Wherever a relation could pass one of its tests, by
/// a margin of some bits, the basis is looked at closely; nothing is claimed here but negative knowledge.
struct RelationScreen {
  /// What is known of a basis in which the search would find nothing.
  struct Miss {
    /// Relations that the search would have examined.
    let examined: Int
    /// Every relation has a coefficient of modulus 10^exponent or more.
    let excludedExponent: Int
  }

  /// Digits of each stage of the search, and of the last lattice.
  private struct Stages {
    let digits: [Int]
    let full: Int
  }

  private let target: SearchTarget
  private let number: FixedPointNumber
  /// The digits of lattices of two terms and more.
  private let stages: [Stages]
  /// log2 of the distance that the number may have from its fixed point, rounded up.
  private let radius: Int

  /// The screen for one number; nil where it is too far from 1, or exact.
  init?(_ target: SearchTarget) {
    guard target.isSearchable, abs(target.exponent) <= RelationScreen.far,
      let radius = target.value.radiusExponent
    else { return nil }
    stages = RelationScreen.sizes.map {
      Stages(digits: target.stages(terms: $0), full: target.fullDigits(terms: $0))
    }
    (self.target, self.radius) = (target, radius)
    number = FixedPointNumber(target.value)
  }

  /// Numbers of terms that are screened.
  private static let sizes = 3...8
  /// Bits by which numbers may differ from 1.
  private static let far = 16
  /// The most bits behind the point: products in fixed point are known to those and some more.
  private static let mostBits = 370

  /// What is ruled out by the lattice of a basis with these constants; nil where the basis must be looked at closely.
  func miss(_ shape: BasisShape, values: [Ball]) -> Miss? {
    guard RelationScreen.sizes.contains(shape.terms), let terms = terms(shape, values) else { return nil }
    let numbers = terms.numbers
    if numbers.count == 4 {
      let lattice = FourTermLattice(InlineArray { numbers[$0] }, weightShifts: terms.shifts.lowHalf)
      return miss(terms, lattice)
    }
    return miss(terms, EightTermLattice(numbers, weightShifts: terms.shifts))
  }

  private func miss(_ terms: Terms, _ reduced: some WordLattice) -> Miss? {
    var lattice = reduced
    let all = stages[lattice.terms - RelationScreen.sizes.lowerBound]
    let full = view(all.full, terms)
    guard let last = all.digits.last, full.bits <= RelationScreen.most(lattice.terms) else { return nil }
    for stage in all.digits {
      let view = view(stage, terms)
      guard view.bits > 0, lattice.feed(upTo: view.bits) else { return nil }
      guard !view.hasHit(lattice, isLast: stage >= target.supplied, fullBits: full.bits) else { return nil }
    }
    guard lattice.feed(upTo: full.bits), lattice.settle(), full.determinesValue(lattice, 0) else {
      return nil
    }
    // Uneven relations are looked for where the last lattice has digits that the stages have not.
    let mayBeUneven =
      full.hasShortRow(lattice, below: Double(last) - RelationScreen.uneven)
      || terms.shape == .moebius(isQuadraticField: true) && full.hasPlane(lattice)
    guard all.full == last || !mayBeUneven else { return nil }
    return Miss(
      examined: all.digits.count - 1 + (lattice.terms > 4 ? lattice.terms : 1),
      excludedExponent: full.excludedExponent(lattice, error: error(at: full.bits, terms.spread)))
  }

  /// The most bits with which coefficients and residues stay within 128 bits, a step included.
  private static func most(_ terms: Int) -> Int { min(mostBits, 83 * terms + (terms == 4 ? 32 : 0)) }

  /// Digits below those of the last stage at which a relation of uneven coefficients is looked for, with a margin.
  private static let uneven = Grade.conjectureSurplus / 2 - 3

  /// The scale at which the error of the number takes as much as the largest weighted coefficient, as `RelationTerms`
  /// has it.
  private func view(_ digits: Int, _ terms: Terms) -> LatticeView {
    LatticeView(
      bits: SearchTarget.bits(digits: digits) + terms.room, digits: digits, terms: terms.numbers.count,
      sizes: terms.sizes, shifts: terms.shifts, shape: terms.shape)
  }

  /// Bound on Σ |X(j) − 2^bits·x(j)| over the terms: two units for rounding, and what is not known of the number.
  private func error(at bits: Int, _ spread: Double) -> Double {
    let unknown = Double(sign: .plus, exponent: radius + bits + 1, significand: 1)
    return 16 + unknown * spread
  }
}

/// What a lattice has to know of the terms of a basis.
private struct Terms {
  let shape: BasisShape
  let numbers: [FixedPointNumber]
  /// log2 of the terms, rounded up.
  var sizes = SIMD8<Int>(repeating: 0)
  /// Weights as powers of two.
  var shifts = SIMD8<Int>(repeating: 0)
  /// Bits beyond those of the digits that the weights and sizes of the terms with the number leave.
  let room: Int
  /// Bound on the sum of what the number is multiplied by.
  let spread: Double

  init(_ shape: BasisShape, _ numbers: [FixedPointNumber], sizes: [Int], shifts: [Int], spread: Double) {
    (self.shape, self.numbers, self.spread) = (shape, numbers, spread)
    for place in numbers.indices { (self.sizes[place], self.shifts[place]) = (sizes[place], shifts[place]) }
    room = (shape.known..<numbers.count).map { shifts[$0] - sizes[$0] }.min() ?? 0
  }
}

extension RelationScreen {
  /// The terms of a basis, weighted as `RelationTerms` has it; nil where the numbers are too large, or weights have several
  /// patterns.
  private func terms(_ shape: BasisShape, _ values: [Ball]) -> Terms? {
    if case .powers(let degree) = shape { return powers(degree) }
    let sizes = values.compactMap(\.magnitudeExponent)
    guard sizes.count == values.count, sizes.allSatisfy({ abs($0) <= RelationScreen.far }) else { return nil }
    var (known, knownSizes): ([FixedPointNumber], [Int]) = ([.one], [1])
    for (value, size) in zip(values, sizes) {
      known.append(FixedPointNumber(value))
      knownSizes.append(size)
    }
    let isLinear = shape.terms == known.count + 1
    let natural = isLinear ? sizes.reduce(0) { max($0, $1) } : 0
    let (outer, inner) = (max(0, -target.exponent), max(0, target.exponent - natural))
    guard values.count == 1 || max(outer, inner) < RelationTerms.far else { return nil }
    let products = isLinear ? [] : known.dropFirst().map { -(number * $0) }
    let numbers = known + [-number] + products
    return Terms(
      shape, numbers, sizes: knownSizes + [target.exponent] + products.map(\.binaryExponent),
      shifts: numbers.indices.map { $0 < known.count ? outer : inner },
      spread: isLinear
        ? 1 : sizes.reduce(1.0) { $0 + Double(sign: .plus, exponent: max(0, $1), significand: 1) })
  }

  /// 1, v, …, v^degree.
  private func powers(_ degree: Int) -> Terms? {
    let size = target.exponent
    guard degree * abs(size) <= RelationScreen.far else { return nil }
    var (numbers, sizes, spread): ([FixedPointNumber], [Int], Double) = ([.one, number], [1, size], 1)
    while numbers.count <= degree {
      let power = numbers[numbers.count - 1] * number
      spread += Double(
        sign: .plus, exponent: max(0, (numbers.count - 1) * size), significand: Double(numbers.count))
      numbers.append(power)
      sizes.append(power.binaryExponent)
    }
    return Terms(
      .powers(degree), numbers, sizes: sizes,
      shifts: numbers.indices.map { $0 == 0 ? max(0, -size) : $0 == degree ? max(0, size) : 0 },
      spread: spread)
  }
}
