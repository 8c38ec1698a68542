extension NotebookModel {
  /// Goes to the first cell from here on that contains the text.
  mutating func findFirst() {
    guard !display.searched.isEmpty else { return }
    if let index = match(from: selection, step: 1) { select(index) } else { say("not found") }
  }

  /// Goes to the next or previous cell that contains the text.
  mutating func searchAgain(_ step: Int) {
    guard !display.searched.isEmpty else { return say("/ looks for text") }
    if let index = match(from: selection + step, step: step) { select(index) } else { say("not found") }
  }

  /// Index of the nearest cell that contains the text, going round at the ends.
  private func match(from start: Int, step: Int) -> Int? {
    let (count, wanted) = (cells.count, Array(display.searched.utf8))
    for distance in 0..<count {
      let index = ((start + step * distance) % count + count) % count
      if layouts.lowercased(cells[index]).firstOccurrence(of: wanted) != nil { return index }
    }
    return nil
  }
}
