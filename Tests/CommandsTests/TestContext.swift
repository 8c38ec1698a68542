import Synchronization

@testable import WallisCommands

extension VerbContext {
  /// A context without files, for a clock that stands still.
  static func test(table: VerbTable = .standard, variables: [String: String] = [:]) -> VerbContext {
    VerbContext(table: table, locations: Locations(variables: variables), clock: { 0 })
  }
}

/// A shell that collects what is written.
final class RecordedShell: Sendable {
  private let texts = Mutex<(output: String, error: String)>(("", ""))

  var output: String { texts.withLock { $0.output } }
  var error: String { texts.withLock { $0.error } }

  func shell(input: String = "", variables: [String: String] = [:], terminal: Bool = false) -> Shell {
    let lines = Mutex(input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...])
    return Shell(
      write: { text in self.texts.withLock { $0.output += text } },
      complain: { text in self.texts.withLock { $0.error += text } },
      readLine: { lines.withLock { $0.popFirst() } }, readAll: { Array(input.utf8) },
      outputIsTerminal: terminal, errorIsTerminal: terminal, variables: variables, clock: { 0 })
  }
}

/// Runs the program as `main` does.
func wallis(
  _ words: String..., input: String = "", variables: [String: String] = [:], terminal: Bool = false
) -> (exit: Exit, output: String, error: String) {
  wallis(words, input: input, variables: variables, terminal: terminal)
}

/// Runs the program as `main` does, with words that were made elsewhere.
func wallis(
  _ words: [String], input: String = "", variables: [String: String] = [:], terminal: Bool = false
) -> (exit: Exit, output: String, error: String) {
  let record = RecordedShell()
  let shell = record.shell(input: input, variables: variables, terminal: terminal)
  let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(words)
  return (exit, record.output, record.error)
}

/// What was said, in one line: how lines are broken does not matter.
func inOneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
