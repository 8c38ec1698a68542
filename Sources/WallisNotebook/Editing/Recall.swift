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

  /// What the walk last put into the cell.
  var text: String { place == found.count ? typed : found[place] }

  /// The text one step further; nil at either end.
  mutating func step(_ step: Int) -> String? {
    let next = place + step
    guard (0...found.count).contains(next) else { return nil }
    place = next
    return next == found.count ? typed : found[next]
  }
}
