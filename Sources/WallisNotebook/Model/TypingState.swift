/// The text being typed in the selected cell, and what belongs to typing.
struct TypingState {
  /// The text; nil outside editing.
  var buffer: TextBuffer?
  /// Which keys edit text.
  var style: EditingStyle
  /// Whether keys are commands, as in vi outside insertion.
  var isCommanding = false
  /// What was cut last.
  var killed = ""
  /// A walk through earlier inputs; nil where there is none.
  var recalled: Recall?
  /// How an earlier input goes on from what is typed; empty where there is none.
  var suggestion = ""
  /// Completions on offer; nil where there are none.
  var completing: Completing?
  /// Rows of the catalog that completion waits for; nil where it does not.
  var lookup: Lookup?
  /// The value of the line being typed.
  var value = TypedValue()

  init(_ style: EditingStyle) { self.style = style }
}
