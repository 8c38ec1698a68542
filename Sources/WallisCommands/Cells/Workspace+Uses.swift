internal import WallisFormulas

/// What a text takes from the cells above it, read without evaluating anything.
extension Workspace {
  /// What words stand for, in their order; those that nobody made stand for nothing.
  package func uses(of words: [String]) -> [Binding] { words.compactMap { bindings[$0] } }

  /// The words of a cell that may be names made above it, each once.
  ///
  /// A word that a line of the cell itself has assigned before, a parameter and an option are none of them. Words
  /// of verb lines are: one that the verb does not read as a name may be among them.
  package static func words(of source: String) -> [String] {
    var (words, made): ([String], Set<String>) = ([], [])
    for line in CellLine.lines(of: source) {
      let (text, own, name): (String, [String], String?)
      switch try? CellLine(line, table: VerbTable([])) {
      case .assignment(let made, let expression): (text, own, name) = (expression, [], made)
      case .definition(let made, let parameters, let expression):
        (text, own, name) = (expression, parameters, made)
      case .expression(let whole): (text, own, name) = (whole, [], nil)
      case .question(let topic, _): (text, own, name) = (topic.joined(separator: " "), [], nil)
      default: continue
      }
      words += text.namesInside.filter { !own.contains($0) && made.insert($0).inserted }
      if let name { made.insert(name) }
    }
    return words
  }

  /// The expression of a line while it is typed, its names replaced; nil for what does not parse, has names
  /// that nobody made, is a verb line, a number as it stands, or the definition of a function.
  ///
  /// - Parameter verbs: the first words of verb lines.
  package func expression(typed line: String, verbs: Set<String>) -> String? {
    let text: String
    switch try? CellLine(line, table: VerbTable([])) {
    case .assignment(let name, let expression) where KnownNames.meaning(of: name) == nil: text = expression
    case .expression(let whole): text = whole
    default: return nil
    }
    let first = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard !first.isEmpty, !verbs.contains(first), Double(text) == nil, !text.contains("'") else { return nil }
    return try? closed(text).text
  }
}

extension String {
  /// The names in a text: letters, and digits and underscores behind them. Options are none.
  fileprivate var namesInside: [String] {
    split(whereSeparator: \.isWhitespace).filter { !$0.hasPrefix("--") }.flatMap { word -> [String] in
      let parts = word.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      return parts.map { String($0.drop { !$0.isLetter }) }.filter { !$0.isEmpty }
    }
  }
}
