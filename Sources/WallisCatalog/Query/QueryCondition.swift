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
