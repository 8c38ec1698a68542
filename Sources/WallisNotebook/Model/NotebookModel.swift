package import WallisCommands
package import WallisDocuments

/// The whole state of a notebook on a screen. `update` is the only way in, `view` the only way out.
///
/// It is composed of small states: document, typing, display, runs, panes, file. Invariants: `selection` is the index of
/// a cell; `typing` holds the text of that cell exactly while editing.
package struct NotebookModel {
  /// What the notebook starts with besides its session.
  package struct Options: Sendable {
    /// Size of the screen.
    package var size = ScreenSize(columns: 80, rows: 24)
    /// Whether only ASCII may be drawn.
    package var ascii = false
    /// Catalog handed to interpreters; nil follows the environment.
    package var catalog: String?
    /// Words for completion and colours.
    package var words: [CompletionWord] = []
    /// The options that may complete a verb line, given its text up to the cursor.
    package var optionWords: @Sendable (String) -> [CompletionWord] = { _ in [] }
    /// The words that may complete a condition at the end of a verb line, with what is typed of them; nil elsewhere.
    package var conditionWords: @Sendable (String) -> (typed: String, words: [CompletionWord])? = { _ in nil }
    /// Inputs of earlier sessions, oldest first.
    package var history: [String] = []
    /// Searches that an earlier notebook on the file left running.
    package var left: [LeftRun] = []
    /// Emacs or vi keys while typing.
    package var editing = EditingStyle.emacs
    /// The keys.
    package var keyMap: KeyMap
    /// The colours.
    package var theme = Theme.dark
    /// Whether the mouse selects and scrolls from the start.
    package var mouse = false
    /// How closed forms are shown; nil for plain text.
    package var style: FormulaStyle?
    /// What the user should know first, for example a mistake in the configuration.
    package var warning: String?

    /// Options for a terminal of 80 × 24.
    package init(keyMap: KeyMap) { self.keyMap = keyMap }
  }

  /// The cells.
  package internal(set) var content: NotebookContent
  /// Index of the selected cell.
  package internal(set) var selection = 0
  /// The text being typed in the selected cell.
  var typing: TypingState
  /// What part of the cells is seen, and how.
  var display: DisplayState
  /// What runs and has run.
  var runs = RunBook()
  /// What lies over the cells.
  var panes = PaneStack()
  /// Where the notebook is kept.
  var file: FileState

  var pendingKeys: [Key] = []
  var clipboard: CellContent?
  var notice: Notice?
  /// What panes and keys want from the outside besides what an action returns, in order.
  var outbox: [Effect] = []
  var size: ScreenSize
  /// The colours.
  package internal(set) var theme: Theme
  /// Whether the mouse selects and scrolls; otherwise it belongs to the terminal.
  package internal(set) var hasMouse: Bool
  let glyphs: Glyphs
  let keyMap: KeyMap
  let options: Options
  let vocabulary: Vocabulary
  let layouts = LayoutCache()
  let staleCells = StaleCells()

  /// A notebook on a session: the first cell selected, outside editing.
  package init(
    _ session: SessionFile = SessionFile(), path: String? = nil, exists: Bool = true, options: Options
  ) {
    let file = FileState(path: path, text: session.text, exists: path != nil && exists)
    self.init(NotebookContent(session), file, options)
    attachLeft()
    if let warning = options.warning { warn(warning) }
  }

  /// A notebook on a content that may differ from its file, before searches that were left running are given to
  /// their cells.
  init(_ content: NotebookContent, _ file: FileState, _ options: Options) {
    (self.content, self.file) = (content, file)
    (typing, display) = (TypingState(options.editing), DisplayState(Viewport(top: content.cells[0].id)))
    (size, glyphs, self.options) = (options.size, Glyphs(ascii: options.ascii, style: options.style), options)
    (keyMap, vocabulary) = (options.keyMap, Vocabulary(options.words))
    (theme, hasMouse) = (options.theme, options.mouse)
    runs.records = staleCells.records(of: content, runs)
  }

  /// The cells from top to bottom.
  package var cells: [NotebookCell] { content.cells }

  /// The selected cell.
  package var selected: NotebookCell { content.cells[selection] }

  /// Whether the user types in the selected cell.
  package var isEditing: Bool { typing.buffer != nil }

  /// Whether something is not in the session file.
  package var isModified: Bool { content.mark != file.savedAt && content.sessionFile.text != file.savedText }

  /// The same for the screen, at every key: what was typed counts as long as it is not undone, outputs that came
  /// again as they were do not.
  var showsModified: Bool {
    guard content.mark.isSameStep(as: file.savedAt) else { return true }
    return layouts.isModified(content.mark, file.savedAt) { isModified }
  }

  /// Cells whose computation runs or waits.
  package var busyCells: Int {
    // By index, so that no cell is copied for its state.
    cells.indices.count { cells[$0].state.isRunning || cells[$0].state == .queued }
  }

  /// Searches that run; they can go on without the notebook.
  package var runningSearches: Int { runs.active.count(where: \.isSearch) }

  /// Where the next key goes.
  package var context: KeyContext {
    pane?.context ?? placeBelowPanes
  }

  /// Where it goes when no pane is open.
  var placeBelowPanes: KeyContext {
    guard isEditing else { return display.isInOutput ? .output : .cells }
    return typing.isCommanding ? .commanding : .editing
  }

  mutating func say(_ text: String) { notice = Notice(text: text) }

  /// Asks the outside for something, after what the action itself asks for.
  mutating func emit(_ effects: [Effect]) { outbox += effects }

  mutating func warn(_ text: String) { notice = Notice(text: text, alarming: true) }
}

/// A message of the notebook in the line above the footer.
struct Notice: Equatable {
  var text: String
  var alarming = false
}
