public import WallisArithmetic

extension Expression {
  /// Highest degree that a polynomial may reach while it is expanded.
  public static let largestDegree = 64

  /// The expression expanded as a polynomial in n with integer coefficients.
  ///
  /// - Throws: a `SyntaxError` at the part that is not a polynomial in n over the integers.
  public func polynomial() throws(SyntaxError) -> Polynomial {
    let expanded = try rationalPolynomial()
    guard expanded.denominator == 1 else {
      throw SyntaxError(
        "the coefficients must be integers", at: range,
        remedy: "multiply a by c and b by c^2: the value is multiplied by c")
    }
    return expanded.numerator
  }

  /// `pcf(a, b)` with rational coefficients as pcf(c·a, c²·b)/c, where c is the least common denominator; nil where
  /// the coefficients are integers, or the arguments no two polynomials.
  static func inflated(_ arguments: [Expression], at range: Range<Int>) -> Expression? {
    guard arguments.count == 2, let a = try? arguments[0].rationalPolynomial(),
      let b = try? arguments[1].rationalPolynomial(), a.denominator != 1 || b.denominator != 1
    else { return nil }
    let scale = (a.denominator * b.denominator).dividedExactly(by: a.denominator.gcd(b.denominator))
    let name = Expression.name(NameTable.variable)
    let (top, bottom) = (scale.dividedExactly(by: a.denominator), scale.dividedExactly(by: b.denominator))
    let fraction = Expression(
      .call(
        "pcf",
        [
          Expression(Expression.polynomial(top * a.numerator, in: name).node, at: arguments[0].range),
          Expression(
            Expression.polynomial(scale * bottom * b.numerator, in: name).node, at: arguments[1].range),
        ]), at: range)
    return Expression(.quotient(fraction, .integer(scale)), at: range)
  }

  private typealias Fraction = (numerator: Polynomial, denominator: Integer)

  private func rationalPolynomial() throws(SyntaxError) -> Fraction {
    switch node {
    case .number(let value, _):
      return (Polynomial(constant: value.numerator), value.denominator)
    case .name(NameTable.variable):
      return (.variable, 1)
    case .negation(let x):
      let inner = try x.rationalPolynomial()
      return (-inner.numerator, inner.denominator)
    case .sum(let x, let y):
      return combine(try x.rationalPolynomial(), try y.rationalPolynomial(), sign: 1)
    case .difference(let x, let y):
      return combine(try x.rationalPolynomial(), try y.rationalPolynomial(), sign: -1)
    case .product(let x, let y):
      let (left, right) = (try x.rationalPolynomial(), try y.rationalPolynomial())
      try checkDegree(left.numerator.degree + right.numerator.degree)
      return reduced(left.numerator * right.numerator, left.denominator * right.denominator)
    case .quotient(let x, let y): return try quotient(x, y)
    case .power(let x, let y): return try power(x, y)
    case .name(let name): throw unknown(name)
    case .call, .result:
      throw SyntaxError("this is not a polynomial in n", at: range, remedy: "use numbers, n, + - * ^ only")
    }
  }

  private func unknown(_ name: String) -> SyntaxError {
    SyntaxError(
      "'\(name)' is not known in a polynomial", at: range,
      remedy: name.count == 1
        ? "the variable of a(n) and b(n) is n" : "write the polynomial in n, for example 2n+1")
  }

  private func quotient(_ x: Expression, _ y: Expression) throws(SyntaxError) -> Fraction {
    let (top, bottom) = (try x.rationalPolynomial(), try y.rationalPolynomial())
    guard bottom.numerator.degree <= 0 else {
      throw SyntaxError(
        "a polynomial cannot be divided by n", at: y.range, remedy: "inflate the fraction instead")
    }
    guard !bottom.numerator.isZero else { throw SyntaxError("division by zero", at: y.range) }
    return reduced(bottom.denominator * top.numerator, top.denominator * bottom.numerator[0])
  }

  private func power(_ x: Expression, _ y: Expression) throws(SyntaxError) -> Fraction {
    let (base, power) = (try x.rationalPolynomial(), try y.rationalPolynomial())
    guard power.denominator == 1, power.numerator.degree <= 0, let exponent = power.numerator[0].word,
      exponent >= 0
    else {
      throw SyntaxError("the exponent must be a whole number, 0 or more", at: y.range)
    }
    try checkDegree(max(1, base.numerator.degree) * min(exponent, 1_000_000))
    return (base.numerator.power(exponent), base.denominator.power(exponent))
  }

  private func checkDegree(_ degree: Int) throws(SyntaxError) {
    guard degree <= Expression.largestDegree else {
      throw SyntaxError(
        "this polynomial would have degree \(degree)", at: range,
        remedy: "degrees up to \(Expression.largestDegree) are supported")
    }
  }

  private func combine(_ x: Fraction, _ y: Fraction, sign: Integer) -> Fraction {
    reduced(
      y.denominator * x.numerator + (sign * x.denominator) * y.numerator, x.denominator * y.denominator)
  }

  private func reduced(_ numerator: Polynomial, _ denominator: Integer) -> Fraction {
    let common = numerator.content.gcd(denominator)
    let divisor = denominator.signum < 0 ? -common : common
    return (numerator.dividedExactly(by: divisor), denominator.dividedExactly(by: divisor))
  }
}
