internal import RealModule
internal import WallisArithmetic

/// Estimate, in doubles, of how fast the error of a continued fraction contracts.
///
/// With Δ(n) = 1 + 4b(n)/(a(n)a(n−1)) one step contracts an error by |1 − √Δ|/(1 + √Δ); steps with Δ ≤ 0 count
/// nothing. Only a guide for depths: a certificate judges the result.
struct ContractionEstimate {
  private let a: [Double]
  private let b: [Double]

  init(_ fraction: ContinuedFraction) {
    a = fraction.a.approximations.reversed()
    b = fraction.b.approximations.reversed()
  }

  /// Smallest depth at which the contraction reaches 2^(−bits); nil when `limit` steps do not suffice.
  func depth(bits: Double, limit: Int) -> Int? {
    var (gained, product) = (0.0, 1.0)
    var previous = horner(a, 0)
    for n in 1...max(1, limit) {
      let current = horner(a, Double(n))
      product *= step(current * previous, horner(b, Double(n)))
      previous = current
      guard product < 1e-150 || n < 64 || n % 32 == 0 else { continue }
      gained -= log2(product)
      product = 1
      if gained >= bits { return n }
    }
    return nil
  }

  /// Whether `limit` steps may suffice, told from few of them: false only where the contraction, added up in runs that
  /// grow with n, stays far below 2^(−bits).
  ///
  /// - Precondition: a and b have settled well before `limit`; an eighth more than asked for is the room for the runs.
  func mayReach(bits: Double, limit: Int) -> Bool {
    var (gained, n) = (0.0, 1)
    while n <= limit {
      let run = max(1, n / 16)
      let middle = Double(n + run / 2)
      gained -= Double(run) * log2(step(horner(a, middle) * horner(a, middle - 1), horner(b, middle)))
      if gained * 9 >= bits * 8 { return true }
      n += run
    }
    return false
  }

  /// log2 of the inverse contraction of the steps 1 … `last`: more bits than that cannot be lost in them.
  func bits(to last: Int) -> Double {
    var gained = 0.0
    var previous = horner(a, 0)
    for n in stride(from: 1, through: last, by: 1) {
      let current = horner(a, Double(n))
      gained -= log2(step(current * previous, horner(b, Double(n))))
      previous = current
    }
    return gained
  }

  /// Contraction of one step, at most 1, from a(n)a(n−1) and b(n).
  private func step(_ neighbours: Double, _ numerator: Double) -> Double {
    let discriminant = 1 + 4 * numerator / neighbours
    guard neighbours != 0, discriminant > 0 else { return 1 }
    let sum = 1 + discriminant.squareRoot()
    return max(1e-150, 4 * (numerator / neighbours).magnitude / (sum * sum))
  }

  private func horner(_ leadingFirst: [Double], _ n: Double) -> Double {
    leadingFirst.reduce(0) { $0 * n + $1 }
  }

  private func log2(_ x: Double) -> Double { Double.log(x) / 0.6931471805599453 }
}
