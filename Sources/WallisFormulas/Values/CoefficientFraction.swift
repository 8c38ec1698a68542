internal import WallisArithmetic

/// A continued fraction a(0) + b(1)/(a(1) + …) whose coefficients are functions of n and not both polynomials, such as
/// `pcf(2^n, 1)`, `pcf(1, n!)` or `pcf(sqrt(2)*n, n^2)`. It has a value and no dynamics.
struct CoefficientFraction {
  let a: Expression
  let b: Expression
  let range: Range<Int>

  /// Nil for fractions of polynomials, and where a coefficient is no function of n alone.
  init?(_ expression: Expression) {
    guard case .call("pcf", let sides) = expression.node, sides.count == 2,
      !sides.contains(where: \.isCycle), sides.allSatisfy(\.isCoefficient),
      sides.contains(where: \.isBeyondPolynomials)
    else { return nil }
    (a, b, range) = (sides[0], sides[1], expression.range)
  }

  /// Terms of the first attempt; each further one has twice as many.
  private static let fewestTerms = 32
  private static let mostTerms = 1 << 15
  /// Decimals beyond those asked for to which neighbouring convergents have to agree.
  private static let reserve = 5

  /// The limit.
  ///
  /// Where all coefficients are positive neighbouring convergents enclose it; otherwise the convergents of two depths
  /// agree, and the verification says so.
  /// - Throws: a `SyntaxError` where a coefficient has no value, and `ResourceLimit`.
  func evaluate(digits: Int, limits: EvaluationLimits) throws -> Evaluation {
    let isPositive = a.isPositiveCoefficient && b.isPositiveCoefficient
    var terms = CoefficientFraction.fewestTerms
    var before: Pair?
    while terms <= CoefficientFraction.mostTerms {
      let bits = Digits.workingBits(digits + CoefficientFraction.reserve) + 64
      guard Double(terms) * Double(bits) <= limits.work else { break }
      switch try convergents(terms, digits: digits, bits: bits, limits: limits) {
      case .ends(let value):
        return Evaluation(outcome: .value, enclosure: value, convergence: .finite, verification: .balls)
      case .pair(let now):
        if let found = judged(now, before, digits: digits, isPositive: isPositive, terms: terms) {
          return found
        }
        before = now
      case .unbounded: before = nil
      }
      terms *= 2
    }
    return Evaluation(
      outcome: .undetermined("the convergents still move after \(terms / 2) terms"), convergence: nil,
      verification: .coefficients)
  }

  /// The convergents at an even depth and at the one after it.
  private struct Pair {
    let even: Ball
    let odd: Ball
  }

  private enum Convergents {
    case pair(Pair)
    /// A numerator is 0: the fraction is finite.
    case ends(Ball)
    /// No precision that was tried tells a denominator from 0.
    case unbounded
  }

  private func judged(_ now: Pair, _ before: Pair?, digits: Int, isPositive: Bool, terms: Int) -> Evaluation?
  {
    let places = digits + CoefficientFraction.reserve
    if isPositive, CoefficientFraction.agree(now.even, now.odd, places) {
      return Evaluation(
        outcome: .value, enclosure: now.even.union(now.odd), convergence: nil,
        verification: .brackets(depth: terms))
    }
    guard let before, CoefficientFraction.agree(before.even, now.even, places),
      CoefficientFraction.agree(before.odd, now.odd, places)
    else { return nil }
    if CoefficientFraction.agree(now.even, now.odd, places) {
      let around = now.even.union(now.odd).union(before.even)
      return Evaluation(outcome: .value, enclosure: around, convergence: nil, verification: .agreement)
    }
    guard !now.even.overlaps(now.odd) else { return nil }
    return Evaluation(
      outcome: .oscillates(.evenAndOdd), convergence: nil, verification: .agreement,
      sides: Evaluation.Sides(even: now.even.union(before.even), odd: now.odd.union(before.odd)))
  }

  /// Whether two numbers differ by less than a unit in a decimal place of the larger one.
  private static func agree(_ x: Ball, _ y: Ball, _ places: Int) -> Bool {
    let size = max(x.magnitudeExponent ?? 0, y.magnitudeExponent ?? 0)
    guard let difference = (x - y).magnitudeExponent else { return true }
    return difference < size - Int(Double(places) * 3.33) - 1
  }

