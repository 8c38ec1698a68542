internal import WallisCommands

extension BrowserPane {
  /// Looks for the selection that is wanted now.
  mutating func select(_ notebook: inout NotebookModel) {
    asked = asked.filter { $0.key == .card }
    wantsEnd = false
    asked[.select] = notebook.ask(.select(request))
  }

  /// The row of a number; nil where it is not known.
  func row(_ number: Int) -> BrowsedRow? {
    guard let listing, listing.rows.indices.contains(number - listing.first) else { return nil }
    return listing.rows[number - listing.first]
  }

  /// Rows that can be gone to by now.
  var reachable: Int { listing.map { $0.count ?? $0.first + $0.rows.count } ?? 0 }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    guard line == nil else { return }
    wantsEnd = false
    let target = chosen + lines
    if target >= reachable, listing?.count == nil, asked[.order] != nil { wantsEnd = lines > reachable }
    chosen = min(max(target, 0), max(0, reachable - 1))
    settle(&notebook)
  }

  /// Keeps the chosen row in sight, and asks for what is seen and not known.
  mutating func settle(_ notebook: inout NotebookModel) {
    let room = BrowserRoom(notebook.size, hasCard: hasCard).rows
    if chosen < top { top = chosen }
    if chosen >= top + room { top = chosen - room + 1 }
    top = min(top, max(0, reachable - room))
    askForRows(room, &notebook)
    askForCard(&notebook)
  }

  /// Screens of rows that are fetched to either side of what is seen.
  private static let screens = 3

  private mutating func askForRows(_ room: Int, _ notebook: inout NotebookModel) {
    guard let listing, asked[.select] == nil else { return }
    let known = listing.first..<(listing.first + listing.rows.count)
    let seen = top..<max(top, min(top + room, reachable))
    // Before their order is known, rows far from the first take long to find.
    guard !seen.isEmpty, listing.isOrdered || asked[.order] == nil,
      !known.contains(seen.lowerBound) || !known.contains(seen.upperBound - 1)
    else {
      return
    }
    let margin = BrowserPane.screens * room
    let wanted = max(0, top - margin)..<min(reachable, top + room + margin)
    asked[.rows] = notebook.ask(.rows(listed, wanted))
  }

  private mutating func askForCard(_ notebook: inout NotebookModel) {
    guard hasCard, let row = row(chosen), row.key != cardKey || asked[.card] == nil && row.key != card?.key
    else {
      return
    }
    (cardScroll, cardKey) = (0, row.key)
    let room = BrowserRoom(notebook.size, hasCard: true)
    asked[.card] = notebook.ask(
      .card(
        CardRequest(
          key: row.key, width: room.cardWidth, ascii: notebook.glyphs.ascii, isShort: !room.isBeside)))
  }

  /// Chooses another column.
  mutating func chooseColumn(_ step: Int, _ notebook: inout NotebookModel) {
    guard let columns = listing?.columns, !columns.isEmpty else { return }
    column = min(max(column + step, 0), columns.count - 1)
    notebook.say("column \(columns[column].title); s sorts by \(columns[column].name)")
  }

  /// Sorts by the chosen column, largest first, then smallest first, then not at all.
  mutating func sortByColumn(_ notebook: inout NotebookModel) {
    guard let columns = listing?.columns, columns.indices.contains(column) else { return }
    let name = columns[column].name
    sort = sort == "-" + name ? name : sort == name ? "" : "-" + name
    notebook.say(
      sort.isEmpty
        ? "in the order of keys" : "sorted by \(name), \(sort == name ? "smallest" : "largest") first")
    select(&notebook)
  }

  /// Marks the chosen row, or takes its mark away, and goes to the next.
  mutating func mark(_ notebook: inout NotebookModel) {
    guard let row = row(chosen) else { return }
    if let place = marks.firstIndex(where: { $0.key == row.key }) {
      marks.remove(at: place)
    } else {
      marks.append(row)
    }
    move(1, &notebook)
  }

  /// Takes another condition; the one before can be gone back to.
  mutating func change(to condition: String, _ notebook: inout NotebookModel) {
    if condition != self.condition { earlier.append(self.condition) }
    (self.condition, filter) = (condition, "")
    select(&notebook)
  }

  /// Goes back to the condition before.
  mutating func goBack(_ notebook: inout NotebookModel) {
    guard let last = earlier.popLast() else { return notebook.say("this is the first condition") }
    (condition, filter) = (last, "")
    select(&notebook)
  }

  /// Shows what was found since yesterday, the surest first.
  mutating func showNew(_ notebook: inout NotebookModel) {
    sort = "-grade,-delta"
    change(to: "found >= yesterday", &notebook)
  }
}
