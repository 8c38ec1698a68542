public import WallisArithmetic
internal import WallisFormulas

/// The limits of a family as roots of quadratic equations whose coefficients are polynomials in the parameters.
public struct RootLimit: Sendable, Hashable {
  /// c₀, c₁, c₂ of c₀ + c₁x + c₂x² = 0.
  public let equation: [ParameterPolynomial]
  /// The limit is (−c₁ + sign·√(c₁² − 4c₀c₂))/(2c₂).
  public let sign: Int

  /// The limit at a place; nil where the equation has no such root.
  public func value(at place: [Int], bits: Int) -> Ball? {
    let c = equation.map { $0.value(at: place) }
    let discriminant = c[1] * c[1] - 4 * c[0] * c[2]
    guard !c[2].isZero, discriminant.signum >= 0 else { return nil }
    let root = Ball(discriminant, bits: bits).squareRootOfNonNegative
    return ((sign > 0 ? root : -root) + -c[1]) / Ball(2 * c[2], bits: bits)
  }

  /// The equation of the lowest degree that fits all members, where they determine it, and the root that they share.
  ///
  /// - Parameter members: the equation of each limit, constant term first, with the limit.
  init?(fitting members: [[Int]: (equation: [Integer], limit: Ball)], parameters: Int) {
    for degree in 0...RootLimit.highestDegree {
      let monomials = ParameterPolynomial.monomials(parameters: parameters, degree: degree)
      guard 2 * members.count >= 3 * monomials.count - 1 else { return nil }
      let rows = members.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { place in
        RootLimit.rows(place, members[place]?.equation ?? [], monomials)
      }
      let space = nullSpace(ofRows: rows)
      guard space.count < 2 else { return nil }
      guard let solution = space.first else { continue }
      let equation = (0..<3).map { term in
        ParameterPolynomial(
          exponents: monomials,
          coefficients: Array(solution[term * monomials.count..<(term + 1) * monomials.count]))
      }
      let fitting = [1, -1].map { RootLimit(equation: equation, sign: $0) }.first { candidate in
        members.allSatisfy { place, member in
          candidate.value(at: place, bits: member.limit.bits)?.overlaps(member.limit) == true
        }
      }
      guard let fitting else { return nil }
      self = fitting
      return
    }
    return nil
  }

  private init(equation: [ParameterPolynomial], sign: Int) { (self.equation, self.sign) = (equation, sign) }

  private static let highestDegree = 4

  /// The equation at a place is proportional to that of the member: three products, two of them independent.
  private static func rows(_ place: [Int], _ known: [Integer], _ monomials: [[Int]]) -> [[Integer]] {
    guard known.count == 3 else { return [] }
    let values = monomials.map { ParameterPolynomial.value(of: $0, at: place) }
    return [(0, 1), (0, 2), (1, 2)].map { x, y in
      (0..<3).flatMap { term in
        let factor: Integer = term == x ? known[y] : term == y ? -known[x] : 0
        return values.map { factor * $0 }
      }
    }
  }
}
