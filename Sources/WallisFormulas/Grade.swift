/// How far a claim may be trusted; every finding carries one.
public enum Grade: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Agreement that chance explains.
  case noise
  /// More than chance, less than a surplus that would be convincing.
  case suspicious
  /// Predicted digits that were not used to find it; a proof is missing.
  case conjecture
  /// An exact certificate or a proof exists.
  case certified

  /// Weaker grades come first.
  public static func < (x: Grade, y: Grade) -> Bool { x.rank < y.rank }

  private var rank: Int {
    switch self {
    case .noise: 0
    case .suspicious: 1
    case .conjecture: 2
    case .certified: 3
    }
  }
}

/// What supports a claim: digits in, digits spent, how much was tried.
public struct Evidence: Sendable, Hashable {
  /// Correct decimal digits that were available.
  public var digitsSupplied: Int
  /// Digits that the coefficients of the relation spend.
  public var digitsConsumed: Int
  /// Digits that agree beyond the consumed ones.
  public var surplus: Int
  /// Bases of constants that were tried before this one matched, itself included.
  public var basesTried: Int
  /// Relations that the same effort found on random numbers.
  public var decoyHits: Int
  /// |left − right| of the relation at the supplied digits, for example `1.2e-58`; `0` when exact.
  public var residual: String

  /// Evidence with these figures.
  public init(
    digitsSupplied: Int, digitsConsumed: Int, surplus: Int, basesTried: Int, decoyHits: Int, residual: String
  ) {
    (self.digitsSupplied, self.digitsConsumed, self.surplus) = (digitsSupplied, digitsConsumed, surplus)
    (self.basesTried, self.decoyHits, self.residual) = (basesTried, decoyHits, residual)
  }
}
