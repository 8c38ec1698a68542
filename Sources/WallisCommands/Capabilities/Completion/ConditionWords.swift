internal import ArgumentParser
internal import WallisCatalog
internal import WallisFormulas

/// A verb whose arguments are a condition on formulas of the catalog.
protocol ConditionVerb: Verb {}

extension CatalogQueryVerb: ConditionVerb {}
extension ExportVerb: ConditionVerb {}

extension VerbTable {
  /// The words that may complete a condition, a list of columns or an order at the end of a verb line, and what of them
  /// is typed; nil where the line does not end in one.
  ///
  /// Fields where a comparison may begin, constants behind `has`, the words of a field behind its comparison.
  package func conditionWords(of line: String) -> (typed: String, words: [KnownWord])? {
    let typed = String(line.reversed().prefix { $0.isLetter || $0.isNumber || "._".contains($0) }.reversed())
    let before = String(line.dropLast(typed.count))
    guard let condition = condition(in: before) else { return nil }
    let words = VerbTable.words(after: condition).filter { $0.word.hasPrefix(typed) && $0.word != typed }
    return (typed, words)
  }

  /// What stands of a condition before the word that is typed; nil outside of conditions.
  private func condition(in line: String) -> String? {
    let words = line.split { " '\"".contains($0) }.map(String.init)
    guard let (verb, taken) = match(words) else { return nil }
    if let option = words.lastIndex(where: { $0.hasPrefix("--") }), option >= taken {
      guard ["--query", "--columns", "--sort"].contains(words[option]) else { return nil }
      return words[(option + 1)...].joined(separator: " ")
    }
    guard verb is any ConditionVerb.Type, line.last != "-" else { return nil }
    return words.dropFirst(taken).joined(separator: " ")
  }

  private static func words(after condition: String) -> [KnownWord] {
    let pieces = condition.split { " ()".contains($0) }.map(String.init)
    if pieces.last == "has" {
      return NamedNumber.all.map { KnownWord($0.name, $0.summary, kind: .constant) }
    }
    let fields = QueryFieldTable.all.map { KnownWord($0.name, $0.summary, kind: .constant) }
    guard let last = pieces.last, let sign = comparison(last) else {
      return fields + (pieces.isEmpty ? [] : connectives) + [
        KnownWord("not", "the opposite", kind: .constant)
      ]
    }
    let name = last.count > sign.count ? String(last.dropLast(sign.count)) : pieces.dropLast().last ?? ""
    guard let field = QueryFieldTable.field(named: name) else { return [] }
    return values(of: field)
  }

  private static let connectives = [
    KnownWord("and", "both hold", kind: .constant), KnownWord("or", "one of them holds", kind: .constant),
    KnownWord("has", "behind closedForm: a constant occurs", kind: .constant),
  ]

  /// The sign of a comparison at the end of a word.
  private static func comparison(_ word: String) -> String? {
    ["<=", ">=", "!=", "=", "<", ">", "~"].first { word.hasSuffix($0) }
  }

  private static func values(of field: QueryField) -> [KnownWord] {
    let words =
      switch field.kind {
      case .word(let words): words
      case .flag: ["true", "false"]
      case .time: ["today", "yesterday"]
      default: [String]()
      }
    return (words + ["null"]).map { KnownWord($0, "a value of \(field.name)", kind: .constant) }
  }
}
