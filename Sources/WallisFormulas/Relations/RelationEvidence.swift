internal import RealModule
package import WallisArithmetic

/// What speaks for a relation, so that its grade can be recomputed by anyone.
public struct RelationEvidence: Sendable, Hashable {
  /// How the relation was tested on digits that did not take part in finding it.
  public enum Check: Sendable, Hashable {
    /// Found from the first `found` digits, agrees with all `supplied` ones.
    case predicted(found: Int)
    /// Found from the first `found` digits, wrong from digit `at` (counted from 1) on.
    case contradicted(found: Int, at: Int)
    /// Found from `found` digits and confirmed by a second evaluation to `digitsSupplied` digits.
    case verified(found: Int)
    /// Found from `found` digits; no second evaluation delivered twice as many.
    case unverified(found: Int)
    /// The value is exact: nothing was guessed.
    case exact
  }

  /// Significant digits that were known, never padded.
  public var digitsSupplied: Int
  /// Leading digits that the formula reproduces; at most `digitsSupplied`.
  public var digitsMatched: Int
  /// Σ log10 max(1, |coefficient|) over the relation, and more where it has many terms: what a chance relation would cost.
  public var digitsConsumed: Double
  /// Candidates examined on this number in this call, decoys apart.
  public var candidatesTried: Int
  /// Candidates examined when it was found: were it a conjecture, the search would have ended there.
  public let candidatesUntilFound: Int
  /// Bases searched on this number in this call, decoys apart.
  public var basesTried: Int
  /// Decoys of the same size that were put through the same search.
  public var decoysTried: Int
  /// Decoys that gave a relation graded suspicious or better.
  public var decoyHits: Int
  /// |formula − value| < 10^residualExponent, as far as the digits can tell; nil for an exact value.
  public var residualExponent: Int?
  /// How the relation was tested.
  public var check: Check

  /// RelationEvidence of these parts.
  public init(
    digitsSupplied: Int, digitsMatched: Int, digitsConsumed: Double, candidatesTried: Int, basesTried: Int,
    decoysTried: Int = 0, decoyHits: Int = 0, residualExponent: Int? = nil, check: Check
  ) {
    (self.digitsSupplied, self.digitsMatched) = (digitsSupplied, digitsMatched)
    (self.digitsConsumed, self.candidatesTried) = (digitsConsumed, candidatesTried)
    candidatesUntilFound = candidatesTried
    (self.basesTried, self.decoysTried, self.decoyHits) = (basesTried, decoysTried, decoyHits)
    (self.residualExponent, self.check) = (residualExponent, check)
  }

  /// Digits from which the relation was found.
  public var found: Int {
    switch check {
    case .predicted(let found), .contradicted(let found, _), .verified(let found), .unverified(let found):
      found
    case .exact: 0
    }
  }

  /// Digits that agree beyond those that a chance relation of this size would match.
  public var surplus: Double { Double(digitsMatched) - digitsConsumed }

  /// Surplus from which the relation is a conjecture: 10 + log10(candidates tried).
  public var requiredSurplus: Double { Self.requiredSurplus(candidatesTried) }

  private static func requiredSurplus(_ candidates: Int) -> Double {
    Grade.conjectureSurplus + Double.log(Double(max(1, candidates))) / Digits.naturalLogOfTen
  }

  /// Digits that would make this relation a conjecture, if all of them agree.
  public var digitsNeeded: Int {
    let needed = Int((digitsConsumed + Self.requiredSurplus(candidatesUntilFound)).rounded(.up))
    return digitsMatched < digitsSupplied ? max(needed, digitsSupplied + 1) : needed
  }

  /// The figures that are stored and printed, rounded against the claim.
  public var figures: Evidence {
    Evidence(
      digitsSupplied: digitsSupplied, digitsConsumed: Int(digitsConsumed.rounded(.up)),
      surplus: Int(surplus.rounded(.down)), basesTried: basesTried, decoyHits: decoyHits, residual: residual)
  }

  /// |formula − value| as text, `0` for an exact value.
  public var residual: String { residualExponent.map { "1e\($0)" } ?? "0" }

  /// Why the relation has its grade, in one line.
  public var reason: String {
    let grade = Grade(self)
    switch check {
    case .exact: return "the value is proved"
    case .contradicted(_, let at): return "agrees to \(at - 1) digits, contradicted at digit \(at)"
    case .unverified(let found): return "fits \(found) digits; no second evaluation to twice as many"
    case .predicted(let found), .verified(let found):
      let rest = digitsMatched - found
      if grade == .noise { return "too few digits, need \(digitsNeeded)" }
      if decoyHits > 0 { return "\(decoyHits) of \(decoysTried) decoys fit as well" }
      if grade == .suspicious { return "surplus is short, need \(digitsNeeded) digits" }
      if case .verified = check { return "found from \(found) digits, verified to \(digitsMatched)" }
      return "found from the first \(found) digits, predicts the next \(rest)"
    }
  }
}

/// Digits that it takes to choose a relation: those of its integers, and where it has more than four terms those of the
/// number of relations of as many terms that are as cheap.
///
/// Statement: about 2ⁿ·10^C·(C ln 10)^(n−1)/(n−1)! vectors of n integers have Π max(1, |a|) ≤ 10^C, and (2H + 1)ⁿ have
/// no integer beyond H; the lesser number counts. Of its excess over 10^C three digits are in the surplus that every
/// conjecture needs.
package func digitsChosen(by coefficients: [Integer]) -> Double {
  let consumed = digitsConsumed(by: coefficients)
  let terms = coefficients.count
  guard terms > 4 else { return consumed }
  let largest = coefficients.map { digitsConsumed(by: [$0]) }.max() ?? 0
  let box = Double(terms) * (Double.log(2 * Double.pow(10, min(largest, 300)) + 1) / Digits.naturalLogOfTen)
  let size = max(consumed, 0.5) * Digits.naturalLogOfTen
  let shape = (1..<terms).reduce(Double(terms) * Double.log(2)) {
    $0 + Double.log(size) - Double.log(Double($1))
  }
  let count = min(box, consumed + max(0, shape) / Digits.naturalLogOfTen)
  return consumed + max(0, count - consumed - 3)
}

/// Digits that integers of a relation take up: Σ log10 max(1, |coefficient|).
package func digitsConsumed(by coefficients: [Integer]) -> Double {
  coefficients.reduce(0) { sum, coefficient in
    guard coefficient.bitWidth > 1 else { return sum }
    let shift = max(0, coefficient.bitWidth - 60)
    let leading = coefficient.magnitude.shifted(left: -shift).approximation
    return sum + (Double.log(leading) + Double(shift) * Double.log(2)) / Digits.naturalLogOfTen
  }
}
