package import WallisCommands

/// What the outside is asked to do; the notebook itself touches no file, process or clock.
package enum Effect: Equatable, Sendable {
  /// Start an interpreter; its reports come back as messages.
  case run(RunID, CellRequest)
  /// Ask the catalog something; the answer comes back as a message.
  case ask(RunID, CatalogQuestion)
  /// Look at the catalog anew before the next question.
  case reopenCatalog
  /// Follow a search that was left running.
  case attach(RunID, LeftRun)
  /// Halt a run, or let it go on.
  case pause(RunID, Bool)
  /// What is left running belongs to this file from now on.
  case belong(String?)
  /// Ask a run to stop, or make it.
  case stop(RunID, StopForce)
  /// Add changes to the journal.
  case journal(JournalEntry)
  /// Force the journal to the disk.
  case syncJournal
  /// Write the session file; the outcome comes back as a message.
  case save(SaveRequest)
  /// Write an export of the notebook; the outcome comes back as a message.
  case export(SaveRequest)
  /// Begin the journal anew on a base, with the changes made since: the cells are safe in their file, or go into the
  /// journal as they are because it could not be written before.
  case restartJournal(JournalBase, JournalEntry)
  /// List the files whose paths begin like this; they come back as a message.
  case listFiles(String)
  /// Keep an input for the history of later sessions.
  case remember(String)
  /// Send an alarm after some seconds.
  case wake(Alarm, after: Double)
  /// Suspend the program as Ctrl-Z does.
  case suspend
  /// Let the user's own editor have the text of a cell; what it made of that comes back as a message.
  case edit(CellID, String)
  /// Hand text to the clipboard of the terminal.
  case copy(String)
  /// Take the mouse, or leave it to the terminal.
  case mouse(Bool)
  /// Draw the whole screen anew.
  case redraw
  /// Leave this notebook, which is saved, for the one that a name means.
  case openAnother(String)
  /// Leave the program.
  case quit(Quitting)
}

/// What happens to the journal when the program leaves.
package enum Quitting: Sendable {
  /// All is saved, or there is nothing to save: the journal is removed.
  case clean
  /// Something is unsaved: the journal stays and is recovered at the next start.
  case keepingJournal
  /// The user gives up what is unsaved: the journal is removed.
  case losing
  /// Something is unsaved and could not be kept. Never asked for; what quitting came to.
  case unkept
}
