internal import WallisArithmetic

/// The product A·M(1)⋯M(N) in balls of one precision, extended block by block.
///
/// Blocks of steps are multiplied exactly in integers and rounded once, so that numbers never grow beyond the
/// working precision: N steps cost O(N/block · M(bits)) beside the exact blocks.
struct BallProduct: ~Copyable {
  private var a: PolynomialValues
  private var b: PolynomialValues
  private let block: Int
  let bits: Int
  /// Steps multiplied so far.
  private(set) var depth = 0
  /// p(N−1), p(N), q(N−1) and q(N), up to a common factor that is a power of two.
  private(set) var previousP: Ball
  private(set) var p: Ball
  private(set) var previousQ: Ball
  private(set) var q: Ball
  private var magnitude = MagnitudeProduct()

  init(_ fraction: ContinuedFraction, bits: Int) {
    a = PolynomialValues(fraction.a)
    b = PolynomialValues(fraction.b)
    self.bits = bits
    block = min(4096, max(48, bits / 64))
    previousP = Ball(1, bits: bits)
    p = Ball(fraction.a[0], bits: bits)
    previousQ = Ball(0, bits: bits)
    q = Ball(1, bits: bits)
  }

  /// |∏ b(n)| over the steps so far, rounded up.
  var numeratorProduct: Ball { magnitude.ball }

  /// Multiplies further steps until the depth is reached.
  mutating func extend(to target: Int) {
    while depth < target {
      let last = min(target, depth + block)
      multiply(steps: (depth + 1)...last)
      depth = last
    }
  }

  private mutating func multiply(steps range: ClosedRange<Int>) {
    let matrix = ContinuantMatrix(a: &a, b: &b, steps: range)
    let e00 = Ball(matrix.e00.integer, bits: bits), e01 = Ball(matrix.e01.integer, bits: bits)
    let e10 = Ball(matrix.e10.integer, bits: bits), e11 = Ball(matrix.e11.integer, bits: bits)
    (previousP, p) = (previousP * e00 + p * e10, previousP * e01 + p * e11)
    (previousQ, q) = (previousQ * e00 + q * e10, previousQ * e01 + q * e11)
    for n in range {
      if b.isWord(at: n) {
        magnitude.multiply(by: Double(b.word(at: n)))
      } else {
        magnitude.multiply(byLarge: b.withValue(at: n) { $0.integer })
      }
    }
  }
}

/// An upper bound of a product of many numbers in a double with an exponent of its own.
///
/// Each factor adds a relative error of at most 2⁻⁵²; the factor 2 in `ball` covers 2⁴⁰ of them.
struct MagnitudeProduct {
  private var fraction = 1.0
  private var exponent = 0

  mutating func multiply(by factor: Double) {
    let parts = binaryParts(fraction * factor.magnitude)
    (fraction, exponent) = (parts.fraction, exponent + parts.exponent)
  }

  mutating func multiply(byLarge factor: Integer) {
    let shift = max(0, factor.bitWidth - 512)
    multiply(by: factor.magnitude.shifted(left: -shift).approximation * (shift > 0 ? 1.0000000001 : 1))
    exponent += shift
  }

  var ball: Ball {
    let mantissa = Integer(Int((fraction * 0x1p53).rounded(.up)))
    return Ball(mantissa, bits: 64).scaled(byPowerOfTwo: exponent - 53 + 1)
  }
}
