/// Walking through earlier inputs that begin with what was typed.
struct Recall: Equatable {
  /// What was in the cell before.
  let typed: String
  /// What an input must begin with: the text left of the cursor.
  let beginning: String
  /// Inputs that qualify, oldest first.
  let found: [String]
  /// Index in `found`; its count means back at `typed`.
  var place: Int

  init(_ buffer: TextBuffer, among inputs: [String]) {
    typed = buffer.text
    beginning = String(buffer.characters[..<buffer.cursor])
    var seen: Set<String> = [typed]
    let (start, latestFirst) = (beginning, inputs.reversed())
    found = latestFirst.filter { $0.hasPrefix(start) && seen.insert($0).inserted }.reversed()
    place = found.count
  }

  /// The text one step further; nil at either end.
  mutating func step(_ step: Int) -> String? {
    let next = place + step
    guard (0...found.count).contains(next) else { return nil }
    place = next
    return next == found.count ? typed : found[next]
  }
}

extension NotebookModel {
  /// Earlier inputs: those of other sessions, those of the notebook from top to bottom, then those run since it was
  /// opened.
  var inputs: [String] {
    options.history
      + cells.filter { $0.content.kind == .input && !$0.content.source.isEmpty }.map(\.content.source)
      + runs.sources
  }

  /// Replaces the text by an earlier or later input that begins the same.
  mutating func recall(_ step: Int) {
    guard let buffer = typing.buffer else { return }
    var recall =
      typing.recalled.flatMap { $0.text == buffer.text ? $0 : nil } ?? Recall(buffer, among: inputs)
    guard let text = recall.step(step) else {
      return say(step < 0 ? "no earlier input begins like this" : "no later input begins like this")
    }
    typeText { $0.replace(0..<$0.characters.count, with: Array(text)) }
    typing.recalled = recall
  }
}

extension Recall {
  /// What the walk last put into the cell.
  fileprivate var text: String { place == found.count ? typed : found[place] }
}
