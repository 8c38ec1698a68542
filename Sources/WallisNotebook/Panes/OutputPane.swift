internal import WallisCommands
internal import WallisDocuments

/// Output of a verb line over the cells.
struct OutputPane: Pane {
  let title: String
  var output: PaneOutput
  /// Lines above what is seen.
  var scroll = 0

  var context: KeyContext { .reading }
  var isBusy: Bool { !output.ended }
  var farewell: [Effect] { output.farewell }

  mutating func hear(_ report: RunReport, from run: RunID) -> Bool { output.hear(report, from: run) }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    scroll = notebook.scrolled(scroll, by: lines, in: output.lines(notebook).count)
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    .page(PanePage(title, output.lines(notebook), scroll: scroll))
  }
}

/// What a verb line has put out so far.
struct PaneOutput: Sendable {
  let run: RunID
  var document = Document()
  var ended = false

  var farewell: [Effect] { ended ? [] : [.stop(run, .interrupt)] }

  mutating func hear(_ report: RunReport, from run: RunID) -> Bool {
    guard run == self.run else { return false }
    switch report {
    case .event(.output(let more)): document = document + more
    case .event(.progress), .event(.finding), .event(.remark): break
    case .event(.finished): ended = true
    case .ended(let end):
      if !ended { document = document + end.document(cancelled: false) }
      ended = true
    }
    return true
  }

  func lines(_ notebook: NotebookModel) -> [ScreenLine] {
    let layout = Layout(width: notebook.paneWidth, ascii: notebook.glyphs.ascii)
    let lines = layout.lines(document).map { ScreenLine($0) }
    return lines + (ended ? [] : [ScreenLine("runs" + notebook.glyphs.more, .progress)])
  }
}

extension NotebookModel {
  /// Columns inside the frame of a page.
  var paneWidth: Int { max(20, size.columns - 4) }

  /// Starts a verb line for a pane; with names where it may use those above the selected cell.
  mutating func startOutput(_ line: String, withNames: Bool = false) -> PaneOutput {
    let run = runs.newRun()
    var request = CellRequest(source: line, catalog: options.catalog, width: paneWidth)
    if withNames { (request.bindings, request.results) = (bindings(above: selection), runs.results) }
    emit([.run(run, request)])
    return PaneOutput(run: run)
  }

  /// Shows the output of a verb line over the cells.
  mutating func openOutput(_ title: String, _ line: String, withNames: Bool = false) {
    closePanes()
    open(OutputPane(title: title, output: startOutput(line, withNames: withNames)))
  }
}
