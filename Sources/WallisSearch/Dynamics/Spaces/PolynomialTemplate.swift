internal import WallisArithmetic
internal import WallisFormulas

/// A polynomial in n whose coefficients are integer polynomials in parameters: `x0*(n^3+(n+1)^3)+x1*(2n+1)`.
///
/// Numbers, n, parameters, `+ - * ^` and parentheses; exponents may contain parameters, but neither n nor a power.
/// Whether every coefficient fits a machine word for all values in the ranges is decided when the template is read, by
/// a bound on the sum of the moduli of the coefficients of every part.
public struct PolynomialTemplate: Sendable, Hashable {
  private indirect enum Part: Sendable, Hashable {
    case constant(Int)
    case variable
    case parameter(Int)
    case sum(Part, Part)
    case difference(Part, Part)
    case product(Part, Part)
    case power(Part, Part)
  }

  /// The text without spaces.
  public let text: String
  /// Numbers of the parameters that occur.
  let parameters: Set<Int>
  private let root: Part

  /// True for text that is meant as a template, not as a list of ranges: it has letters, powers or parentheses.
  public static func isTemplate(_ text: String) -> Bool {
    text.contains { $0.isLetter || "()*^·".contains($0) }
  }

  /// Reads a template.
  /// - Throws: `SearchError.malformed` with the place of the mistake, `tooLarge` for coefficients beyond a machine
  ///   word and degrees beyond `Expression.largestDegree`.
  public init(parsing text: String, with ranges: ParameterRanges) throws(SearchError) {
    try self.init(text, TemplateReader(text: text, ranges: ranges))
  }

  /// Coefficients of a polynomial in n alone, constant term first, without leading zeros.
  /// - Throws: `SearchError.malformed` with the place of the mistake, `tooLarge` as for a template.
  static func polynomial(parsing text: String) throws(SearchError) -> [Int] {
    let reader = TemplateReader(text: text, ranges: try ParameterRanges(parsing: ""), takesParameters: false)
    return try PolynomialTemplate(text, reader).polynomial([])
  }

  private init(_ text: String, _ reader: TemplateReader) throws(SearchError) {
    var parameters: Set<Int> = []
    root = try PolynomialTemplate.part(reader.expression(), reader, &parameters)
    self.parameters = parameters
    self.text = text.filter { !$0.isWhitespace }
  }

  /// Coefficients for these values of the parameters, constant term first, without leading zeros.
  func polynomial(_ values: [Int]) -> [Int] {
    var coefficients = PolynomialTemplate.evaluate(root, values)
    while coefficients.last == 0 { coefficients.removeLast() }
    return coefficients
  }
}

extension PolynomialTemplate {
  /// Translates a node, checking its bounds.
  private static func part(
    _ node: Expression, _ reader: TemplateReader, _ parameters: inout Set<Int>
  ) throws(SearchError) -> Part {
    try reader.checkBounds(of: node)
    switch node.node {
    case .number(let value, _): return .constant(value.numerator.word ?? 0)
    case .name("n"): return .variable
    case .name(let name):
      let number = try reader.parameter(name, at: node.range)
      parameters.insert(number)
      return .parameter(number)
    case .negation(let x): return .difference(.constant(0), try part(x, reader, &parameters))
    case .sum(let x, let y):
      return .sum(try part(x, reader, &parameters), try part(y, reader, &parameters))
    case .difference(let x, let y):
      return .difference(try part(x, reader, &parameters), try part(y, reader, &parameters))
    case .product(let x, let y):
      return .product(try part(x, reader, &parameters), try part(y, reader, &parameters))
    case .power(let x, let y):
      return .power(try part(x, reader, &parameters), try part(y, reader, &parameters))
    case .quotient, .result, .call: throw reader.unreadable(node)
    }
  }

  private static func evaluate(_ part: Part, _ values: [Int]) -> [Int] {
    switch part {
    case .constant(let value): return [value]
    case .variable: return [0, 1]
    case .parameter(let number): return [values[number]]
    case .sum(let x, let y): return combine(evaluate(x, values), evaluate(y, values)) { $0 + $1 }
    case .difference(let x, let y): return combine(evaluate(x, values), evaluate(y, values)) { $0 - $1 }
    case .product(let x, let y): return product(evaluate(x, values), evaluate(y, values))
    case .power(let x, let y):
      let base = evaluate(x, values)
      return (0..<evaluate(y, values)[0]).reduce([1]) { result, _ in product(result, base) }
    }
  }

  private static func combine(_ x: [Int], _ y: [Int], _ operation: (Int, Int) -> Int) -> [Int] {
    (0..<max(x.count, y.count)).map { operation($0 < x.count ? x[$0] : 0, $0 < y.count ? y[$0] : 0) }
  }

  private static func product(_ x: [Int], _ y: [Int]) -> [Int] {
    if x.count == 1 { return y.map { x[0] * $0 } }
    if y.count == 1 { return x.map { $0 * y[0] } }
    var result = [Int](repeating: 0, count: x.count + y.count - 1)
    for i in x.indices { for j in y.indices { result[i + j] += x[i] * y[j] } }
    return result
  }
}
