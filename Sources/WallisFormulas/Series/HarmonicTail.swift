internal import WallisArithmetic

/// Σ t(k) over k ≥ a for terms like ±k^(−s) with harmonic numbers: the first terms in ball arithmetic, then the tail.
struct HarmonicTail {
  let part: SeriesPart
  let sum: SeriesSum

  private var bits: Int { sum.context.bits + 32 }

  /// The harmonic numbers of the terms, in a fixed order.
  private var numbers: [(number: HarmonicNumber, exponent: Int)] {
    part.core.harmonics.sorted { ($0.key.slope, $0.key.order) < ($1.key.slope, $1.key.order) }
      .map { ($0.key, $0.value) }
  }

  /// The sum.
  func value() throws -> Ball {
    let unproved = SyntaxError("no bound on the rest of this sum was found", at: sum.range)
    let ratio = part.ratio
    guard let least = ratio.place(from: max(sum.start, 1), staysWithin: 1) else {
      throw Undecided(reason: unproved)
    }
    var place = max(least, bits * 3 / 5, 200) + 2 * ratio.denominator.degree + 32
    for _ in 0..<8 {
      try sum.checkWork(terms: place)
      if let value = value(ratio, from: place) { return value }
      place *= 2
    }
    throw Undecided(reason: unproved)
  }

  private func value(_ ratio: RationalFunction, from place: Int) -> Ball? {
    let entries = numbers.map {
      FactorialTail.Harmonic(increment: $0.number.increment, exponent: $0.exponent)
    }
    var terms = SteppedTerms(part, argument: Ball(1, bits: bits), from: sum.start, bits: bits)
    var total = Ball(0, bits: bits)
    while terms.index < place { total = total + terms.next().term }
    let slopes = numbers.map { terms.value(of: HarmonicNumber(slope: $0.number.slope, order: 1)) }
    // H(cN, 1) less a little, as a fraction with the denominator 16.
    let least = slopes.compactMap { (-($0.scaled(byPowerOfTwo: 4))).integerAbove.map { -$0 } }.min()
    guard let least, least.signum > 0,
      let tail = FactorialTail(
        ratio: ratio, from: place, harmonics: entries, atLeast: Rational(least, 16))
    else { return nil }
    let largest = zip(slopes, numbers).reduce(Ball(1, bits: 64)) {
      $0 * $1.0.rounded(toBits: 64).power($1.1.exponent)
    }
    let values = numbers.map { terms.value(of: $0.number) }
    guard let rest = tail.enclosure(bits: bits, values: values, largest: largest) else { return nil }
    let factor =
      Ball(part.factor.numerator.value(at: place), bits: bits)
      / Ball(part.factor.denominator.value(at: place), bits: bits)
    return total + terms.core * factor * rest
  }
}

extension HarmonicNumber {
  /// H(c(k+1), m) − H(ck, m).
  var increment: RationalFunction {
    (1...slope).reduce(RationalFunction(0)) { sum, step in
      sum + RationalFunction(Polynomial(constant: 1), Polynomial([step, slope]).power(order))
    }
  }
}
