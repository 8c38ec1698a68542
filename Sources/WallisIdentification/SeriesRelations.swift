public import WallisArithmetic
public import WallisFormulas

/// Relations Σ a(j)S(j) = p + q·c between the sums S(j) = Σ k^j t(k) of a core and a constant c.
///
/// One lattice of the numbers S(0), …, S(d), 1, c stands for all polynomials R with Σ R(k)t(k) in ℚ + ℚc. Combinations
/// of the S(j) that are fractions are found first, and for each one S(j) is left out: what is lost are multiples of R
/// with the same sum up to a fraction.
public struct SeriesRelations {
  /// A polynomial with a sum in ℚ + ℚc.
  public struct Found: Sendable {
    /// R, primitive with a positive leading coefficient.
    public let polynomial: Polynomial
    /// The relation among the S(j) that were kept, 1 and c.
    public let relation: IntegerRelation
  }

  /// Combinations of the S(j) that are fractions.
  public private(set) var fractions = 0
  /// Relations looked for so far.
  public private(set) var tried = 0
  /// Every relation with one of the constants so far has an integer of modulus 10^k or more; nil without a constant.
  public private(set) var excludedExponent: Int?
  /// The exponents j of the sums that are kept, and the sums.
  private var kept: [(exponent: Int, sum: Ball)]

  /// Relations among these sums S(0), S(1), ….
  public init(_ sums: [Ball]) {
    kept = sums.enumerated().map { ($0.offset, $0.element) }
    while !kept.isEmpty, let found = search(kept, with: nil) {
      guard let last = found.relation.coefficients.prefix(kept.count).lastIndex(where: { !$0.isZero }) else {
        break
      }
      fractions += 1
      kept.remove(at: last)
    }
  }

  /// Whether all sums are fractions.
  public var isRational: Bool { kept.isEmpty }

  /// The polynomials with sums in ℚ + ℚc: one at first, then one without each S(j) that the last one ends with.
  public mutating func found(with constant: Ball) -> [Found] {
    var (left, found): ([(exponent: Int, sum: Ball)], [Found]) = (kept, [])
    while !left.isEmpty, let next = search(left, with: constant) {
      guard let last = next.relation.coefficients.prefix(left.count).lastIndex(where: { !$0.isZero }),
        next.relation.coefficients.last?.isZero == false
      else { break }
      found.append(next)
      left.remove(at: last)
    }
    return found
  }

  /// Whether a number that means nothing has a relation, too.
  public func isHit(by decoy: Ball, tried: Int) -> Bool {
    let terms = kept.map(\.sum) + [Ball(1, bits: decoy.bits), decoy]
    return IntegerRelation.search(among: terms, candidatesTried: tried).relation
      .map { $0.grade >= .suspicious } ?? false
  }

  private mutating func search(_ sums: [(exponent: Int, sum: Ball)], with constant: Ball?) -> Found? {
    let one = Ball(1, bits: sums.first?.sum.bits ?? 64)
    let outcome = IntegerRelation.search(
      among: sums.map(\.sum) + [one] + (constant.map { [$0] } ?? []), candidatesTried: tried)
    tried += 1
    if constant != nil, let bound = outcome.excludedExponent {
      excludedExponent = min(excludedExponent ?? bound, bound)
    }
    guard let relation = outcome.relation else { return nil }
    var coefficients = [Integer](repeating: 0, count: (sums.last?.exponent ?? 0) + 1)
    for (sum, coefficient) in zip(sums, relation.coefficients) { coefficients[sum.exponent] = coefficient }
    let polynomial = Polynomial(coefficients)
    guard !polynomial.isZero else { return nil }
    let content = polynomial.leading.signum < 0 ? -polynomial.content : polynomial.content
    return Found(polynomial: polynomial.dividedExactly(by: content), relation: relation)
  }
}

extension SeriesConstants {
  /// A meaningless number like this one, the same in every run.
  public static func decoy(like value: Ball, index: Int) -> Ball {
    PreparedConstants([Constant](), bits: value.bits, seed: 0x5349_4752).decoy(
      like: value, bits: value.bits, index: index)
  }
}
