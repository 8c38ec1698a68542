internal import RealModule
internal import WallisArithmetic

/// Figures of the convergents of a matrix product, from exact products at two depths and their doubles.
public struct ProductMeasurement: Sendable {
  /// Matrices multiplied at the convergent that is measured.
  public let depth: Int
  /// −ln |p/q − limit| / ln q − 1 in lowest terms at `depth`, the limit replaced by the convergent of twice the depth;
  /// nil where a convergent is infinite, equals the other, or has the denominator 1.
  public let delta: Double?
  /// Digits gained a step between half the depth and the depth; nil where they are not a whole digit.
  public let digitsPerTerm: Double?

  /// Steps of the usual measurement.
  public static let usualDepth = 256

  /// Measures the first column that has convergents; nil where none has.
  ///
  /// - Precondition: a depth of 4 at least.
  public init?(_ product: MatrixProduct, depth: Int = usualDepth) {
    precondition(depth >= 4, "a depth to halve")
    var convergents = ProductConvergents(product)
    let samples = [depth / 2, depth, 2 * depth].map { depth in
      convergents.advance(to: depth)
      return convergents.rows
    }
    guard
      let column = (0..<product.rank).first(where: { place in samples.allSatisfy { !$0[1][place].isZero } })
    else { return nil }
    let values = samples.map { Rational($0[0][column], $0[1][column]) }
    let errors = values.dropLast().map { value -> Double? in
      let distance = value - values[2]
      guard !distance.isZero else { return nil }
      return distance.numerator.logMagnitude - distance.denominator.logMagnitude
    }
    self.depth = depth
    let size = values[1].denominator.logMagnitude
    delta = errors[1].flatMap { size > 0 ? -$0 / size - 1 : nil }
    let gained = errors[0].flatMap { half in errors[1].map { (half - $0) / Double.log(10) } }
    digitsPerTerm = gained.flatMap { $0 >= 1 ? $0 / Double(depth - depth / 2) : nil }
  }
}
