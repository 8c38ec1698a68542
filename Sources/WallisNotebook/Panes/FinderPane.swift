internal import WallisCommands

/// Finds cells, formulas of the catalog, constants and functions, notebooks and earlier inputs by some of their letters.
struct FinderPane: ChoosingPane {
  static let nothing = "nothing has these letters"
  var line: PaneLine? = PaneLine("find: ")
  /// What is looked through, but for the catalog.
  private var items: [(item: FinderItem, text: FuzzyText)] = []
  /// Formulas of the catalog that contain the text.
  private var formulas: [FinderItem] = []
  /// The question for them.
  var question: RunID?

  static let actions = [
    NotebookAction(
      "find", "F7", in: .anywhere, "find cells, formulas, constants, notebooks, inputs by some letters",
      doing: { $0.openFinder() })
  ]

  var isBusy: Bool { question != nil }

  /// Letters from which on the catalog is asked.
  private static let least = 2
  /// Formulas of the catalog that are listed.
  private static let mostFormulas = 8
  /// Earlier inputs that are looked through, so that a long history holds up no key.
  private static let mostInputs = 500

  mutating func lineChanged(_ notebook: inout NotebookModel) {
    let text = (line?.text ?? "").filter { $0 != "\"" }
    formulas = []
    guard text.count >= FinderPane.least else { return question = nil }
    var browser = BrowserPane()
    browser.filter = text
    question = notebook.ask(.select(browser.request))
  }

  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    guard question == self.question else { return false }
    self.question = nil
    if case .rows(let rows) = reply {
      let found = rows.rows.compactMap { $0 }.prefix(FinderPane.mostFormulas)
      formulas = found.map { .formula($0, rows.text(of: "closedForm", in: $0)) }
    }
    return true
  }

  func take(_ item: FinderItem, _ notebook: inout NotebookModel) {
    switch item {
    case .cell(let index, _):
      notebook.leave()
      notebook.select(index)
    case .formula(let row, _): notebook.openBrowser("key = \"\(row.key)\"")
    case .word(let word): notebook.openOutput("Help", "help \(word.word.quoted)")
    case .notebook(let path): notebook.openNotebook(path)
    case .input(let text): notebook.insertCell(CellContent(.input, text), at: notebook.selection + 1)
    }
  }

  func line(for item: FinderItem, _ notebook: NotebookModel) -> ScreenLine {
    choiceLine(item.kind, notebook.glyphs.shown(item.shown), "")
  }

  /// What has the typed letters, the best first; everything of the notebook where nothing is typed.
  func choices(_ notebook: NotebookModel) -> [FinderItem] {
    let letters = FuzzyText((line?.text ?? "").filter { $0 != " " })
    let ranked = items.indices.compactMap { place in
      FuzzyMatch(letters, in: items[place].text).map { (score: $0.score, place: place) }
    }
    let best = ranked.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map { items[$0.place].item }
    return best + formulas
  }

  /// Takes up what there is to find now.
  mutating func hear(files: [String], _ notebook: NotebookModel) {
    items = FinderPane.items(files, notebook).map { ($0, FuzzyText($0.text)) }
  }

  private static func items(_ files: [String], _ notebook: NotebookModel) -> [FinderItem] {
    let cells = notebook.cells.enumerated().filter { !$0.element.content.source.isEmpty }
    var seen: Set<String> = Set(cells.map(\.element.content.source))
    let inputs = notebook.inputs.suffix(FinderPane.mostInputs).reversed().filter { seen.insert($0).inserted }
    return cells.map { .cell($0.offset, $0.element.content.source) }
      + notebook.vocabulary.words.map { .word($0) }
      + files.filter { $0.hasSuffix(".md") }.map { .notebook($0) } + inputs.map { .input($0) }
  }
}

/// Something that the finder finds.
enum FinderItem {
  case cell(Int, String)
  /// One of the catalog, with its closed form.
  case formula(BrowsedRow, String?)
  case word(CompletionWord)
  case notebook(String)
  case input(String)

  /// What it is, in a word.
  var kind: String {
    switch self {
    case .cell(let index, _): "cell \(index + 1)"
    case .formula: "formula"
    case .word(let word): word.kind == .verb ? "verb" : word.kind == .function ? "function" : "constant"
    case .notebook: "notebook"
    case .input: "input"
    }
  }

  /// What its letters are looked for in.
  var text: String {
    switch self {
    case .cell(_, let text), .notebook(let text), .input(let text): text
    case .formula(let row, _): row.formula
    case .word(let word): word.word
    }
  }

  /// What is shown of it, on one line.
  var shown: String {
    switch self {
    case .cell, .notebook, .input: text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    case .formula(let row, let closedForm): row.formula + (closedForm.map { " = " + $0 } ?? "")
    case .word(let word): "\(word.word): \(word.description)"
    }
  }
}

extension BrowsedRows {
  /// What a row has in the column of a name; nil where there is no such column, or nothing in it.
  fileprivate func text(of name: String, in row: BrowsedRow) -> String? {
    guard let place = columns.firstIndex(where: { $0.name == name }), place < row.cells.count else {
      return nil
    }
    let text = row.cells[place].string
    return text.isEmpty || text == "–" ? nil : text
  }
}

extension NotebookModel {
  fileprivate mutating func openFinder() {
    closePanes()
    emit([.listFiles("")])
    var pane = FinderPane()
    pane.hear(files: [], self)
    open(pane)
  }
}
