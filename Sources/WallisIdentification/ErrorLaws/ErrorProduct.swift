internal import WallisArithmetic
internal import WallisFormulas

/// Products of powers of what the constants of error laws are made of.
struct ErrorProduct {
  private let rate: ErrorLaw.Rate
  private let limit: Ball

  /// A product of powers.
  struct Finding: Sendable {
    /// The modulus of the product without its power of |E|.
    let size: Expression
    /// The exponent of |E|.
    let shift: Rational
    let grade: Grade
  }

  init(_ rate: ErrorLaw.Rate, limit: Ball) { (self.rate, self.limit) = (rate, limit) }

  /// C as a product; nil where no relation of logarithms is a conjecture.
  func closedForm(_ constant: Ball) -> Finding? {
    guard !constant.containsZero else { return nil }
    var tried = 0
    for symbols in ErrorProduct.symbols {
      if let found = relation(constant, symbols, tried) { return found }
      tried += 8
    }
    return nil
  }

  /// What stands beside 2, 3, 5, 7 and |E|. An image of a number c under (p + qc)/(r + sc) has an error that is that of c
  /// times a square: of L for 1/c, of L − 1 or L + 1 for other simple maps.
  private static let symbols: [[Symbol]] = [
    [.constant("pi")], [.constant("pi"), .constant("gamma(1/3)"), .constant("gamma(1/4)")],
    [.constant("pi"), .constant("e"), .limit(plus: 0)],
    [.constant("pi"), .limit(plus: -1), .limit(plus: 1)],
    [.constant("pi"), .constant("e"), .limit(plus: -1), .limit(plus: 1)],
  ]

  private enum Symbol {
    case constant(String)
    case limit(plus: Int)
  }

  /// A symbol and its modulus; nil where that is 0 or unknown.
  private func base(_ symbol: Symbol, bits: Int) -> (Expression, Ball)? {
    switch symbol {
    case .constant(let name): return Constant.named(name).map { ($0.expression, $0.ball(bits: bits)) }
    case .limit(let shift):
      let value = (limit + shift).magnitude.rounded(toBits: bits)
      let limit = Expression.combination([(1, .name("L")), (Integer(shift), nil)].filter { $0.0 != 0 })
      return value.containsZero ? nil : (limit, value)
    }
  }

  private func relation(_ constant: Ball, _ symbols: [Symbol], _ tried: Int) -> Finding? {
    let bits = constant.bits
    var bases = [2, 3, 5, 7].map { (Expression.integer(Integer($0)), Ball($0, bits: bits)) }
    let others = symbols.compactMap { base($0, bits: bits) }
    guard others.count == symbols.count else { return nil }
    bases += others
    let isQuadratic = if case .quadratic = rate.base.shape { true } else { false }
    if isQuadratic { bases.append((rate.base.expression, rate.base.ball(bits: bits))) }
    let terms = [constant.magnitude.log] + bases.map { $0.1.log }
    guard let relation = IntegerRelation.search(among: terms, candidatesTried: tried).relation,
      relation.grade >= .conjecture, let divisor = relation.coefficients.first, !divisor.isZero
    else { return nil }
    var powers = zip(bases, relation.coefficients.dropFirst()).map {
      ProductLayout.Power(base: $0.0.0, exponent: -Rational($0.1, divisor))
    }
    let shift = isQuadratic ? powers.removeLast().exponent : 0
    powers.removeAll { $0.exponent.isZero }
    return Finding(size: ProductLayout(1, powers).expression, shift: shift, grade: .conjecture)
  }
}
