internal import RealModule
internal import WallisArithmetic

/// lim ln q̃(n)/n of a fraction with full factorial reduction, from the valuations of its exact convergents.
///
/// ln|q(n)| ~ n ln λ + D ln n! with λ the larger characteristic root, and the common divisor g(n) takes away almost
/// √∏|b|. With s_ℓ(n) = ½v_ℓ(∏ b) − v_ℓ(g(n)) the limit is ln λ − ½ ln|B| + lim Σ_ℓ s_ℓ(n) ln ℓ/n:
/// - at nearly all primes s_ℓ is a step function of n/ℓ, the same for all primes of a residue class modulo the
///   denominators d of the roots of b. By the prime number theorem a step Δ at n = yℓ adds Δ/y, averaged over the classes.
/// - at the few primes that divide a leading coefficient, A² + 4B, d, or are 2, 3, 5, s_ℓ grows like a rational multiple
///   of n.
///
/// Both patterns are read from a few primes and depths: observed, not proved.
struct ReducedGrowth {
  /// The rational part of the limit, and multiples of logarithms of primes, −½ ln|B| included; nil where the steps do not
  /// end in a pattern that is summed here.
  let exact: (rational: Rational, primes: [(prime: Int, multiple: Rational)])?
  /// A lower bound from the steps up to n = 3.5 ℓ, in the same normalisation.
  let lowerBound: Double

  /// The exact limit without ln λ; nil where it is not known.
  var value: Double? {
    exact.map { exact in
      exact.primes.reduce(exact.rational.approximation) {
        $0 + $1.multiple.approximation * Double.log(Double($1.prime))
      }
    }
  }

  /// Largest prime that may divide a leading coefficient or A² + 4B.
  private static let largestPrime = 61

  /// Nil where no such pattern shows.
  init?(_ fraction: ContinuedFraction) {
    guard let denominators = ReducedGrowth.denominators(fraction.b), denominators <= 6,
      let special = ReducedGrowth.specialPrimes(fraction, denominators),
      let steps = ReducedGrowth.meanSteps(fraction, denominators, avoiding: special)
    else { return nil }
    var multiples: [Int: Rational] = [:]
    for prime in special {
      guard let slope = ReducedGrowth.slope(fraction, prime) else { return nil }
      multiples[prime] = slope - Rational(Integer(fraction.b.leading.valuation(at: prime)), 2)
    }
    lowerBound = multiples.reduce(steps.lowerBound) {
      $0 + $1.value.approximation * Double.log(Double($1.key))
    }
    exact = steps.exact.map { sum in
      multiples[2] = (multiples[2] ?? 0) + sum.logTwo
      let primes = multiples.filter { $0.value.signum != 0 }.sorted { $0.key < $1.key }
      return (sum.rational, primes.map { ($0.key, $0.value) })
    }
  }

  /// The least common denominator of the roots of b; nil unless b splits over the rationals.
  private static func denominators(_ b: Polynomial) -> Int? {
    var common = Integer(1)
    for (factor, _) in b.irreducibleFactors where factor.degree > 0 {
      guard factor.degree == 1 else { return nil }
      let divisor = factor.leading.magnitude
      common = common.dividedExactly(by: common.gcd(divisor)) * divisor
    }
    return common.word
  }

  private static func specialPrimes(_ fraction: ContinuedFraction, _ denominators: Int) -> [Int]? {
    let (top, bottom) = (fraction.a.leading, fraction.b.leading)
    let discriminant = top * top + 4 * bottom
    var primes: Set<Int> = [2, 3, 5]
    for value in [top, bottom, discriminant, Integer(denominators)] {
      for (prime, _) in value.primeFactors {
        guard let word = prime.word, word <= largestPrime else { return nil }
        primes.insert(word)
      }
    }
    return primes.sorted()
  }

  // MARK: Steps at nearly all primes

  /// The mean of the residue classes modulo the denominators; nil where most of five primes of a class do not agree.
  private static func meanSteps(
    _ fraction: ContinuedFraction, _ denominators: Int, avoiding special: [Int]
  ) -> StepSum? {
    let classes = (1...denominators).filter { Integer($0).gcd(Integer(denominators)) == 1 }
    var stretch = ValuationStretch(fraction)
    var sums: [StepSum] = []
    for residue in classes {
      let candidates = (67...250).filter { prime in
        prime % denominators == residue % denominators
          && Integer(prime).primeFactors.first?.prime == Integer(prime)
      }
      guard candidates.count >= 2 else { return nil }
      let cells = candidates.prefix(5).map { stretch.cells(at: $0, denominators: denominators) }
      let usual = cells.compactMap { cells in cells }.first { pattern in
        2 * cells.count { $0 == pattern } > max(2, cells.count)
      }
      guard let usual else { return nil }
      sums.append(StepSum(usual))
    }
    return StepSum(meanOf: sums)
  }

  // MARK: Slopes at special primes

