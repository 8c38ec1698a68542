internal import Foundation
internal import WallisCommands
internal import WallisNotebook
internal import WallisTerminal

/// Assembles the program: the verbs, the streams of the process, the signals.
@main struct Wallis {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let isNotebook = words.contains("notebook") || words.allSatisfy { $0.hasPrefix("-") }
    Signals.install(pausing: !isNotebook)
    if words == ["cell"] { ReaderWatch.start() }
    var shell = Shell.process
    shell.style = words == ["cell"] ? nil : style(shell)
    shell.openEditor = { LineEditor(history: $0, complete: $1) }
    let program = Program(
      table: .standard.adding([NotebookVerb.self, ConfigCheckVerb.self]), shell: shell,
      stopRequests: Signals.stopRequests,
      keys: {
        let folder = Locations(variables: ProcessInfo.processInfo.environment).configuration
        return keyCheatSheet(Configuration(contentsOf: folder + "/config.toml").keyMap)
      })
    exit(program.run(words).rawValue)
  }

  /// How closed forms are written: by `WALLIS_NOTATION`, else by the configuration.
  private static func style(_ shell: Shell) -> FormulaStyle? {
    guard let words = shell.variables["WALLIS_NOTATION"], !words.isEmpty else {
      let path = Locations(variables: shell.variables).configuration + "/config.toml"
      return FileManager.default.fileExists(atPath: path) ? Configuration(contentsOf: path).style : nil
    }
    do {
      return try FormulaStyle(words)
    } catch {
      shell.complain("WALLIS_NOTATION: \(error.diagnostic.message)\n")
      return nil
    }
  }
}
