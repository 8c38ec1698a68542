/// The keys of the browser.
extension BrowserPane {
  static let actions = [
    NotebookAction("catalog", "F3", in: .anywhere, "look into the catalog", doing: { $0.openBrowser() }),
    key("row-next", "j Down", "choose the next row") { $0.move(1, &$1) },
    key("row-previous", "k Up", "choose the row before") { $0.move(-1, &$1) },
    key("rows-down", "PageDown Ctrl-F", "go down a page") { $0.move($0.page($1), &$1) },
    key("rows-up", "PageUp Ctrl-B", "go up a page") { $0.move(-$0.page($1), &$1) },
    key("row-first", "g,g Home", "go to the first row") { $0.move(-$0.chosen, &$1) },
    key("row-last", "G End", "go to the last row") { $0.move(1 << 40, &$1) },
    key("row-column-right", "l Right", "choose the next column") { $0.chooseColumn(1, &$1) },
    key("row-column-left", "h Left", "choose the column before") { $0.chooseColumn(-1, &$1) },
    key("row-sort", "s", "sort by the column, the other way round, or not", .init(50, "sort")) {
      $0.sortByColumn(&$1)
    },
    key("row-condition", "e :", "change the condition", .init(20, "condition")) { pane, _ in
      pane.begin(.condition, "condition: ", pane.condition)
    },
    key("row-filter", "/", "show only rows that contain a text", .init(30, "filter")) { pane, _ in
      pane.begin(.filter, "filter: ", pane.filter)
    },
    key("row-columns", "C", "choose the columns by name") { pane, _ in
      let shown = pane.listing?.columns.map(\.name).joined(separator: ",") ?? ""
      pane.begin(.columns, "columns: ", pane.columns.isEmpty ? shown : pane.columns)
    },
    key("row-mark", "Space", "mark the row, or take the mark away", .init(40, "mark")) { $0.mark(&$1) },
    key("row-unmark", "u", "take all marks away") { pane, _ in pane.marks = [] },
    key("row-use", "Enter", "put the formula into a new cell", .init(10, "use")) { $0.use(&$1) },
    key("row-identify", "i", "look for closed forms in a new cell", .init(60, "identify")) {
      $0.identify(&$1)
    },
    key("row-relate", "r", "relate two formulas in a new cell") { $0.relate(&$1) },
    key("row-export", "w", "write the rows as a table", .init(70, "export")) { $0.export(&$1) },
    key("row-note", "n", "write a note about the formula") { pane, _ in pane.begin(.note, "note: ") },
    key("row-family", "f", "show the family of the formula") { $0.openFamily(&$1) },
    key("row-new", "N", "show what was found since yesterday, the surest first") { $0.showNew(&$1) },
    key("row-map", "m", "draw the rows as a map", .init(75, "map")) { $0.openMap(&$1) },
    key("row-inspect", "d", "look how the convergents of one or two formulas behave", .init(65, "inspect")) {
      $0.inspect(&$1)
    },
    key("row-copy", "y", "copy the formula to the clipboard") { $0.copy(&$1) },
    key("row-back", "b Backspace", "go back to the condition before") { $0.goBack(&$1) },
    key("row-reload", "R", "look at the catalog anew") { pane, notebook in
      notebook.emit([.reopenCatalog])
      pane.select(&notebook)
    },
    key("card-down", "J", "scroll the card down") { pane, _ in pane.cardScroll += 1 },
    key("card-up", "K", "scroll the card up") { pane, _ in pane.cardScroll = max(0, pane.cardScroll - 1) },
    key("card-toggle", "Tab", "show or hide the card") { pane, notebook in
      pane.hasCard.toggle()
      pane.settle(&notebook)
    },
    key("row-close", "Esc q", "close", .init(80, "close")) { $0.dismiss(&$1) },
  ]

  private static func key(
    _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
    _ body: @escaping @Sendable (inout BrowserPane, inout NotebookModel) -> Void
  ) -> NotebookAction {
    NotebookAction(name, keys, of: BrowserPane.self, in: [browsing], description, footer: footer, body)
  }

  private func page(_ notebook: NotebookModel) -> Int {
    max(1, BrowserRoom(notebook.size, hasCard: hasCard).rows - 1)
  }
}
