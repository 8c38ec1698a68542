internal import WallisCommands
internal import WallisDocuments

/// Looks into the catalog: rows of a selection, however many, with a card about the chosen one.
///
/// The catalog is asked for some screens of rows around what is seen; what has not come yet shows as dots. Rows and
/// card are values that the catalog told, in the words of `catalog query` and `catalog show`.
struct BrowserPane: Pane {
  /// The condition; empty for all formulas.
  var condition = ""
  /// Conditions to go back to, the last one at the end.
  var earlier: [String] = []
  /// Text that rows must contain; empty for none.
  var filter = ""
  /// What rows are sorted by.
  var sort = "-delta"
  /// Fields to show, separated by commas; empty for the usual ones.
  var columns = ""
  /// The rows that are known; nil before the first answer.
  var listing: BrowsedRows?
  /// The selection that `listing` belongs to.
  var listed = RowsRequest()
  /// Number of the chosen row, and of the topmost one that is seen.
  var (chosen, top) = (0, 0)
  /// The chosen column.
  var column = 0
  /// Marked rows, in the order in which they were marked.
  var marks: [BrowsedRow] = []
  /// What is known of the chosen formula, laid out once, and lines of it above what is seen.
  var card: (key: String, document: Document, lines: [ScreenLine])?
  /// Key of the formula whose card was asked for last.
  var cardKey = ""
  var cardScroll = 0
  /// Whether the card shows.
  var hasCard = true
  /// What the line being typed is for.
  var typing: BrowserLine?
  var line: PaneLine?
  /// Questions without an answer yet.
  var asked: [CatalogQuestion.Topic: RunID] = [:]
  /// Why there are no rows.
  var fault: Diagnostic?
  /// Whether the last row is to be chosen as soon as it is known.
  var wantsEnd = false

  static let browsing = KeyContext("browsing", title: "In the browser of the catalog")
  static let contexts = [browsing]

  var context: KeyContext { line == nil ? BrowserPane.browsing : .prompt }
  var isBusy: Bool { !asked.isEmpty }

  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    guard let topic = asked.first(where: { $0.value == question })?.key else { return false }
    asked[topic] = nil
    switch reply {
    case .rows(let rows): take(rows, topic, &notebook)
    case .ordered(let count):
      listing?.count = count
      listing?.isOrdered = true
      if wantsEnd { move(count, &notebook) }
      settle(&notebook)
    case .card(let document): show(document, notebook)
    case .refused(let diagnostic): refuse(diagnostic, topic, notebook)
    case .density, .jobs, .families: break
    }
    return true
  }

  private mutating func take(
    _ rows: BrowsedRows, _ topic: CatalogQuestion.Topic, _ notebook: inout NotebookModel
  ) {
    fault = nil
    guard topic == .select else {
      listing?.first = rows.first
      listing?.rows = rows.rows
      if let count = rows.count { listing?.count = count }
      return settle(&notebook)
    }
    (listing, listed) = (rows, request)
    column = min(column, max(0, rows.columns.count - 1))
    (chosen, top, cardScroll) = (0, 0, 0)
    if !rows.isOrdered { asked[.order] = notebook.ask(.order(request)) }
    settle(&notebook)
  }

  private mutating func show(_ document: Document, _ notebook: NotebookModel) {
    let width = BrowserRoom(notebook.size, hasCard: true).cardWidth
    card = (cardKey, document, document.lines(width: width, notebook.glyphs))
  }

  private mutating func refuse(
    _ diagnostic: Diagnostic, _ topic: CatalogQuestion.Topic, _ notebook: NotebookModel
  ) {
    switch topic {
    case .card: show(Document([.diagnostic(diagnostic)]), notebook)
    case .select where typing == .filter: break
    default: fault = diagnostic
    }
  }

  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {
    guard case .resized = event else { return }
    (card, cardKey) = (nil, "")
    settle(&notebook)
  }

  /// The selection that is wanted.
  var request: RowsRequest { RowsRequest(condition: wholeCondition, sort: sort, columns: columns) }

  /// The condition with the filter.
  var wholeCondition: String {
    let words = filter.filter { $0 != "\"" }
    guard !words.isEmpty else { return condition }
    let filters = ["formula", "closedForm", "known", "note"].map { "\($0) ~ \"\(words)\"" }
    let joined = filters.joined(separator: " or ")
    return condition.isEmpty ? joined : "(\(condition)) and (\(joined))"
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    .page(BrowserDrawing(self, notebook).page)
  }
}

/// What a line typed in the browser is for.
enum BrowserLine: Equatable {
  /// The condition.
  case condition
  /// Text that rows contain; with what it was before.
  case filter
  /// Fields to show.
  case columns
  /// A note about the marked formulas, or the chosen one.
  case note
  /// A verb line, to be changed before it runs.
  case verb
}
