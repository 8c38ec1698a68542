internal import WallisCommands
internal import WallisDocuments

/// The searches: those that run here with their bars, then the catalog's own list.
struct JobsPane: Pane {
  /// The catalog's list; nil before it has come.
  var listed: [BrowsedJob]?
  /// Why there is none.
  var fault: Diagnostic?
  /// The question for it; nil where it has been answered.
  var question: RunID?
  /// The chosen row.
  var choice = 0
  /// Lines above what is seen.
  var scroll = 0

  static let contexts: [KeyContext] = [.jobs]

  static let actions = [
    NotebookAction(
      "jobs", "F6", in: .anywhere, "list the searches, finished and unfinished",
      doing: {
        $0.closePanes()
        $0.emit([.reopenCatalog])
        $0.open(JobsPane(question: $0.ask(.jobs)))
      }),
    key("choose-next-job", "j Down", "choose the next search") { $0.choose(1, $1) },
    key("choose-previous-job", "k Up", "choose the search before") { $0.choose(-1, $1) },
    key("pause", "p Space", "pause the search, or let it go on", .init(20, "pause")) { $0.pause(&$1) },
    key("cancel-job", "c x", "cancel the search; what is done is kept", .init(30, "cancel")) {
      $0.cancel(&$1)
    },
    key("resume", "r", "go on with an unfinished search in a new cell", .init(40, "resume")) {
      $0.resume(&$1)
    },
    key("go-to-cell", "Enter", "go to the cell of the search", .init(10, "go to cell")) { $0.accept(&$1) },
    key("close-jobs", "Esc q", "close", .init(50, "close")) { $1.closePane() },
    key("jobs-page-down", "PageDown", "scroll down a page") { $0.move($1.pageStep, &$1) },
    key("jobs-page-up", "PageUp", "scroll up a page") { $0.move(-$1.pageStep, &$1) },
  ]

  private static func key(
    _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
    _ body: @escaping @Sendable (inout JobsPane, inout NotebookModel) -> Void
  ) -> NotebookAction {
    NotebookAction(name, keys, of: JobsPane.self, in: [.jobs], description, footer: footer, body)
  }

  var context: KeyContext { .jobs }
  var isBusy: Bool { question != nil }

  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    guard question == self.question else { return false }
    self.question = nil
    switch reply {
    case .jobs(let jobs): listed = jobs
    case .refused(let diagnostic): fault = diagnostic
    case .rows, .ordered, .card, .density, .families: break
    }
    return true
  }

  /// The list is asked for anew when a search has ended.
  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {
    guard case .runEnded = event else { return }
    notebook.emit([.reopenCatalog])
    question = notebook.ask(.jobs)
  }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    scroll = notebook.scrolled(scroll, by: lines, in: self.lines(notebook).count)
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    .page(PanePage("Jobs", lines(notebook), scroll: scroll))
  }

  private func lines(_ notebook: NotebookModel) -> [ScreenLine] {
    let (glyphs, entries) = (notebook.glyphs, entries(notebook))
    let chosen = min(choice, entries.count - 1)
    var lines: [ScreenLine] = []
    for (index, entry) in entries.enumerated() {
      let mark = index == chosen ? glyphs.pointer + " " : "  "
      let style = index == chosen ? Style.interface(.chosen) : .plain
      switch entry {
      case .running(_, let cell), .waiting(let cell):
        let source = notebook.cells[cell].content.source.split(whereSeparator: \.isNewline).first ?? ""
        lines.append(ScreenLine(mark + glyphs.shown(String(source)), style))
        let state = notebook.cells[cell].state
        if let line = progressLine(state, width: notebook.paneWidth - 4, glyphs: glyphs) {
          lines.append(ScreenLine("    ") + line)
        }
      case .unfinished(let number):
        lines.append(ScreenLine("\(mark)job \(number) is unfinished; r goes on with it", style))
      }
    }
    if entries.isEmpty { lines.append(ScreenLine("nothing runs here", .content(.muted))) }
    let layout = Layout(width: notebook.paneWidth, ascii: glyphs.ascii)
    return lines + [ScreenLine()] + layout.lines(catalogList).map { ScreenLine($0) }
      + (isBusy ? [ScreenLine("runs" + glyphs.more, .progress)] : [])
  }

  /// The catalog's list.
  private var catalogList: Document {
    if let fault { return Document([.diagnostic(fault)]) }
    guard let listed else { return Document() }
    guard !listed.isEmpty else { return Document([.paragraph("no search was begun in this catalog")]) }
    return Document([.table(Table(BrowsedJob.columns, rows: listed.map(\.cells)))])
  }
}

