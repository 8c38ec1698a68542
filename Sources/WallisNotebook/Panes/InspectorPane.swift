internal import WallisCommands
internal import WallisDocuments

/// How the convergents of a formula behave with n, or of two formulas beside each other.
struct InspectorPane: Pane {
  /// A formula, and what was told of it.
  struct Subject: Sendable {
    let formula: String
    /// Its lines, laid out once; nil before it was told.
    var lines: [ScreenLine]?
    /// The question that waits for its answer.
    var question: RunID?
  }

  var subjects: [Subject]
  /// Deepest n.
  var depth = 200
  /// Lines above what is seen.
  var scroll = 0

  /// Formulas that are shown at once.
  static let most = 2
  private static let depths = 25...3200

  static let inspecting = KeyContext("inspecting", title: "In the inspector")
  static let contexts = [inspecting]

  static let actions = [
    NotebookAction("inspect", "I", in: [.cells], "look how the convergents of the formula behave") {
      $0.inspectCell()
    },
    key("inspect-down", "j Down", "scroll down a line", .init(20, "down")) { $0.move(1, &$1) },
    key("inspect-up", "k Up", "scroll up a line", .init(30, "up")) { $0.move(-1, &$1) },
    key("inspect-page-down", "PageDown Space", "scroll down a page") { $0.move($1.pageStep, &$1) },
    key("inspect-page-up", "PageUp", "scroll up a page") { $0.move(-$1.pageStep, &$1) },
    key("inspect-deeper", "+ =", "go twice as deep", .init(40, "deeper")) { $0.go(to: $0.depth * 2, &$1) },
    key("inspect-shallower", "-", "go half as deep", .init(50, "shallower")) { $0.go(to: $0.depth / 2, &$1) },
    key("inspect-close", "Esc q Enter", "close", .init(10, "close")) { $1.closePane() },
  ]

  private static func key(
    _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
    _ body: @escaping @Sendable (inout InspectorPane, inout NotebookModel) -> Void
  ) -> NotebookAction {
    NotebookAction(name, keys, of: InspectorPane.self, in: [inspecting], description, footer: footer, body)
  }

  var context: KeyContext { InspectorPane.inspecting }
  var isBusy: Bool { subjects.contains { $0.question != nil } }

  /// Asks for all formulas to a depth.
  mutating func go(to depth: Int, _ notebook: inout NotebookModel) {
    guard InspectorPane.depths.contains(depth) else {
      return notebook.say("from n = \(InspectorPane.depths.lowerBound) to \(InspectorPane.depths.upperBound)")
    }
    self.depth = depth
    for index in subjects.indices {
      let request = InspectionRequest(
        formula: subjects[index].formula, depth: depth, width: width(notebook), ascii: notebook.glyphs.ascii)
      subjects[index].question = notebook.ask(.inspect(request))
    }
  }

  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    guard let index = subjects.firstIndex(where: { $0.question == question }) else { return false }
    subjects[index].question = nil
    switch reply {
    case .card(let document): show(document, index, notebook)
    case .refused(let diagnostic): show(Document([.diagnostic(diagnostic)]), index, notebook)
    case .rows, .ordered, .density, .jobs, .families: break
    }
    return true
  }

  private mutating func show(_ document: Document, _ index: Int, _ notebook: NotebookModel) {
    subjects[index].lines = document.lines(width: width(notebook), notebook.glyphs)
  }

  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {
    if case .resized = event { go(to: depth, &notebook) }
  }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    scroll = notebook.scrolled(scroll, by: lines, in: self.lines(notebook).count)
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    let hint = isBusy ? ", counts" + notebook.glyphs.more : ", n to \(depth)"
    return .page(PanePage("Convergents", lines(notebook), scroll: scroll, hint: hint))
  }

  /// Columns from which on two formulas stand beside each other.
  private static let wide = 100

  private func isBeside(_ notebook: NotebookModel) -> Bool {
    subjects.count > 1 && notebook.paneWidth >= InspectorPane.wide
  }

  private func width(_ notebook: NotebookModel) -> Int {
    isBeside(notebook) ? (notebook.paneWidth - 3) / 2 : notebook.paneWidth
  }

  private func lines(_ notebook: NotebookModel) -> [ScreenLine] {
    let (width, glyphs) = (width(notebook), notebook.glyphs)
    let columns = subjects.map { $0.lines ?? [ScreenLine("counts" + glyphs.more, .progress)] }
    guard isBeside(notebook), let left = columns.first, let right = columns.last else {
      return Array(columns.joined(separator: [ScreenLine()]))
    }
    return (0..<max(left.count, right.count)).map { row in
      (row < left.count ? left[row] : ScreenLine()).filling(width)
        + ScreenLine(" " + glyphs.vertical + " ", .border) + (row < right.count ? right[row] : ScreenLine())
    }
  }
}

extension NotebookModel {
  /// Shows how the convergents of formulas behave, over what is open.
  mutating func openInspector(_ formulas: [String]) {
    var inspector = InspectorPane(subjects: formulas.map { InspectorPane.Subject(formula: $0) })
    inspector.go(to: inspector.depth, &self)
    openOver(inspector)
  }

  /// The same for the last formula of the selected cell.
  fileprivate mutating func inspectCell() -> [Effect] {
    if let formula = cellFormula { openInspector([formula]) } else { say("this cell holds no formula") }
    return []
  }
}
