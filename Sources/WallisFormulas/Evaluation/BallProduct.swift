internal import WallisArithmetic

/// The product A·M(1)⋯M(N) of step matrices in balls of one precision.
///
/// A balanced tree: blocks of steps are multiplied exactly in integers and rounded once, larger products are
/// products of balls, so that numbers never grow beyond the working precision. Radii grow at each level by the
/// cancellation between two matrices, hence with the logarithm of the number of blocks only.
struct BallProduct: ~Copyable {
  private var a: PolynomialValues
  private var b: PolynomialValues
  private let block: Int
  let bits: Int
  /// Steps multiplied so far.
  private(set) var depth = 0
  private var matrix: BallMatrix
  private var magnitude = MagnitudeProduct()

  /// The empty product; `block` is the number of steps that are multiplied exactly.
  init(_ fraction: ContinuedFraction, bits: Int, block: Int) {
    a = PolynomialValues(fraction.a)
    b = PolynomialValues(fraction.b)
    (self.bits, self.block) = (bits, block)
    matrix = BallMatrix(
      e00: Ball(1, bits: bits), e01: Ball(fraction.a[0], bits: bits), e10: Ball(0, bits: bits),
      e11: Ball(1, bits: bits))
  }

  /// p(N−1).
  var previousP: Ball { matrix.e00 }
  /// p(N).
  var p: Ball { matrix.e01 }
  /// q(N−1).
  var previousQ: Ball { matrix.e10 }
  /// q(N).
  var q: Ball { matrix.e11 }

  /// |∏ b(n)| over the steps so far, rounded up.
  var numeratorProduct: Ball { magnitude.ball }

  /// Multiplies further steps until the depth is reached.
  mutating func extend(to target: Int) {
    guard target > depth else { return }
    matrix = matrix * product(of: (depth + 1)...target)
    depth = target
  }

  private mutating func product(of range: ClosedRange<Int>) -> BallMatrix {
    guard range.count > block else { return exactProduct(of: range) }
    let middle = range.lowerBound + range.count / 2
    let left = product(of: range.lowerBound...(middle - 1))
    return left * product(of: middle...range.upperBound)
  }

  private mutating func exactProduct(of range: ClosedRange<Int>) -> BallMatrix {
    for n in range {
      if b.isWord(at: n) {
        magnitude.multiply(by: Double(b.word(at: n)))
      } else {
        magnitude.multiply(byLarge: b.withValue(at: n) { $0.integer })
      }
    }
    let steps = ContinuantMatrix(a: &a, b: &b, steps: range)
    return BallMatrix(
      e00: Ball(steps.e00.integer, bits: bits), e01: Ball(steps.e01.integer, bits: bits),
      e10: Ball(steps.e10.integer, bits: bits), e11: Ball(steps.e11.integer, bits: bits))
  }
}

/// A 2 × 2 matrix of balls.
private struct BallMatrix {
  let e00: Ball
  let e01: Ball
  let e10: Ball
  let e11: Ball

  static func * (x: BallMatrix, y: BallMatrix) -> BallMatrix {
    BallMatrix(
      e00: x.e00 * y.e00 + x.e01 * y.e10, e01: x.e00 * y.e01 + x.e01 * y.e11,
      e10: x.e10 * y.e00 + x.e11 * y.e10, e11: x.e10 * y.e01 + x.e11 * y.e11)
  }
}

/// An upper bound of a product of many numbers in a double with an exponent of its own.
///
/// Each factor adds a relative error of at most 2⁻⁵²; the factor 2 in `ball` covers 2⁴⁰ of them.
struct MagnitudeProduct {
  private var fraction = 1.0
  private var exponent = 0

  mutating func multiply(by factor: Double) {
    let parts = (fraction * factor.magnitude).binaryParts
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
