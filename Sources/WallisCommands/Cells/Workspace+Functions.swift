internal import WallisDocuments
internal import WallisFormulas

/// Functions of one line: `f(x) = x^2 + 1`, then `f(pi)`.
extension Workspace {
  /// The body of a function with its arguments in the places of the parameters.
  ///
  /// - Throws: a `Refusal` that points into `text` where there are too few or too many of them.
  func application(
    of function: Binding, to arguments: [WallisFormulas.Expression], _ call: WallisFormulas.Expression,
    _ text: String, _ keeping: [String]
  ) throws(Refusal) -> String {
    let parameters = function.parameters ?? []
    guard arguments.count == parameters.count else {
      throw wrongArguments(of: function.name, parameters, at: call.range, in: text)
    }
    var values: [String: String] = [:]
    for (parameter, argument) in zip(parameters, arguments) {
      let start = argument.range.lowerBound
      let inner = try replacements(in: argument, of: text, keeping: keeping)
      let shifted = inner.map { (($0.0.lowerBound - start)..<($0.0.upperBound - start), $0.1) }
      values[parameter] = String(Array(Array(text)[argument.range]).replacing(shifted))
    }
    let body = Array(function.source).replacing(try parse(function.source).places(of: values))
    guard body.count <= Workspace.longestExpression else {
      throw Refusal(
        "with its names replaced this expression has \(body.count) characters",
        remedy: "evaluate a part of it first", exit: .limit)
    }
    return String(body)
  }

  func wrongArguments(
    of name: String, _ parameters: [String], at range: Range<Int>, in text: String
  ) -> Refusal {
    let count = "\(parameters.count) argument\(parameters.count == 1 ? "" : "s")"
    return Refusal(
      Diagnostic(
        "\(name) takes \(count)", source: text, range: range,
        remedy: "write \(name)(\(parameters.joined(separator: ", ")))"))
  }
}

extension WallisFormulas.Expression {
  /// Where the names stand that have a value, from left to right.
  fileprivate func places(of values: [String: String]) -> [(Range<Int>, String)] {
    if case .name(let name) = node { return values[name].map { [(range, $0)] } ?? [] }
    return operands.flatMap { $0.places(of: values) }
  }
}

extension [Character] {
  /// The text with other text, in parentheses, in some places, which go from left to right; without them where
  /// it is the whole.
  func replacing(_ places: [(Range<Int>, String)]) -> [Character] {
    var text = self
    for (range, source) in places.reversed() {
      let isWhole = range == indices
      text.replaceSubrange(range, with: Array(isWhole ? source : "(" + source + ")"))
    }
    return text
  }
}
