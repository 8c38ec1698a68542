/// Sums as lists.
extension Expression {
  /// What it is the sum of, each with the sign before it.
  func summands(_ sign: Int = 1) -> [(sign: Int, size: Expression)] {
    switch node {
    case .negation(let x): x.summands(-sign)
    case .sum(let x, let y): x.summands(sign) + y.summands(sign)
    case .difference(let x, let y): x.summands(sign) + y.summands(-sign)
    default: [(sign, self)]
    }
  }

  /// The sum of expressions with signs; equal ones with opposite signs go away.
  static func sum(of terms: [(sign: Int, size: Expression)]) -> Expression {
    var left = terms
    while let place = left.indices.first(where: { i in
      left.contains { $0.size == left[i].size && $0.sign == -left[i].sign }
    }) {
      let term = left.remove(at: place)
      if let other = left.firstIndex(where: { $0.size == term.size && $0.sign == -term.sign }) {
        left.remove(at: other)
      }
    }
    return left.reduce(Expression?.none) { sum, term in
      guard let sum else { return term.sign > 0 ? term.size : Expression(.negation(term.size)) }
      return Expression(term.sign > 0 ? .sum(sum, term.size) : .difference(sum, term.size))
    } ?? .integer(0)
  }
}
