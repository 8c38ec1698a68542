internal import WallisArithmetic

/// Powers of −1 in coefficients of continued fractions.
extension Expression {
  /// Longest polynomial in an exponent: the signs repeat after at most eight steps.
  private static let largestSignDegree = 7

  /// The arguments of `pcf` with `cycle` in the place of those that hold (−1)^e(n), e a polynomial with integer values;
  /// nil where there are none, and where other things than rational functions stand beside them.
  ///
  /// The parity of e repeats with period 2^(⌊log₂ d⌋ + 1), d its degree: that of binomial(n, k) does with the smallest
  /// power of 2 above k.
  static func alternating(_ arguments: [Expression]) -> [Expression]? {
    guard arguments.count == 2, arguments.contains(where: { !$0.signs.isEmpty }) else { return nil }
    let cycles = arguments.compactMap { $0.signs.isEmpty ? $0 : $0.cycleOfSigns }
    return cycles.count == arguments.count ? cycles : nil
  }

  /// The powers of −1 by a polynomial of n in it.
  private var signs: [(node: Expression, exponent: RationalFunction)] {
    if case .power(let base, let exponent) = node, base.integer == -1,
      let function = RationalFunction(exponent, in: NameTable.variable), function.denominator.degree <= 0,
      (1...Expression.largestSignDegree).contains(function.numerator.degree),
      (0...function.numerator.degree).allSatisfy({ function.value(at: $0)?.isInteger == true })
    {
      return [(self, function)]
    }
    return operands.flatMap(\.signs)
  }

  private var cycleOfSigns: Expression? {
    let signs = signs
    let degree = signs.map { $0.exponent.numerator.degree }.max() ?? 1
    let period = 1 << (Int.bitWidth - degree.leadingZeroBitCount)
    let parts = (0..<period).compactMap { step -> Expression? in
      let chosen = signs.reduce(self) { part, sign in
        let isOdd =
          sign.exponent.value(at: step).map {
            $0.numerator.magnitude.floorDivided(by: 2) * 2 != $0.numerator.magnitude
          } ?? false
        return part.replacing(sign.node, with: .integer(isOdd ? -1 : 1))
      }
      guard let function = RationalFunction(chosen, in: NameTable.variable) else { return nil }
      let variable = Expression.name(NameTable.variable)
      let top = Expression.polynomial(function.numerator, in: variable)
      return function.denominator == Polynomial(constant: 1)
        ? top : top.over(Expression.polynomial(function.denominator, in: variable))
    }
    return parts.count == period ? Expression(.call("cycle", parts), at: range) : nil
  }
}
