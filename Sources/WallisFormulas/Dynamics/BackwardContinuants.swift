internal import WallisArithmetic

/// Continuants K(k…m) of the steps k to m in doubles, by x(k) = a(k)x(k+1) + b(k+1)x(k+2), x(m+1) = 1, x(m+2) = 0.
///
/// q(m) = K(1…m) and p(n)q(m) − p(m)q(n) = ±∏_{i ≤ n+1} b(i) · K(n+2…m), so one pass serves every sampled depth n.
/// A sample is unreliable when it cancelled: its modulus is far below that of its two terms, or that of an error that steps
/// before have carried along where the signs of a or b change.
struct BackwardContinuants {
  /// ln |K(n+2…m)| for the sampled depths n, in their order.
  private(set) var logTails: [Double]
  /// ln |q(m)|.
  private(set) var logDenominator = 0.0
  /// False where doubles lost digits to cancellation.
  private(set) var isReliable = true

  /// Smallest quotient of a sum and its terms that still leaves ten digits.
  private static let cancellation = 1e-5
  /// Largest bound on the relative error of a continuant.
  private static let relativeError = 0x1p-26

  /// - Parameters: `a` and `b` hold the values at 0…m+1 as doubles; `depths` increase and are at most m − 2.
  init(a: UnsafeBufferPointer<Double>, b: UnsafeBufferPointer<Double>, against m: Int, depths: [Int]) {
    logTails = [Double](repeating: 0, count: depths.count)
    var pass = Pass()
    let isMixed = BackwardContinuants.changesSign(a, m) || BackwardContinuants.changesSign(b, m)
    var pending = depths.count - 1
    for k in stride(from: m, through: 1, by: -1) {
      let (first, second) = (a[k] * pass.current, b[k + 1] * pass.later)
      let value = first + second
      if isMixed { pass.carryErrors(a[k], b[k + 1], of: first, second) }
      (pass.later, pass.current) = (pass.current, value)
      if value.magnitude > 0x1p200 || value.magnitude < 0x1p-200, value != 0 { pass.rescale() }
      let isSampled = pending >= 0 && k == depths[pending] + 2
      guard isSampled || k == 1 else { continue }
      if value.magnitude <= BackwardContinuants.cancellation * (first.magnitude + second.magnitude)
        || pass.error > BackwardContinuants.relativeError * pass.current.magnitude
      {
        isReliable = false
      }
      let log = ScaledDouble(pass.current, exponent: pass.exponent).logMagnitude
      if isSampled {
        logTails[pending] = log
        pending -= 1
      }
      if k == 1 { logDenominator = log }
    }
  }

  /// Two continuants that follow each other, as doubles times a power of two.
  private struct Pass {
    var later = 0.0
    var current = 1.0
    var exponent = 0
    /// Bounds of the errors of `later` and `current`, carried where signs change: elsewhere they fall with the steps.
    var laterError = 0.0
    var error = 0.0

    /// The error of a sum of two terms with the coefficients a and b.
    @inline(__always)
    mutating func carryErrors(_ a: Double, _ b: Double, of first: Double, _ second: Double) {
      let next =
        a.magnitude * error + b.magnitude * laterError + 0x1p-51 * (first.magnitude + second.magnitude)
      (laterError, error) = (error, next)
    }

    /// Brings `current` near 1.
    mutating func rescale() {
      let parts = current.binaryParts
      (current, exponent) = (parts.fraction, exponent + parts.exponent)
      later = BackwardContinuants.scale(later, by: -parts.exponent)
      laterError = BackwardContinuants.scale(laterError, by: -parts.exponent)
      error = BackwardContinuants.scale(error, by: -parts.exponent)
    }
  }

  /// Whether values at 1…m have both signs; 0 has that of its bit.
  private static func changesSign(_ values: UnsafeBufferPointer<Double>, _ m: Int) -> Bool {
    var (some, all): (UInt64, UInt64) = (0, .max)
    for k in 1...m {
      some |= values[k].bitPattern
      all &= values[k].bitPattern
    }
    return (some ^ all) >> 63 == 1
  }

  private static func scale(_ x: Double, by exponent: Int) -> Double {
    exponent < -1000 ? 0 : Double(sign: .plus, exponent: exponent, significand: x)
  }
}
