public import WallisArithmetic
public import WallisFormulas

/// An identity A(n)U(n+1) ∝ U(n)B(n) between the step matrices of two continued fractions, perhaps after several steps of
/// the first are taken at once: a proof that they compute the same thing.
///
/// - Reference: Shalyt et al., "From Euler to AI: unifying formulas for mathematical constants" (2025), section 4.
public struct CoboundaryLink: Sendable, Equatable {
  /// Steps of the first that make one of the second.
  public let fold: Int
  /// U(n), without a common factor of its entries.
  public let matrix: PolynomialMatrix

  /// Highest degree of U that is tried.
  private static let highestDegree = 16

  /// The link of two fractions whose limits are connected: limit(first) = map(limit(second)).
  ///
  /// U(1) is the map in terms of the products from n = 1; U(n + 1) follows from U(n). Polynomials are fitted to its
  /// entries up to a common factor, and the identity is proved.
  ///
  /// - Returns: nil where U is no matrix of polynomials of small degree.
  public init?(_ first: ContinuedFraction, _ second: ContinuedFraction, map: MoebiusMap) {
    guard let one = MoebiusMap(1, -first.a[0], 0, 1), let other = MoebiusMap(1, second.a[0], 0, 1) else {
      return nil
    }
    var values = [one.after(map).after(other).entries]
    let count = 2 * (CoboundaryLink.highestDegree + 1) + 4
    for n in 1..<count {
      guard let next = CoboundaryLink.next(values[n - 1], first, second, n) else { return nil }
      values.append(next)
    }
    let residues = values.map { $0.map { $0.residue(modulo: ResidueRank.prime) } }
    for degree in [0, 1, 2, 3, 4, 6, 9, 12, CoboundaryLink.highestDegree] {
      guard !CoboundaryLink.excludes(residues, degree: degree) else { continue }
      guard let matrix = CoboundaryLink.fit(values, degree: degree) else { continue }
      guard CoboundaryLink.holds(first, second, matrix) else { return nil }
      (fold, self.matrix) = (1, matrix)
      return
    }
    return nil
  }

  /// The link of a folded first fraction.
  init(_ link: CoboundaryLink, fold: Int) { (self.fold, matrix) = (fold, link.matrix) }

  /// A(n)⁻¹U(n)B(n) up to a factor, without content; nil where it vanishes.
  private static func next(
    _ u: [Integer], _ first: ContinuedFraction, _ second: ContinuedFraction, _ n: Int
  ) -> [Integer]? {
    let (a, b) = (first.a.value(at: n), first.b.value(at: n))
    let (c, d) = (second.a.value(at: n), second.b.value(at: n))
    // U·[[0, d], [1, c]] = [[u1, u0 d + u1 c], [u3, u2 d + u3 c]]; the adjugate of [[0, b], [1, a]] is [[a, −b], [−1, 0]].
    let (p, q, r, s) = (u[1], u[0] * d + u[1] * c, u[3], u[2] * d + u[3] * c)
    let entries = [a * p - b * r, a * q - b * s, -p, -q]
    let content = entries.reduce(Integer(0)) { $0.gcd($1) }
    return content.isZero ? nil : entries.map { $0.dividedExactly(by: content) }
  }

  /// Whether the residues of the entries show that no polynomials of a degree are proportional to them.
  private static func excludes(_ values: [[UInt64]], degree: Int) -> Bool {
    let (width, prime) = (degree + 1, ResidueRank.prime)
    var rank = ResidueRank(columns: 4 * width)
    for (index, entries) in values.prefix(2 * width + 4).enumerated() {
      guard let pivot = entries.firstIndex(where: { $0 != 0 }) else { return false }
      var (powers, power) = ([UInt64](), UInt64(1))
      for _ in 0..<width {
        powers.append(power)
        power = power * UInt64(index + 1) % prime
      }
      for other in 0..<4 where other != pivot {
        var row = [UInt64](repeating: 0, count: 4 * width)
        for place in 0..<width {
          row[other * width + place] = powers[place] * entries[pivot] % prime
          row[pivot * width + place] = (prime - entries[other]) % prime * powers[place] % prime
        }
        rank.add(row)
      }
      if rank.isFull { return true }
    }
    return false
  }

  /// Polynomials of a degree proportional to the entries at n = 1, 2, …
  private static func fit(_ values: [[Integer]], degree: Int) -> PolynomialMatrix? {
    let used = min(values.count, 2 * (degree + 1) + 4)
    let rows = (0..<used).flatMap { index -> [[Integer]] in
      let (n, entries) = (Integer(index + 1), values[index])
      guard let pivot = entries.firstIndex(where: { !$0.isZero }) else { return [] }
      let powers = (0...degree).map { n.power($0) }
      return (0..<4).filter { $0 != pivot }.map { other in
        (0..<4).flatMap { entry in
          powers.map { entry == other ? $0 * entries[pivot] : entry == pivot ? -$0 * entries[other] : 0 }
        }
      }
    }
    guard let solution = nullVector(ofRows: rows) else { return nil }
    let entries = (0..<4).map { Polynomial(Array(solution[$0 * (degree + 1)..<($0 + 1) * (degree + 1)])) }
    return PolynomialMatrix([[entries[0], entries[1]], [entries[2], entries[3]]]).primitive.matrix
  }

  /// Whether A(n)U(n+1) is a multiple of U(n)B(n), as matrices of polynomials, and det U ≠ 0.
  public static func holds(
    _ first: ContinuedFraction, _ second: ContinuedFraction, _ matrix: PolynomialMatrix
  ) -> Bool {
    func step(_ fraction: ContinuedFraction) -> PolynomialMatrix {
      PolynomialMatrix([[.zero, fraction.b], [Polynomial(constant: 1), fraction.a]])
    }
    guard !matrix.determinant.isZero else { return false }
    let shifted = PolynomialMatrix(matrix.rows.map { $0.map { $0.shifted(by: 1) } })
    let (left, right) = (
      (step(first) * shifted).rows.flatMap(\.self), (matrix * step(second)).rows.flatMap(\.self)
    )
    return (0..<4).allSatisfy { i in (0..<i).allSatisfy { left[i] * right[$0] == left[$0] * right[i] } }
  }
}

extension ContinuedFraction {
  /// The fraction of every k-th convergent step: that of M(kn+1)⋯M(kn+k), n ≥ 0, beginning at n = 0; with the map
  /// from its limit to that of this fraction. Nil where it has none.
  public func folded(_ k: Int) -> (fraction: ContinuedFraction, map: MoebiusMap)? {
    func value(_ polynomial: Polynomial, at offset: Int) -> Polynomial {
      let point = Polynomial([offset, k])
      return polynomial.coefficients.reversed().reduce(.zero) { $0 * point + Polynomial(constant: $1) }
    }
    let step = (1...k).reduce(PolynomialMatrix(identityOfRank: 2)) { product, j in
      product
        * PolynomialMatrix([[.zero, value(b, at: j)], [Polynomial(constant: 1), value(a, at: j)]])
    }.primitive.matrix
    guard let line = LineFraction(step: step), line.offset == 0, let map = line.map,
      let front = MoebiusMap(1, a[0], 0, 1)
    else { return nil }
    return (line.fraction, front.after(map))
  }
}
