extension NotebookModel {
  /// Tab: completes as far as the words agree; where several are left they are listed, and every further Tab takes
  /// the next.
  mutating func complete(_ step: Int = 1) -> [Effect] {
    guard pane?.line == nil, let buffer = typing.buffer else {
      withPane { $0.complete(step, &$1) }
      return []
    }
    if let completing = typing.completing {
      stepCompletion(completing, step)
      return []
    }
    let (start, words) = completions(of: buffer)
    if words.isEmpty, let effects = lookUpArgument(buffer) { return effects }
    offer(words, from: start, "no word begins with")
    return []
  }

  /// Completes as far as the words agree; where several are left they are listed.
  mutating func offer(_ words: [CompletionWord], from start: Int, _ nothing: String) {
    guard let buffer = typing.buffer, start <= buffer.cursor else { return }
    let typed = String(buffer.characters[start..<buffer.cursor])
    guard let first = words.first else {
      return say(typed.isEmpty ? "Tab completes a word" : "\(nothing) \(typed)")
    }
    let range = start..<buffer.cursor
    if words.count == 1 {
      typeText { $0.replace(range, with: Array(first.inserted)) }
      let meaning = first.description.isEmpty ? "" : ": \(first.description)"
      return say((first.signature.isEmpty ? first.word : first.signature) + meaning)
    }
    let common = words.dropFirst().reduce(first.word) { $0.commonPrefix(with: $1.word) }
    if common.count > typed.count { typeText { $0.replace(range, with: Array(common)) } }
    typing.completing = Completing(typed: max(common, typed, by: \.count), start: start, words: words)
  }

  private mutating func stepCompletion(_ offered: Completing, _ step: Int) {
    let count = offered.words.count
    let next = offered.choice.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let range = offered.start..<(offered.start + offered.shown.count)
    let text = Array(offered.words[next].inserted)
    typeText { $0.replace(range, with: text) }
    typing.completing = offered
    typing.completing?.choice = next
  }

  /// Goes back to what was typed.
  mutating func refuseCompletion() {
    guard let offered = typing.completing else { return }
    let range = offered.start..<(offered.start + offered.shown.count)
    typeText { $0.replace(range, with: Array(offered.typed)) }
    typing.completing = nil
  }

  /// Words that may stand for what is left of the cursor, and where that begins: verbs at the start of a line,
  /// options in a verb line, else functions, constants and names made in cells above.
  private func completions(of buffer: TextBuffer) -> (start: Int, words: [CompletionWord]) {
    let lineStart = buffer.lineStart(buffer.cursor)
    let line = String(buffer.characters[lineStart..<buffer.cursor]).drop(while: \.isWhitespace)
    let opening = buffer.cursor - line.count
    let verbs = line.isEmpty ? [] : vocabulary.words.filter { $0.opensLine && $0.word.hasPrefix(line) }
    let start = buffer.identifierRange.lowerBound
    let typed = String(buffer.characters[start..<buffer.cursor])
    if line.contains(" "), !verbs.isEmpty { return (opening, verbs) }
    if typed.hasPrefix("-"), start > opening { return (start, options.optionWords(String(line))) }
    if let condition = options.conditionWords(String(line)) {
      return (buffer.cursor - condition.typed.count, condition.words)
    }
    let named = typed.drop { $0 == "-" }
    guard !named.isEmpty else { return (start, []) }
    let own = bindings(above: selection).map { binding in
      CompletionWord(
        binding.name, binding.source, kind: binding.parameters == nil ? .name : .function,
        signature: binding.signature)
    }
    var seen: Set<String> = []
    let words = (verbs + vocabulary.words.filter { !$0.opensLine } + own).filter {
      $0.word.hasPrefix(named) && seen.insert($0.word).inserted
    }
    return (buffer.cursor - named.count, words)
  }

  /// The function whose arguments are being typed.
  var enclosingFunction: CompletionWord? {
    guard let editor = typing.buffer, selected.content.kind == .input else { return nil }
    var (depth, place) = (0, editor.cursor - 1)
    let start = max(editor.lineStart(editor.cursor), editor.cursor - 400)
    while place >= start {
      switch editor.characters[place] {
      case ")": depth += 1
      case "(" where depth > 0: depth -= 1
      case "(":
        var begin = place
        while begin > start, editor.characters[begin - 1].isWordPart { begin -= 1 }
        return vocabulary.function(named: String(editor.characters[begin..<place]))
      default: break
      }
      place -= 1
    }
    return nil
  }
}

private func max(_ x: String, _ y: String, by measure: (String) -> Int) -> String {
  measure(x) >= measure(y) ? x : y
}