  /// lim s_ℓ(n)/n: a multiple of 1/(2(ℓ − 1)), for ℓ = 2 of 1/4, that s_ℓ follows to within a logarithm up to n = 1,200.
  private static func slope(_ fraction: ContinuedFraction, _ prime: Int) -> Rational? {
    let depths = [150, 300, 450, 600, 900, 1200]
    var convergents = ExactConvergents(fraction)
    var (product, next) = (0, 1)
    let twice = depths.map { depth -> Int in
      while next <= depth {
        product += fraction.b.value(at: next).valuation(at: prime)
        next += 1
      }
      return product - 2 * convergents.valuation(at: prime, depth: depth)
    }
    let scale = prime == 2 ? 4 : 2 * (prime - 1)
    let rise = Double(twice[5] - twice[1]) / (2 * Double(depths[5] - depths[1]))
    let slope = Rational(Integer(Int((rise * Double(scale)).rounded())), Integer(scale))
    let room =
      4 + 3 * Double(max(2 * fraction.a.degree, fraction.b.degree)) * Double.log(1200)
      / Double.log(Double(prime))
    let follows = zip(depths, twice).allSatisfy { depth, value in
      abs(Double(value) / 2 - slope.approximation * Double(depth)) <= room
    }
    return follows ? slope : nil
  }
}

/// ∫ s(y) dy/y² of a step function s of y = n/ℓ.
private struct StepSum {
  /// Rational part and multiple of ln 2; nil where the end of the function is no pattern that is summed here.
  let exact: (rational: Rational, logTwo: Rational)?
  let lowerBound: Double

  /// The function 2s in cells of the same width on [0, 7/2).
  ///
  /// From 3/2 on it has to have period 1. Constant ends and those of two cells are summed:
  /// Σ 1/(k + 1/2) − 1/(k + 1) = 2 ln 2.
  init(_ twice: [Int]) {
    let width = twice.count * 2 / 7
    let values = twice.map { Rational(Integer($0), 2) }
    func integral(_ cells: Range<Int>) -> Rational {
      cells.reduce(Rational(0)) { sum, i in
        guard i > 0 else { return sum }
        return sum + values[i] * Rational(Integer(width), Integer(i * (i + 1)))
      }
    }
    let last = twice[(twice.count - 2 * width)...].min() ?? 0
    let least = integral(0..<twice.count) + Rational(Integer(last), 7)
    lowerBound = twice[0] < 0 ? -.infinity : least.approximation
    let settled = 3 * width / 2
    let isPeriodic = (settled..<(twice.count - width)).allSatisfy { twice[$0] == twice[$0 + width] }
    guard twice[0] == 0, isPeriodic else {
      exact = nil
      return
    }
    let head = integral(0..<settled)
    if Set(twice[settled...]).count == 1 {
      exact = (head + values[settled] * Rational(2, 3), 0)
    } else if width == 2 {
      let (upper, lower) = (values[settled], values[settled + 1])
      exact = (head - upper + lower * Rational(5, 3), (upper - lower) * 2)
    } else {
      exact = nil
    }
  }

  init?(meanOf sums: [StepSum]) {
    guard !sums.isEmpty else { return nil }
    let count = Rational(Integer(sums.count))
    lowerBound = sums.reduce(0) { $0 + $1.lowerBound } / Double(sums.count)
    let parts = sums.compactMap(\.exact)
    guard parts.count == sums.count else {
      exact = nil
      return
    }
    exact = (
      parts.reduce(Rational(0)) { $0 + $1.rational } / count,
      parts.reduce(Rational(0)) { $0 + $1.logTwo } / count
    )
  }
}

/// Valuations of the exact convergents at successive depths.
private struct ValuationStretch {
  private let fraction: ContinuedFraction
  private var pairs: [(p: Integer, q: Integer)] = []

  init(_ fraction: ContinuedFraction) { self.fraction = fraction }

  /// 2s_ℓ on [0, 7/2) in cells as wide as the denominators ask, each the value that most n of it have: single convergents
  /// have further factors by accident. Nil where no value prevails.
  mutating func cells(at prime: Int, denominators: Int) -> [Int]? {
    let width = denominators.isMultiple(of: 2) ? denominators : 2 * denominators
    let count = 7 * width / 2
    extend(to: prime * count / width)
    var (product, next) = (0, 1)
    var cells: [Int] = []
    for cell in 0..<count {
      var counts: [Int: Int] = [:]
      while next * width < (cell + 1) * prime {
        product += fraction.b.value(at: next).valuation(at: prime)
        counts[product - 2 * commonValuation(at: next, prime), default: 0] += 1
        next += 1
      }
      guard let most = counts.max(by: { $0.value < $1.value }),
        2 * most.value > counts.values.reduce(0, +)
      else { return nil }
      cells.append(most.key)
    }
    return cells
  }

  private func commonValuation(at n: Int, _ prime: Int) -> Int {
    let (p, q) = pairs[n]
    if q.isZero { return p.valuation(at: prime) }
    return p.isZero ? q.valuation(at: prime) : min(p.valuation(at: prime), q.valuation(at: prime))
  }

  private mutating func extend(to depth: Int) {
    if pairs.isEmpty { pairs = [(fraction.a[0], 1)] }
    var before: (p: Integer, q: Integer) = pairs.count > 1 ? pairs[pairs.count - 2] : (1, 0)
    while pairs.count <= depth {
      let (n, now) = (pairs.count, pairs[pairs.count - 1])
      let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
      pairs.append((a * now.p + b * before.p, a * now.q + b * before.q))
      before = now
    }
  }
}
