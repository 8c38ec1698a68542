internal import WallisArithmetic
public import WallisFormulas
public import WallisProofs

/// Proofs of the limits of many fractions.
public struct BulkProof: Sendable {
  private let prover: Prover
  private let workers: Int

  /// - Parameters:
  ///   - prover: seeks each of them.
  ///   - workers: threads; outcomes do not depend on their number.
  public init(prover: Prover, workers: Int) { (self.prover, self.workers) = (prover, max(1, workers)) }

  /// Outcomes in the order of the claims.
  public func prove(_ claims: [(image: FractionImage, closedForm: Expression)]) -> [Prover.Outcome] {
    WorkerThreads.map(count: claims.count, workers: workers) {
      { index in prover.prove(claims[index].image, claim: claims[index].closedForm) }
    }
  }
}
