package import WallisCommands
package import WallisNotebook

/// How the notebook is started.
package struct NotebookOptions: Sendable {
  /// Session file; nil starts a new notebook.
  package var file: String?
  /// Catalog handed to the cells; nil follows the environment.
  package var catalog: String?
  /// Colours: `auto` follows `NO_COLOR` and the terminal.
  package var color = ColorChoice.auto
  /// Draw ASCII only; also where the locale is not UTF-8.
  package var ascii = false
  /// The verbs that the program knows, for completion and colours.
  package var verbs = VerbTable.standard
  /// Words that Tab completes, besides verbs, constants and functions.
  package var words: [CompletionWord] = []
  /// How closed forms are shown; nil leaves that to the configuration.
  package var style: FormulaStyle?
  /// A file of keys (see `KeyScript`) to play instead of reading a terminal; `-` reads standard input.
  package var keys: String?
  /// Where the frames of such a play go; nil writes them to standard output.
  package var frames: String?
  /// Size of the screen of such a play.
  package var size = ScreenSize(columns: 80, rows: 24)
  /// What the user has chosen in the configuration file.
  package var configuration = Configuration()
  /// What the user should know first; nil for nothing but mistakes in the configuration.
  package var warning: String?
  /// The program that runs cells, started with the argument `cell`.
  package var program = "/proc/self/exe"

  /// A new notebook on the terminal.
  package init() {}
}
