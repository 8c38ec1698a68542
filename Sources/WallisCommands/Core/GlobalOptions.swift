package import ArgumentParser

/// Options that every verb takes.
package struct GlobalOptions: ParsableArguments, Sendable {
  /// Print JSON.
  @Flag(name: .customLong("json"), help: "Print one JSON object.")
  package var json = false

  /// Print JSON lines.
  @Flag(name: .customLong("jsonl"), help: "Print one JSON object a line: each finding, then the summary.")
  package var jsonLines = false

  /// Path of the catalog.
  @Option(name: .customLong("catalog"), help: ArgumentHelp("Catalog file.", valueName: "file"))
  package var catalog: String?

  /// When to use colour.
  @Option(
    name: .customLong("color"), help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  package var color: ColorChoice = .auto

  /// Whether to spell out signs outside ASCII.
  @Flag(name: .customLong("ascii"), help: "Print ASCII only.")
  package var ascii = false

  /// Whether to keep progress and remarks back.
  @Flag(name: .customLong("quiet"), help: "No progress and no remarks.")
  package var quiet = false

  /// How closed forms are written.
  @Option(
    name: .customLong("notation"),
    help: ArgumentHelp("How closed forms are written: unicode, zeta, gamma, G, …", valueName: "words"))
  package var notation: ChosenStyle?

  /// No options.
  package init() {}

  /// The catalog as another command has to name it, with a space before; empty where it is not chosen.
  var place: String { catalog.map { " --catalog \($0.quoted)" } ?? "" }

  /// Names of the options without and with a value: they may also stand before the verb.
  static let flags: Set<String> = ["--json", "--jsonl", "--ascii", "--quiet"]
  static let valued: Set<String> = ["--catalog", "--color", "--notation"]
}

/// A style as an option gives it.
package struct ChosenStyle: ExpressibleByArgument, Sendable {
  /// The style.
  package let style: FormulaStyle

  /// The style of these words; nil where one is none.
  package init?(argument: String) {
    guard let style = try? FormulaStyle(LeadingMinus.restore(argument)) else { return nil }
    self.style = style
  }
}

/// When output is coloured.
package enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// On a terminal, unless `NO_COLOR` is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}
