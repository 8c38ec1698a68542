internal import WallisArithmetic
public import WallisFormulas
public import WallisIdentification

extension FieldWalk {
  /// Longest text of a fraction that stands for itself; beyond, the line is the formula.
  static let longestText = 600

  /// The continued fraction where its text is readable; nil where it explodes.
  public var readableFraction: ContinuedFraction? {
    guard let own = fraction?.fraction, own.a.degree + own.b.degree <= 38,
      own.description.count <= FieldWalk.longestText
    else { return nil }
    return own
  }

  /// What the catalog keeps: the fraction where it is readable, else the line.
  public var formula: Formula {
    readableFraction.map { Formula($0) } ?? Formula(Trajectory(line))
  }

  /// Constants that the coefficients, or the parameters of the family of logarithms, suggest.
  public var suggestedConstants: [Constant] {
    var constants = readableFraction.map { Constant.suggested(by: $0) } ?? []
    if let logarithm = line.suggestedLogarithm { constants += Constant.suggested([logarithm]) }
    return constants
  }

  /// Where the digits of the limit come from.
  public var source: NumberSource {
    if let exact = limit(digits: 10)?.exact { return .exact(exact) }
    return .recomputable { digits in limit(digits: digits)?.value }
  }
}
