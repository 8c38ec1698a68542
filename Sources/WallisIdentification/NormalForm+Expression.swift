internal import WallisArithmetic
public import WallisFormulas

extension NormalForm: CustomStringConvertible {
  /// Plain text, for example `4/(pi-2)`, `(1+sqrt(17))/2` or `2gauss/(4gauss-3)`.
  public var description: String { "\(closedForm)" }

  /// The number as an expression over named constants, in the one order in which it is written.
  public var closedForm: ClosedForm { ClosedForm(expression) }

  /// The closed form in one of the notations.
  public func text(_ notation: Notation) -> String { closedForm.text(notation) }

  var expression: Expression {
    switch shape {
    case .rational(let x): .fraction(x)
    case .quadratic(let x): FormLayout(quadratic: x).expression
    case .moebius(let x): FormLayout(moebius: x).expression
    case .algebraic(let x): x.expression
    case .quotient(let x): x.expression
    case .mapped(let x): x.expression
    }
  }
}

/// lead + top/bottom with linear forms above and below.
private struct FormLayout {
  var lead: Integer = 0
  var top: LinearForm
  var bottom = LinearForm(unit: 1)

  init(quadratic x: QuadraticNumber) {
    if x.p == 1, x.q == 1, x.d == 5, x.r == 2 {
      top = LinearForm(slope: 1, of: .name("phi"))
    } else {
      top = LinearForm(unit: x.p, slope: x.q, of: .root(of: x.d), unitFirst: true)
      bottom = LinearForm(unit: x.r)
    }
  }

  init(moebius x: MoebiusImage) {
    let symbol = x.constant.expression
    switch x.constant.nature {
    case .invertible(let reciprocal) where x.r.isZero:
      (top, bottom) = FormLayout.linear(x.q, x.p, over: x.s, symbol: reciprocal)
    case _ where x.s.isZero && !x.p.isZero:
      (top, bottom) = FormLayout.linear(x.p, x.q, over: x.r, symbol: symbol)
    case .quotient(let upper, let lower):
      top = LinearForm(unit: x.p, slope: x.q, of: upper, over: lower)
      bottom = LinearForm(unit: x.r, slope: x.s, of: upper, over: lower)
    default:
      if x.r.isZero, !x.q.isZero, x.s.divides(x.q) { lead = x.q.dividedExactly(by: x.s) }
      top = LinearForm(unit: x.p, slope: lead.isZero ? x.q : 0, of: symbol)
      bottom = LinearForm(unit: x.r, slope: x.s, of: symbol)
    }
  }

  /// (p + q·symbol)/r; without a denominator the integer comes first.
  private static func linear(
    _ p: Integer, _ q: Integer, over r: Integer, symbol: Expression
  ) -> (LinearForm, LinearForm) {
    (LinearForm(unit: p, slope: q, of: symbol, unitFirst: r == 1), LinearForm(unit: r))
  }

  var expression: Expression {
    guard !lead.isZero else { return fraction(top) }
    let size = Expression.integer(lead.magnitude)
    if lead.signum < 0 { return Expression(.difference(fraction(top), size)) }
    return Expression(
      top.isNegative ? .difference(size, fraction(top.negated)) : .sum(size, fraction(top)))
  }

  private func fraction(_ top: LinearForm) -> Expression {
    if bottom.isOne { return top.expression }
    if top.isNegative { return Expression(.negation(fraction(top.negated))) }
    return top.expression.over(bottom.expression)
  }
}

/// unit·lower + slope·upper, the unit being a plain integer unless `lower` names a symbol.
private struct LinearForm {
  var unit: Integer
  var slope: Integer
  let upper: Expression?
  let lower: Expression?
  let unitFirst: Bool

  init(
    unit: Integer = 0, slope: Integer = 0, of upper: Expression? = nil, over lower: Expression? = nil,
    unitFirst: Bool = false
  ) {
    (self.unit, self.slope, self.upper, self.lower) = (unit, slope, upper, lower)
    self.unitFirst = unitFirst
  }

  var isOne: Bool { unit == 1 && slope.isZero && lower == nil }
  var isNegative: Bool { unit.signum <= 0 && slope.signum <= 0 }

  var negated: LinearForm {
    LinearForm(unit: -unit, slope: -slope, of: upper, over: lower, unitFirst: unitFirst)
  }

  /// The sum with a positive term first where there is one.
  var expression: Expression {
    let leadsWithUnit = slope.signum < 0 || (unitFirst && unit.signum > 0)
    let (integer, multiple) = ((coefficient: unit, symbol: lower), (coefficient: slope, symbol: upper))
    return .combination(leadsWithUnit ? [integer, multiple] : [multiple, integer])
  }
}

extension LinearSum {
  /// The sum, a positive term first where there is one.
  var expression: Expression {
    let first = terms.firstIndex { $0.coefficient.signum > 0 } ?? 0
    let ordered =
      terms.indices.contains(first) ? [terms[first]] + terms[..<first] + terms[(first + 1)...] : []
    return .combination(ordered.map { ($0.coefficient, $0.constant?.expression) })
  }

  /// True when every coefficient is negative.
  var isNegative: Bool { terms.allSatisfy { $0.coefficient.signum < 0 } }
}

extension ConstantQuotient {
  /// The quotient, for example `(2pi+3log(2)-1)/4`.
  var expression: Expression {
    guard !top.isNegative else { return Expression(.negation(over(top.dividedExactly(by: -1)))) }
    return over(top)
  }

  private func over(_ top: LinearSum) -> Expression {
    bottom.integer == 1 ? top.expression : top.expression.over(bottom.expression)
  }
}

extension AlgebraicNumber {
  /// The number with a root where it is one, `(1+cbrt(2))/3`, else as a root of its polynomial.
  var expression: Expression {
    guard let radical else { return .root(self) }
    let (degree, bottom) = (polynomial.degree, radical.shift.denominator)
    let scaled = radical.radicand * Rational(bottom.power(degree))
    guard bottom != 1, scaled.isInteger else {
      return AlgebraicNumber.sum(radical.shift, radical.isNegative, radical.radicand, degree)
    }
    let top = AlgebraicNumber.sum(radical.shift * Rational(bottom), radical.isNegative, scaled, degree)
    return top.over(.integer(bottom))
  }

  /// shift ± radicand^(1/degree), without a shift of 0.
  private static func sum(
    _ shift: Rational, _ isNegative: Bool, _ radicand: Rational, _ degree: Int
  ) -> Expression {
    let inner = Expression.fraction(radicand)
    let root =
      degree == 3
      ? .call("cbrt", inner)
      : Expression(.power(inner, Expression.integer(1).over(.integer(Integer(degree)))))
    guard shift.signum != 0 else { return isNegative ? Expression(.negation(root)) : root }
    let size = Expression(.number(shift.magnitude, digits: nil))
    if isNegative {
      return Expression(.difference(shift.signum < 0 ? Expression(.negation(size)) : size, root))
    }
    return Expression(shift.signum > 0 ? .sum(size, root) : .difference(root, size))
  }
}
