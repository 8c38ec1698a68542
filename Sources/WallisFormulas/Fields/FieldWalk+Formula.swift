internal import WallisArithmetic

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
    readableFraction.map { .continuedFraction($0) } ?? .trajectory(Trajectory(line))
  }

  /// Constants that the coefficients, or the parameters of the family of logarithms, suggest.
  public var suggestedConstants: [Constant] {
    var constants = readableFraction.map { Constant.suggested(by: $0) } ?? []
    if line.field.name == "log", line.parameters.count == 4, line.parameters[1].signum != 0 {
      let argument = 1 + line.parameters[3] / line.parameters[1]
      let text = "log(\(argument))"
      if argument.signum > 0, Constant.named(text) == nil, let expression = try? Expression(parsing: text),
        let constant = try? Constant.expression(expression, text: text, digits: 20)
      {
        constants.append(constant)
      }
    }
    return constants
  }

  /// Where the digits of the limit come from.
  public var source: NumberSource {
    if let exact = limit(digits: 10)?.exact { return .exact(exact) }
    return .recomputable { digits in limit(digits: digits)?.value }
  }
}
