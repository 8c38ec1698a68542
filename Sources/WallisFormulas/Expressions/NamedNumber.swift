public import WallisArithmetic

/// A name of the expression grammar that stands for a real number.
///
/// The constants of the table that have a plain name, and a few more for calculations.
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
    } + further

  /// The number with this name; nil when there is none.
  public static func named(_ name: String) -> NamedNumber? { all.first { $0.name == name } }

  private static let further = [
    NamedNumber(name: "omega", summary: "solution of x e^x = 1") { Ball(1, bits: $0).lambertW },
    NamedNumber(name: "khinchin", summary: "geometric mean of the partial quotients of almost all numbers") {
      Ball(.khinchin, bits: $0)
    },
    NamedNumber(name: "glaisher", summary: "exp(1/12 - zeta'(-1))") { Ball(.glaisher, bits: $0) },
    NamedNumber(name: "plastic", summary: "real solution of x^3 = x + 1") { bits in
      let root = (Ball(69, bits: bits).squareRoot)
      let (first, second) = ((root + 9) / 18, (-root + 9) / 18)
      return first.root(3) + second.root(3)
    },
  ]
}
