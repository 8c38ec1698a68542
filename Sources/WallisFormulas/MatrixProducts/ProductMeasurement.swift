internal import RealModule
public import WallisArithmetic

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

/// How the solutions of a recurrence grow: n!^s · λⁿ, apart from powers of n.
///
/// - Reference: Birkhoff (1930), Formal theory of irregular linear difference equations; Wimp and Zeilberger (1985).
public struct SolutionGrowth: Sendable, Hashable {
  /// s, exactly.
  public let factorialPower: Rational
  /// |λ| to double precision, the largest first.
  public let moduli: [Double]

  /// Of the r solutions of c₀(n)u_n + … + c_r(n)u_{n−r} = 0, those of fastest growth first, by the Newton polygon of
  /// the degrees and the characteristic polynomial of each of its edges.
  ///
  /// - Precondition: c₀ and c_r are not 0.
  public static func all(of coefficients: [Polynomial]) -> [SolutionGrowth] {
    let places = coefficients.indices.filter { !coefficients[$0].isZero }
    var (growths, from): ([SolutionGrowth], Int) = ([], 0)
    while from < coefficients.count - 1 {
      let slopes = places.filter { $0 > from }.map { place in
        (
          place,
          Rational(Integer(coefficients[place].degree - coefficients[from].degree), Integer(place - from))
        )
      }
      guard let steepest = slopes.map(\.1).max(), let end = slopes.last(where: { $0.1 == steepest })?.0 else {
        break
      }
      // Σ l_i λ^{end − i} over the points of the edge.
      var edge = [Integer](repeating: 0, count: end - from + 1)
      for place in [from] + slopes.filter({ $0.1 == steepest }).map(\.0) {
        edge[end - place] = coefficients[place].leading
      }
      let moduli = Polynomial(edge).irreducibleFactors.flatMap { factor, multiplicity in
        factor.rootModuli.flatMap { [Double](repeating: $0, count: multiplicity) }
      }
      growths.append(SolutionGrowth(factorialPower: steepest, moduli: moduli.sorted(by: >)))
      from = end
    }
    return growths
  }

  /// One text for each solution: `n!^3·33.9706^n`.
  var texts: [String] {
    let power =
      factorialPower.isZero ? "" : factorialPower == 1 ? "n!" : "n!^\(Self.exponent(factorialPower))"
    return moduli.map { modulus in
      let rounded = (modulus * 1e6).rounded() / 1e6
      let base = Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
      return power.isEmpty ? "\(base)^n" : base == "1" ? power : "\(power)·\(base)^n"
    }
  }

  private static func exponent(_ power: Rational) -> String {
    power.isInteger && power.signum > 0 ? "\(power)" : "(\(power))"
  }
}
