/// A condition of a query after reading: every name resolved, every literal checked.
indirect enum QueryCondition: Sendable {
  case all([QueryCondition])
  case any([QueryCondition])
  case not(QueryCondition)
  case compare(QueryField, QueryComparison, QueryLiteral)
}

extension QueryCondition {
  /// Whether it selects one class and nothing else.
  var isOneClass: Bool {
    if case .compare(let field, .equal, .text) = self { field.name == "class" } else { false }
  }

  /// The names of the fields that it reads.
  var fields: Set<String> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
    case .not(let part): part.fields
    case .compare(let field, _, _): [field.name]
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
