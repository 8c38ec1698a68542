internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

extension FieldProof {
  /// Lines that are proved this way, the diagonals that give Apéry's fractions among them.
  static let lines: [FieldProof] = {
    let starts: [Rational] = [1, Rational(1, 2)]
    return ["zeta2", "zeta3"].flatMap { name -> [FieldProof] in
      starts.compactMap { FieldProof(known(name), start: [1, $0], direction: [1, 1]) }
    }
  }()

  /// The lines of fields with such an edge that the fraction is, or is linked with.
  static func lines(of fraction: ContinuedFraction) -> [FieldProof] {
    finder.matches(fraction).compactMap {
      FieldProof($0.line.field, start: $0.line.start, direction: $0.line.direction)
    }
  }

  /// Lines of small directions: ζ(2), ζ(3), and Σ (−z)^k/(k + y) for z = c3/c1.
  private static let finder: FieldFinder = {
    let arguments: [(Rational, Rational)] = [(1, 1), (2, 1), (3, 1), (4, 1), (3, 2), (4, -1), (9, -1)]
    let logarithms = arguments.map { known("log", ["c1": $0, "c3": $1]) }
    let heights = Set([1, 2, 3].flatMap { d in (1...3).map { Rational(Integer($0), Integer(d)) } }).sorted()
    let starts: [[Rational]] = [1, 2, 3].flatMap { (x: Rational) in heights.map { [x, $0] } }
    return FieldFinder(
      fields: [known("zeta2"), known("zeta3")] + logarithms, starts: starts,
      directions: [[1, 1], [2, 1], [1, 2]])
  }()

  private static func known(_ name: String, _ parameters: [String: Rational] = [:]) -> MatrixField {
    guard let field = try? KnownFields.named(name)?.fixed(parameters) else {
      preconditionFailure("the field \(name) is known")
    }
    return field
  }
}
