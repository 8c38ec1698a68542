/// Reads lines that a user edits, on a terminal that can do so.
package protocol LineEditing: AnyObject {
  /// The next line.
  func read(_ prompt: String) -> EditedLine
  /// Keeps an input, for this session and later ones.
  func remember(_ input: String)
}

/// What came of editing a line.
package enum EditedLine: Equatable, Sendable {
  /// A line without its end.
  case line(String)
  /// Ctrl-C: the line is given up.
  case cancelled
  /// The end of the input.
  case end
  /// A signal asked the process to stop.
  case interrupted
}

/// What Tab does.
package struct LineCompletion: Equatable, Sendable {
  /// What is inserted at the cursor.
  package var insertion: String
  /// What is shown above the line; empty for nothing.
  package var listing: String
}

extension VerbTable {
  /// What Tab does with the text left of the cursor: as in the notebook, verbs open a line, options belong to verbs,
  /// fields and their values to conditions, functions, constants and names stand everywhere.
  ///
  /// - Parameters:
  ///   - names: names of the session, functions with an opening bracket.
  ///   - width: columns of the terminal.
  package func completion(of text: String, names: [String], width: Int) -> LineCompletion {
    let (typed, words) = candidates(for: text, names: names)
    guard let first = words.first, !typed.isEmpty else { return LineCompletion(insertion: "", listing: "") }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let insertion = String(common.dropFirst(typed.count))
    guard words.count > 1, insertion.isEmpty else { return LineCompletion(insertion: insertion, listing: "") }
    return LineCompletion(insertion: "", listing: VerbTable.listing(words, width: width))
  }

  /// What was typed of a word, and the words that begin so, with what is typed behind them.
  private func candidates(for text: String, names: [String]) -> (typed: String, words: [String]) {
    let line = String(text.drop(while: \.isWhitespace))
    let known = knownWords
    let verbs = known.filter { $0.kind == .verb && !line.isEmpty && $0.word.hasPrefix(line) }
      .map { $0.word + " " }
    if line.contains(" "), !verbs.isEmpty { return (line, verbs) }
    let last = line.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    if last.hasPrefix("-"), line.last?.isWhitespace == false, line != last {
      let options = optionWords(of: line).map { $0.word + " " }
      if !options.isEmpty { return (last, options) }
    }
    if let (typed, words) = conditionWords(of: line), !typed.isEmpty, !words.isEmpty {
      return (typed, words.map(\.word).sorted())
    }
    let typed = String(line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    guard typed.first?.isLetter == true else { return ("", []) }
    let others = known.compactMap { word -> String? in
      switch word.kind {
      case .function: word.word + "("
      case .constant: word.word
      case .verb, .option: nil
      }
    }
    let words = (typed == line ? verbs : []) + (others + names).filter { $0.hasPrefix(typed) }
    return (typed, Set(words).sorted())
  }

  /// The words in columns.
  private static func listing(_ words: [String], width: Int) -> String {
    let widest = (words.map(\.count).max() ?? 0) + 2
    let columns = max(1, (width - 1) / widest)
    let lines = stride(from: 0, to: words.count, by: columns).map { start in
      words[start..<min(start + columns, words.count)].map {
        $0 + String(repeating: " ", count: widest - $0.count)
      }.joined()
    }
    return lines.joined(separator: "\n")
  }
}
