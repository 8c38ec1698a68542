package import WallisArithmetic

/// What an expression looks like.
extension Expression {
  /// Head of a root of a polynomial without another name: the polynomial in x, and digits of the root.
  ///
  /// Only closed forms have it; the expression grammar has no such function.
  package static let rootName = "root"

  /// Whether it is a whole number, 0 or more, without a decimal point.
  var isNatural: Bool {
    if case .number(let value, nil) = node { value.isInteger && value.signum >= 0 } else { false }
  }

  /// The integer that it is, written with a sign or without; nil for everything else.
  package var integer: Integer? {
    switch node {
    case .number(let value, nil) where value.isInteger: value.numerator
    case .negation(let x): x.isNatural ? x.integer.map { -$0 } : nil
    default: nil
    }
  }

  /// Whether it is a positive fraction of whole numbers, or one.
  var isRational: Bool {
    switch node {
    case .number(let value, nil): value.signum >= 0
    case .quotient(let p, let q): p.isNatural && q.isNatural
    default: false
    }
  }

  /// k for the exponent 1/k of a root with k ≥ 3.
  var rootDegree: Integer? {
    guard case .quotient(let one, let degree) = node, one.integer == 1, let degree = degree.integer,
      degree > 2
    else { return nil }
    return degree
  }

  /// Whether nothing but numbers occurs: no name and no function.
  public var isRationalNumber: Bool {
    switch node {
    case .number: true
    case .name, .result, .call: false
    default: operands.allSatisfy(\.isRationalNumber)
    }
  }

  /// Whether a name or a function other than a square root occurs.
  public var namesANumber: Bool {
    switch node {
    case .name: true
    case .call(let name, _) where name != "sqrt": true
    default: operands.contains(where: \.namesANumber)
    }
  }

  /// Whether a subexpression, itself among them, satisfies a condition; outer ones are asked first.
  public func contains(where condition: (Expression) -> Bool) -> Bool {
    condition(self) || operands.contains { $0.contains(where: condition) }
  }

  /// Whether an expression occurs in it.
  public func contains(_ other: Expression) -> Bool { contains { $0 == other } }

  /// The expression with another one in the place of every occurrence of `part`, but for names that an index hides.
  public func replacing(_ part: Expression, with other: Expression) -> Expression {
    if self == part { return other }
    guard let call = BoundCall(self), part == .name(call.variable) else {
      return replacingOperands { $0.replacing(part, with: other) }
    }
    // The index hides the name within the body.
    return BoundCall(
      call.operation, call.variable, from: call.lower.replacing(part, with: other),
      to: call.upper.replacing(part, with: other), of: call.body
    ).expression
  }
}

extension DecimalNumber {
  /// A decimal fraction with so many significant digits; nil where it has more, or is none.
  init?(_ value: Rational, digits: Int) {
    guard !value.isZero else {
      self.init(significand: 0, exponent: 0)
      return
    }
    var (significand, exponent) = (value, 0)
    while !significand.isInteger {
      guard exponent > -200_000 else { return nil }
      (significand, exponent) = (significand * 10, exponent - 1)
    }
    var integer = significand.numerator
    var length = "\(integer.magnitude)".count
    while length < digits { (integer, exponent, length) = (integer * 10, exponent - 1, length + 1) }
    while length > digits {
      guard Integer(10).divides(integer) else { return nil }
      (integer, exponent, length) = (integer.dividedExactly(by: 10), exponent + 1, length - 1)
    }
    self.init(significand: integer, exponent: exponent)
  }

  /// The number as a fraction.
  var fraction: Rational {
    exponent >= 0
      ? Rational(significand * Integer.powerOfTen(exponent))
      : Rational(significand, Integer.powerOfTen(-exponent))
  }
}
