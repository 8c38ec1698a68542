internal import WallisCommands
internal import WallisDocuments

/// A question to the catalog whose rows complete a word.
struct Lookup {
  let run: RunID
  /// The word as typed when it was asked.
  let typed: String
  var document = Document()
}

/// Arguments of verb lines that only the outside knows: numbers in the catalog, files.
extension NotebookModel {
  /// What lists the first argument of a verb.
  private static let listings = [
    "family show": "families", "family rename": "families", "generalise": "families", "resume": "jobs",
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
    if let listing = NotebookModel.listings[before.joined(separator: " ")] { return ask(listing, typed) }
    let isFile = before.last.map(NotebookModel.beforeFiles.contains) ?? false
    guard isFile || typed.contains("/") else { return nil }
    return [.listFiles(typed)]
  }

  private mutating func ask(_ listing: String, _ typed: String) -> [Effect] {
    let run = runs.newRun()
    typing.lookup = Lookup(run: run, typed: typed)
    return [.run(run, CellRequest(source: listing, catalog: options.catalog, width: 200))]
  }

  /// Takes a report of the question; at its end the rows are offered.
  mutating func hearLookup(_ report: RunReport) -> [Effect] {
    switch report {
    case .event(.output(let document)): typing.lookup?.document = document
    case .event: break
    case .ended:
      guard let asked = typing.lookup else { return [] }
      typing.lookup = nil
      offer(
        asked.document.rowWords.filter { $0.word.hasPrefix(asked.typed) }, for: asked.typed,
        "nothing is called")
    }
    return []
  }

  /// Offers words for a text, if that still stands before the cursor.
  mutating func offer(_ words: [CompletionWord], for typed: String, _ nothing: String) {
    guard let editor = typing.buffer, typing.completing == nil else { return }
    let start = editor.cursor - typed.count
    guard start >= 0, String(editor.characters[start..<editor.cursor]) == typed else { return }
    offer(words, from: start, nothing)
  }
}

extension Document {
  /// The rows of the tables: the number in the first cell and names, where there are some, as words, the other
  /// cells as what they mean.
  fileprivate var rowWords: [CompletionWord] {
    blocks.flatMap { block -> [CompletionWord] in
      guard case .table(let table) = block else { return [] }
      return table.rows.flatMap { row -> [CompletionWord] in
        let meaning = row.dropFirst().map(\.string).filter { !$0.isEmpty }.joined(separator: "  ")
        let names = row.dropFirst().flatMap(\.spans).filter { $0.role == .name }.map(\.string)
        let number = row.first.map { [$0.string] } ?? []
        return (number + names).filter { !$0.isEmpty }.map { CompletionWord($0, meaning, kind: .option) }
      }
    }
  }
}
