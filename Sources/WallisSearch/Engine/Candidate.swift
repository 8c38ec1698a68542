public import WallisFormulas

/// Which of a formula and its mirror a → −a are meant; the mirror is never computed or stored by itself.
public struct Signs: OptionSet, Sendable, Hashable {
  /// Bits: 1 the formula whose first non-zero coefficient of a is positive, 2 its mirror.
  public let rawValue: UInt8

  /// The set with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The formula with a positive first coefficient of a.
  public static let plus = Signs(rawValue: 1)
  /// Its mirror.
  public static let minus = Signs(rawValue: 2)
  /// Both.
  public static let both: Signs = [.plus, .minus]

  /// How many formulas are meant: 1 or 2.
  public var count: Int { rawValue.nonzeroBitCount }
}

/// A member of a space of continued fractions: the representative of a mirror pair and which of the two are meant.
public struct Candidate: Sendable, Hashable {
  /// Partial denominators, constant term first, the last coefficient positive.
  public let a: [Int]
  /// Partial numerators, constant term first, the last coefficient not zero.
  public let b: [Int]
  /// Which of the formula a, b and its mirror −a, b are members.
  public let signs: Signs

  /// The candidate of a formula as it stands in a space; the mirror is represented by its partner.
  init(member a: [Int], b: [Int], both: Bool = false) {
    let isPlus = (a.last ?? 0) > 0
    self.a = isPlus ? a : a.map { -$0 }
    self.b = b
    signs = both ? .both : isPlus ? .plus : .minus
  }

  /// The representative as a formula.
  public var formula: Formula { Formula(ContinuedFraction(a: a, b: b)) }

  /// Key of the representative, equal to `formula.key`, made without big integers.
  public var key: String { "pcf \(Candidate.list(a)) \(Candidate.list(b))" }

  private static func list(_ coefficients: [Int]) -> String {
    coefficients.reversed().map(String.init).joined(separator: ",")
  }
}
