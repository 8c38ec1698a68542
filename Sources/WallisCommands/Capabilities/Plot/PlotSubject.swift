/// What `plot` draws.
enum PlotSubject: Equatable {
  /// Two metrics of the formulas of the catalog.
  case metrics(x: String, y: String)
  /// δ_n of a continued fraction.
  case delta(String)
  /// The distance of the convergents of a fraction from its limit.
  case error(String)
  /// An expression in a variable between two bounds.
  case function(String, variable: String, from: String, to: String)

  /// Reads what stands after the verb.
  ///
  /// - Throws: a `Refusal` that says what can be plotted.
  init(_ words: [String]) throws(Refusal) {
    let text = words.joined(separator: " ").trimmingSpaces
    if let curve = PlotSubject.curve(text) {
      self = curve
    } else if text.hasPrefix("delta("), text.hasSuffix(")") {
      self = .delta(String(text.dropFirst(6).dropLast()))
    } else if text.hasPrefix("error("), text.hasSuffix(")") {
      self = .error(String(text.dropFirst(6).dropLast()))
    } else if words.count == 2, words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "." } }) {
      self = .metrics(x: words[0], y: words[1])
    } else {
      throw Refusal(
        "'\(text)' is nothing to plot",
        remedy: "two metrics, delta(FORMULA), error(FORMULA), or sin(x)/x for x in -10..10")
    }
  }

  /// `f(x) for x in a..b`; nil for anything else.
  private static func curve(_ text: String) -> PlotSubject? {
    guard let first = text.firstRange(of: " for "), let second = text.firstRange(of: " in "),
      first.upperBound <= second.lowerBound, let dots = text[second.upperBound...].firstRange(of: "..")
    else { return nil }
    let variable = String(text[first.upperBound..<second.lowerBound]).trimmingSpaces
    guard variable.first?.isLetter == true, variable.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      return nil
    }
    return .function(
      String(text[..<first.lowerBound]).trimmingSpaces, variable: variable,
      from: String(text[second.upperBound..<dots.lowerBound]).trimmingSpaces,
      to: String(text[dots.upperBound...]).trimmingSpaces)
  }
}
