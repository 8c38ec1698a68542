internal import WallisCommands
internal import WallisDocuments

extension Document {
  /// The lines of a pane of a width.
  func lines(width: Int, _ glyphs: Glyphs) -> [ScreenLine] {
    Layout(width: width, ascii: glyphs.ascii).lines(glyphs.style?.written(self) ?? self).flatMap {
      ScreenLine($0).broken(at: width)
    }
  }
}

/// A row of a list of choices: name, key and meaning.
func choiceLine(_ name: String, _ description: String, _ key: String) -> ScreenLine {
  let padded = " " + name + String(repeating: " ", count: max(1, 18 - name.count))
  let keyed = key + String(repeating: " ", count: max(1, 12 - key.count))
  if key.isEmpty { return ScreenLine(padded, .content(.name)) + ScreenLine(description) }
  return ScreenLine(padded, .content(.name)) + ScreenLine(keyed, .key) + ScreenLine(description)
}
