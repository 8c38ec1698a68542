internal import WallisFormulas

/// A request to sieve a space of continued fractions for factorial reduction.
public struct FactorialRequest: Codable, Sendable, Hashable {
  /// Ranges of the coefficients of a, leading first, as `CoefficientBox` reads them.
  public var a: String
  /// Polynomials in n, or ranges of the coefficients of b; empty where b is a product of linear factors.
  public var b: [String]
  /// b as a constant times linear factors; nil where `b` lists it.
  public var products: Products?
  /// The part that is searched; nil for the whole.
  public var shard: Shard?
  /// Depth n of δ.
  public var depth: Int
  /// Depth m of the convergent that stands for the limit.
  public var against: Int
  /// Correct digits that every value is asked to have.
  public var digits: Int
  /// True to look for closed forms of what reduces fully.
  public var identify: Bool
  /// True to measure and keep what reduces in part.
  public var keepsPartial: Bool
  /// True to leave out what inflates a fraction of smaller degree; nil, as in requests of old, to keep it.
  public private(set) var skipsInflated: Bool?

  /// b = c ∏ (q n − p).
  public struct Products: Codable, Sendable, Hashable {
    /// Number of linear factors.
    public var degree: Int
    /// Largest |p| and q of the roots p/q.
    public var height: Int
    /// Largest |c|.
    public var leading: Int

    /// Products of so many factors.
    public init(degree: Int, height: Int, leading: Int) {
      (self.degree, self.height, self.leading) = (degree, height, leading)
    }
  }

  /// A request for ranges of a, and for b as polynomials or ranges.
  /// - Throws: `SearchError` for text that cannot be read.
  public init(
    a: String, b: [String], shard: Shard? = nil, depth: Int = 1000, against: Int = 2000,
    identify: Bool = true, keepsPartial: Bool = false, skipsInflated: Bool = false
  ) throws(SearchError) {
    self.a = try CoefficientBox(parsing: a).description
    self.b = b.map { $0.filter { !$0.isWhitespace } }
    (self.shard, self.depth, self.against, digits) = (shard, depth, against, 30)
    (self.identify, self.keepsPartial) = (identify, keepsPartial)
    self.skipsInflated = skipsInflated ? true : nil
    _ = try NumeratorSpace(parsing: self.b)
  }

  /// A request for ranges of a, and for b with rational roots.
  /// - Throws: `SearchError` for text that cannot be read.
  public init(
    a: String, products: Products, shard: Shard? = nil, depth: Int = 1000, against: Int = 2000,
    identify: Bool = true, keepsPartial: Bool = false, skipsInflated: Bool = false
  ) throws(SearchError) {
    self.a = try CoefficientBox(parsing: a).description
    (b, self.products) = ([], products)
    (self.shard, self.depth, self.against, digits) = (shard, depth, against, 30)
    (self.identify, self.keepsPartial) = (identify, keepsPartial)
    self.skipsInflated = skipsInflated ? true : nil
  }

  /// The box of partial denominators to a degree, coefficients from −height to height, as text.
  /// - Throws: `SearchError` for a degree whose tables exceed the memory, and for senseless sizes.
  public static func denominators(degree: Int, height: Int) throws(SearchError) -> String {
    try SievePrimes.checkDegree(degree)
    return try CoefficientBox(degree: degree, height: height).description
  }

  /// The space of all units, shards not applied.
  func sieveSpace() throws(SearchError) -> SieveSpace {
    let numerators: NumeratorSpace
    if let products {
      numerators = .products(
        try RootProducts(degree: products.degree, height: products.height, leading: products.leading))
    } else {
      numerators = try NumeratorSpace(parsing: b)
    }
    return try SieveSpace(a: CoefficientBox(parsing: a), b: numerators)
  }
}

extension FactorialRequest: SearchMethod {
  /// `factorial`.
  public static var name: String { "factorial" }
  /// All but those of what reduces fully.
  public static var unmeasuredExits: Set<String> { FactorialExit.unmeasured }

  /// `a 1..120,-120..120,-120..120,-120..120 b -n^6`, or with `b of 4 roots to height 4, constants to 64`.
  public var space: SearchedSpace {
    let numerators =
      products.map { "b of \($0.degree) roots to height \($0.height), constants to \($0.leading)" }
      ?? "b " + b.joined(separator: " ")
    let kept = (keepsPartial ? " with partial" : "") + (skipsInflated == true ? " without inflations" : "")
    return SearchedSpace("a \(a) \(numerators)\(kept)", shard: shard)
  }

  /// Depths and digits of what was measured.
  public var coverage: CoverageTerms {
    CoverageTerms(depth: depth, against: against, digits: digits, identify: identify)
  }

  /// The units of the sieve.
  public func units() throws(SearchError) -> any SearchUnits { try FactorialUnits(self) }
}

extension FactorialRequest: DivisibleMethod {
  /// The options of `search factorial`.
  public var words: [String] {
    var words = ["--a", a, "--depth", "\(depth)", "--against", "\(against)"]
    words += b.flatMap { ["--b", $0] }
    if let products {
      // The degree of a is that of its ranges; the other one is the number of roots.
      words += ["--degree", "0,\(products.degree)", "--roots", "\(products.height)"]
      words += ["--leading", "\(products.leading)"]
    }
    return words + (identify ? [] : ["--no-identify"]) + (keepsPartial ? ["--partial"] : [])
      + (skipsInflated == true ? [] : ["--inflated"])
  }
}
