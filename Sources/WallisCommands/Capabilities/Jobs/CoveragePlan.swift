internal import WallisCatalog
internal import WallisSearch

/// What may be searched next, with what it costs and what may be hoped for.
struct CoveragePlan {
  /// A space that was not searched.
  struct Proposal {
    let space: SpaceProposal
    /// Seconds with all workers, as plans estimate.
    let seconds: Double
    /// Closed forms in a million members of the neighbour.
    let hitsInMillion: Double

    var name: String { space.request.space.description }
    /// New closed forms in an hour, were they as frequent as in the neighbour.
    var hope: Double { Double(space.new) * hitsInMillion / 1e6 / max(seconds, 1) * 3600 }
  }

  /// The proposals of all methods, the most hopeful first.
  /// - Parameter found: formulas of the catalog with a closed form, of degrees at most these.
  static func proposals(
    _ methods: SearchMethods, _ records: [CoverageRecord], workers: Int,
    found: (_ a: Int, _ b: Int) throws -> Int
  ) throws -> [Proposal] {
    var proposals: [SearchedSpace: Proposal] = [:]
    for method in methods.methods {
      let spaces = records.filter { $0.covered.method == method.name }.map(\.covered.space)
      for space in method.proposals(beside: spaces) {
        guard let plan = try? Plan(space.request), space.scanned > 0 else { continue }
        let rate = Double(try found(space.degrees.a, space.degrees.b)) / Double(space.scanned)
        let proposal = Proposal(
          space: space, seconds: plan.estimate(workers: workers).seconds, hitsInMillion: rate * 1e6)
        if let known = proposals[space.request.space], known.hope >= proposal.hope { continue }
        proposals[space.request.space] = proposal
      }
    }
    return proposals.values.sorted { ($0.hope, $1.seconds, $1.name) > ($1.hope, $0.seconds, $0.name) }
  }
}
