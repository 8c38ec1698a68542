internal import WallisArithmetic
internal import WallisFormulas
public import WallisIdentification

/// Splits formulas into clusters by their dynamics until every cluster is consistent, and keeps what verified links
/// connect as families.
///
/// Formulas of one exact invariant are split by the plane of metrics that separates them best. A cluster whose members
/// with a known limit name one constant is labelled by it, and each of its classes of inflations and shifts is compared
/// with the constant at `digits`; one with several constants is split by the next plane; one without any is searched
/// for a constant, then its members are linked to each other.
///
/// Equal dynamics alone connect nothing: they choose what is compared.
///
/// - Reference: Shalyt et al., Unsupervised Discovery of Formulas for Mathematical Constants (2024), section 4.
public struct FamilySearch: Sendable {
  /// What the search may be told.
  public struct Options: Sendable {
    /// Planes that clusters are split by.
    public var planes = ClusterPlane.published
    /// The density clustering of a plane.
    public var clustering = DensityClustering()
    /// Unnamed classes of a labelled cluster that are compared with its constant at most.
    public var checks = 100
    /// Members of a cluster without a constant that are searched through the whole table.
    public var hunts = 4
    /// Digits that a link holds to at least.
    public var digits = 100
    /// False: stored closed forms and known formulas are not used, labels come from computation alone.
    public var usesKnown = true
    /// False: clusters are split by all planes, and nothing is labelled or compared.
    public var labels = true
    /// Threads.
    public var workers = 1

    /// The usual parameters.
    public init() {}
  }

  let options: Options
  let known: any KnownFormulas
  let identification: Identification

  /// - Parameters:
  ///   - known: formulas whose limits name clusters, besides the closed forms of the points.
  ///   - identification: the search for the limits of clusters without a name.
  public init(
    options: Options, known: any KnownFormulas,
    identification: Identification = Identification()
  ) {
    (self.options, self.known, self.identification) = (options, known, identification)
  }

  /// Families of the points. The same points in any order give the same families.
  ///
  /// - Parameter progress: classes settled and their number; false stops the search after the group in hand.
  public func run(
    _ unordered: [ClusterPoint], progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) -> FamilyReport {
    let keys = WorkerThreads.map(count: unordered.count, workers: options.workers) {
      { unordered[$0].formula.key }
    }
    let points = unordered.indices.sorted { keys[$0] < keys[$1] }.map { unordered[$0] }
    let nodes = ShiftNode.nodes(of: points, workers: options.workers)
    var run = FamilyRun(self, points: points, nodes: nodes)
    let groups = Dictionary(grouping: nodes.indices) { points[nodes[$0].representative].invariant }
      .sorted { "\($0.key)" < "\($1.key)" }
    var done = 0
    for (invariant, members) in groups {
      guard progress(done, nodes.count) else { break }
      run.settle(members.sorted(), invariant: invariant)
      done += members.count
    }
    _ = progress(done, nodes.count)
    return run.finished()
  }
}
