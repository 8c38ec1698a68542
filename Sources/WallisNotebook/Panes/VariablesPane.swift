internal import WallisCommands
internal import WallisDocuments

/// The names that the cells above the selected one make, with their values; Enter goes to the cell of a name.
struct VariablesPane: ChoosingPane {
  static let nothing = "no name has these letters"
  var line: PaneLine? = PaneLine("name: ")
  /// The names, in the order of their cells.
  private var names: [MadeName] = []
  /// Values of expressions; nil for one without.
  private var values: [String: String?] = [:]
  /// The evaluation under way.
  private var asked: (run: RunID, source: String)?

  static let actions = [
    NotebookAction(
      "variables", "F8", in: .anywhere, "list the names made above the cell, with their values",
      doing: { $0.openVariables() })
  ]

  var isBusy: Bool { asked != nil }
  var farewell: [Effect] { asked.map { [.stop($0.run, .kill)] } ?? [] }

  /// Names whose values are computed.
  private static let mostValues = 60
  /// Digits of a value.
  private static let digits = 10
  /// Columns of a value at most, and those that are left free for one.
  private static let (columns, room) = (24, 14)

  mutating func lineChanged(_ notebook: inout NotebookModel) { askNext(&notebook) }

  func take(_ name: MadeName, _ notebook: inout NotebookModel) {
    notebook.leave()
    notebook.select(name.cell)
  }

  mutating func hear(_ report: RunReport, from run: RunID) -> Bool {
    guard let asked, asked.run == run else { return false }
    if case .event(.output(let document)) = report {
      values[asked.source] = document.value?.fitting(
        VariablesPane.columns, digits: VariablesPane.digits, more: "..")
    }
    if case .ended = report { self.asked = nil }
    return true
  }

  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {
    switch event {
    case .resized: break
    case .runEnded: look(notebook)
    case .evaluated: askNext(&notebook)
    }
  }

  /// Takes up the names that there are now: finding them takes longer than a key may.
  fileprivate mutating func look(_ notebook: NotebookModel) {
    names = notebook.names(above: notebook.selection)
  }

  fileprivate var isEmpty: Bool { names.isEmpty }

  /// Asks for the next value that is not known, in the order of the list.
  fileprivate mutating func askNext(_ notebook: inout NotebookModel) {
    let wanted = choices(notebook).prefix(VariablesPane.mostValues).map(\.binding).first { binding in
      binding.parameters == nil && values[binding.source] == nil
    }
    guard asked == nil, let source = wanted?.source else { return }
    values[source] = .some(nil)
    let run = notebook.runs.newRun()
    let request = CellRequest(
      valueOf: source, digits: VariablesPane.digits, catalog: notebook.options.catalog)
    notebook.emit([.run(run, request), .wake(.tooLong(run), after: TypedValue.patience)])
    asked = (run, source)
  }

  func line(for name: MadeName, _ notebook: NotebookModel) -> ScreenLine {
    let value = (values[name.binding.source] ?? nil).flatMap { name.binding.parameters == nil ? $0 : nil }
    // What follows does not move when a value comes.
    let text = value ?? ""
    let padded = text + String(repeating: " ", count: max(2, VariablesPane.room - text.count))
    let shown = value == name.binding.source ? text : padded + "= " + name.binding.source
    return choiceLine(name.binding.signature, notebook.glyphs.shown(shown), "cell \(name.cell + 1)")
  }

  /// The names that have the typed letters, in the order of their cells.
  func choices(_ notebook: NotebookModel) -> [MadeName] {
    let letters = FuzzyText((line?.text ?? "").filter { $0 != " " })
    return names.filter { FuzzyMatch(letters, in: FuzzyText($0.binding.name)) != nil }
  }
}

extension NotebookModel {
  fileprivate mutating func openVariables() {
    var pane = VariablesPane()
    pane.look(self)
    guard !pane.isEmpty else { return say("no name is made above this cell; K = pi makes one") }
    closePanes()
    pane.askNext(&self)
    open(pane)
  }
}
