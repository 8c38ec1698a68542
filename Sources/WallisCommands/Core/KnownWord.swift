internal import WallisFormulas

/// A word that completion offers.
package struct KnownWord: Hashable, Sendable {
  /// What is inserted.
  package let word: String
  /// What it means, in one line.
  package let summary: String
  /// What a word is.
  package enum Kind: Hashable, Sendable {
    /// Makes sense at the start of a line only.
    case verb
    /// Takes arguments.
    case function
    /// Stands for a number.
    case constant
    /// Belongs to a verb line.
    case option
  }

  /// What it is.
  package let kind: Kind
  /// How it is written with its arguments; empty where that is the word itself.
  package let signature: String

  init(_ word: String, _ summary: String, kind: Kind, signature: String = "") {
    (self.word, self.summary, self.kind, self.signature) = (word, summary, kind, signature)
  }
}

extension VerbTable {
  /// Everything that a cell may contain by name: verbs that work in cells, functions, constants.
  package var knownWords: [KnownWord] {
    let cellVerbs = declarations.filter { !$0.isShellOnly }
    return cellVerbs.map { KnownWord($0.name, $0.abstract, kind: .verb) }
      + FunctionTable.names.compactMap { name in
        FunctionTable.function(named: name).map {
          KnownWord(name, $0.summary, kind: .function, signature: $0.signature)
        }
      } + NamedNumber.all.map { KnownWord($0.name, $0.summary, kind: .constant) }
  }

  /// The options that may complete a verb line whose last word begins with a hyphen; empty for other lines.
  package func optionWords(of line: String) -> [KnownWord] {
    let typed = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let beginning = typed.last, beginning.hasPrefix("-"),
      let (verb, _) = match(typed.dropLast().filter { !$0.isEmpty })
    else { return [] }
    return optionLines(of: verb).filter { $0.word.hasPrefix(beginning) }
  }

  /// The options of a verb with their explanations, as its help lists them.
  private func optionLines(of verb: any Verb.Type) -> [KnownWord] {
    let lines = verb.helpMessage(columns: 400).split(separator: "\n")
    let words = lines.compactMap { line -> KnownWord? in
      guard let start = line.firstRange(of: "--"),
        line[..<start.lowerBound].allSatisfy({ " -h,".contains($0) })
      else { return nil }
      let written = line[start.lowerBound...]
      let word = String(written.prefix { $0 != " " && $0 != "," })
      let gap = written.firstRange(of: "  ")?.lowerBound ?? written.endIndex
      let summary = written[gap...].drop { $0 == " " }
      return KnownWord(word, String(summary), kind: .option, signature: String(written[..<gap]))
    }
    var seen: Set<String> = []
    return words.filter { seen.insert($0.word).inserted }
  }
}
