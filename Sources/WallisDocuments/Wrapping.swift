/// Breaks a text into lines of at most `width` columns: at spaces outside of formulas, and inside a word or a formula
/// only where it alone is too wide: digits anywhere, formulas at spaces and between terms. Spaces at a break disappear; a
/// line break in the text breaks the line.
func wrap(_ text: Text, width: Int) -> [Text] {
  let width = max(1, width)
  var filler = LineFiller(width: width)
  for span in text.spans {
    for (index, line) in span.string.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { filler.breakLine() }
      filler.add(line, span.role)
    }
  }
  return filler.finish()
}

/// Fills lines with words. A word may be made of several spans, so it is held back until a space ends it.
private struct LineFiller {
  let width: Int
  var lines: [Text] = []
  var line = Text()
  var lineWidth = 0
  var spaces = Text()
  var word = Text()
  var wordWidth = 0

  init(width: Int) { self.width = width }

  mutating func add(_ string: Substring, _ role: Role) {
    let holds = role == .formula && String(string).displayWidth <= width
    for character in string {
      if character == " ", !holds {
        placeWord()
        spaces += Text(" ", role)
      } else {
        word += Text(String(character), role)
        wordWidth += character.displayWidth
      }
    }
  }

  mutating func placeWord() {
    guard !word.isEmpty else { return }
    let gap = spaces.displayWidth
    if lineWidth + gap + wordWidth <= width {
      line += spaces + word
      lineWidth += gap + wordWidth
    } else {
      placeLongWord(gap)
    }
    (word, wordWidth, spaces) = (Text(), 0, Text())
  }

  /// A word too wide for a whole line starts here if it is made of digits and room is left, else on a new line.
  mutating func placeLongWord(_ gap: Int) {
    let startsHere = wordWidth > width && word.spans.last?.role == .digits && lineWidth + gap + 8 <= width
    if startsHere {
      line += spaces
      lineWidth += gap
    } else if lineWidth > 0 {
      endLine()
    }
    for span in word.spans {
      for part in span.role == .formula ? span.string.terms : [span.string] {
        let columns = span.role == .formula ? part.displayWidth : 1
        if lineWidth + columns > width, lineWidth > 0, columns <= width { endLine() }
        addBroken(part, span.role)
      }
    }
  }

  private mutating func addBroken(_ string: String, _ role: Role) {
    for character in string {
      let columns = character.displayWidth
      if lineWidth + columns > width, lineWidth > 0 { endLine() }
      line += Text(String(character), role)
      lineWidth += columns
    }
  }

  mutating func endLine() {
    lines.append(line)
    (line, lineWidth) = (Text(), 0)
  }

  mutating func breakLine() {
    placeWord()
    spaces = Text()
    endLine()
  }

  mutating func finish() -> [Text] {
    placeWord()
    if lineWidth > 0 || lines.isEmpty { endLine() }
    return lines
  }
}

extension String {
  /// A formula cut before the signs of its sums and quotients, and behind its commas.
  fileprivate var terms: [String] {
    var (terms, last) = ([String](), Character(" "))
    for character in self {
      let isSign = "+-−*·/=".contains(character) && !"^(,*".contains(last)
      if isSign || last == "," || terms.isEmpty {
        terms.append(String(character))
      } else {
        terms[terms.count - 1].append(character)
      }
      last = character
    }
    return terms
  }
}

extension Text {
  /// Columns of its widest part that is not broken where there is room: a word, a formula.
  var widestPiece: Int {
    var (widest, current) = (0, 0)
    for span in spans {
      for character in span.string {
        let isBreak = character == "\n" || character == " " && span.role != .formula
        current = isBreak ? 0 : current + character.displayWidth
        widest = max(widest, current)
      }
    }
    return widest
  }
}
