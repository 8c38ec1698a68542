internal import WallisArithmetic

/// Σ t(k) over k ≥ a, part by part, with a proved bound on what is left out of each.
struct SeriesSum {
  /// t(k).
  let terms: SeriesTerms
  /// a, not negative.
  let start: Int
  /// Where the sum stands, for messages.
  let range: Range<Int>
  /// The precision and the values of names.
  let context: ExpressionValue

  private var bits: Int { context.bits }
  /// Index up to which a first term is computed exactly.
  private static let furthestStart = 100_000

  /// The parts with how fast they fall.
  func decays() throws -> [(part: SeriesPart, decay: SeriesPart.Decay)] {
    try terms.parts.map { core, factor in
      let part = SeriesPart(factor: factor, core: core)
      return (part, part.decay(try argument(of: core)))
    }
  }

  /// What the sum is where it has no limit, or where none is known; nil where it has one.
  func obstacle() throws -> Outcome? {
    let decays = try decays().map(\.decay)
    if decays.contains(.open) { return .undetermined("whether the terms tend to 0 cannot be told") }
    let without = decays.filter { SeriesPart.speed($0) == nil }
    guard !without.isEmpty else { return nil }
    // Several parts without a limit may make up for each other.
    guard without.count == 1 else {
      return .undetermined("parts of the sum have no limit of their own")
    }
    return .diverges(without[0] == .slow ? .slowTerms : .lastingTerms)
  }

  /// Speed of the slowest part; nil where one has no limit.
  func speed() throws -> ConvergenceClass? {
    let speeds = try decays().map { SeriesPart.speed($0.decay) }
    guard !speeds.contains(nil) else { return nil }
    return [ConvergenceClass.powerlaw, .exponential, .factorial].first { speeds.contains($0) }
  }

  /// The sum.
  ///
  /// - Throws: a `SyntaxError` at a term that is infinite; `ResourceLimit` for too many terms.
  func value() throws -> Ball {
    guard start <= SeriesSum.furthestStart else {
      throw ResourceLimit(
        "the first term of this sum stands at \(start)", remedy: "at most \(SeriesSum.furthestStart)")
    }
    // Dictionaries have no order, balls have radii: a fixed order makes equal sums equal.
    let ordered = try decays().sorted {
      "\($0.part.factor)\($0.part.core.base)" < "\($1.part.factor)\($1.part.core.base)"
    }
    return try ordered.reduce(Ball(0, bits: bits)) { $0 + (try value(of: $1.part, $1.decay)) }
  }

  private func value(of part: SeriesPart, _ decay: SeriesPart.Decay) throws -> Ball {
    if let pole = part.factor.denominator.integerRoots.first(where: { $0 >= Integer(start) }) {
      throw SyntaxError("the term at \(pole) of this sum is infinite", at: range)
    }
    let size = try constants(of: part.core)
    guard part.core.powers.isEmpty, part.core.harmonics.isEmpty else {
      return size * (try SteppedSum(part: part, sum: self).value(decay))
    }
    switch decay {
    case .factorial, .geometric: return size * (try falling(part))
    case .power, .alternating: return size * (try lasting(part))
    case .none, .slow, .open: return Ball(0, bits: bits).inverse
    }
  }

  /// The product of the constants of a core.
  private func constants(of core: TermCore) throws -> Ball {
    try product(of: core.constants)
  }

  /// The product of the irrational numbers that are raised to the power k.
  func argument(of core: TermCore) throws -> Ball { try product(of: core.powers) }

  private func product(of numbers: [Expression: Int]) throws -> Ball {
    try numbers.sorted { "\($0.key.encoded)" < "\($1.key.encoded)" }.reduce(Ball(1, bits: bits)) {
      product, number in
      product * (try context.value(of: number.key).ball(bits: bits)).power(number.value)
    }
  }

  // MARK: - Terms that fall geometrically or faster

