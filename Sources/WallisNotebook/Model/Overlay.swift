internal import WallisDocuments

/// What lies over the cells and takes the keys.
enum Overlay {
  /// Keys that are valid here; with a word only those whose row contains it.
  case help(scroll: Int, word: String = "")
  /// A word to look for among the keys.
  case keySearch(Prompt)
  /// Actions by name.
  case palette(Prompt)
  /// Text to look for in all cells.
  case search(Prompt)
  /// A file name to save under; `leaving` quits afterwards.
  case naming(Prompt, leaving: Bool)
  /// Whether a cell that was refused may write outside the folder of the session.
  case trusting(Prompt, cell: CellID)
  /// Earlier inputs that contain the typed text.
  case history(Prompt)
  /// Output of a verb line over the cells.
  case pane(Pane)

  var context: KeyContext {
    switch self {
    case .pane(let pane) where pane.listsJobs: .jobs
    case .help, .pane: .reading
    case .palette, .search, .naming, .trusting, .history, .keySearch: .prompt
    }
  }

  /// The line being typed; setting it keeps the kind of overlay.
  var prompt: Prompt? {
    get {
      switch self {
      case .palette(let prompt), .search(let prompt), .naming(let prompt, _), .trusting(let prompt, _),
        .history(let prompt), .keySearch(let prompt):
        prompt
      case .help, .pane: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .palette: self = .palette(newValue)
      case .search: self = .search(newValue)
      case .naming(_, let leaving): self = .naming(newValue, leaving: leaving)
      case .trusting(_, let cell): self = .trusting(newValue, cell: cell)
      case .history: self = .history(newValue)
      case .keySearch: self = .keySearch(newValue)
      case .help, .pane: break
      }
    }
  }
}

/// A line typed at the bottom, and which of the listed choices is taken.
struct Prompt: Equatable {
  var line = TextBuffer()
  var choice = 0
}

/// Output of a verb line shown over the cells.
struct Pane {
  var title: String
  var run: RunID
  var document = Document()
  var ended = false
  var scroll = 0
  /// Whether it is the pane of jobs, whose rows are chosen.
  var listsJobs = false
  /// The chosen row.
  var choice = 0
}

/// A message of the notebook in the line above the footer.
struct Notice: Equatable {
  var text: String
  var alarming = false
}
