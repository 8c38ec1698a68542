/// A request to measure a space of continued fractions.
public struct DynamicsRequest: Codable, Sendable, Hashable {
  /// Ranges of the coefficients of a, leading first, as `CoefficientBox` reads them, or a `PolynomialTemplate`.
  public var a: String
  /// Ranges of the coefficients of b, leading first, or a template.
  public var b: String
  /// Ranges of the parameters of the templates, as `ParameterRanges` reads them; nil where there are none.
  public var parameters: String?
  /// Random members instead of all; nil for all.
  public var sample: Sample?
  /// The part that is scanned; nil for the whole.
  public var shard: Shard?
  /// Depth n of the metrics.
  public var depth: Int
  /// Depth m of the convergent that stands for the limit.
  public var against: Int
  /// Correct digits that every value is asked to have.
  public var digits: Int
  /// True to look for closed forms of the formulas with factorial reduction.
  public var identify: Bool
  /// True to measure only what passes `ModularScreen`; nil in requests from before there was one.
  private var screened: Bool?

  /// True to leave formulas unmeasured that a cheap test rejects, but for a random part that judges the test.
  public var screen: Bool {
    get { screened ?? false }
    set { screened = newValue ? true : nil }
  }

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

  /// A request for a and b as text: ranges of coefficients, or templates with the ranges of their parameters.
  /// - Throws: `SearchError` for text that cannot be read.
  public init(
    a: String, b: String, parameters: String = "", sample: Sample? = nil, shard: Shard? = nil,
    depth: Int = 1000, against: Int = 2000, digits: Int = 30, identify: Bool = false
  ) throws(SearchError) {
    let ranges = try ParameterRanges(parsing: parameters)
    (self.a, self.b) = (try Self.normalised(a, ranges), try Self.normalised(b, ranges))
    self.parameters = ranges.names.isEmpty ? nil : ranges.description
    (self.sample, self.shard, self.digits, self.identify) = (sample, shard, digits, identify)
    (self.depth, self.against) = (depth, against)
  }

  private static func normalised(_ text: String, _ ranges: ParameterRanges) throws(SearchError) -> String {
    PolynomialTemplate.isTemplate(text)
      ? try PolynomialTemplate(parsing: text, with: ranges).text
      : try CoefficientBox(parsing: text).description
  }

  /// The formulas that the request describes, sample and shard applied in this order.
  /// - Throws: `SearchError` for text that cannot be read and for sizes that make no sense.
  public func candidates() throws(SearchError) -> any CandidateSpace {
    var space = try wholeSpace()
    if let sample { space = try SampledSpace(of: space, count: sample.count, seed: sample.seed) }
    if let shard { space = try ShardedSpace(of: space, shard: shard) }
    return space
  }

  private func wholeSpace() throws(SearchError) -> any CandidateSpace {
    let ranges = try ParameterRanges(parsing: parameters ?? "")
    let (a, b) = (try Self.source(a, ranges), try Self.source(b, ranges))
    if ranges.names.isEmpty, case .box(let a) = a, case .box(let b) = b {
      return try DynamicsSpace(a: a, b: b)
    }
    return try StructuredSpace(a: a, b: b, parameters: ranges)
  }

  private static func source(_ text: String, _ ranges: ParameterRanges) throws(SearchError)
    -> StructuredSpace.Source
  {
    PolynomialTemplate.isTemplate(text)
      ? .template(try PolynomialTemplate(parsing: text, with: ranges))
      : .box(try CoefficientBox(parsing: text))
  }
}
