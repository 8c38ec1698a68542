/// What fingers that know other editors type behind the colon: `w`, `q`, `wq`, `q!`, `e FILE`, `help`.
struct PaletteCommand {
  /// The word.
  let word: String
  /// What it does.
  let description: String
  private let argument: String
  private let action: @Sendable (inout NotebookModel, String) -> Void

  /// The words; the first character of a description is not in capitals, as in the table of keys.
  private static let table:
    [(words: [String], description: String, action: @Sendable (inout NotebookModel, String) -> Void)] = [
      (["w", "write"], "save the notebook; with a name, under that name", { $0.write(as: $1) }),
      (["q", "quit"], "quit where everything is saved", { notebook, _ in notebook.quitSaved() }),
      (["wq", "x"], "save the notebook and quit", { notebook, _ in notebook.emit(notebook.quit()) }),
      (
        ["q!", "quit!"], "quit and give up what is unsaved",
        { notebook, _ in notebook.emit(notebook.quitLosing()) }
      ),
      (["e", "edit"], "open another notebook in place of this one", { $0.openNotebook($1) }),
      (["help", "h"], "show the keys; with a word, what it means", { $0.explain($1) }),
    ]

  /// - Returns: nil where the text begins with none of the words, or goes on where nothing may follow.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, let row = PaletteCommand.table.first(where: { $0.words.contains(first) })
    else {
      return nil
    }
    let rest = words.dropFirst().joined(separator: " ")
    guard rest.isEmpty || ["w", "e", "help"].contains(row.words[0]) else { return nil }
    (word, description, argument, action) = (first, row.description, rest, row.action)
  }

  func perform(_ notebook: inout NotebookModel) { action(&notebook, argument) }
}

extension NotebookModel {
  /// Saves, under another name where one is given.
  fileprivate mutating func write(as name: String) {
    emit(name.isEmpty ? save() : self.name(name, leaving: false))
  }

  /// Quits where nothing would be lost; otherwise says what can be done.
  fileprivate mutating func quitSaved() {
    guard isModified else { return emit(quit()) }
    warn("not saved: :wq saves and quits, :q! gives up what is unsaved")
  }

  /// Opens another notebook, once this one is saved.
  mutating func openNotebook(_ name: String) {
    guard !name.isEmpty else { return say("a file name is needed: :e NAME opens NAME.md") }
    guard !isModified else { return warn("not saved: :w saves, then :e \(name) opens the other one") }
    guard runs.active.isEmpty else {
      return warn("something runs; Ctrl-C cancels it, then :e opens the other one")
    }
    emit([.openAnother(name)])
  }

  /// What a word means, or the keys without one.
  fileprivate mutating func explain(_ word: String) {
    guard !word.isEmpty else { return toggleHelp() }
    openOutput("Help", "help \(word)")
  }
}
