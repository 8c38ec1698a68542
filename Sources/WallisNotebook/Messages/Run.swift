package import WallisCommands

/// Names one run of one cell, or one question to the catalog; a later one has another name, so late reports do no harm.
package struct RunID: Hashable, Sendable {
  /// A number that no other run has had.
  package let number: Int
  /// A name from its number.
  package init(number: Int) { self.number = number }
}

/// What an interpreter reports about a run.
package enum RunReport: Sendable, Equatable {
  /// It said this.
  case event(CellEvent)
  /// It is gone; nothing follows.
  case ended(RunEnd)
}

/// How an interpreter went.
package struct RunEnd: Sendable, Equatable {
  /// The system's word on it.
  package enum Cause: Sendable, Equatable {
    /// It returned this exit code.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)
    /// Nobody watched when it ended.
    case lost
    /// It could not be started.
    case notStarted(String)
  }

  /// The system's word on it.
  package var cause: Cause
  /// Last lines that it wrote to standard error.
  package var complaint: String

  /// An end.
  package init(_ cause: Cause, complaint: String = "") { (self.cause, self.complaint) = (cause, complaint) }
}

/// How firmly a run is stopped.
package enum StopForce: Sendable {
  /// Interrupt: commit what is done and end.
  case interrupt
  /// Kill.
  case kill
}

/// A search that an earlier notebook on the same file left running.
package struct LeftRun: Equatable, Sendable {
  /// Path of its spool.
  package var spool: String
  /// The lines of its cell.
  package var source: String
  /// Whether it still ran when it was found.
  package var isAlive: Bool
  /// What it had found by then; nil where it had not said.
  package var findings: Int?

  /// A search that was left.
  package init(spool: String, source: String, isAlive: Bool, findings: Int? = nil) {
    (self.spool, self.source, self.isAlive, self.findings) = (spool, source, isAlive, findings)
  }
}
