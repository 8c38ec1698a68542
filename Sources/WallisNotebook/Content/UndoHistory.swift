/// What was done, in steps, and what was taken back. Computations are never repeated: a step holds their output.
struct UndoHistory {
  /// Changes that are taken back together, and the cell that was selected before them.
  struct Step: Equatable {
    var changes: [CellChange]
    var selection: Int
    /// A number that changes with the step, so that equal numbers mean the same content.
    var mark: Int
  }

  /// Steps kept; older ones are forgotten.
  static let limit = 10_000

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  /// Whether the next change of the same kind of typing joins the last step.
  private var open = false
  private var lastMark = 0

  /// Names the content as far as steps make it: undone to where it was, it has the mark it had.
  var mark: Int { done.last?.mark ?? 0 }

  /// Records a change. With `joining` it becomes part of the last step as long as that one is open.
  mutating func record(_ change: CellChange, selection: Int, joining: Bool = false) {
    undone = []
    let newMark = change.catalogEdit == nil ? lastMark + 1 : mark
    lastMark = max(lastMark, newMark)
    if joining, open, !done.isEmpty {
      done[done.count - 1].changes.append(change)
      done[done.count - 1].mark = newMark
    } else {
      done.append(Step(changes: [change], selection: selection, mark: newMark))
      if done.count > UndoHistory.limit { done.removeFirst(done.count - UndoHistory.limit) }
    }
    open = joining
  }

  /// The next change begins a step of its own.
  mutating func close() { open = false }

  /// Takes the last step off, to be undone by the caller, who gives back with `keepUndone` what it really undid.
  mutating func takeDone() -> Step? {
    close()
    return done.popLast()
  }

  /// Takes the last undone step off, to be repeated by the caller, who gives it back with `keepDone`.
  mutating func takeUndone() -> Step? {
    close()
    return undone.popLast()
  }

  mutating func keepUndone(_ step: Step) { undone.append(step) }

  mutating func keepDone(_ step: Step) { done.append(step) }
}
