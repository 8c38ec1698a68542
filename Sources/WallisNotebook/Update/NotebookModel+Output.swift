internal import WallisDocuments

extension NotebookModel {
  /// Rows that an output may take while the user looks into it.
  var outputRows: Int { max(3, bodyRows - 4) }

  /// The output of the selected cell as a page.
  private var page: OutputPage {
    OutputPage(outputLines(selected.content.output, width: outputWidth, glyphs: glyphs))
  }

  /// Titles of the columns of its first table; empty where there is none.
  private var columnTitles: [String] {
    if let table = selected.content.output?.table { return table.columns.map(\.title) }
    let page = page
    return page.columns.indices.map(page.title)
  }

  private var outputWidth: Int { max(1, size.columns - 2 * CellLayout.margin) }

  /// How the user looks into the output of the selected cell; nil where keys go elsewhere.
  var look: OutputLook? { display.isInOutput ? display.looks[selected.id] ?? OutputLook() : nil }

  /// Gives the keys to the output of the selected cell.
  mutating func lookInto() {
    guard selected.content.output != nil else { return say("this cell has no output") }
    display.isInOutput = true
    display.looks[selected.id] = display.looks[selected.id] ?? OutputLook()
  }

  mutating func leaveOutput() { display.isInOutput = false }

  mutating func scrollOutput(_ lines: Int) {
    guard var look else { return }
    let most = max(0, page.lines.count - outputRows + 1)
    look.first = min(max(look.first + lines, 0), most)
    display.looks[selected.id] = look
  }

  /// Chooses another column of the table; a sorted table is sorted by it.
  mutating func chooseColumn(_ step: Int) {
    let titles = columnTitles
    guard var look, !titles.isEmpty else { return say("there is no table in this output") }
    look.column = min(max(look.column + step, 0), titles.count - 1)
    display.looks[selected.id] = look
    sayColumn(titles, look)
  }

  /// Sorts the table by the chosen column, then the other way round, then not at all.
  mutating func sortOutput() {
    let titles = columnTitles
    guard var look, !titles.isEmpty else { return say("there is no table in this output") }
    look.order = look.order == nil ? .ascending : look.order == .ascending ? .descending : nil
    look.first = 0
    display.looks[selected.id] = look
    sayColumn(titles, look)
  }

  private mutating func sayColumn(_ titles: [String], _ look: OutputLook) {
    let title = titles.indices.contains(look.column) ? titles[look.column] : ""
    switch look.order {
    case .ascending: say("sorted by \(title), smallest first")
    case .descending: say("sorted by \(title), largest first")
    case nil: say("column \(title); s sorts by it")
    }
  }

  /// The formula of the last line of the selected cell; nil where that is none.
  var cellFormula: String? {
    let lines = selected.content.source.split(whereSeparator: \.isNewline)
    let line = lines.last { !$0.allSatisfy(\.isWhitespace) && $0.first != "#" && $0.first != "?" } ?? ""
    let expression = line.prefix { $0 != "#" }.behindAssignment
    let first = line.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    let isFormula = selected.content.kind == .input && !vocabulary.verbs.contains(first)
    let formula = expression.drop { $0.isWhitespace }
    return isFormula && !formula.isEmpty ? String(formula) : nil
  }

  /// Draws the formula of the selected cell in two dimensions.
  mutating func drawFormula() -> [Effect] {
    guard let formula = cellFormula else {
      say("this cell holds no formula")
      return []
    }
    let quoted = formula.filter { $0 != "'" }
    openOutput("Formula", "draw '\(quoted)'" + (glyphs.ascii ? " --ascii" : ""), withNames: true)
    return []
  }
}

extension Substring {
  /// What stands behind the first `=` outside of brackets, those of labels within them left alone; all of it without one.
  fileprivate var behindAssignment: Substring {
    var depth = 0
    let place = indices.first { place in
      if "([".contains(self[place]) { depth += 1 }
      if ")]".contains(self[place]) { depth -= 1 }
      return depth == 0 && self[place] == "="
    }
    return place.map { self[index(after: $0)...] } ?? self
  }
}
