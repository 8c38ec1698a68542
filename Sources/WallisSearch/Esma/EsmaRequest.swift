public import WallisFormulas

/// A request to look for signed continued fractions of images of a constant by the pattern of their denominators.
///
/// - Reference: Razon, Harris, Gottlieb, Carmon, David, Kaminer, "Automated search for conjectures on mathematical
///   constants using analysis of integer sequences", ICML 2023 (PMLR 202).
public struct EsmaRequest: Codable, Sendable, Hashable {
  /// The constant as the expression grammar reads it, or its digits.
  public var constant: String
  /// Largest degree of numerator and denominator.
  public var degree: Int
  /// Largest modulus of their coefficients.
  public var height: Int
  /// Shortest and longest period of signs.
  public var shortestPeriod: Int
  /// Longest period of signs.
  public var longestPeriod: Int
  /// Partial denominators that a pattern is looked for in.
  public var terms: Int
  /// Largest linear complexity; nil for what 2L + 12 ≤ N allows.
  public var complexity: Int?
  /// True to keep every approved pair instead of one representative for each Möbius class.
  public var unfolded: Bool

  /// Terms that must be left over: N − 2L ≥ 12.
  public static let surplus = 12
  /// Decimal digits that approved patterns must agree with.
  public static let approvalDigits = 1000

  /// A request with these values.
  public init(
    constant: String, degree: Int = 1, height: Int = 2, periods: ClosedRange<Int> = 1...3, terms: Int = 105,
    complexity: Int? = nil, unfolded: Bool = false
  ) {
    (self.constant, self.degree, self.height, self.terms) = (constant, degree, height, terms)
    (shortestPeriod, longestPeriod) = (periods.lowerBound, periods.upperBound)
    (self.complexity, self.unfolded) = (complexity, unfolded)
  }

  /// Largest linear complexity that counts.
  public var longestRecurrence: Int {
    min(terms / 2 - EsmaRequest.surplus / 2, complexity ?? .max)
  }

  /// Periods of signs in the order of the search.
  public var signs: [SignPeriod] { SignPeriod.primitive(lengths: shortestPeriod...longestPeriod) }

  /// The constant as a number that can be evaluated.
  func readConstant() throws(SearchError) -> EsmaConstant {
    do {
      return try EsmaConstant(constant)
    } catch {
      throw .malformed(
        message: error.message, text: constant, position: error.range.lowerBound,
        remedy: error.remedy ?? "a constant, an expression or digits")
    }
  }

  /// Refuses what makes no sense.
  func check() throws(SearchError) {
    guard (1...4).contains(degree), (1...50).contains(height) else {
      throw .senseless(
        message: "degree \(degree) and height \(height)", remedy: "degrees 1 to 4, heights 1 to 50")
    }
    guard shortestPeriod >= 1, shortestPeriod <= longestPeriod, longestPeriod <= 12 else {
      throw .senseless(
        message: "periods \(shortestPeriod)..\(longestPeriod)", remedy: "for example: --periods 1..3")
    }
    guard (20...2000).contains(terms) else {
      throw .senseless(message: "\(terms) terms", remedy: "between 20 and 2000 terms, 105 as usual")
    }
    guard longestRecurrence >= 1 else {
      throw .senseless(message: "no recurrence is that short", remedy: "a complexity of at least 1")
    }
    let coefficients = Double(2 * height + 1)
    var sides = 1.0
    for _ in 0..<(2 * (degree + 1)) { sides *= coefficients }
    guard sides <= 4e6 else {
      throw .tooLarge(
        message: sides < 1e15 ? "about \(Int(sides / 4)) left-hand sides" : "more than 10^14 left-hand sides",
        remedy: "a smaller degree or height")
    }
  }
}

extension EsmaRequest: SearchMethod {
  /// `esma`.
  public static var name: String { "esma" }
  /// All but those of approved pairs: what has no pattern is counted, not stored.
  public static var unmeasuredExits: Set<String> {
    [
      EsmaExit.rational, EsmaExit.contradicted, EsmaExit.unconfirmed, EsmaExit.nothing, EsmaExit.tooShort,
    ]
  }

  /// The space: `e degree 1 height 2 periods 1..3 L 46`.
  public var space: SearchedSpace {
    SearchedSpace(
      "\(constant) degree \(degree) height \(height) periods \(shortestPeriod)..\(longestPeriod) "
        + "L \(longestRecurrence)")
  }

  /// The space with the number of terms.
  public var summaryLine: String { "\(space) in \(terms) terms" }

  /// Terms take the place of depths; closed forms are what the search began with.
  public var coverage: CoverageTerms {
    CoverageTerms(depth: terms, against: terms, digits: EsmaRequest.approvalDigits, identify: false)
  }

  /// The Möbius classes of left-hand sides.
  public func units() throws(SearchError) -> any SearchUnits { try EsmaUnits(self) }
}
