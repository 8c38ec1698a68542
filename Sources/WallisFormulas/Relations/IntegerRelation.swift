public import WallisArithmetic

/// A relation Σ a(j) x(j) = 0 with integer coefficients among numbers known to some digits.
///
/// One found from the first two thirds of the digits has to hold to all of them: the evidence is that of typed digits,
/// whatever the numbers are. One that takes more digits to be found has no digits left that could confirm it, and is
/// suspicious at best. Candidates of a caller who tries many sets of numbers must be added up.
public struct IntegerRelation: Sendable, Hashable {
  /// Coefficients, without a common factor, the first that is not zero positive.
  public let coefficients: [Integer]
  /// What speaks for the relation.
  public let evidence: RelationEvidence

  /// The grade that the evidence supports.
  public var grade: Grade { Grade(evidence) }

  /// What a search found and ruled out.
  public struct Outcome: Sendable, Hashable {
    /// The relation that holds to all digits; nil when there is none.
    public let relation: IntegerRelation?
    /// Every relation has a coefficient of modulus at least 10^excludedExponent; nil when one was found.
    public let excludedExponent: Int?
  }

  /// Searches a relation among two or more numbers of moderate size.
  ///
  /// - Parameter candidatesTried: candidates that the caller tried before on the same question.
  /// - Precondition: at least two terms.
  /// - Complexity: one lattice reduction for each 48 digits.
  public static func search(among terms: [Ball], candidatesTried: Int = 0) -> Outcome {
    precondition(terms.count >= 2, "a relation needs two numbers")
    let digits = terms.map(\.accurateDigits).min() ?? 0
    guard digits >= 3, digits < Int.max else { return Outcome(relation: nil, excludedExponent: nil) }
    let first = max(24, min(6 * terms.count, 64))
    let open = SearchTarget.steps(from: first, upTo: 2 * digits / 3)
    let stages = open + SearchTarget.steps(from: 2 * digits / 3 + stepDigits, upTo: digits)
    var lattice = RelationLattice(weightShifts: terms.map { _ in 0 })
    for (index, stage) in stages.enumerated() {
      let numbers = scaled(terms, digits: stage)
      lattice.feed(numbers)
      let found = lattice.relation(0)
      guard digitsConsumed(by: found) <= Double(stage) - Grade.suspiciousSurplus,
        index < open.count || isRare(found, numbers), holds(found, terms)
      else { continue }
      let tried = candidatesTried + index + 1
      let check: RelationEvidence.Check =
        index < open.count ? .predicted(found: stage) : .unverified(found: stage)
      return Outcome(
        relation: IntegerRelation(found, digits: digits, check: check, candidatesTried: tried),
        excludedExponent: nil)
    }
    let errors = terms.map { error($0, digits: digits) }
    return Outcome(relation: nil, excludedExponent: lattice.excludedExponent(errors: errors))
  }

  /// True when chance would not put so short a relation into the lattice.
  private static func isRare(_ relation: [Integer], _ numbers: [Integer]) -> Bool {
    let chance = ChanceLength(numbers, shifts: numbers.map { _ in 0 })
    return chance.surplus(of: relation) >= Grade.conjectureSurplus
  }

  /// Digits of the steps beyond the first two thirds: as few as keep each of them cheap.
  private static let stepDigits = 24

  private init(
    _ found: [Integer], digits: Int, check: RelationEvidence.Check, candidatesTried: Int
  ) {
    let content = found.reduce(Integer(0)) { $0.gcd($1) }
    let isNegative = (found.first { !$0.isZero }?.signum ?? 1) < 0
    coefficients = found.map { $0.dividedExactly(by: isNegative ? -content : content) }
    evidence = RelationEvidence(
      digitsSupplied: digits, digitsMatched: digits, digitsConsumed: digitsConsumed(by: coefficients),
      candidatesTried: candidatesTried, basesTried: 1, residualExponent: -digits, check: check)
  }

  private static func scaled(_ terms: [Ball], digits: Int) -> [Integer] {
    terms.map { $0.scaled(byPowerOfTwo: SearchTarget.bits(digits: digits)).nearestInteger }
  }

  /// Bound on the error of the scaled integer of a term.
  private static func error(_ term: Ball, digits: Int) -> Integer {
    let shift = (term.radiusExponent ?? Int.min / 2) + SearchTarget.bits(digits: digits)
    return shift < 0 ? 2 : Integer(1).shifted(left: shift + 1) + 1
  }

  private static func holds(_ relation: [Integer], _ terms: [Ball]) -> Bool {
    zip(relation, terms).reduce(Ball(0, bits: 64)) { $0 + $1.1 * $1.0 }.containsZero
  }
}
