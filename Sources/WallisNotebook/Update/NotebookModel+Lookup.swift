internal import WallisCommands
internal import WallisDocuments

/// Arguments of verb lines that only the outside knows: numbers in the catalog, files.
extension NotebookModel {
  /// What lists the first argument of a verb.
  private static let listings: [String: CatalogQuestion] = [
    "family show": .families, "family rename": .families, "generalise": .families, "resume": .jobs,
  ]
  /// What a file follows.
  private static let beforeFiles: Set<String> = [
    "--catalog", "--output", "run", "verify", "import", "merge", "batch",
  ]

  /// Asks for words that may stand at the cursor; nil where that is no argument of a verb line.
  mutating func lookUpArgument(_ buffer: TextBuffer) -> [Effect]? {
    let line = String(buffer.characters[buffer.lineStart(buffer.cursor)..<buffer.cursor])
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, vocabulary.verbs.contains(first), line.contains(where: \.isWhitespace)
    else {
      return nil
    }
    let typed = line.last?.isWhitespace == true ? "" : words.last ?? ""
    let before = typed.isEmpty ? words : Array(words.dropLast())
    if let listing = NotebookModel.listings[before.joined(separator: " ")] { return lookUp(listing, typed) }
    let isFile = before.last.map(NotebookModel.beforeFiles.contains) ?? false
    guard isFile || typed.contains("/") else { return nil }
    return [.listFiles(typed)]
  }

  private mutating func lookUp(_ question: CatalogQuestion, _ typed: String) -> [Effect] {
    typing.lookup = Lookup(question: ask(question), typed: typed)
    return [.reopenCatalog]
  }

  /// Offers what the catalog told; false where the question was another's.
  mutating func hearLookup(_ reply: CatalogReply, to question: RunID) -> Bool {
    guard let asked = typing.lookup, asked.question == question else { return false }
    typing.lookup = nil
    offer(
      reply.words.filter { $0.word.hasPrefix(asked.typed) }, for: asked.typed, "nothing is called")
    return true
  }

  /// Offers words for a text, if that still stands before the cursor.
  mutating func offer(_ words: [CompletionWord], for typed: String, _ nothing: String) {
    guard let editor = typing.buffer, typing.completing == nil else { return }
    let start = editor.cursor - typed.count
    guard start >= 0, String(editor.characters[start..<editor.cursor]) == typed else { return }
    offer(words, from: start, nothing)
  }
}

extension CatalogReply {
  /// Numbers and names of families and jobs, with what they mean.
  fileprivate var words: [CompletionWord] {
    switch self {
    case .families(let families):
      families.flatMap { family in
        ["\(family.number)", family.name].compactMap { word in
          word.map { CompletionWord($0, family.summary, kind: .option) }
        }
      }
    case .jobs(let jobs):
      jobs.map { job in
        let summary = job.cells.dropFirst().map(\.string).filter { !$0.isEmpty }.joined(separator: "  ")
        return CompletionWord("\(job.number)", summary, kind: .option)
      }
    case .rows, .ordered, .card, .density, .refused: []
    }
  }
}
