internal import RealModule
internal import WallisArithmetic

/// A positive or negative double with a binary exponent of its own: products and continuants without overflow.
struct ScaledDouble {
  private(set) var fraction: Double
  private(set) var exponent = 0

  init(_ value: Double) { fraction = value }

  static func * (x: ScaledDouble, y: Double) -> ScaledDouble {
    var product = ScaledDouble(x.fraction * y)
    product.exponent = x.exponent
    product.normalise()
    return product
  }

  mutating func normalise() {
    guard fraction != 0, fraction.magnitude > 0x1p300 || fraction.magnitude < 0x1p-300 else { return }
    let parts = fraction.binaryParts
    (fraction, exponent) = (parts.fraction, exponent + parts.exponent)
  }

  init(_ fraction: Double, exponent: Int) { (self.fraction, self.exponent) = (fraction, exponent) }

  /// ln |value|; −∞ for zero.
  var logMagnitude: Double {
    fraction == 0 ? -.infinity : Double.log(fraction.magnitude) + Double(exponent) * 0.6931471805599453
  }
}
