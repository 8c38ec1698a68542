import Testing
import WallisDocuments

@testable import WallisNotebook

/// A user at a notebook: keys by name, and what the screen shows then.
final class Story {
  let runner: FakeRunner
  let store: ScratchStore
  let notebook: HeadlessNotebook

  /// Opens a session given as text, or a new notebook.
  init(
    _ text: String? = nil, path: String? = nil, columns: Int = 80, rows: Int = 24, ascii: Bool = false,
    words: [CompletionWord] = [], viewer: FakeViewer = FakeViewer()
  ) throws {
    var options = NotebookModel.Options()
    options.size = ScreenSize(columns: columns, rows: rows)
    options.ascii = ascii
    options.words = words
    let session = try text.map { try SessionFile(parsing: $0.utf8) } ?? SessionFile()
    let file = path ?? (text == nil ? nil : "story.md")
    runner = FakeRunner()
    store = ScratchStore(files: text.flatMap { text in file.map { [$0: text] } } ?? [:])
    notebook = HeadlessNotebook(
      NotebookModel(session, path: file, exists: text != nil, options: options), runner: runner, store: store,
      viewer: viewer)
  }

  var model: NotebookModel { notebook.model }
  var screen: String { notebook.screen }
  var sources: [String] { model.cells.map(\.content.source) }

  func press(_ keys: String) throws { try notebook.press(keys) }

  func type(_ text: String) { notebook.type(text) }

  /// The rows of the screen that contain `text`.
  func rows(with text: String) -> [String] { notebook.frame.lines.filter { $0.contains(text) } }

  /// Fails the test where the screen does not show `text`, and prints the screen then.
  func sees(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(screen.contains(text), "the screen shows\n\(screen)", sourceLocation: location)
  }

  /// Fails the test where the screen shows `text`.
  func misses(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!screen.contains(text), "the screen shows\n\(screen)", sourceLocation: location)
  }
}

/// Three cells: prose, an assignment, an expression with a stored output.
let threeCells = """
  # A tour

  ```wallis
  K = pcf(2n+1, n^2)
  ```

  ```wallis
  K * pi
  ```
  ```output
  4
  ```

  """
