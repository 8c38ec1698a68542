internal import WallisArithmetic

/// Distances of convergents from the convergent at a deeper depth m, with storage that is reused.
struct ConvergentErrors {
  private var aValues: [Double] = []
  private var bValues: [Double] = []
  private var fraction: ContinuedFraction
  private let against: Int
  /// 0, 1, …, m + 1.
  private let places: [Double]

  init(_ fraction: ContinuedFraction, against: Int) {
    (self.fraction, self.against) = (fraction, against)
    places = (0..<against + 2).map { Double($0) }
    reset(fraction)
  }

  /// Takes another fraction, in the same storage.
  mutating func reset(_ fraction: ContinuedFraction) {
    self.fraction = fraction
    fill(&aValues, fraction.a)
    fill(&bValues, fraction.b)
  }

  /// ln |p(n)/q(n) − p(m)/q(m)| at the depths of exact convergents; not finite where it is undefined.
  func logErrors(_ exact: [ExactConvergent]) -> [Double] {
    let depths = exact.map(\.depth)
    let tails = aValues.withUnsafeBufferPointer { a in
      bValues.withUnsafeBufferPointer { BackwardContinuants(a: a, b: $0, against: against, depths: depths) }
    }
    guard tails.isReliable, tails.logDenominator.isFinite else { return exactErrors(depths) }
    var numerators = ScaledDouble(1)
    var next = 1
    return exact.indices.map { index in
      while next <= exact[index].depth + 1 {
        numerators = numerators * bValues[next]
        next += 1
      }
      return numerators.logMagnitude + tails.logTails[index] - exact[index].logDenominator
        - tails.logDenominator
    }
  }

  /// The same from exact convergents at every depth, where doubles cancelled.
  private func exactErrors(_ depths: [Int]) -> [Double] {
    var deep = ExactConvergents(fraction)
    let limit = deep.advance(to: against)
    var convergents = ExactConvergents(fraction)
    return depths.map { depth in
      let exact = convergents.advance(to: depth)
      return convergents.logDifference(from: deep) - exact.logDenominator - limit.logDenominator
    }
  }

  private func fill(_ values: inout [Double], _ polynomial: Polynomial) {
    let leadingFirst = polynomial.approximations.reversed()
    if values.count != places.count { values = [Double](repeating: 0, count: places.count) }
    values.withUnsafeMutableBufferPointer { values in
      places.withUnsafeBufferPointer { places in
        // Horner's rule for all n at once, so that the compiler makes vectors of it.
        for n in values.indices { values[n] = leadingFirst.first ?? 0 }
        for coefficient in leadingFirst.dropFirst() {
          for n in values.indices { values[n] = values[n] * places[n] + coefficient }
        }
      }
    }
  }
}
