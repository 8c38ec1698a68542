/// Which keys edit text.
package enum EditingStyle: String, Sendable, CaseIterable {
  /// As in emacs and readline: keys with Ctrl and Alt.
  case emacs
  /// As in vi: Esc changes to commands, Esc there leaves the cell.
  case vi
}
