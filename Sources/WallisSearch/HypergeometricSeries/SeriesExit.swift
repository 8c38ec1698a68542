internal import WallisArithmetic
internal import WallisFormulas

/// Names of the exits of a search of series.
public enum SeriesExit {
  /// A relation that an evaluation to more digits and the ordinary identification confirm.
  public static let identified = "a closed form"
  /// A relation that they do not confirm.
  public static let unconfirmed = "a relation that further digits do not confirm"
  /// A parameter stands above and below.
  public static let repeated = "a parameter above and below: repeated in the space"
  /// Every sum telescopes.
  public static let telescoping = "every sum is a fraction: its terms telescope"
  /// All sums are fractions by their digits.
  public static let fractions = "every sum is a fraction, by its digits"
  /// Some combinations of the sums are fractions, and nothing else is found.
  public static let partly = "some sums are fractions, no relation of others"
  /// A term is infinite.
  public static let infinite = "a term is infinite"
  /// The constants asked for have no value.
  public static let noConstants = "a constant has no value"

  private static let nothing = "no relation with integers below 10^"

  /// No relation with integers below a power of ten.
  public static func nothing(below exponent: Int) -> String { "\(nothing)\(exponent)" }

  /// No limit.
  static func diverges(_ reason: Divergence) -> String { "diverges: \(reason.rawValue)" }

  /// Sums that could not be had.
  static func unevaluated(_ reason: String) -> String { "not evaluated: \(reason)" }

  /// Exits of what is not stored.
  static let unmeasured: Set<String> = Set(
    [unconfirmed, repeated, telescoping, fractions, partly, infinite, noConstants]
      + Divergence.allCases.map { diverges($0) } + (0...400).map { nothing(below: $0) })

  /// Whether an exit says that no relation was found.
  public static func isNothing(_ exit: String) -> Bool { exit.hasPrefix(nothing) }
}

extension Funnel {
  /// The least power of ten below which relations of terms without a closed form are ruled out; nil where there is none.
  public var leastExcludedExponent: Int? {
    sorted.map(\.reason).filter { SeriesExit.isNothing($0) }
      .compactMap { $0.split(separator: "^").last.flatMap { Int($0) } }.min()
  }
}
