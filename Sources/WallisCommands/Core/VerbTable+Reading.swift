internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas

/// How words become verbs.
extension VerbTable {
  /// The verb whose name begins the words, with the number of words that the name takes.
  func match(_ words: [String]) -> (verb: any Verb.Type, taken: Int)? {
    let matches = verbs.filter { words.starts(with: $0.declaration.words) }
    return matches.max { $0.declaration.words.count < $1.declaration.words.count }
      .map { ($0, $0.declaration.words.count) }
  }

  /// Whether a line that begins with the word is a verb line.
  func isVerb(_ word: String) -> Bool { verbs.contains { $0.declaration.words.first == word } }

  /// Reads a verb line.
  ///
  /// - Throws: a `Refusal` for an unknown verb or wrong options.
  func parse(_ words: [String]) throws(Refusal) -> any Verb {
    let words = hoistingGlobalOptions(words)
    guard let (verb, taken) = match(words) else { throw unknown(words) }
    do {
      return try verb.parseVerb(words.dropFirst(taken).map(LeadingMinus.protect))
    } catch {
      throw Refusal(
        Diagnostic(
          LeadingMinus.restore(verb.message(for: error)).trimmingFullStop,
          remedy: "wallis help \(verb.declaration.name)"))
    }
  }

  /// Options that every verb takes may stand before the verb.
  private func hoistingGlobalOptions(_ words: [String]) -> [String] {
    var (rest, hoisted) = (words[...], [String]())
    while let word = rest.first {
      if GlobalOptions.flags.contains(word)
        || GlobalOptions.valued.contains(where: { word.hasPrefix($0 + "=") })
      {
        hoisted.append(word)
      } else if GlobalOptions.valued.contains(word), rest.count > 1 {
        hoisted += rest.prefix(2)
        rest = rest.dropFirst()
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard !hoisted.isEmpty, let (_, taken) = match(Array(rest)) else { return Array(rest) }
    return Array(rest.prefix(taken)) + hoisted + Array(rest.dropFirst(taken))
  }

  /// The verb whose second word this is; nil where there is none, or more than one.
  func verb(withSecondWord word: String) -> (any Verb.Type)? {
    let found = verbs.filter { !$0.declaration.isHidden && $0.declaration.words.dropFirst() == [word] }
    return found.count == 1 ? found.first : nil
  }

  /// What is wrong with words of which the first begins verbs; nil where it begins none.
  func unknownSecondWord(_ words: [String]) -> Refusal? {
    guard let typed = words.first else { return nil }
    let group = declarations.filter { $0.words.first == typed }
    guard !group.isEmpty else { return nil }
    let names = group.map(\.name).joined(separator: ", ")
    guard let second = words.dropFirst().first, !second.hasPrefix("-") else {
      return Refusal("'\(typed)' needs a second word", remedy: "one of: \(names)")
    }
    let seconds = group.compactMap { $0.words.dropFirst().first }
    let nearest =
      NearestName.nearest(to: second, among: seconds) ?? NearestName.abbreviated(second, among: seconds)
    return Refusal(
      "unknown verb '\(typed) \(second)'",
      remedy: nearest.map { "did you mean '\(typed) \($0)'?" } ?? "one of: \(names)")
  }

  private func unknown(_ words: [String]) -> Refusal {
    if let refusal = unknownSecondWord(words) { return refusal }
    let typed = words.first ?? ""
    let nearest = NearestName.nearest(to: typed, among: declarations.map { $0.words[0] })
    return Refusal(
      "unknown verb '\(typed)'", remedy: nearest.map { "did you mean '\($0)'?" } ?? "wallis help")
  }
}

extension Verb {
  /// The verb with its options read from the words.
  fileprivate static func parseVerb(_ words: [String]) throws -> any Verb { try parse(words) }
}

extension String {
  fileprivate var trimmingFullStop: String {
    let line = split(separator: "\n").first.map(String.init) ?? self
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
