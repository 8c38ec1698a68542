/// One line of a cell.
enum CellLine: Equatable {
  /// Nothing to do.
  case blank
  /// `name = expression`.
  case assignment(name: String, expression: String)
  /// `name(parameters) = expression`.
  case definition(name: String, parameters: [String], expression: String)
  /// `?topic`; `isLong` for `??topic`.
  case question([String], isLong: Bool)
  /// `???word`.
  case apropos(String)
  /// What follows `wallis` in a shell.
  case verb([String])
  /// An expression to evaluate.
  case expression(String)

  /// The lines of a cell; a backslash at the end of a line joins it with the next.
  static func lines(of source: String) -> [String] {
    var lines: [String] = []
    var joined = ""
    for line in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasSuffix("\\") {
        joined += line.dropLast() + " "
      } else {
        lines.append(joined + line)
        joined = ""
      }
    }
    return joined.isEmpty ? lines : lines + [joined]
  }

  /// Reads a line; verbs are those of the table.
  ///
  /// - Throws: a `Refusal` at a quote that is never closed.
  init(_ line: String, table: VerbTable) throws(Refusal) {
    let text = line.trimmingSpaces
    if text.isEmpty || text.hasPrefix("#") {
      self = .blank
    } else if text.hasPrefix("???"), text.contains(where: { $0 != "?" }) {
      self = .apropos(String(text.drop { $0 == "?" || $0 == " " }))
    } else if text.hasPrefix("?") {
      self = .question(
        try WordSplitter.words(of: String(text.drop { $0 == "?" })), isLong: text.hasPrefix("??"))
    } else if let line = CellLine.assignment(text) {
      self = line
    } else if let word = text.split(whereSeparator: \.isWhitespace).first, table.isVerb(String(word)) {
      self = .verb(try WordSplitter.words(of: text))
    } else {
      self = .expression(text.withoutComment)
    }
  }

  /// A line that gives a name to an expression, or to one with parameters; nil for any other.
  private static func assignment(_ text: String) -> CellLine? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let head = String(text[..<sign]).trimmingSpaces
    let expression = String(text[text.index(after: sign)...]).trimmingSpaces.withoutComment
    if head.isName { return .assignment(name: head, expression: expression) }
    guard head.last == ")", let opening = head.firstIndex(of: "(") else { return nil }
    let name = String(head[..<opening])
    let list = head[head.index(after: opening)...].dropLast()
    let parameters = list.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces
    }
    guard name.isName, parameters.allSatisfy(\.isName) else { return nil }
    return .definition(name: name, parameters: parameters, expression: expression)
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }

  /// What stands between the signs of equality outside of all brackets; those of bounds stand inside.
  var equalitySides: [String] {
    var (sides, depth) = ([""], 0)
    for character in self {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == "=", depth <= 0 {
        sides.append("")
      } else {
        sides[sides.count - 1].append(character)
      }
    }
    return sides
  }

  /// Whether it may be given to an expression.
  fileprivate var isName: Bool {
    first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// The expression grammar has no `#`: from there on it is a comment.
  fileprivate var withoutComment: String { String(prefix { $0 != "#" }).trimmingSpaces }
}
