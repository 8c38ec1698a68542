internal import RealModule
internal import WallisArithmetic

/// The limit of a matrix product of any rank: exact products, deeper and deeper, until two of them agree in all columns.
///
/// The agreement of two depths is no proof; that the digits gained grow with the depth, faster than those of a power
/// law, is asked for as well.
struct ProductLimit {
  let product: MatrixProduct
  let digits: Int
  let limits: EvaluationLimits

  /// Bits of the largest entries, and matrices, beyond which nothing is multiplied.
  private static let (mostBits, deepest) = (100_000_000, 2_000_000)
  private static let slow =
    "the ratios of the columns approach each other like a power of the depth, or not at all"

  /// A depth, and the digits in which all columns agree there with those before.
  private struct Sample {
    let depth: Int
    let digits: Double
  }

  /// The limit.
  /// - Throws: `ResourceLimit` where the digits would need too much.
  func evaluation() throws(ResourceLimit) -> Evaluation {
    var convergents = ProductConvergents(product)
    var samples: [Sample] = []
    var bits = Digits.workingBits(digits) + 64
    convergents.advance(to: 24)
    var before = convergents.ratios(bits: bits)
    while true {
      let depth = try nextDepth(samples, convergents)
      let reached = convergents.depth
      convergents.advance(to: depth)
      let ratios = convergents.ratios(bits: bits)
      guard !ratios.isEmpty else { return undetermined("all denominators are 0") }
      let distance = ProductLimit.distance(before, ratios, bits: bits)
      let common = distance.magnitudeExponent.map { Double(-$0) * Digits.perBit } ?? Double(2 * digits)
      let size = Double(max(0, ratios[0].magnitudeExponent ?? 0)) * Digits.perBit
      if common + size >= Double(digits + 5) || distance.isExact && distance.containsZero {
        return Evaluation(
          outcome: .value, enclosure: ratios[0].widened(by: distance), convergence: speed(samples),
          verification: .depths(reached, depth))
      }
      samples.append(Sample(depth: reached, digits: common))
      if isSlow(samples) { return undetermined(ProductLimit.slow) }
      before = ratios
      bits = Digits.workingBits(digits) + 64 + Int(max(0, size) * 4)
    }
  }

  private func undetermined(_ reason: String) -> Evaluation {
    Evaluation(outcome: .undetermined(reason), convergence: nil, verification: .coefficients)
  }

  /// The largest distance of a ratio of one depth from one of the other.
  private static func distance(_ x: [Ball], _ y: [Ball], bits: Int) -> Ball {
    guard let first = x.first else { return Ball(1, bits: bits) }
    let all = y + x.dropFirst()
    return all.reduce(Ball(0, bits: bits)) { sum, ratio in sum + (ratio - first).magnitude }
  }

  /// How the digits grow with the depth, as an exponent; nil before that is known.
  private func exponent(_ samples: [Sample]) -> Double? {
    guard samples.count >= 3 else { return nil }
    let (x, y) = (samples[samples.count - 2], samples[samples.count - 1])
    guard x.digits > 1, y.digits > x.digits else { return nil }
    return Double.log(y.digits / x.digits) / Double.log(Double(y.depth) / Double(x.depth))
  }

  private func isSlow(_ samples: [Sample]) -> Bool {
    guard samples.count >= 6, let last = samples.last else { return false }
    guard let exponent = exponent(samples) else { return true }
    return last.digits < 3 || exponent < 0.25
  }

  private func speed(_ samples: [Sample]) -> ConvergenceClass? {
    exponent(samples).map { $0 > 1.1 ? .factorial : $0 > 0.85 ? .exponential : .subexponential }
  }

  /// Twice as deep, or as deep as the digits are expected to need.
  private func nextDepth(
    _ samples: [Sample], _ convergents: ProductConvergents
  ) throws(ResourceLimit) -> Int {
    var depth = 2 * convergents.depth
    if let exponent = exponent(samples), exponent > 0.25, let last = samples.last {
      let wanted = Double(last.depth) * Double.pow((Double(digits) + 8) / last.digits, 1 / exponent)
      if wanted < 1e9 {
        depth = min(depth, max(Int(wanted * 1.02), convergents.depth * 9 / 8)) + 16
      }
    }
    let size = Double(convergents.bits) * Double(depth) / Double(convergents.depth)
    guard depth <= ProductLimit.deepest, size < Double(ProductLimit.mostBits) else {
      throw ResourceLimit(
        "\(digits) digits of this product would need more than \(depth) matrices",
        remedy: "ask for fewer digits")
    }
    return depth
  }
}
