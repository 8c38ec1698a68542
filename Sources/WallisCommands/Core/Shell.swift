/// The streams of a process, handed down from the executable so that nothing below it prints or reads by itself.
package struct Shell: Sendable {
  /// Writes to standard output.
  package var write: @Sendable (String) -> Void
  /// Writes to standard error.
  package var complain: @Sendable (String) -> Void
  /// The next line of standard input without its line ending; nil at the end.
  package var readLine: @Sendable () -> String?
  /// All of standard input.
  package var readAll: @Sendable () -> [UInt8]
  /// Whether standard input is a terminal.
  package var inputIsTerminal: Bool
  /// Whether standard output is a terminal.
  package var outputIsTerminal: Bool
  /// Whether standard error is a terminal.
  package var errorIsTerminal: Bool
  /// Columns of the terminal; 80 without one.
  package var width: Int
  /// Environment variables.
  package var variables: [String: String]
  /// Seconds of a clock that never goes back.
  package var clock: @Sendable () -> Double
  /// The time of day in UTC, `2026-11-28T10:15:00Z`, for marking what is stored; nil where nobody says.
  package var now: (@Sendable () -> String)?

  /// How closed forms are written unless a line says otherwise; nil for plain text.
  package var style: FormulaStyle?
  /// An editor of lines on the terminal, with the path of its file of earlier inputs and what answers Tab; nil where
  /// lines are only read.
  package var openEditor:
    (
      @Sendable (_ history: String, _ complete: @escaping @Sendable (String) -> LineCompletion)
        -> (any LineEditing)?
    )?

  /// Takes lines about what the program does, for whoever looks for a fault; nil where nobody does.
  package var log: (@Sendable (String) -> Void)?

  /// Streams.
  package init(
    write: @escaping @Sendable (String) -> Void, complain: @escaping @Sendable (String) -> Void = { _ in },
    readLine: @escaping @Sendable () -> String? = { nil },
    readAll: @escaping @Sendable () -> [UInt8] = { [] },
    inputIsTerminal: Bool = false, outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
    width: Int = 80, variables: [String: String] = [:], clock: @escaping @Sendable () -> Double
  ) {
    (self.write, self.complain, self.readLine, self.readAll) = (write, complain, readLine, readAll)
    (self.inputIsTerminal, self.outputIsTerminal) = (inputIsTerminal, outputIsTerminal)
    (self.errorIsTerminal, self.width, self.variables) = (errorIsTerminal, width, variables)
    self.clock = clock
  }
}
