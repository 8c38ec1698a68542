internal import WallisArithmetic
public import WallisFormulas

extension DynamicsRequest: SearchMethod {
  /// `dynamics`.
  public static var name: String { "dynamics" }
  /// What is not measured: empty places of the space, repetitions, and what the screen rejects.
  public static var unmeasuredExits: Set<String> { ExitReason.unmeasured }

  /// `degree 2,2 height 3`, or with ranges of its own `a 1..5,-3..3,0 b 1 sample 100 seed 7`, and the part.
  public var space: SearchedSpace {
    var text = usualText ?? "a \(a) b \(b)"
    if let parameters { text += " with \(parameters)" }
    if let sample { text += " sample \(sample.count) seed \(sample.seed)" }
    if screen { text += " screened" }
    return SearchedSpace(text, shard: shard)
  }

  /// Depths and digits as asked.
  public var coverage: CoverageTerms {
    CoverageTerms(depth: depth, against: against, digits: digits, identify: identify)
  }

  /// Members of the boxes; false for templates, samples, parts and what was screened.
  public func holds(_ formula: Formula) -> Bool {
    guard parameters == nil, sample == nil, shard == nil, !screen, let fraction = formula.fraction,
      let a = try? CoefficientBox(parsing: a), let b = try? CoefficientBox(parsing: b),
      let words = fraction.a.words, let numerators = fraction.b.words
    else { return false }
    return a.index(of: words) != nil && b.index(of: numerators) != nil
  }

  /// The formulas of the space.
  public func units() throws(SearchError) -> any SearchUnits { try DynamicsUnits(self) }

  /// Degrees and height where every coefficient has the same range from −h to h.
  private var usualText: String? {
    let ranges = [a, b].map { $0.split(separator: ",") }
    guard let first = ranges[0].first, let height = first.split(separator: ".").last.flatMap({ Int($0) }),
      height > 0, first == "\(-height)..\(height)", ranges.joined().allSatisfy({ $0 == first })
    else { return nil }
    return "degree \(ranges[0].count - 1),\(ranges[1].count - 1) height \(height)"
  }
}

extension DynamicsRequest: DivisibleMethod {
  /// The options of `search dynamics`.
  public var words: [String] {
    var words = ["--a", a, "--b", b, "--depth", "\(depth)", "--against", "\(against)"]
    if let parameters { words += ["--ranges", parameters] }
    if let sample { words += ["--sample", "\(sample.count)", "--seed", "\(sample.seed)"] }
    return words + (identify ? ["--identify"] : []) + (screen ? ["--screen"] : [])
  }
}

extension FormulaMeasurer {
  /// A measurer for the depths and digits of a request.
  public init(_ request: DynamicsRequest) {
    self.init(depth: request.depth, against: request.against, digits: request.digits)
  }
}
