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
    let body = Array(function.source).replacing(
      try places(of: values, in: try parse(function.source), call, text))
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

extension Workspace {
  /// Where the names stand that have a value, from left to right; an index hides a parameter of its name.
  ///
  /// - Throws: a `Refusal` where an index of the function would catch a name of an argument.
  private func places(
    of values: [String: String], in body: WallisFormulas.Expression, _ call: WallisFormulas.Expression,
    _ text: String
  ) throws(Refusal) -> [(Range<Int>, String)] {
    if case .name(let name) = body.node { return values[name].map { [(body.range, $0)] } ?? [] }
    var inner = values
    for index in body.boundNames {
      inner[index] = nil
      for (parameter, value) in inner where body.contains(.name(parameter)) {
        guard (try? parse(value))?.contains(.name(index)) == true else { continue }
        throw Refusal(
          Diagnostic(
            "\(index) is an index inside of this function, and stands in its argument", source: text,
            range: call.range, remedy: "use another letter for the index"))
      }
    }
    var all: [(Range<Int>, String)] = []
    for operand in body.operands { all += try places(of: inner, in: operand, call, text) }
    return all
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
