internal import WallisDocuments

extension ScreenLine {
  /// The line in pieces of at most `width` columns.
  func broken(at width: Int) -> [ScreenLine] {
    guard self.width > width else { return [self] }
    var pieces: [ScreenLine] = [ScreenLine()]
    var column = 0
    for stretch in stretches {
      var text = ""
      for character in stretch.text {
        if column + character.displayWidth > width {
          pieces[pieces.count - 1].stretches.append(Stretch(text: text, style: stretch.style))
          pieces.append(ScreenLine())
          (text, column) = ("", 0)
        }
        text.append(character)
        column += character.displayWidth
      }
      if !text.isEmpty {
        pieces[pieces.count - 1].stretches.append(Stretch(text: text, style: stretch.style))
      }
    }
    return pieces
  }
}
