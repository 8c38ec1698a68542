internal import RealModule
internal import WallisArithmetic

/// lim ln q̃(n)/n but for ln λ, where |q(n)| ~ N(n)·λⁿ·n^k and N(n) grows like a power of n!, from valuations of exact terms.
///
/// With g(n) the common divisor of p and q and s_ℓ(n) = v_ℓ(N(n)) − v_ℓ(g(n)) the limit is that of Σ_ℓ s_ℓ(n) ln ℓ/n:
/// - at nearly all primes s_ℓ is a step function of n/ℓ, the same for all primes of a residue class modulo the
///   denominators d of the source. By the prime number theorem a step Δ at n = yℓ adds Δ/y, averaged over the classes.
/// - at the few primes that divide an exceptional number, d, or are 2, 3, 5, s_ℓ grows like a rational multiple of n.
///
/// Both patterns are read from a few primes and depths: observed, not proved.
struct ReducedGrowth {
  /// The rational part of the limit, and multiples of logarithms of primes, −½ ln|B| included; nil where the steps do not
  /// end in a pattern that is summed here.
  let exact: (rational: Rational, primes: [(prime: Int, multiple: Rational)])?
  /// c where q̃ grows like n!^c, since steps rise by c from period to period; 0 where they do not.
  let remaining: Rational
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

  /// The summands of an exact limit, for example `+3/2*log(2)-1`.
  func text(_ exact: (rational: Rational, primes: [(prime: Int, multiple: Rational)])) -> String {
    let logarithms = exact.primes.map { ReducedGrowth.term($0.multiple, "log(\($0.prime))") }.joined()
    return exact.rational.signum == 0 ? logarithms : logarithms + ReducedGrowth.term(exact.rational, nil)
  }

  /// A signed summand, for example `+3/2*log(2)`.
  private static func term(_ multiple: Rational, _ factor: String?) -> String {
    let sign = multiple.signum < 0 ? "-" : "+"
    guard let factor else { return sign + "\(multiple.magnitude)" }
    return multiple.magnitude == 1 ? sign + factor : sign + "\(multiple.magnitude)*\(factor)"
  }

  /// Largest prime that may divide a leading coefficient or A² + 4B.
  private static let largestPrime = 61

  /// Nil where no such pattern shows.
  init?(_ source: some ValuationSource) {
    var source = source
    guard let denominators = source.denominators, denominators <= 6,
      let special = ReducedGrowth.specialPrimes(source.exceptional + [Integer(denominators)]),
      let steps = ReducedGrowth.meanSteps(&source, denominators, avoiding: special)
    else { return nil }
    var multiples: [Int: Rational] = [:]
    for prime in special {
      guard let slope = ReducedGrowth.slope(&source, prime) else { return nil }
      multiples[prime] = slope
    }
    lowerBound = multiples.reduce(steps.lowerBound) {
      $0 + $1.value.approximation * Double.log(Double($1.key))
    }
    remaining = steps.rise
    exact = steps.exact.map { sum in
      multiples[2] = (multiples[2] ?? 0) + sum.logTwo
      let primes = multiples.filter { $0.value.signum != 0 }.sorted { $0.key < $1.key }
      return (sum.rational, primes.map { ($0.key, $0.value) })
    }
  }

  private static func specialPrimes(_ numbers: [Integer]) -> [Int]? {
    var primes: Set<Int> = [2, 3, 5]
    for value in numbers {
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
    _ source: inout some ValuationSource, _ denominators: Int, avoiding special: [Int]
  ) -> StepSum? {
    let classes = (1...denominators).filter { Integer($0).gcd(Integer(denominators)) == 1 }
    var sums: [StepSum] = []
    for residue in classes {
      let candidates = (67...250).filter { prime in
        prime % denominators == residue % denominators
          && Integer(prime).primeFactors.first?.prime == Integer(prime)
      }
      guard candidates.count >= 2 else { return nil }
      var found: [[Int]?] = []
      for prime in candidates.prefix(5) { found.append(cells(&source, prime, denominators)) }
      let usual = found.compactMap { cells in cells }.first { pattern in
        2 * found.count { $0 == pattern } > max(2, found.count)
      }
      guard let usual else { return nil }
      sums.append(StepSum(usual))
    }
    return StepSum(meanOf: sums)
  }

  /// 2s_ℓ on [0, 7/2) in cells as wide as the denominators ask, each the value that most n of it have: single terms have
  /// further factors by accident. Nil where no value prevails.
  private static func cells(_ source: inout some ValuationSource, _ prime: Int, _ denominators: Int) -> [Int]?
  {
    let width = denominators.isMultiple(of: 2) ? denominators : 2 * denominators
    let count = 7 * width / 2
    let values = source.twice(through: prime * count / width, at: prime)
    var next = 1
    var cells: [Int] = []
    for cell in 0..<count {
      var counts: [Int: Int] = [:]
      while next * width < (cell + 1) * prime {
        counts[values[next - 1], default: 0] += 1
        next += 1
      }
      guard let most = counts.max(by: { $0.value < $1.value }),
        2 * most.value > counts.values.reduce(0, +)
      else { return nil }
      cells.append(most.key)
    }
    return cells
  }

  // MARK: Slopes at special primes

  /// lim s_ℓ(n)/n: a multiple of 1/(2(ℓ − 1)), for ℓ = 2 of 1/4, that s_ℓ follows to within a logarithm up to n = 1,200.
  private static func slope(_ source: inout some ValuationSource, _ prime: Int) -> Rational? {
    let depths = [150, 300, 450, 600, 900, 1200]
    let twice = source.twice(at: depths, prime)
    let scale = prime == 2 ? 4 : 2 * (prime - 1)
    let rise = Double(twice[5] - twice[1]) / (2 * Double(depths[5] - depths[1]))
    let slope = Rational(Integer(Int((rise * Double(scale)).rounded())), Integer(scale))
    let room = 4 + source.room * Double.log(1200) / Double.log(Double(prime))
    let follows = zip(depths, twice).allSatisfy { depth, value in
      abs(Double(value) / 2 - slope.approximation * Double(depth)) <= room
    }
    return follows ? slope - source.leading(at: prime) : nil
  }
}

/// ∫ s(y) dy/y² of a step function s of y = n/ℓ.
private struct StepSum {
  /// Rational part and multiple of ln 2; nil where the end of the function is no pattern that is summed here.
  let exact: (rational: Rational, logTwo: Rational)?
  let lowerBound: Double
  /// By how much each period is above the one before it, where all cells of the last three are by the same; else 0.
  let rise: Rational

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
    let rises = Set((width..<twice.count).suffix(2 * width).map { twice[$0] - twice[$0 - width] })
    rise = rises.count == 1 ? Rational(Integer(rises.first ?? 0), 2) : 0
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
    rise = sums.allSatisfy { $0.rise == sums[0].rise } ? sums[0].rise : 0
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
