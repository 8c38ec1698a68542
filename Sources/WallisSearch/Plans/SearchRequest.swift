/// What a search is asked to do, complete enough to repeat it: stored with the job as text.
///
/// Each method of search is a case with its own values; jobs of methods that come later need no other storage.
public enum SearchRequest: Codable, Sendable, Hashable {
  /// Measure the convergence dynamics of every formula of a space.
  case dynamics(DynamicsRequest)

  /// Word for the method, as after `wallis search`.
  public var method: String {
    switch self {
    case .dynamics: "dynamics"
    }
  }
}

/// A request to measure a space of continued fractions.
public struct DynamicsRequest: Codable, Sendable, Hashable {
  /// Ranges of the coefficients of a, leading first, as `CoefficientBox` reads them.
  public var a: String
  /// Ranges of the coefficients of b, leading first.
  public var b: String
  /// Random members instead of all; nil for all.
  public var sample: Sample?
  /// The part that this job scans; nil for the whole.
  public var shard: Shard?
  /// Depth n of the metrics.
  public var depth: Int
  /// Depth m of the convergent that stands for the limit.
  public var against: Int
  /// Correct digits that every value is asked to have.
  public var digits: Int
  /// True to look for closed forms of the formulas with factorial reduction.
  public var identify: Bool

  /// Number of members of a random sample, and the seed that chooses them.
  public struct Sample: Codable, Sendable, Hashable {
    /// Number of members, drawn without repetition.
    public var count: Int
    /// Seed of the choice.
    public var seed: UInt64

    /// A sample of `count` members chosen by `seed`.
    public init(count: Int, seed: UInt64) { (self.count, self.seed) = (count, seed) }
  }

  /// A request for the boxes of a and b.
  public init(
    a: CoefficientBox, b: CoefficientBox, sample: Sample? = nil, shard: Shard? = nil, depth: Int = 1000,
    against: Int = 2000, digits: Int = 30, identify: Bool = false
  ) {
    (self.a, self.b, self.sample, self.shard) = (a.description, b.description, sample, shard)
    (self.depth, self.against, self.digits, self.identify) = (depth, against, digits, identify)
  }

  /// The space that the request describes, sample and shard applied in this order.
  /// - Throws: `SearchError` for ranges that cannot be read and for sizes that make no sense.
  public func space() throws(SearchError) -> any CandidateSpace {
    var space: any CandidateSpace = try DynamicsSpace(
      a: CoefficientBox(parsing: a), b: CoefficientBox(parsing: b))
    if let sample { space = try SampledSpace(of: space, count: sample.count, seed: sample.seed) }
    if let shard { space = try ShardedSpace(of: space, shard: shard) }
    return space
  }

  /// The space in one line of text, for coverage and lists: `degree 2,2 height 3`, or with ranges of its own
  /// `a 1..5,-3..3,0 b 1 sample 100 seed 7 shard 1/4`. The same space has the same text.
  public var spaceText: String {
    var text = usualText ?? "a \(a) b \(b)"
    if let sample { text += " sample \(sample.count) seed \(sample.seed)" }
    if let shard { text += " shard \(shard)" }
    return text
  }

  /// Degrees and height where every coefficient has the same range from −h to h.
  private var usualText: String? {
    let ranges = [a, b].map { $0.split(separator: ",") }
    guard let first = ranges[0].first, let height = first.split(separator: ".").last.flatMap({ Int($0) }),
      height > 0, first == "\(-height)..\(height)", ranges.joined().allSatisfy({ $0 == first })
    else { return nil }
    return "degree \(ranges[0].count - 1),\(ranges[1].count - 1) height \(height)"
  }
}
