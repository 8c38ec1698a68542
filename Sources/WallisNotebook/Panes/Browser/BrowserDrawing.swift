internal import WallisCommands
internal import WallisDocuments

/// How the browser divides the screen: the card beside the rows where there is room, else below them.
struct BrowserRoom {
  /// Columns and rows inside the frame.
  let (width, height): (Int, Int)
  let isBeside: Bool
  let hasCard: Bool

  /// Columns from which on the card stands beside the rows.
  private static let wide = 120

  init(_ size: ScreenSize, hasCard: Bool) {
    (width, height) = (max(20, size.columns - 4), max(3, ScreenRows(size).body.count - 2))
    (isBeside, self.hasCard) = (width >= BrowserRoom.wide, hasCard)
  }

  /// Lines above the rows: what is selected, and the titles.
  static let head = 2

  /// Rows of the list that are seen.
  var rows: Int {
    let room = height - BrowserRoom.head
    return max(1, !hasCard || isBeside ? room : room < 10 ? room : room * 2 / 5)
  }

  /// Lines of the card.
  var cardHeight: Int {
    guard hasCard else { return 0 }
    return isBeside ? height : max(0, height - BrowserRoom.head - rows - 1)
  }

  var listWidth: Int { isBeside && hasCard ? width - cardWidth - 3 : width }

  var cardWidth: Int { isBeside ? min(84, width * 2 / 5) : width }
}

/// Draws the browser from what the catalog told.
struct BrowserDrawing {
  private let pane: BrowserPane
  private let notebook: NotebookModel
  private let room: BrowserRoom
  private var glyphs: Glyphs { notebook.glyphs }

  init(_ pane: BrowserPane, _ notebook: NotebookModel) {
    (self.pane, self.notebook) = (pane, notebook)
    room = BrowserRoom(notebook.size, hasCard: pane.hasCard)
  }

  var page: PanePage {
    let list = [selection] + table
    guard room.cardHeight > 0 else { return PanePage("Catalog", list, hint: hint) }
    let card = card
    guard room.isBeside else {
      let rule = ScreenLine(String(repeating: glyphs.rule, count: room.width), .border)
      let padded = list + Array(repeating: ScreenLine(), count: BrowserRoom.head + room.rows - list.count)
      return PanePage("Catalog", padded + [rule] + card, hint: hint)
    }
    let lines = (0..<room.height).map { row -> ScreenLine in
      let left = (row < list.count ? list[row] : ScreenLine()).filling(room.listWidth)
      let right = row < card.count ? card[row] : ScreenLine()
      return left + ScreenLine(" " + glyphs.vertical + " ", .border) + right
    }
    return PanePage("Catalog", lines, hint: hint)
  }

  private var hint: String {
    pane.marks.isEmpty ? "" : ", \(pane.marks.count) marked"
  }

  /// What is selected, and how many that are.
  private var selection: ScreenLine {
    let condition = pane.condition.isEmpty ? "all formulas" : "where \(pane.condition)"
    let filter = pane.filter.isEmpty ? "" : "  with \u{201C}\(pane.filter)\u{201D}"
    let words = ScreenLine(glyphs.shown(condition + filter), .content(.formula))
    let counts = ScreenLine(counts, .content(.muted))
    let left = words.cut(to: max(8, room.listWidth - counts.width - 2), glyphs.more)
    return left.filling(room.listWidth - counts.width) + counts
  }

  private var counts: String {
    guard let listing = pane.listing else { return pane.fault == nil ? "looks" + glyphs.more : "" }
    guard pane.reachable > 0 else { return "0 formulas" }
    let rows = listing.count.map { " of \(grouped($0))" } ?? " of" + glyphs.more
    let total = listing.total.map { ", \(grouped($0)) formula\($0 == 1 ? "" : "s")" } ?? ""
    return "row \(grouped(pane.chosen + 1))\(rows)\(total)" + (pane.asked[.select] == nil ? "" : glyphs.more)
  }

  private var table: [ScreenLine] {
    if let fault = pane.fault {
      return Document([.diagnostic(fault)]).lines(width: room.listWidth, glyphs)
    }
    guard let listing = pane.listing else { return [] }
    guard pane.reachable > 0 else {
      return [ScreenLine("no formula of the catalog is like that", .content(.muted))]
    }
    let numbers = pane.top..<min(pane.top + room.rows, pane.reachable)
    let rows = numbers.map { pane.row($0) }
    let columns = BrowserColumns(
      listing.columns, rows.compactMap { $0 }, width: room.listWidth - 2, chosen: pane.column,
      sort: pane.sort, glyphs)
    return [ScreenLine("  ") + columns.titles(chosen: pane.column, sort: pane.sort)]
      + zip(numbers, rows).map { number, row in
        let isChosen = number == pane.chosen
        let isMarked = row.map { row in pane.marks.contains { $0.key == row.key } } ?? false
        let mark = (isChosen ? glyphs.pointer : " ") + (isMarked ? glyphs.modified : " ")
        let cells = row.map(columns.line) ?? ScreenLine(glyphs.more, .content(.muted))
        let line = ScreenLine(mark, isChosen ? .chosen : .selection) + cells
        return isChosen ? ScreenLine(line.filling(room.listWidth).text, .chosen) : line
      }
  }

  /// The card of the chosen formula.
  private var card: [ScreenLine] {
    guard let card = pane.card, pane.fault == nil, card.key == pane.row(pane.chosen)?.key else { return [] }
    let all = card.lines
    let first = min(pane.cardScroll, max(0, all.count - room.cardHeight))
    let left = all.count - first - room.cardHeight
    var shown = Array(all[first..<min(all.count, first + room.cardHeight)])
    if left > 0, !shown.isEmpty {
      let more = left + 1
      shown[shown.count - 1] = ScreenLine("\(glyphs.more) \(more) more lines, J scrolls", .notice)
    }
    return shown
  }
}
