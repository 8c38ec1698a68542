public import WallisCommands
public import WallisNotebook

/// How the notebook is started.
public struct NotebookOptions: Sendable {
  /// Session file; nil starts a new notebook.
  public var file: String?
  /// Catalog handed to the cells; nil follows the environment.
  public var catalog: String?
  /// Colours: `auto` follows `NO_COLOR` and the terminal.
  public var color = ColorChoice.auto
  /// Draw ASCII only; also where the locale is not UTF-8.
  public var ascii = false
  /// The verbs that the program knows, for completion and colours.
  public var verbs = VerbTable.standard
  /// Words that Tab completes, besides verbs, constants and functions.
  public var words: [CompletionWord] = []
  /// A file of keys (see `KeyScript`) to play instead of reading a terminal; `-` reads standard input.
  public var keys: String?
  /// Where the frames of such a play go; nil writes them to standard output.
  public var frames: String?
  /// Size of the screen of such a play.
  public var size = ScreenSize(columns: 80, rows: 24)
  /// What the user has chosen in the configuration file.
  public var configuration = Configuration()
  /// The program that runs cells, started with the argument `cell`.
  public var program = "/proc/self/exe"

  /// A new notebook on the terminal.
  public init() {}
}
