internal import WallisArithmetic

/// Estimate, in doubles, of how fast the error of a continued fraction contracts.
///
/// One step contracts an error by |λ₋/λ₊| with λ± the roots of x² = a(n)x + b(n); steps with complex roots count
/// nothing. Only a guide for depths: a certificate judges the result.
struct ContractionEstimate {
  private let a: [Double]
  private let b: [Double]

  init(_ fraction: ContinuedFraction) {
    a = fraction.a.coefficients.reversed().map(\.approximation)
    b = fraction.b.coefficients.reversed().map(\.approximation)
  }

  /// Smallest depth at which the contraction reaches 2^(−bits); nil when `limit` steps do not suffice.
  func depth(bits: Double, limit: Int) -> Int? {
    var (gained, product) = (0.0, 1.0)
    for n in 1...max(1, limit) {
      product *= step(Double(n))
      guard product < 1e-150 || n < 64 || n % 32 == 0 else { continue }
      gained -= log2(product)
      product = 1
      if gained >= bits { return n }
    }
    return nil
  }

  /// Contraction of one step, at most 1.
  private func step(_ n: Double) -> Double {
    let (a, b) = (horner(a, n), horner(b, n))
    let discriminant = a * a + 4 * b
    guard discriminant > 0, a != 0 else { return 1 }
    let larger = (a.magnitude + discriminant.squareRoot()) / 2
    return max(1e-150, min(1, b.magnitude / (larger * larger)))
  }

  private func horner(_ leadingFirst: [Double], _ n: Double) -> Double {
    leadingFirst.reduce(0) { $0 * n + $1 }
  }

  private func log2(_ x: Double) -> Double { naturalLog(x) / 0.6931471805599453 }
}
