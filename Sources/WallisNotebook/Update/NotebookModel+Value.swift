internal import WallisCommands
internal import WallisDocuments

/// The value of an expression while it is typed. No key waits for it: it is asked for when the keys pause, a
/// process of its own computes it, and the next key, or too much time, ends that.
extension NotebookModel {
  /// Forgets the value of a line that is left or altered, and has itself woken when the keys pause.
  mutating func followTyping() -> [Effect] {
    let line = typedLine
    guard line != typing.value.line else { return [] }
    let stops = typing.value.run.map { [Effect.stop($0, .kill)] } ?? []
    let number = typing.value.number + 1
    typing.value = TypedValue(line: line, number: number)
    guard let line, !line.text.allSatisfy(\.isWhitespace) else { return stops }
    return stops + [.wake(.value(number), after: TypedValue.pause)]
  }

  /// The line at the cursor, where an expression may stand and nothing lies over it.
  private var typedLine: TypedValue.Line? {
    guard pane == nil, typing.completing == nil, selected.content.kind == .input, let buffer = typing.buffer
    else { return nil }
    let (start, end) = (buffer.lineStart(buffer.cursor), buffer.lineEnd(buffer.cursor))
    guard end - start <= TypedValue.longest else { return nil }
    return TypedValue.Line(text: String(buffer.characters[start..<end]), start: start)
  }

  /// The keys have paused: the line is evaluated if it is an expression.
  mutating func evaluateTyped(_ number: Int) -> [Effect] {
    guard number == typing.value.number, typing.value.run == nil, let line = typing.value.line,
      let buffer = typing.buffer
    else { return [] }
    let above = String(buffer.characters[..<line.start])
    // A line that goes on with the one above is no expression of its own.
    guard !above.hasSuffix("\\\n") else { return [] }
    var workspace = Workspace(bindings: bindings(above: selection), results: runs.results)
    _ = workspace.foresee(above)
    guard let expression = workspace.expression(typed: line.text, verbs: vocabulary.verbs) else { return [] }
    let run = runs.newRun()
    typing.value.run = run
    let request = CellRequest(
      valueOf: expression, digits: TypedValue.digits, catalog: options.catalog)
    return [.run(run, request), .wake(.tooLong(run), after: TypedValue.patience)]
  }

  /// Names above have changed, so that the value may be another: it is asked for again.
  mutating func forgetValue() {
    // The run that is asked no more ends by itself or by its alarm; what it reports is dropped.
    typing.value.run = nil
    (typing.value.line, typing.value.shown) = (nil, nil)
  }

  /// Takes a report on the value; false where the run is another.
  mutating func hearValue(_ report: RunReport, from run: RunID) -> Bool {
    guard typing.value.run == run else { return false }
    if case .event(.output(let document)) = report { typing.value.shown = document.value }
    if case .ended = report { typing.value.run = nil }
    return true
  }

  /// The line below the cells that tells the value; nil where none is known.
  func valueLine(width: Int) -> String? {
    let label = " value  "
    let room = width - label.count - 1
    return typing.value.shown?.fitting(room, more: glyphs.more).map { label + glyphs.shown($0) }
  }
}
