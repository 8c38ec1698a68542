/// The figures of a finding's evidence that are stored and shown: digits in, digits spent, how much was tried.
public struct EvidenceFigures: Sendable, Hashable {
  /// Correct decimal digits that were available.
  public var digitsSupplied: Int
  /// Digits that the coefficients of the relation spend.
  public var digitsConsumed: Double
  /// Digits that agree beyond the consumed ones.
  public var surplus: Double
  /// Bases of constants that were tried before this one matched, itself included.
  public var basesTried: Int
  /// Relations that the same effort found on random numbers.
  public var decoyHits: Int
  /// |left − right| of the relation at the supplied digits, for example `1.2e-58`; `0` when exact.
  public var residual: String

  /// Evidence with these figures.
  public init(
    digitsSupplied: Int, digitsConsumed: Double, surplus: Double, basesTried: Int, decoyHits: Int, residual: String
  ) {
    (self.digitsSupplied, self.digitsConsumed, self.surplus) = (digitsSupplied, digitsConsumed, surplus)
    (self.basesTried, self.decoyHits, self.residual) = (basesTried, decoyHits, residual)
  }
}
