public import WallisArithmetic

/// A name of the expression grammar that stands for a real number.
///
/// The constants of the table that have a plain name.
public struct NamedNumber: Sendable {
  /// Name as typed.
  public let name: String
  /// What it is, in one line.
  public let summary: String
  private let value: @Sendable (Int) -> Ball

  /// The number enclosed at about `bits` of precision.
  public func ball(bits: Int) -> Ball { value(bits) }

  /// All names, in the order of the help.
  public static let all: [NamedNumber] =
    Constant.all.filter { constant in constant.name.allSatisfy(\.isLetter) }
    .map { constant in
      NamedNumber(name: constant.name, summary: constant.definition) { constant.ball(bits: $0) }
    }

  /// The number with this name; nil when there is none.
  public static func named(_ name: String) -> NamedNumber? { all.first { $0.name == name } }
}
