internal import WallisArithmetic
internal import WallisFormulas

/// A request to search hypergeometric terms z^k ∏ (α)_k / (∏ (β)_k D(k)) for polynomials R whose sums Σ R(k)t(k) are
/// p + q·c for a constant c.
public struct SeriesRequest: Codable, Sendable, Hashable {
  /// Parameters α of the symbols above, fractions in (0, 1].
  public var above: [String]
  /// Parameters β of the symbols below.
  public var below: [String]
  /// Number of symbols above and below, equal ones counted.
  public var symbols: Symbols
  /// Arguments z; empty where `baseHeight` gives them.
  public var bases: [String]
  /// All fractions z with |z| ≤ 1 and denominators to this bound; nil for `bases`.
  public var baseHeight: Int?
  /// Polynomials D in k.
  public var divisors: [String]
  /// Largest degree of R.
  public var degree: Int
  /// Digits of the sums among which relations are sought.
  public var digits: Int
  /// Expressions of the constants; empty for all.
  public var constants: [String]
  /// The part that is searched; nil for the whole.
  public var shard: Shard?
  /// Depth n of δ of what is found.
  public var depth: Int
  /// Depth m of the convergent that stands for the limit.
  public var against: Int

  /// How many symbols there are.
  public struct Symbols: Codable, Sendable, Hashable {
    /// Above.
    public var above: Int
    /// Below.
    public var below: Int

    /// So many above and below.
    public init(above: Int, below: Int) { (self.above, self.below) = (above, below) }
  }

  /// Where z comes from.
  public enum Bases: Sendable, Hashable {
    /// These fractions.
    case listed([String])
    /// All with |z| ≤ 1 and denominators to a bound.
    case height(Int)
  }

  /// A request with these values.
  /// - Throws: `SearchError` for text that cannot be read.
  public init(
    symbols: Symbols, above: [String], below: [String], bases: Bases, divisors: [String] = ["1"],
    degree: Int = 1, digits: Int = 60, constants: [String] = [], shard: Shard? = nil, depth: Int = 1000,
    against: Int = 2000
  ) throws(SearchError) {
    self.above = try SeriesSpace.parameters(above).map { "\($0)" }
    self.below = try SeriesSpace.parameters(below).map { "\($0)" }
    switch bases {
    case .listed(let texts): self.bases = try SeriesSpace.bases(texts).map { "\($0)" }
    case .height(let height): (self.bases, baseHeight) = ([], height)
    }
    self.divisors = try SeriesSpace.divisors(divisors).map { $0.text(variable: "k") }
    (self.symbols, self.degree, self.digits, self.constants) = (symbols, degree, digits, constants)
    (self.shard, self.depth, self.against) = (shard, depth, against)
  }

  /// The fractions p/q in (0, 1] with q to a height, as text.
  /// - Throws: `SearchError.senseless` for a height outside 1 … 60.
  public static func parameters(height: Int) throws(SearchError) -> [String] {
    guard (1...60).contains(height) else {
      throw .senseless(message: "parameters of height \(height)", remedy: "denominators from 1 to 60")
    }
    return (1...height).flatMap { q in
      (1...q).filter { $0.gcd(q) == 1 }.map { "\(Rational(Integer($0), Integer(q)))" }
    }
  }

  /// The constants; nil for all.
  /// - Throws: `SearchError.malformed` for text that is no expression.
  func expressions() throws(SearchError) -> [Expression]? {
    guard !constants.isEmpty else { return nil }
    return try constants.map { text throws(SearchError) in
      do throws(SyntaxError) {
        return try Expression(parsing: text)
      } catch {
        throw .malformed(
          message: error.message, text: text, position: error.range.lowerBound,
          remedy: error.remedy ?? "a constant or an expression")
      }
    }
  }
}

extension SeriesRequest: SearchMethod {
  /// `series`.
  public static var name: String { "series" }
  /// All but those of terms with a closed form: what has no relation is counted, not stored.
  public static var unmeasuredExits: Set<String> { SeriesExit.unmeasured }

  /// The space: `3 symbols of 1,1/2 over 3 of 1, z 1/4,-1/8, degree 1`.
  public var space: SearchedSpace {
    let arguments = baseHeight.map { "to height \($0)" } ?? bases.joined(separator: ",")
    let divided = divisors == ["1"] ? "" : ", divided by \(divisors.joined(separator: ","))"
    let chosen = constants.isEmpty ? "" : ", constants \(constants.joined(separator: " "))"
    return SearchedSpace(
      "\(symbols.above) symbols of \(above.joined(separator: ",")) over \(symbols.below) of "
        + "\(below.joined(separator: ",")), z \(arguments), degree \(degree)\(divided)\(chosen)",
      shard: shard)
  }

  /// Depths of what is found; digits of the sums.
  public var coverage: CoverageTerms {
    CoverageTerms(depth: depth, against: against, digits: digits, identify: true)
  }

  /// The cores of the space.
  public func units() throws(SearchError) -> any SearchUnits { try SeriesUnits(self) }
}

extension SeriesRequest: DivisibleMethod {
  /// The options of `search series`.
  public var words: [String] {
    var words = ["--symbols", "\(symbols.above),\(symbols.below)", "--degree", "\(degree)"]
    words += ["--digits", "\(digits)", "--depth", "\(depth)", "--against", "\(against)"]
    words += ["--above", above.joined(separator: ","), "--below", below.joined(separator: ",")]
    words += baseHeight.map { ["--base-height", "\($0)"] } ?? ["--bases", bases.joined(separator: ",")]
    return words + divisors.flatMap { ["--over", $0] } + constants.flatMap { ["--constant", $0] }
  }
}
