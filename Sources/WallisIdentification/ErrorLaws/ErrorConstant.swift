internal import RealModule
internal import WallisArithmetic
internal import WallisFormulas

/// The constant of an error law by extrapolation.
struct ErrorConstant {
  private let rate: ErrorLaw.Rate
  /// The limit to so many digits; nil where it cannot be had.
  private let limit: (_ digits: Int) -> Ball?
  /// p(n) and q(n) for rising n, up to a common factor.
  private let convergents: () -> (_ n: Int) -> (p: Integer, q: Integer)

  /// The constant of a fraction with this law.
  init(_ fraction: ContinuedFraction, _ rate: ErrorLaw.Rate) {
    self.rate = rate
    limit = { digits in
      guard let evaluation = try? fraction.evaluate(digits: digits) else { return nil }
      return ErrorConstant.limit(evaluation, digits)
    }
    convergents = {
      var convergents = ExactConvergents(fraction)
      return { convergents.pair(at: $0) }
    }
  }

  /// The constant of a recurrence with this law.
  init(_ product: MatrixProduct, _ rate: ErrorLaw.Rate) {
    self.rate = rate
    limit = { digits in
      guard let evaluation = try? product.evaluate(digits: digits, limits: EvaluationLimits()) else {
        return nil
      }
      return ErrorConstant.limit(evaluation, digits)
    }
    convergents = {
      var convergents = ProductConvergents(product)
      return { n in
        convergents.advance(to: n - product.first + 1)
        return (convergents.rows[0][product.rank - 1], convergents.rows[1][product.rank - 1])
      }
    }
  }

  /// C and L; nil where fewer than a third of the digits are agreed upon, or the limit cannot be had.
  ///
  /// Statement: polynomials of degree m in 1/n through m + 1 depths between N/4 and N, taken at 0, differ from the limit of a
  /// series in 1/n by about its coefficient m + 1 over the product of the depths.
  func value(digits: Int) -> (constant: Ball, limit: Ball)? {
    let (last, degree) = (12 * digits + 100, 3 * digits / 4)
    let size = rate.base.ball(bits: 64).magnitude.log.approximation.magnitude / Digits.naturalLogOfTen
    let spent = Double(last) * size + Double(rate.eta.magnitude) * ErrorConstant.digits(ofFactorial: last)
    guard spent < 20_000, let limit = limit(Int(spent) + 4 * digits) else { return nil }
    let bits = limit.bits
    let (base, power) = (rate.base.ball(bits: bits), rate.power.ball(bits: bits))
    let pair = convergents()
    var (known, factorial, reached): ([Int: Ball], Ball, Int) = ([:], Ball(1, bits: bits), 0)
    let (first, second) = (
      depths(from: last / 4, to: last, degree, 0), depths(from: last / 4 + 3, to: last - 5, degree - 4, 1)
    )
    for depth in Set(first + second).sorted() {
      while reached < depth {
        reached += 1
        if rate.eta != 0 { factorial = factorial * reached }
      }
      let (p, q) = pair(depth)
      let error = limit - Ball(p, bits: bits) / Ball(q, bits: bits)
      let law =
        base.power(depth) * (rate.isAlternating && depth % 2 == 1 ? -1 : 1) * factorial.power(rate.eta)
        * Ball(depth, bits: bits).power(power)
      known[depth] = (error / law).rounded(toBits: Digits.workingBits(4 * digits))
    }
    let (one, other) = (extrapolated(first, known), extrapolated(second, known))
    let constant = one.widened(by: (one - other) * 4)
    guard constant.isFinite, constant.relativeDigits >= digits / 3 else { return nil }
    return (constant, limit)
  }

  private static func digits(ofFactorial n: Int) -> Double {
    Double.logGamma(Double(n) + 1) / Digits.naturalLogOfTen
  }

  private static func limit(_ evaluation: Evaluation, _ digits: Int) -> Ball? {
    switch evaluation.outcome {
    case .rational(let value): return Ball(value, bits: Digits.workingBits(digits))
    case .value: return evaluation.enclosure
    default: return nil
    }
  }

  /// Depths of one parity whose inverses are about evenly spread: where solutions differ by a power of n only, even and odd
  /// convergents have series of their own.
  private func depths(from first: Int, to last: Int, _ degree: Int, _ parity: Int) -> [Int] {
    let (low, high) = (1 / Double(last), 1 / Double(first))
    return (0...degree).map { place in
      Int((1 / (high + (low - high) * Double(place) / Double(degree))).rounded()) & ~1 + parity
    }
  }

  /// The polynomial through the values at 1/n, taken at 0 (Neville's scheme).
  private func extrapolated(_ depths: [Int], _ values: [Int: Ball]) -> Ball {
    var row = depths.compactMap { values[$0] }
    for step in 1..<max(1, row.count) {
      for place in 0..<(row.count - step) {
        // At x = 0: (x(j) y(i) − x(i) y(j))/(x(j) − x(i)) with x = 1/n is (n(j) y(j) − n(i) y(i))/(n(j) − n(i)).
        let (low, high) = (depths[place], depths[place + step])
        row[place] = (row[place + 1] * high - row[place] * low) / (high - low)
      }
    }
    return row[0]
  }
}
