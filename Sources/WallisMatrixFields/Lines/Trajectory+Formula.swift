internal import WallisArithmetic
public import WallisFormulas

extension Trajectory: FormulaKind {
  /// `line`.
  public static var word: String { "line" }

  /// The line as the verb line that walks it, and nothing beside it.
  public var sides: FormulaSides { FormulaSides(a: description, b: nil) }

  /// Digits and figures by a walk of 300 steps; nil where the field is unknown or the line cannot be walked.
  public var limit: FormulaLimit? {
    guard let line = try? line(), let walk = try? FieldWalk(line, depth: 300) else { return nil }
    return FormulaLimit(walk)
  }

  /// The logarithm that the parameters of the family of logarithms mean.
  public var suggestedConstants: [Expression] {
    (try? line()).flatMap(\.suggestedLogarithm).map { [$0] } ?? []
  }

  /// The field with start and direction.
  public var latex: String {
    let name = field.map { $0 == "_" ? "\\_" : "\($0)" }.joined()
    return "\\text{\(name)}\\colon (\(FieldLine.text(start))) + n\\,(\(FieldLine.text(direction)))"
  }

  /// The continued fraction of the line, however long; none for other ranks than 2.
  public func program(in language: ScriptLanguage) -> FormulaProgram {
    guard let line = try? line() else { return .none(reason: "the field '\(field)' is not known") }
    guard let walk = try? FieldWalk(line, depth: 8), let own = LineFraction(walk.line), let map = own.map
    else {
      return .none(reason: "the steps of the line have no continued fraction")
    }
    return .partials(
      a: language.text(of: own.fraction.a, in: "n"), b: language.text(of: own.fraction.b, in: "n"),
      image: map.entries)
  }
}

extension FieldLine {
  /// log(1 + c3/c1) for lines of the family of logarithms; nil for others.
  var suggestedLogarithm: Expression? {
    guard field.name == "log", parameters.count == 4, parameters[1].signum != 0 else { return nil }
    let argument = 1 + parameters[3] / parameters[1]
    return argument.signum > 0 ? .call("log", .fraction(argument)) : nil
  }
}

extension FormulaLimit {
  /// The limit of a walk, beside the fraction of the line where that can be read.
  public init(_ walk: FieldWalk) {
    let line = Trajectory(walk.line)
    self.init(
      of: Formula(line), readable: walk.readableFraction,
      identity: walk.fraction.map { CanonicalForm($0.fraction).shiftKey } ?? line.key,
      depths: (walk.depth, 2 * walk.depth),
      figures: {
        let measurement = walk.measurement
        return (measurement.delta, measurement.digitsPerStep)
      }, exact: { walk.limit(digits: 10)?.exact }, enclosure: { walk.limit(digits: $0)?.value })
  }
}