  /// By the recurrence from behind, at more bits where a denominator cannot be told from 0.
  private func convergents(_ terms: Int, digits: Int, bits: Int, limits: EvaluationLimits) throws
    -> Convergents
  {
    for bits in [bits, 2 * bits, 6 * bits] {
      let coefficients = try Coefficients(self, terms: terms + 1, bits: bits, limits: limits)
      guard let even = coefficients.convergent(terms) else { continue }
      if coefficients.isFinite { return .ends(even) }
      guard let odd = coefficients.convergent(terms + 1) else { continue }
      return .pair(Pair(even: even, odd: odd))
    }
    return .unbounded
  }
}

/// The coefficients to a depth at a precision.
private struct Coefficients {
  private var a: [Ball] = []
  private var b: [Ball] = []
  /// Whether a numerator is exactly 0: there the fraction ends.
  private(set) var isFinite = false

  init(_ fraction: CoefficientFraction, terms: Int, bits: Int, limits: EvaluationLimits) throws {
    var pass = ExpressionValue(limits: limits, bits: bits)
    for n in 0...terms {
      pass.variables[NameTable.variable] = .exact(Rational(Integer(n)))
      if n > 0 {
        let numerator = try Coefficients.value(fraction.b, n, pass).ball(bits: bits)
        guard !numerator.isExactZero else {
          isFinite = true
          return
        }
        b.append(numerator)
      }
      a.append(try Coefficients.value(fraction.a, n, pass).ball(bits: bits))
    }
  }

  private static func value(_ coefficient: Expression, _ n: Int, _ pass: ExpressionValue) throws -> Quantity {
    do {
      return try pass.value(of: coefficient)
    } catch let error as SyntaxError {
      throw SyntaxError("for n = \(n): \(error.message)", at: coefficient.range, remedy: error.remedy)
    } catch let undecided as Undecided {
      throw SyntaxError("for n = \(n): \(undecided.reason)", at: coefficient.range)
    }
  }

  /// The convergent of a depth, or the whole of a finite fraction; nil where a denominator contains 0.
  func convergent(_ depth: Int) -> Ball? {
    var value = a[min(depth, a.count - 1)]
    for n in (0..<min(depth, a.count - 1)).reversed() {
      guard !value.containsZero else { return nil }
      value = a[n] + b[n] / value
    }
    return value.isFinite ? value : nil
  }
}

extension Expression {
  /// Whether every name in it is n or a number, and every function one that expressions know.
  fileprivate var isCoefficient: Bool {
    switch node {
    case .number: true
    case .name(let name): name == NameTable.variable || NamedNumber.named(name) != nil
    case .result: false
    case .call(let name, let arguments):
      !FunctionTable.isLimit(name) && !BoundCall.binds(name)
        && FunctionTable.function(named: name) != nil && arguments.allSatisfy(\.isCoefficient)
    default: operands.allSatisfy(\.isCoefficient)
    }
  }

  /// Whether it holds what no polynomial or rational function of n holds: a function, an irrational number, or n in
  /// an exponent.
  fileprivate var isBeyondPolynomials: Bool {
    switch node {
    case .number: false
    case .name(let name): name != NameTable.variable
    case .call: true
    case .power(let base, let exponent):
      exponent.mentionsN || base.isBeyondPolynomials || exponent.isBeyondPolynomials
    default: operands.contains(where: \.isBeyondPolynomials)
    }
  }

  fileprivate var mentionsN: Bool {
    if case .name(NameTable.variable) = node { return true }
    return operands.contains(where: \.mentionsN)
  }

  /// Whether its form shows that it is positive for all n ≥ 1.
  fileprivate var isPositiveCoefficient: Bool {
    switch node {
    case .number(let value, _): value.signum > 0
    case .name(let name):
      name == NameTable.variable || NamedNumber.named(name).map { $0.ball(bits: 64).isPositive } ?? false
    case .sum(let x, let y), .product(let x, let y), .quotient(let x, let y):
      x.isPositiveCoefficient && y.isPositiveCoefficient
    case .power(let x, _): x.isPositiveCoefficient
    case .call("exp", _), .call("cosh", _): true
    case .call(let name, let arguments):
      ["sqrt", "cbrt", "factorial", "factorial2", "gamma", "sinh", "H"].contains(name)
        && arguments.allSatisfy(\.isPositiveCoefficient)
    case .difference, .negation:
      (try? polynomial()).map { $0.isPositiveFromOne } ?? false
    case .result: false
    }
  }
}

extension Polynomial {
  /// Whether no coefficient of the polynomial in n − 1 is negative, and the value at 1 is positive.
  fileprivate var isPositiveFromOne: Bool {
    let moved = shifted(by: 1)
    return moved[0].signum > 0 && moved.coefficients.allSatisfy { $0.signum >= 0 }
  }
}
