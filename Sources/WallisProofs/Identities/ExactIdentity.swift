internal import WallisArithmetic
public import WallisFormulas

/// Equality of expressions over constants by exact identities: rational operations, roots of integers, powers of e,
/// logarithms of fractions, and the values of zeta and gamma functions that theorems give.
///
/// True is a proof. False says nothing: the numbers may be different, or equal for a reason that is not looked for.
public enum ExactIdentity {
  /// Whether two expressions are equal by identities, and both are defined.
  public static func areEqual(_ x: Expression, _ y: Expression) -> Bool {
    guard let left = try? x.evaluate(digits: 20).enclosure, let right = try? y.evaluate(digits: 20).enclosure,
      left.isFinite, right.isFinite, left.overlaps(right)
    else { return false }
    let difference = ConstantNode.sum([ConstantNode(x), ConstantNode(y).times(-1)])
    return ConstantRing(difference).isZero(difference)
  }
}

/// Rational functions over ℚ of the atoms of a node.
private struct ConstantRing {
  private let atoms: [ConstantAtom]
  /// exp of this is a symbol, all exponentials being powers of it.
  private let unit: Rational

  init(_ node: ConstantNode) {
    var found: [ConstantAtom] = []
    ConstantRing.collect(node, &found)
    let exponents = found.compactMap { atom -> Rational? in
      if case .exponential(let x) = atom { x } else { nil }
    }
    let bottom = exponents.reduce(Integer(1)) {
      ($0 * $1.denominator).dividedExactly(by: $0.gcd($1.denominator))
    }
    unit = Rational(1, bottom)
    var symbols: [ConstantAtom] = exponents.isEmpty ? [] : [.exponential(unit)]
    for atom in found {
      if case .exponential = atom { continue }
      if !symbols.contains(atom) { symbols.append(atom) }
    }
    atoms = symbols
  }

  private static func collect(_ node: ConstantNode, _ found: inout [ConstantAtom]) {
    switch node {
    case .rational: break
    case .atom(let atom): found.append(atom)
    case .sum(let parts), .product(let parts): parts.forEach { collect($0, &found) }
    case .quotient(let x, let y):
      collect(x, &found)
      collect(y, &found)
    case .power(let x, _): collect(x, &found)
    }
  }

  /// Whether the node is 0 whatever the symbols are, roots obeying their equations.
  func isZero(_ node: ConstantNode) -> Bool {
    guard !atoms.isEmpty else { return constant(node)?.isZero == true }
    return fraction(node).map { reduced($0.numerator).isZero } ?? false
  }

  private func constant(_ node: ConstantNode) -> Rational? {
    switch node {
    case .rational(let x): return x
    case .atom: return nil
    case .sum(let parts):
      return parts.reduce(Rational?(0)) { sum, part in sum.flatMap { x in constant(part).map { x + $0 } } }
    case .product(let parts):
      return parts.reduce(Rational?(1)) { product, part in
        product.flatMap { x in constant(part).map { x * $0 } }
      }
    case .quotient(let x, let y):
      guard let top = constant(x), let bottom = constant(y), !bottom.isZero else { return nil }
      return top / bottom
    case .power(let x, let exponent):
      return constant(x).map { Rational($0.numerator.power(exponent), $0.denominator.power(exponent)) }
    }
  }

  private func fraction(_ node: ConstantNode) -> MultivariateFraction? {
    switch node {
    case .rational(let x): return MultivariateFraction(constant: x, variables: atoms.count)
    case .atom(let atom): return symbol(atom)
    case .sum(let parts): return combine(parts, from: 0, +)
    case .product(let parts): return combine(parts, from: 1, *)
    case .quotient(let x, let y):
      guard let top = fraction(x), let bottom = fraction(y), !bottom.numerator.isZero else { return nil }
      return top / bottom
    case .power(let x, let exponent):
      return fraction(x).map {
        MultivariateFraction($0.numerator.power(exponent), $0.denominator.power(exponent))
      }
    }
  }

  private func combine(
    _ parts: [ConstantNode], from start: Rational,
    _ operation: (MultivariateFraction, MultivariateFraction) -> MultivariateFraction
  ) -> MultivariateFraction? {
    var result = MultivariateFraction(constant: start, variables: atoms.count)
    for part in parts {
      guard let value = fraction(part) else { return nil }
      result = operation(result, value)
      result = MultivariateFraction(reduced(result.numerator), result.denominator)
    }
    return result
  }

  private func symbol(_ atom: ConstantAtom) -> MultivariateFraction? {
    var (sought, exponent) = (atom, 1)
    if case .exponential(let x) = atom {
      guard let times = (x / unit).numerator.word, times <= 1_000 else { return nil }
      (sought, exponent) = (.exponential(unit), times)
    }
    return atoms.firstIndex(of: sought).map {
      MultivariateFraction(MultivariatePolynomial(variable: $0, of: atoms.count).power(exponent))
    }
  }

  /// The polynomial with powers of roots below their degrees.
  private func reduced(_ polynomial: MultivariatePolynomial) -> MultivariatePolynomial {
    let roots = atoms.enumerated().compactMap { index, atom -> (index: Int, prime: Integer, degree: Int)? in
      if case .root(let prime, let degree) = atom { (index, prime, degree) } else { nil }
    }
    guard roots.contains(where: { polynomial.degree(in: $0.index) >= $0.degree }) else { return polynomial }
    let terms = polynomial.terms.map { term in
      var (exponents, coefficient) = (term.exponents, term.coefficient)
      for root in roots {
        coefficient = coefficient * root.prime.power(exponents[root.index] / root.degree)
        exponents[root.index] %= root.degree
      }
      return MultivariatePolynomial.Term(exponents: exponents, coefficient: coefficient)
    }
    return MultivariatePolynomial(terms, variables: atoms.count)
  }
}
