internal import Foundation
internal import WallisCommands
internal import WallisNotebook

/// Assembles the program: the verbs, the streams of the process, the signals.
@main struct Wallis {
  static func main() {
    Signals.install()
    let words = Array(CommandLine.arguments.dropFirst())
    if words == ["cell"] { ReaderWatch.start() }
    let program = Program(
      table: .standard.adding([NotebookVerb.self]), shell: .process, stopRequests: Signals.stopRequests,
      keys: { keyCheatSheet() })
    exit(program.run(words).rawValue)
  }
}
