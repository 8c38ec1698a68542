internal import WallisArithmetic
internal import WallisFormulas

/// What the theorems say of single arguments. A row more: the argument, and the value that the reference gives.
extension SpecialValues {
  /// ζ(s)/π^s.
  static let rationalZetas: [Int: Rational] = [
    2: Rational(1, 6), 4: Rational(1, 90), 6: Rational(1, 945), 8: Rational(1, 9_450),
    10: Rational(1, 93_555),
  ]
  /// β(s)/π^s.
  static let rationalBetas: [Int: Rational] = [
    1: Rational(1, 4), 3: Rational(1, 32), 5: Rational(5, 1_536), 7: Rational(61, 184_320),
  ]
  /// L(s, χ₋₃)/(π^s √3).
  static let rationalTernary: [Int: Rational] = [
    1: Rational(1, 9), 3: Rational(4, 243), 5: Rational(4, 2_187),
  ]

  /// By the denominator q, for p/q < 1/2: ψ(p/q) + γ = even − odd, ψ(1 − p/q) + γ = even + odd.
  static let digammas: [Int: @Sendable (Int) -> (even: ConstantNode, odd: ConstantNode)] = [
    1: { _ in (.integer(0), .integer(0)) },
    2: { _ in (log2(-2), .integer(0)) },
    3: { _ in (log3(Rational(-3, 2)), .product([.pi, .root(3)]).times(Rational(1, 6))) },
    4: { _ in (log2(-3), ConstantNode.pi.times(Rational(1, 2))) },
    6: { _ in (.sum([log2(-2), log3(Rational(-3, 2))]), .product([.pi, .root(3)]).times(Rational(1, 2))) },
    8: { p in
      let sign = Rational(Integer(p == 1 ? -1 : 1))
      let unit = ConstantNode.product([.root(2), unitOf("log(1+sqrt(2))")]).times(sign)
      let turn = ConstantNode.sum([.root(2), .rational(-sign)])
      return (.sum([log2(-4), unit]), .product([.pi, turn]).times(Rational(1, 2)))
    },
    12: { p in
      let sign = Rational(Integer(p == 1 ? -1 : 1))
      let unit = ConstantNode.product([.root(3), unitOf("log(2+sqrt(3))")]).times(sign)
      let turn = ConstantNode.sum([.integer(2), ConstantNode.root(3).times(-sign)])
      return (.sum([log2(-3), log3(Rational(-3, 2)), unit]), .product([.pi, turn]).times(Rational(1, 2)))
    },
  ]

  private static func log2(_ x: Rational) -> ConstantNode { ConstantNode.logarithm(2).times(x) }
  private static func log3(_ x: Rational) -> ConstantNode { ConstantNode.logarithm(3).times(x) }
  private static func unitOf(_ text: String) -> ConstantNode {
    (try? Expression(parsing: text)).map { .atom(.other($0)) } ?? .integer(0)
  }
}