  private func falling(_ part: SeriesPart) throws -> Ball {
    let ratio = part.ratio
    guard let (bound, place) = SeriesSum.contraction(ratio, from: start) else {
      throw Undecided(reason: unproved)
    }
    var count = max(place - start, 1) + (try terms(of: part, from: place))
    while true {
      try context.limits.check(terms: Double(count), digits: Digits.roundedDown(bits: bits))
      let (sum, next) = partial(part, count: count)
      let tail = next.magnitude * Ball(1 / (1 - bound), bits: 64)
      let target = (sum.magnitudeExponent ?? -bits) - bits
      if tail.magnitudeExponent.map({ $0 <= target }) ?? true || count > 1 << 26 {
        return sum.widened(by: tail)
      }
      count += count / 8 + 16
    }
  }

  /// - Throws: `ResourceLimit` where so many terms in ball arithmetic would take too long.
  func checkWork(terms: Int) throws(ResourceLimit) {
    let digits = Digits.roundedDown(bits: bits)
    try context.limits.check(terms: Double(terms), digits: digits)
    guard Double(terms) * Double(bits) <= context.limits.work else {
      throw ResourceLimit(
        "\(digits) digits of this sum would need \(terms) terms at \(bits) bits",
        remedy: "ask for fewer digits")
    }
  }

  private var unproved: SyntaxError {
    SyntaxError("no bound on the rest of this sum was found", at: range)
  }

  /// ρ < 1 and a place from which on the modulus of the quotient stays below ρ.
  static func contraction(_ ratio: RationalFunction, from start: Int) -> (bound: Rational, place: Int)? {
    let limit = ratio.growth == 0 ? ratio.leading.magnitude : 0
    let bound = (1 + limit) / 2
    return ratio.place(from: start, staysWithin: bound).map { (bound, $0) }
  }

  /// How many terms behind a place are needed until they are below the precision, by their asymptotic size.
  private func terms(of part: SeriesPart, from place: Int) throws -> Int {
    let (base, growth) = (part.core.base.magnitude.approximation, Double(part.core.growth))
    let exponent = -part.exponent.approximation
    func size(_ k: Double) -> Double {
      k * Double.log2(base) + growth * (k * Double.log2(max(k, 1)) - k * 1.4427) + exponent
        * Double.log2(k + 1)
    }
    let (from, wanted) = (size(Double(place)), Double(bits + 8))
    var high = 16.0
    while size(Double(place) + high) - from > -wanted, high < 1e12 { high *= 2 }
    var low = high / 2
    while high - low > 1 + low / 64 {
      let middle = (low + high) / 2
      if size(Double(place) + middle) - from > -wanted { low = middle } else { high = middle }
    }
    try context.limits.check(terms: high, digits: Digits.roundedDown(bits: bits))
    return Int(high.rounded(.up))
  }

  /// The sum of the first terms, and the term behind them.
  private func partial(_ part: SeriesPart, count: Int) -> (sum: Ball, next: Ball) {
    let working = bits + 32
    let (sum, product) = SplitSum(factor: part.factor, ratio: part.core.ratio, start: start).value(
      count: count)
    let first = Ball(part.core.rationalValue(at: start), bits: working)
    func ball(_ x: (Integer, Integer)) -> Ball { Ball(x.0, bits: working) / Ball(x.1, bits: working) }
    let end = start + count
    let factor = ball((part.factor.numerator.value(at: end), part.factor.denominator.value(at: end)))
    return (ball(sum) * first, ball(product) * first * factor)
  }

  // MARK: - Terms that fall like powers

  private func lasting(_ part: SeriesPart) throws -> Ball {
    let ratio = part.ratio
    guard let least = ratio.place(from: start, staysWithin: 1) else { throw Undecided(reason: unproved) }
    // 0.6 N bits of tail with 0.45 N coefficients: see `FactorialTail`.
    var place = max(least, bits * 3 / 5) + 2 * ratio.denominator.degree + 16
    for _ in 0..<12 {
      try checkWork(terms: place)
      if let tail = FactorialTail(ratio: ratio, from: place), let rest = tail.enclosure(bits: bits + 8) {
        let (sum, next) = partial(part, count: place - start)
        return sum + next * rest
      }
      place *= 2
    }
    throw Undecided(reason: unproved)
  }
}
