package import WallisSearch

/// How another catalog is judged before anything of it is taken over.
package struct MergeCheck: Sendable {
  /// What computes here; only what the same engine made is computed again.
  package var engine: EngineIdentity
  /// The methods whose searches can be computed again.
  package var methods = SearchMethods.standard
  /// What they share.
  package var resources: SearchResources
  /// Evaluates the formulas of findings.
  package var verifier = FindingVerifier()
  /// Chooses the chunks that are computed again.
  package var seed: UInt64
  /// Threads; verdicts do not depend on their number.
  package var workers: Int

  /// A check by this engine.
  package init(engine: EngineIdentity, resources: SearchResources, seed: UInt64, workers: Int) {
    (self.engine, self.resources, self.seed, self.workers) = (engine, resources, seed, workers)
  }
}

/// A shard of a job that other machines search, taken over from the catalog that one of them made.
package struct MergedShard: Sendable {
  /// Number of the job in the catalog that takes it.
  package var job: Int
  /// What the shard was asked to search.
  package var request: any SearchMethod
  /// The part.
  package var shard: Shard

  /// The part that a request of another machine names.
  package init(ofJob job: Int, request: any SearchMethod, shard: Shard) {
    (self.job, self.request, self.shard) = (job, request, shard)
  }
}
