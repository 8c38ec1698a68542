internal import WallisArithmetic
internal import WallisFormulas

/// A polynomial in one variable with rational coefficients, constant term first; as much of it as rows of fields need.
struct RationalPolynomial: Hashable {
  private(set) var coefficients: [Rational]

  init(_ coefficients: [Rational]) {
    let length = coefficients.lastIndex { $0.signum != 0 }.map { $0 + 1 } ?? 0
    self.coefficients = Array(coefficients.prefix(length))
  }

  init(_ polynomial: Polynomial) { self.init(polynomial.coefficients.map { Rational($0) }) }

  var degree: Int { coefficients.count - 1 }

  subscript(power: Int) -> Rational { coefficients.indices.contains(power) ? coefficients[power] : 0 }

  static func - (x: RationalPolynomial, y: RationalPolynomial) -> RationalPolynomial {
    RationalPolynomial((0..<max(x.coefficients.count, y.coefficients.count)).map { x[$0] - y[$0] })
  }

  static func * (x: RationalPolynomial, y: RationalPolynomial) -> RationalPolynomial {
    guard x.degree >= 0, y.degree >= 0 else { return RationalPolynomial([]) }
    var product = [Rational](repeating: 0, count: x.degree + y.degree + 1)
    for (i, c) in x.coefficients.enumerated() {
      for (j, d) in y.coefficients.enumerated() { product[i + j] = product[i + j] + c * d }
    }
    return RationalPolynomial(product)
  }

  /// P(x + step).
  func shifted(by step: Int) -> RationalPolynomial {
    var taylor = coefficients
    for start in taylor.indices.dropLast() {
      for index in taylor.indices.dropLast().reversed() where index >= start {
        taylor[index] = taylor[index] + Rational(Integer(step)) * taylor[index + 1]
      }
    }
    return RationalPolynomial(taylor)
  }
}

/// Polynomials g with g(x)·(g(x + step) − c(x)) = b(x) + constant: the rows of a conjugate pair.
///
/// The coefficients are found from the leading one down: each is the root of a linear or quadratic equation, given by
/// the highest power of x that depends on it. Rational roots only.
struct PairEquation {
  let step: Int
  let c: RationalPolynomial
  let b: RationalPolynomial
  let degree: Int

  private static let mostSolutions = 16

  /// All solutions of the degree.
  var solutions: [RationalPolynomial] {
    var found: [RationalPolynomial] = []
    extend([Rational](repeating: 0, count: degree + 1), at: degree, &found)
    return found
  }

  /// The rest g(x)·(g(x + step) − c(x)) − b(x).
  private func rest(_ g: [Rational]) -> RationalPolynomial {
    let polynomial = RationalPolynomial(g)
    return polynomial * (polynomial.shifted(by: step) - c) - b
  }

  private func extend(_ known: [Rational], at place: Int, _ found: inout [RationalPolynomial]) {
    guard found.count < PairEquation.mostSolutions else { return }
    guard place >= 0 else {
      if rest(known).degree <= 0 { found.append(RationalPolynomial(known)) }
      return
    }
    let rests = [0, 1, -1].map { (value: Int) in
      var trial = known
      trial[place] = Rational(Integer(value))
      return rest(trial)
    }
    let top = rests.map(\.degree).max() ?? 0
    guard top > 0, let power = (1...top).last(where: { p in rests.contains { $0[p] != rests[0][p] } }) else {
      // Nothing but the constant depends on it: 0 is as good as any other.
      return extend(known, at: place - 1, &found)
    }
    guard rests[0].degree <= power || (power + 1...rests[0].degree).allSatisfy({ rests[0][$0].signum == 0 })
    else { return }
    // c0 + c1 u + c2 u² from the values at 0, 1 and −1.
    let (c0, plus, minus) = (rests[0][power], rests[1][power], rests[2][power])
    let c1 = (plus - minus) / 2
    let c2 = (plus + minus) / 2 - c0
    for root in PairEquation.roots(c0, c1, c2) {
      var next = known
      next[place] = root
      extend(next, at: place - 1, &found)
    }
  }

  private static func roots(_ c0: Rational, _ c1: Rational, _ c2: Rational) -> [Rational] {
    guard c2.signum != 0 else { return c1.signum == 0 ? [] : [-c0 / c1] }
    guard let root = (c1 * c1 - 4 * c0 * c2).squareRoot else { return [] }
    let bottom = 2 * c2
    return root.signum == 0 ? [-c1 / bottom] : [(-c1 + root) / bottom, (-c1 - root) / bottom]
  }
}
