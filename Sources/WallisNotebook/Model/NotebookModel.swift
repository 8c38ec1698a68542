package import WallisCommands
package import WallisDocuments

/// The whole state of a notebook on a screen. `update` is the only way in, `view` the only way out.
///
/// Invariants: `selection` is the index of a cell; the editor holds the text of that cell exactly while editing.
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
    package var keyMap = KeyMap.standard
    /// The colours.
    package var theme = Theme.dark
    /// Whether the mouse selects and scrolls from the start.
    package var mouse = false
    /// How closed forms are shown; nil for plain text.
    package var style: FormulaStyle?
    /// What the user should know first, for example a mistake in the configuration.
    package var warning: String?

    /// Options for a terminal of 80 × 24.
    package init() {}
  }

  /// The cells.
  package internal(set) var content: NotebookContent
  /// Index of the selected cell.
  package internal(set) var selection = 0
  /// The text being typed; nil outside editing.
  var editor: TextBuffer?
  var overlay: Overlay?
  var pendingKeys: [Key] = []
  var clipboard: CellContent?
  var killed = ""
  var notice: Notice?
  var searched = ""
  var recalled: Recall?
  /// How an earlier input goes on from what is typed; empty where there is none.
  var suggestion = ""
  /// Completions on offer; nil where there are none.
  var completing: Completing?
  /// Rows of the catalog that completion waits for; nil where it does not.
  var lookup: Lookup?
  /// Searches to be followed as soon as effects are carried out.
  var toAttach: [(RunID, LeftRun)] = []
  /// How the user looks into outputs.
  var looks: [CellID: OutputLook] = [:]
  /// Whether keys go to the output of the selected cell.
  var isInOutput = false
  /// Whether keys are commands while typing, as in vi outside insertion.
  var isCommanding = false
  var file: FileState
  /// Whether the user answers for what the cells write.
  var trusts: Bool
  var hasAskedForTrust = false
  var runs = RunBook()
  var size: ScreenSize
  /// The colours.
  package internal(set) var theme: Theme
  /// Which keys edit text.
  var editing: EditingStyle
  /// Whether the mouse selects and scrolls; otherwise it belongs to the terminal.
  package internal(set) var hasMouse: Bool
  var viewport: Viewport
  let glyphs: Glyphs
  let keyMap: KeyMap
  let options: Options
  let vocabulary: Vocabulary
  let layouts = LayoutCache()

  /// A notebook on a session: the first cell selected, outside editing.
  package init(
    _ session: SessionFile = SessionFile(), path: String? = nil, exists: Bool = true,
    options: Options = Options()
  ) {
    let file = FileState(path: path, text: session.text, exists: path != nil && exists)
    self.init(NotebookContent(session), file, options)
    attachLeft()
    if let warning = options.warning { warn(warning) }
  }

  /// A notebook on a content that may differ from its file, before searches that were left running are given to
  /// their cells.
  init(_ content: NotebookContent, _ file: FileState, _ options: Options) {
    (self.content, self.file, trusts) = (content, file, !file.exists)
    (size, glyphs, self.options) = (options.size, Glyphs(ascii: options.ascii, style: options.style), options)
    (keyMap, vocabulary) = (options.keyMap, Vocabulary(options.words))
    (theme, hasMouse, editing) = (options.theme, options.mouse, options.editing)
    viewport = Viewport(top: content.cells[0].id)
  }

  /// The cells from top to bottom.
  package var cells: [NotebookCell] { content.cells }

  /// The selected cell.
  package var selected: NotebookCell { content.cells[selection] }

  /// Whether the user types in the selected cell.
  package var isEditing: Bool { editor != nil }

  /// Whether something is not in the session file.
  package var isModified: Bool { content.mark != file.savedAt && content.sessionFile.text != file.savedText }

  /// The same for the screen, at every key: what was typed counts as long as it is not undone, outputs that came
  /// again as they were do not.
  var showsModified: Bool {
    guard content.mark.isSameStep(as: file.savedAt) else { return true }
    return layouts.isModified(content.mark, file.savedAt) { isModified }
  }

  /// Cells whose computation runs or waits.
  package var busyCells: Int { cells.reduce(0) { $0 + ($1.state.isRunning || $1.state == .queued ? 1 : 0) } }

  /// Searches that run; they can go on without the notebook.
  package var runningSearches: Int { runs.active.count(where: \.isSearch) }

  /// Where the next key goes.
  package var context: KeyContext {
    overlay?.context ?? (!isEditing ? (isInOutput ? .output : .cells) : isCommanding ? .commanding : .editing)
  }

  mutating func say(_ text: String) { notice = Notice(text: text) }

  mutating func warn(_ text: String) { notice = Notice(text: text, alarming: true) }
}
