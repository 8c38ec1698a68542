/// The kinds of formulas that a catalog, a list of known formulas or a verb can read.
///
/// It is passed to whoever reads keys; there is no other place that knows all kinds.
public struct FormulaKinds: Sendable {
  private let kinds: [any FormulaKind.Type]

  /// A table of kinds.
  /// - Precondition: their words differ and hold no space.
  public init(_ kinds: [any FormulaKind.Type]) {
    precondition(
      Set(kinds.map { $0.word }).count == kinds.count && kinds.allSatisfy { !$0.word.contains(" ") },
      "every kind has a word of its own")
    self.kinds = kinds
  }

  /// The words of the kinds, in the order of the table.
  public var words: [String] { kinds.map { $0.word } }

  /// The table with one more kind.
  public func adding(_ kind: any FormulaKind.Type) -> FormulaKinds { FormulaKinds(kinds + [kind]) }

  /// The formula that a key stands for; nil for text that is no key.
  public func formula(key: String) -> Formula? {
    guard let (kind, words) = split(key) else { return nil }
    return kind.init(keyWords: words).map { Formula($0) }
  }

  /// The formula that an expression is; nil for those that are none of these kinds.
  ///
  /// - Throws: a `SyntaxError` where the expression is meant to be one of them and is not well made.
  public func formula(_ expression: Expression) throws(SyntaxError) -> Formula? {
    for kind in kinds {
      if let found = try kind.formula(expression) { return Formula(found) }
    }
    return nil
  }

  /// What the catalog keeps of a key in columns of their own; nil for kinds that have none, and for text that is no key.
  public func columns(key: String) -> FormulaColumns? {
    guard let (kind, words) = split(key) else { return nil }
    return kind.columns(keyWords: words)
  }

  private func split(_ key: String) -> (kind: any FormulaKind.Type, words: [Substring])? {
    let words = key.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map(Substring.init)
    guard let kind = kinds.first(where: { $0.word == words[0] }) else { return nil }
    return (kind, Array(words.dropFirst()))
  }
}
