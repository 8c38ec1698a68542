extension String {
  /// The parts between commas outside of parentheses, with their offsets.
  var parts: [(text: String, offset: Int)] {
    var (parts, depth, start): ([(String, Int)], Int, Int) = ([], 0, 0)
    let characters = Array(self)
    for index in 0...characters.count {
      let isEnd = index == characters.count
      if !isEnd, characters[index] == "(" { depth += 1 }
      if !isEnd, characters[index] == ")" { depth -= 1 }
      guard isEnd || characters[index] == "," && depth == 0 else { continue }
      let part = characters[start..<index]
      let blanks = part.prefix { $0 == " " }.count
      let text = String(part.dropFirst(blanks).reversed().drop { $0 == " " }.reversed())
      parts.append((text, start + blanks))
      start = index + 1
    }
    return parts
  }
}
