internal import WallisArithmetic

/// Σ t(k) over k ≥ a for terms with harmonic numbers or with powers of irrational numbers, term by term in ball
/// arithmetic.
///
/// H(ck, m) ≤ H(ck, 1), and H(c(k+1), 1)/H(ck, 1) ≤ (k+1)/k: with j harmonic numbers the terms, all harmonic numbers
/// replaced by the largest, fall at least like r(k)((k+1)/k)^j.
struct SteppedSum {
  let part: SeriesPart
  let sum: SeriesSum

  private var bits: Int { sum.context.bits + 32 }

  /// The sum.
  func value(_ decay: SeriesPart.Decay) throws -> Ball {
    switch decay {
    case .factorial, .geometric: return try falling()
    case .power, .alternating: return try HarmonicTail(part: part, sum: sum).value()
    case .none, .slow, .open: return Ball(0, bits: bits).inverse
    }
  }

  private var harmonicDegree: Int { part.core.harmonics.values.reduce(0, +) }

  private func falling() throws -> Ball {
    let argument = try sum.argument(of: part.core)
    let growth = RationalFunction(
      Polynomial([1, 1]).power(harmonicDegree), Polynomial([0, 1]).power(harmonicDegree))
    guard let modulus = argument.fractionAbove,
      let (bound, place) = SeriesSum.contraction(
        part.ratio * growth * RationalFunction(modulus), from: max(sum.start, 1))
    else {
      throw Undecided(reason: SyntaxError("no bound on the rest of this sum was found", at: sum.range))
    }
    var terms = SteppedTerms(part, argument: argument, from: sum.start, bits: bits)
    var total = Ball(0, bits: bits)
    while true {
      let (term, majorant) = terms.next()
      let k = terms.index - 1
      if k >= place {
        let rest = majorant * Ball(1 / (1 - bound), bits: 64)
        let target = (total.magnitudeExponent ?? 0) - bits
        if rest.magnitudeExponent.map({ $0 <= target }) ?? true { return total.widened(by: rest) }
      }
      total = total + term
      if k % 4096 == 0 { try sum.checkWork(terms: k - sum.start) }
      guard k - sum.start < sum.context.limits.terms / 20 else {
        throw ResourceLimit(
          "this sum would need more than \(sum.context.limits.terms / 20) terms",
          remedy: "ask for fewer digits")
      }
    }
  }
}

extension Ball {
  /// A fraction with the denominator 2⁶⁴ that the modulus does not exceed; nil for balls that reach infinity.
  fileprivate var fractionAbove: Rational? {
    magnitude.scaled(byPowerOfTwo: 64).integerAbove.map { Rational($0, Integer(1).shifted(left: 64)) }
  }
}

/// The terms of a part, one after the other.
struct SteppedTerms {
  private let part: SeriesPart
  private let ratio: RationalFunction
  private let argument: Ball
  private let bits: Int
  /// Index of the next term.
  private(set) var index: Int
  /// z^k ∏ (α)_k^e x^k.
  private(set) var core: Ball
  private var harmonics: [HarmonicNumber: Ball]
  /// Exponents, in a fixed order.
  private let exponents: [(number: HarmonicNumber, exponent: Int)]

  init(_ part: SeriesPart, argument: Ball, from start: Int, bits: Int) {
    (self.part, self.argument, self.bits, index) = (part, argument, bits, start)
    ratio = part.core.ratio
    core = Ball(part.core.rationalValue(at: start), bits: bits) * argument.rounded(toBits: bits).power(start)
    exponents = part.core.harmonics.sorted { ($0.key.slope, $0.key.order) < ($1.key.slope, $1.key.order) }
      .map { ($0.key, $0.value) }
    harmonics = [:]
    for number in Set(exponents.flatMap { [$0.number, HarmonicNumber(slope: $0.number.slope, order: 1)] }) {
      harmonics[number] = SteppedTerms.harmonic(1..<(number.slope * start + 1), number.order, bits)
    }
  }

  /// Σ 1/j^m, halves first.
  private static func harmonic(_ range: Range<Int>, _ order: Int, _ bits: Int) -> Ball {
    range.reduce(Ball(0, bits: bits)) {
      $0 + Ball(1, bits: bits) / Ball(Integer($1).power(order), bits: bits)
    }
  }

  /// The harmonic numbers at the index.
  func value(of number: HarmonicNumber) -> Ball { harmonics[number] ?? Ball(0, bits: bits) }

  /// The term, and one with all harmonic numbers replaced by H(ck, 1), which is not smaller.
  mutating func next() -> (term: Ball, majorant: Ball) {
    let top = Ball(part.factor.numerator.value(at: index), bits: bits)
    let base = core * top / Ball(part.factor.denominator.value(at: index), bits: bits)
    let (term, majorant) = exponents.reduce((base, base.magnitude.rounded(toBits: 64))) { product, entry in
      let largest = value(of: HarmonicNumber(slope: entry.number.slope, order: 1)).rounded(toBits: 64)
      return (
        product.0 * value(of: entry.number).power(entry.exponent), product.1 * largest.power(entry.exponent)
      )
    }
    step()
    return (term, majorant)
  }

  private mutating func step() {
    let (p, q) = (ratio.numerator.value(at: index), ratio.denominator.value(at: index))
    core = core * p / Ball(q, bits: bits) * argument
    for (number, value) in harmonics {
      let first = number.slope * index + 1
      harmonics[number] = value + SteppedTerms.harmonic(first..<(first + number.slope), number.order, bits)
    }
    index += 1
  }
}
