package import WallisCommands
package import WallisDocuments

/// Names a cell as long as the notebook is open, wherever it moves and however often it is undone.
package struct CellID: Hashable, Codable, Sendable {
  /// A number that no other cell of the notebook has had.
  package let number: Int
}

/// Prose or input.
package enum CellKind: String, Codable, Sendable {
  /// Markdown that is not run.
  case prose
  /// Lines to run.
  case input
}

/// Output of a cell.
package enum CellOutput: Codable, Equatable, Sendable {
  /// Text that the session file held when it was opened.
  case stored(String)
  /// What the lines of the cell gave when it ran here.
  case live([Document])

  /// The output as the session file stores it: plain text without a final line feed.
  package var text: String {
    switch self {
    case .stored(let text): text
    case .live(let documents): StoredOutput.text(of: documents)
    }
  }
}

/// What a cell says: everything that undo brings back and the session file keeps.
package struct CellContent: Codable, Equatable, Sendable {
  /// Prose or input.
  package var kind: CellKind
  /// The text as typed.
  package var source: String
  /// What it gave; nil for prose and before the first run.
  package var output: CellOutput?
  /// The part of the file it was read from, whose fences and blank lines are kept.
  var origin: SessionFile.Part?

  /// A cell that comes from no file.
  package init(_ kind: CellKind, _ source: String = "", output: CellOutput? = nil) {
    (self.kind, self.source, self.output) = (kind, source, output)
  }
}

/// How far the computation of a cell is.
package enum CellState: Equatable, Sendable {
  /// Nothing to do.
  case idle
  /// Waits for another cell.
  case queued
  /// Runs; the progress is nil until the first report.
  case running(CellProgress?)
  /// Is halted until the user lets it go on.
  case paused(CellProgress?)
  /// Was asked to stop and has not stopped yet.
  case cancelling(CellProgress?)
  /// Ended without an answer.
  case failed
  /// Was cancelled.
  case interrupted

  /// Whether a computation of the cell runs.
  package var isRunning: Bool {
    switch self {
    case .running, .paused, .cancelling: true
    case .idle, .queued, .failed, .interrupted: false
    }
  }

  /// Whether it is to be seen that the cell has changed since it was run; an interrupted one says itself that
  /// it was not run to the end.
  var showsStale: Bool { !isRunning && self != .queued && self != .interrupted }
}

/// A cell of the notebook.
package struct NotebookCell: Equatable, Sendable {
  /// Its name.
  package let id: CellID
  /// What it says.
  package internal(set) var content: CellContent
  /// How far its computation is.
  package internal(set) var state = CellState.idle
  /// Numbers of its results since the notebook was opened: `%12` for 12.
  package internal(set) var numbers: [Int] = []
  /// What its running search has found last, the latest at the end.
  var findings: [Text] = []
  /// Names it made when it ran; nil when it has not run since the notebook was opened.
  var bindings: [Binding]?
  /// Changes with everything that shows: the key under which laid out lines are kept.
  var revision = 0

  init(_ id: CellID, _ content: CellContent) { (self.id, self.content) = (id, content) }
}
