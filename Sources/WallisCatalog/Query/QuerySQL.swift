internal import GRDB
internal import WallisFormulas

/// A condition as SQL with bound arguments; names come from `QueryFieldTable` only, literals are always bound.
struct QuerySQL {
  private(set) var arguments: [any DatabaseValueConvertible] = []

  /// The condition as SQL that is true, false or null; null counts as false.
  mutating func text(of condition: QueryCondition) -> String {
    switch condition {
    case .all(let parts): QuerySQL.joined(parts.map { text(of: $0) }[...], " AND ")
    case .any(let parts): QuerySQL.joined(parts.map { text(of: $0) }[...], " OR ")
    case .not(let part): "NOT coalesce(\(text(of: part)), 0)"
    case .compare(let field, let comparison, let literal): text(of: field, comparison, literal)
    }
  }

  /// Longest chain of one operator: SQLite reads expressions to a depth of 1,000 only.
  private static let longestChain = 100

  /// Parts in parentheses, halved where they are many, so that the depth grows with the logarithm of their number.
  private static func joined(_ parts: ArraySlice<String>, _ word: String) -> String {
    guard parts.count > longestChain else { return "(\(parts.joined(separator: word)))" }
    let middle = parts.startIndex + parts.count / 2
    return "(\(joined(parts[..<middle], word))\(word)\(joined(parts[middle...], word)))"
  }

  private mutating func text(
    of field: QueryField, _ comparison: QueryComparison, _ literal: QueryLiteral
  ) -> String {
    if let members = field.members { return text(ofMembers: members, comparison, literal) }
    switch literal {
    case .missing: return "\(field.sql) IS \(comparison == .equal ? "" : "NOT ")NULL"
    case .flag(let flag):
      if let holders = field.holders {
        return "f.id \(flag == (comparison == .equal) ? "" : "NOT ")IN (\(holders))"
      }
      return "\(field.sql) = \(flag == (comparison == .equal) ? 1 : 0)"
    case .near(let number, let unit):
      arguments += [number - unit, number + unit]
      return "\(field.sql) \(comparison == .equal ? "" : "NOT ")BETWEEN ? AND ?"
    case .number(let number):
      arguments.append(number)
      return onlyWhereStored(field, "\(ranked(field)) \(comparison.rawValue) ?")
    case .text(let text): return onlyWhereStored(field, self.text(of: field, comparison, text))
    case .occurrence(let name): return text(ofOccurrence: name)
    case .words(let expression):
      arguments.append(expression)
      return "f.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
    }
  }

  /// The occurrence of a constant as itself: π does not occur in what is told by π√3.
  private mutating func text(ofOccurrence name: String) -> String {
    let larger = Constant.names(containing: name)
    arguments += [name] + larger
    return """
      f.id IN (SELECT formula FROM finding JOIN occurrence ON finding = finding.id WHERE name = ? AND finding.id NOT IN \
      (SELECT finding FROM occurrence WHERE name IN (\(larger.map { _ in "?" }.joined(separator: ", ")))))
      """
  }

  /// A comparison that is null for most rows of the catalog, tried only for the few where it is not.
  private func onlyWhereStored(_ field: QueryField, _ condition: String) -> String {
    field.table.map { "(f.id IN (SELECT formula FROM \($0)) AND \(condition))" } ?? condition
  }

  /// A comparison with the values of a field that may have several.
  private mutating func text(
    ofMembers members: String, _ comparison: QueryComparison, _ literal: QueryLiteral
  ) -> String {
    switch literal {
    case .number(let number): arguments.append(number)
    case .text(let text): arguments.append(text)
    case .missing: return "f.id \(comparison == .equal ? "NOT " : "")IN (\(members) IS NOT NULL)"
    case .flag, .near, .words, .occurrence: return "0"
    }
    return comparison == .unequal
      ? "f.id NOT IN (\(members) = ?)" : "f.id IN (\(members) \(comparison.rawValue) ?)"
  }

  private mutating func text(of field: QueryField, _ comparison: QueryComparison, _ text: String) -> String {
    guard field.kind == .digits, comparison == .matches else {
      let own = plain(field.sql, field.kind, comparison, text)
      guard let synonym = field.synonym else { return own }
      let other = plain(synonym, field.kind, comparison, text)
      return comparison == .unequal
        ? "(\(own) AND coalesce(\(other), 1))" : "(\(own) OR coalesce(\(other), 0))"
    }
    arguments += [text.count, text]
    guard let (low, high) = QuerySQL.range(ofDigits: text) else { return "substr(f.value, 1, ?) = ?" }
    arguments += [low, high]
    return "(substr(f.value, 1, ?) = ? AND f.number BETWEEN ? AND ?)"
  }

  /// The comparison of one text in SQL.
  private mutating func plain(
    _ sql: String, _ kind: QueryField.Kind, _ comparison: QueryComparison, _ text: String
  ) -> String {
    arguments.append(text)
    if comparison == .matches { return "instr(lower(\(sql)), lower(?)) > 0" }
    guard kind == .time, comparison == .equal || comparison == .unequal else {
      return "\(sql) \(comparison.rawValue) ?"
    }
    arguments.insert(text.count, at: arguments.count - 1)
    return "substr(\(sql), 1, ?) \(comparison.rawValue) ?"
  }

  /// Numbers whose positional notation begins so; nil without a decimal point, after which any size may follow.
  private static func range(ofDigits text: String) -> (low: Double, high: Double)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Double(text + "0"), let unit = Double("1e-\(parts[1].count)") else {
      return nil
    }
    return text.hasPrefix("-") ? (number - unit, number) : (number, number + unit)
  }

  /// A field with ordered words as its rank among them.
  private func ranked(_ field: QueryField) -> String {
    guard case .word(let words) = field.kind else { return field.sql }
    let cases = words.enumerated().map { "WHEN '\($1)' THEN \($0)" }
    return "CASE \(field.sql) \(cases.joined(separator: " ")) END"
  }
}
