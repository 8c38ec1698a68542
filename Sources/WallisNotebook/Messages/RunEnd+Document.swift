internal import WallisDocuments

extension RunEnd {
  /// What the user reads when an interpreter went without its last word.
  func document(cancelled: Bool) -> Document {
    var diagnostic = cancelled ? cancellation : failure
    if !complaint.isEmpty { diagnostic.message += "; it said: \(complaint)" }
    return Document([.diagnostic(diagnostic)])
  }

  private var cancellation: Diagnostic {
    Diagnostic("cancelled", severity: .note, remedy: "run the cell again; `resume` continues a search")
  }

  private var failure: Diagnostic {
    switch cause {
    case .notStarted(let reason):
      return Diagnostic("the interpreter of this cell could not be started: \(reason)")
    case .lost:
      return Diagnostic(
        "the search ended while the notebook was closed, before it had finished", remedy: remedy)
    case .exited(let code):
      return Diagnostic(
        "the interpreter of this cell ended with exit code \(code) before it had finished", remedy: remedy)
    case .signalled(let signal):
      return Diagnostic("the interpreter of this cell \(signalMeaning(signal))", remedy: remedy)
    }
  }

  private var remedy: String { "nothing else is lost; run the cell again, or `resume` where it was a search" }
}

/// What it means for a process to be ended by a signal, as the end of a sentence.
private func signalMeaning(_ signal: Int32) -> String {
  switch signal {
  case 9: "was killed (signal 9): by someone, or because the memory ran out"
  case 2: "was interrupted (signal 2)"
  case 15: "was asked to end (signal 15)"
  case 6: "gave up (signal 6): a library refused to go on, usually for want of memory"
  case 4, 5, 7, 8, 11: "crashed (signal \(signal))"
  default: "was ended by signal \(signal)"
  }
}
