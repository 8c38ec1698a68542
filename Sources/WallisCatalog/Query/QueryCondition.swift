/// A condition of a query after reading: every name resolved, every literal checked.
indirect enum QueryCondition: Sendable {
  case all([QueryCondition])
  case any([QueryCondition])
  case not(QueryCondition)
  case compare(QueryField, QueryComparison, QueryLiteral)
}

extension QueryCondition {
  /// Whether it may hold for a formula and not for its mirror.
  var dependsOnSign: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.dependsOnSign)
    case .not(let part): part.dependsOnSign
    case .compare(let field, _, _): field.dependsOnSign
    }
  }
}

extension QueryCondition {
  /// Whether every formula that satisfies the condition is known to satisfy another one: texts that are looked for were
  /// written on, conditions were added.
  func implies(_ other: QueryCondition) -> Bool {
    switch (self, other) {
    case (.any(let parts), .any(let others)):
      parts.allSatisfy { part in others.contains { part.implies($0) } }
    case (_, .all(let others)): others.allSatisfy { implies($0) }
    case (.any(let parts), _): parts.allSatisfy { $0.implies(other) }
    case (.all(let parts), _): parts.contains { $0.implies(other) }
    case (_, .any(let others)): others.contains { implies($0) }
    case (.not(let part), .not(let another)): another.implies(part)
    case (.compare(let field, let comparison, let literal), .compare(let its, let compares, let sought)):
      field.name == its.name && comparison == compares
        && (literal == sought || comparison == .matches && field.text(literal, contains: sought))
    case (.not, .compare), (.compare, .not): false
    }
  }
}

extension QueryField {
  /// Whether what contains the one text contains the other; limits begin with their digits instead.
  fileprivate func text(_ literal: QueryLiteral, contains other: QueryLiteral) -> Bool {
    guard case .text(let text) = literal, case .text(let sought) = other else { return false }
    if kind == .digits { return text.utf8.starts(with: sought.utf8) }
    let automaton = TextAutomaton(.contains, sought)
    return automaton.accepts(automaton.state(automaton.start, after: text.utf8))
  }
}

enum QueryComparison: String, Sendable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case matches = "~"
  case has

  /// The comparison with its sides exchanged.
  var flipped: QueryComparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .unequal, .matches, .has: self
    }
  }
}

enum QueryLiteral: Sendable, Equatable {
  case number(Double)
  case text(String)
  case flag(Bool)
  /// A limit within one unit of the last digit written.
  case near(Double, unit: Double)
  /// The name of what occurs in a closed form.
  case occurrence(String)
  /// A search in the index of words.
  case words(String)
  case missing
}
