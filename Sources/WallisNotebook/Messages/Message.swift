package import WallisCommands
package import WallisDocuments

/// Something that happened, for the notebook to answer.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The first button of the mouse was pressed at a place.
  case click(Frame.Position)
  /// The wheel was turned by some lines, downwards where positive.
  case wheel(Int)
  /// The screen has another size.
  case resize(ScreenSize)
  /// An interpreter reports.
  case run(RunID, RunReport)
  /// The catalog answers a question.
  case told(RunID, CatalogReply)
  /// A save ended.
  case saved(SaveOutcome)
  /// An export to this path ended.
  case exported(String, SaveOutcome)
  /// The files whose paths begin with a text; folders end with a slash.
  case files(String, [String])
  /// The journal could not be written; it is left as it was until it is begun anew.
  case journalFailed(Diagnostic)
  /// The journal was begun anew and holds everything.
  case journalKept
  /// The user's own editor has ended that had the text of a cell.
  case edited(CellID, EditOutcome)
  /// A moment asked for with `Effect.wake` has come.
  case alarm(Alarm)
  /// The program continues after a suspension.
  case resumed
}

/// What an editor made of a text.
package enum EditOutcome: Sendable, Equatable {
  /// It says this now.
  case text(String)
  /// It is as it was, for this reason.
  case failed(String)
}

/// Moments that the notebook asks to be woken at.
package enum Alarm: Hashable, Sendable {
  /// Unsaved changes are old enough to be saved.
  case autosave
  /// The journal is to be forced to the disk.
  case syncJournal
  /// The keys have paused since the line of this number was typed.
  case value(Int)
  /// An evaluation that nobody waits for longer.
  case tooLong(RunID)
}