/// A row of the pane of jobs.
enum JobEntry: Equatable {
  /// Runs, in the cell at an index.
  case running(RunID, cell: Int)
  /// Waits, in the cell at an index.
  case waiting(cell: Int)
  /// Is unfinished in the catalog, under a number.
  case unfinished(Int)
}

extension JobsPane {
  /// What runs here, then the unfinished ones of the catalog.
  func entries(_ notebook: NotebookModel) -> [JobEntry] {
    let (runs, content) = (notebook.runs, notebook.content)
    let running = runs.active.compactMap { active in
      content.index(of: active.cell).map { JobEntry.running(active.run, cell: $0) }
    }
    let waiting = runs.waiting.compactMap { content.index(of: $0).map { JobEntry.waiting(cell: $0) } }
    let here = runs.active.compactMap { active in
      content.index(of: active.cell).flatMap { notebook.cells[$0].state.job }
    }
    return running + waiting
      + unfinishedJobs.filter { !here.contains($0) }.map { JobEntry.unfinished($0) }
  }

  /// Numbers of the unfinished jobs of the catalog.
  private var unfinishedJobs: [Int] { (listed ?? []).filter(\.isUnfinished).map(\.number) }

  private func chosen(_ notebook: NotebookModel) -> JobEntry? {
    let entries = entries(notebook)
    return entries.isEmpty ? nil : entries[min(choice, entries.count - 1)]
  }

  private mutating func choose(_ step: Int, _ notebook: NotebookModel) {
    let count = entries(notebook).count
    choice = min(max(min(choice, count - 1) + step, 0), max(0, count - 1))
  }

  /// Halts the chosen search, or lets it go on.
  private func pause(_ notebook: inout NotebookModel) {
    guard case .running(let run, let index)? = chosen(notebook) else {
      return notebook.say("only what runs here can be paused; r resumes an unfinished search")
    }
    switch notebook.cells[index].state {
    case .running(let progress):
      notebook.content.alter(index) { $0.state = .paused(progress) }
      notebook.emit([.pause(run, true)])
    case .paused(let progress):
      notebook.content.alter(index) { $0.state = .running(progress) }
      notebook.emit([.pause(run, false)])
    default: break
    }
  }

  /// Asks the chosen search to stop, or sends it home where it waits.
  private func cancel(_ notebook: inout NotebookModel) {
    switch chosen(notebook) {
    case .running(let run, _)?:
      guard let position = notebook.runs.index(of: run) else { return }
      notebook.say("cancelling; what is done is kept")
      notebook.emit([.pause(run, false), notebook.stop(position)])
    case .waiting(let index)?:
      let cell = notebook.cells[index].id
      notebook.runs.waiting.removeAll { $0 == cell }
      notebook.content.alter(index) { $0.state = .idle }
    case .unfinished?, nil: notebook.say("this search does not run")
    }
  }

  /// Goes on with an unfinished search of the catalog, in a new cell below.
  private func resume(_ notebook: inout NotebookModel) {
    guard case .unfinished(let number)? = chosen(notebook) else {
      return notebook.say("this search is not an unfinished one")
    }
    notebook.closePane()
    notebook.insertCell(CellContent(.input, "resume \(number)"), at: notebook.selection + 1)
    notebook.emit(notebook.runSelected())
  }

  /// Goes to the cell of the chosen search.
  mutating func accept(_ notebook: inout NotebookModel) {
    switch chosen(notebook) {
    case .running(_, let index)?, .waiting(let index)?:
      notebook.closePane()
      notebook.leave()
      notebook.select(index)
    case .unfinished?: resume(&notebook)
    case nil: notebook.closePane()
    }
  }
}

extension CellState {
  /// Number of the job that runs, as far as its progress says.
  fileprivate var job: Int? {
    switch self {
    case .running(let progress), .paused(let progress), .cancelling(let progress):
      progress?.job
    case .idle, .queued, .failed, .interrupted: nil
    }
  }
}
