internal import CLine
internal import Foundation
package import WallisCommands
internal import WallisNotebook

/// Edits lines on the terminal with libedit: arrow keys, the keys of emacs, Tab, Ctrl-R over earlier lines.
///
/// Earlier lines are those of the file that notebooks keep, too. One thread uses an editor.
package final class LineEditor: LineEditing {
  private let reader: OpaquePointer
  private let completion: Completion
  private let history: HistoryFile

  /// An editor on the terminal of the process; nil where that cannot be had.
  ///
  /// - Parameters:
  ///   - history: path of the file of earlier inputs.
  ///   - complete: answers Tab for the text left of the cursor.
  package init?(history path: String, complete: @escaping (String) -> LineCompletion) {
    completion = Completion(complete)
    history = HistoryFile(path: path)
    let opened = cl_open(
      { context, text, listing in
        guard let context, let text else { return nil }
        let answer = Unmanaged<Completion>.fromOpaque(context).takeUnretainedValue()
          .complete(String(cString: text))
        if !answer.listing.isEmpty { listing?.pointee = strdup(answer.listing) }
        return strdup(answer.insertion)
      }, Unmanaged.passUnretained(completion).toOpaque())
    guard let opened else { return nil }
    reader = opened
    for line in history.inputs() where !line.contains("\n") { cl_remember(reader, line) }
  }

  deinit { cl_close(reader) }

  /// Reads a line; the terminal is in its usual state before and after.
  package func read(_ prompt: String) -> EditedLine {
    var ending: Int32 = 0
    guard let line = cl_read(reader, prompt, &ending) else {
      return ending == CL_CANCELLED ? .cancelled : ending == CL_SIGNALLED ? .interrupted : .end
    }
    return .line(String(cString: line))
  }

  /// Keeps an input for the arrow keys and later sessions.
  package func remember(_ input: String) {
    guard !input.allSatisfy(\.isWhitespace) else { return }
    if !input.contains("\n") { cl_remember(reader, input) }
    history.append(input)
  }
}

/// What answers Tab, for C to hold.
private final class Completion {
  let complete: (String) -> LineCompletion

  init(_ complete: @escaping (String) -> LineCompletion) { self.complete = complete }
}
