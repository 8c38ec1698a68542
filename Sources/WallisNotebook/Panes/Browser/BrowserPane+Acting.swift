internal import WallisCommands

/// What can be done with the marked formulas, or with the chosen one where none is marked.
extension BrowserPane {
  /// The marked rows, or the chosen one.
  var subjects: [BrowsedRow] { marks.isEmpty ? row(chosen).map { [$0] } ?? [] : marks }

  /// Puts the formulas into a new cell.
  func use(_ notebook: inout NotebookModel) {
    let lines = subjects.map { $0.isExpression ? $0.formula : "catalog show \($0.argument)" }
    guard !lines.isEmpty else { return notebook.say("there is no formula here") }
    notebook.closePanes()
    notebook.insertCell(CellContent(.input, lines.joined(separator: "\n")), at: notebook.selection + 1)
    notebook.say("a new cell; F5 runs it")
  }

  /// Looks for closed forms of the limits.
  func identify(_ notebook: inout NotebookModel) {
    let lines = subjects.map { "identify \($0.argument)" }
    guard !lines.isEmpty else { return notebook.say("there is no formula here") }
    notebook.runInNewCell(lines.joined(separator: "\n"))
  }

  /// Asks how two formulas are linked: the two that are marked, or the marked one and the chosen one.
  func relate(_ notebook: inout NotebookModel) {
    var pair = marks
    if pair.count == 1, let row = row(chosen), row.key != pair[0].key { pair.append(row) }
    guard pair.count == 2 else {
      return notebook.say("relate takes two formulas: Space marks one, then choose or mark the other")
    }
    notebook.runInNewCell("relate \(pair[0].argument) \(pair[1].argument)")
  }

  /// Begins a verb line that writes the rows as a table.
  mutating func export(_ notebook: inout NotebookModel) {
    let isMarked = !marks.isEmpty
    let condition =
      isMarked ? marks.map { "key = \"\($0.key)\"" }.joined(separator: " or ") : wholeCondition
    var words = ["catalog query", condition.isEmpty ? "" : condition.quoted]
    if !sort.isEmpty { words.append("--sort \(sort)") }
    if !columns.isEmpty { words.append("--columns \(columns)") }
    words.append("--limit \(isMarked ? marks.count : 10) --format latex")
    begin(.verb, "run: ", words.filter { !$0.isEmpty }.joined(separator: " "))
    notebook.say("Enter runs this in a new cell; --format also takes csv, markdown, json")
  }

  /// Writes a note about the formulas.
  func note(_ text: String, _ notebook: inout NotebookModel) {
    guard !text.allSatisfy(\.isWhitespace) else { return notebook.say("nothing was written") }
    notebook.runInNewCell(
      subjects.map { "catalog note \($0.argument) -- \(text.quoted)" }.joined(separator: "\n"))
  }

  /// Shows the family of the chosen formula.
  mutating func openFamily(_ notebook: inout NotebookModel) {
    guard let family = row(chosen)?.family else {
      return notebook.say("this formula is in no family; `cluster` makes families")
    }
    change(to: "family = \(family)", &notebook)
  }

  /// Hands the formulas to the clipboard.
  func copy(_ notebook: inout NotebookModel) {
    let texts = subjects.map(\.formula)
    guard !texts.isEmpty else { return notebook.say("there is no formula here") }
    notebook.emit([.copy(texts.joined(separator: "\n"))])
    notebook.say("copied \(texts.count == 1 ? texts[0] : "\(texts.count) formulas")")
  }

  /// Shows how the convergents behave, of two formulas beside each other.
  func inspect(_ notebook: inout NotebookModel) {
    let formulas = subjects.prefix(InspectorPane.most).map { $0.isExpression ? $0.formula : $0.key }
    guard !formulas.isEmpty else { return notebook.say("there is no formula here") }
    notebook.openInspector(Array(formulas))
  }

  /// Shows where the formulas of the selection lie; the browser comes back when the map closes.
  func openMap(_ notebook: inout NotebookModel) {
    notebook.openMapOver(wholeCondition)
  }
}

extension NotebookModel {
  /// Closes all panes, and runs lines in a new cell below the selected one.
  mutating func runInNewCell(_ source: String) {
    guard !source.allSatisfy(\.isWhitespace) else { return }
    closePanes()
    insertCell(CellContent(.input, source), at: selection + 1)
    emit(runSelected())
  }

  /// Looks into the catalog.
  mutating func openBrowser(_ condition: String = "") {
    closePanes()
    emit([.reopenCatalog])
    var browser = BrowserPane()
    browser.condition = condition
    browser.select(&self)
    open(browser)
  }
}
