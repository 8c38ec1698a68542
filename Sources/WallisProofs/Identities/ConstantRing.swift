internal import WallisArithmetic
internal import WallisFormulas

/// Rational functions over ℚ of the atoms of a node.
struct ConstantRing {
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

extension ConstantRing {
  /// The value of a node as a quotient of polynomials in the atoms; nil where its denominator is 0 or it is too large.
  func expression(of node: ConstantNode) -> Expression? {
    guard !atoms.isEmpty else { return constant(node).map { .fraction($0) } }
    guard let value = fraction(node) else { return nil }
    let whole = MultivariateFraction(reduced(value.numerator), reduced(value.denominator))
    guard whole.numerator.count + whole.denominator.count <= 40 else { return nil }
    let (top, bottom) = (expression(whole.numerator), expression(whole.denominator))
    return bottom == .integer(1) ? top : top.over(bottom)
  }

  private func expression(_ polynomial: MultivariatePolynomial) -> Expression {
    .combination(
      polynomial.terms.map { term in
        let powers = zip(atoms, term.exponents).filter { $0.1 != 0 }.map { $0.0.expression(power: $0.1) }
        return (term.coefficient, powers.dropFirst().reduce(powers.first) { $0?.times($1) })
      })
  }
}

extension ConstantAtom {
  fileprivate func expression(power: Int) -> Expression {
    func raised(_ x: Expression, _ exponent: Rational) -> Expression {
      exponent == 1 ? x : Expression(.power(x, .fraction(exponent)))
    }
    switch self {
    case .root(let prime, let degree):
      if degree == 2, power == 1 { return .call("sqrt", .integer(prime)) }
      return raised(.integer(prime), Rational(Integer(power), Integer(degree)))
    case .rootOfPi:
      if power == 1 { return .call("sqrt", .name("pi")) }
      return raised(.name("pi"), Rational(Integer(power), 2))
    case .exponential(let x): return raised(.name("e"), x * Rational(Integer(power)))
    case .other(let x): return raised(x, Rational(Integer(power)))
    }
  }
}
