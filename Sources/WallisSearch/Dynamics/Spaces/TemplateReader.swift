internal import WallisArithmetic
internal import WallisFormulas

/// Reads the text of a template and bounds its parts for all values of the parameters.
struct TemplateReader {
  /// What is known of a part for all values: degree, and the sum of the moduli of its coefficients.
  private struct Bound {
    var degree: Int
    var size: Int
  }

  let text: String
  let ranges: ParameterRanges
  /// False where a polynomial in n alone is asked for.
  var takesParameters = true

  func expression() throws(SearchError) -> Expression {
    do { return try Expression(parsing: text) } catch {
      throw malformed(error.message, error.range, remedy: error.remedy)
    }
  }

  /// Number of the parameter with this name.
  func parameter(_ name: String, at range: Range<Int>) throws(SearchError) -> Int {
    if let number = ranges.names.firstIndex(of: name) { return number }
    guard takesParameters else { throw noPolynomial(at: range) }
    throw malformed(
      "'\(name)' has no range", range,
      remedy: "--ranges '\(name)=1..3' gives it one; products with n are written \(name)*n")
  }

  func unreadable(_ node: Expression) -> SearchError {
    guard takesParameters else { return noPolynomial(at: node.range) }
    if case .call(let name, _) = node.node, ranges.names.contains(name) {
      // Read as a function it would take part in a power: x(n+1)^2 would be (x(n+1))^2.
      return malformed("a parameter is no function", node.range, remedy: "a product is written \(name)*(…)")
    }
    return malformed(
      "this is no part of a template", node.range, remedy: "use numbers, n, parameters, + - * ^ ( )")
  }

  private func noPolynomial(at range: Range<Int>) -> SearchError {
    malformed(
      "this is no part of a polynomial in n with integers", range, remedy: "for example -n^6 or 3*(2n+1)^4")
  }

  private func malformed(_ message: String, _ range: Range<Int>, remedy: String?) -> SearchError {
    .malformed(
      message: message, text: text, position: range.lowerBound,
      remedy: remedy ?? "for example: x0*(n^3+(n+1)^3)+x1*(2n+1)")
  }
}

extension TemplateReader {
  /// Refuses a part whose degree or coefficients can become too large.
  func checkBounds(of node: Expression) throws(SearchError) { _ = try bound(node) }

  private func bound(_ node: Expression) throws(SearchError) -> Bound {
    switch node.node {
    case .number(let value, _):
      guard value.isInteger, let word = value.numerator.word else {
        throw malformed("the coefficients must be integers of a machine word", node.range, remedy: nil)
      }
      return Bound(degree: 0, size: Int(clamping: word.magnitude))
    case .name("n"): return Bound(degree: 1, size: 1)
    case .name(let name):
      let range = ranges.ranges[try parameter(name, at: node.range)]
      return Bound(degree: 0, size: Int(max(range.lowerBound.magnitude, range.upperBound.magnitude)))
    case .negation(let x): return try bound(x)
    case .sum(let x, let y), .difference(let x, let y):
      let (left, right) = (try bound(x), try bound(y))
      let (size, overflows) = left.size.addingReportingOverflow(right.size)
      return try checked(max(left.degree, right.degree), size, overflows, node)
    case .product(let x, let y): return try product(bound(x), bound(y), node)
    case .power(let x, let y):
      let (base, exponents) = (try bound(x), try exponents(y))
      var result = Bound(degree: 0, size: 1)
      for _ in 0..<exponents.upperBound where base.size > 1 || base.degree > 0 {
        result = try product(result, base, node)
      }
      return Bound(degree: result.degree, size: max(1, result.size))
    case .quotient, .result, .call: throw unreadable(node)
    }
  }

  private func product(_ x: Bound, _ y: Bound, _ node: Expression) throws(SearchError) -> Bound {
    let (size, overflows) = x.size.multipliedReportingOverflow(by: y.size)
    return try checked(x.degree + y.degree, size, overflows, node)
  }

  private func checked(_ degree: Int, _ size: Int, _ overflows: Bool, _ node: Expression) throws(SearchError)
    -> Bound
  {
    guard degree <= Expression.largestDegree else {
      throw .tooLarge(
        message: "a polynomial of degree \(degree) or more in '\(text)'",
        remedy: "degrees up to \(Expression.largestDegree) are supported")
    }
    guard !overflows, size <= Int.max / 4 else {
      throw .tooLarge(
        message: "the coefficients of '\(text)' can exceed a machine word", remedy: "choose smaller ranges")
    }
    return Bound(degree: degree, size: size)
  }

  /// The exponents that a part can have.
  private func exponents(_ node: Expression) throws(SearchError) -> ClosedRange<Int> {
    let range = try interval(node)
    guard range.lowerBound >= 0 else {
      throw malformed(
        "this exponent can be negative", node.range, remedy: "choose ranges that keep it at 0 or more")
    }
    return range
  }

  private static let largestExponent = 1000

  /// All values of an exponent lie in this range.
  private func interval(_ node: Expression) throws(SearchError) -> ClosedRange<Int> {
    var range: ClosedRange<Int>?
    switch node.node {
    case .number(let value, _): range = value.isInteger ? value.numerator.word.map { $0...$0 } : nil
    case .name(let name) where name != "n": range = ranges.ranges[try parameter(name, at: node.range)]
    case .negation(let x):
      let inner = try interval(x)
      range = -inner.upperBound ... -inner.lowerBound
    case .sum(let x, let y): range = TemplateReader.corners(try interval(x), try interval(y)) { $0 + $1 }
    case .difference(let x, let y):
      range = TemplateReader.corners(try interval(x), try interval(y)) { $0 - $1 }
    case .product(let x, let y): range = TemplateReader.corners(try interval(x), try interval(y)) { $0 * $1 }
    default: break
    }
    let limit = TemplateReader.largestExponent
    guard let range, range.lowerBound >= -limit, range.upperBound <= limit else {
      throw malformed(
        "an exponent is made of small integers and parameters", node.range, remedy: "for example: (n+c)^(2k)")
    }
    return range
  }

  /// The range of an operation whose extremes lie at the corners of a rectangle.
  private static func corners(
    _ x: ClosedRange<Int>, _ y: ClosedRange<Int>, _ operation: (Int, Int) -> Int
  ) -> ClosedRange<Int> {
    let values = [x.lowerBound, x.upperBound].flatMap { first in
      [operation(first, y.lowerBound), operation(first, y.upperBound)]
    }
    return values.reduce(values[0]...values[0]) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
  }
}
