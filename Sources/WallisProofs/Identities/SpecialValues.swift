internal import WallisArithmetic
internal import WallisFormulas

/// Values of zeta and gamma functions at fractions, as theorems of the literature give them.
///
/// - Reference: NIST Digital Library of Mathematical Functions, 5.4 and 5.5 (gamma), 5.4.19 (Gauss's digamma theorem),
///   25.6 (zeta at even integers), 25.11 (Hurwitz's), 25.15 (L-functions).
enum SpecialValues {
  private static func word(_ s: Rational) -> Int? {
    guard s.isInteger, let word = s.numerator.word, (1...100).contains(word) else { return nil }
    return word
  }

  private static func atom(_ name: String, _ arguments: Rational...) -> ConstantNode {
    .atom(.other(Expression(.call(name, arguments.map { .fraction($0) }))))
  }

  static func zeta(_ s: Rational) -> ConstantNode? {
    guard let k = word(s), k > 1 else { return nil }
    guard let multiple = rationalZetas[k] else { return atom("zeta", s) }
    return ConstantNode.power(.pi, k).times(multiple)
  }

  static func beta(_ s: Rational) -> ConstantNode? {
    guard let k = word(s) else { return nil }
    if k == 2 { return .atom(.other(.name("catalan"))) }
    guard let multiple = rationalBetas[k] else { return atom("beta", s) }
    return ConstantNode.power(.pi, k).times(multiple)
  }

  static func ternary(_ k: Int) -> ConstantNode {
    guard let multiple = rationalTernary[k] else { return atom("dirichletl", Rational(Integer(k)), -3) }
    return .product([ConstantNode.power(.pi, k).times(multiple), .root(3)])
  }

  static func dirichlet(_ s: Rational, _ discriminant: Rational?) -> ConstantNode? {
    guard let k = word(s), let discriminant else { return nil }
    if discriminant == -4 { return beta(s) }
    return discriminant == -3 ? ternary(k) : nil
  }

  /// ζ(s, a) for a with a denominator 1, 2, 3, 4 or 6 by L-functions; of another an atom with a in (0, 1].
  static func hurwitz(_ s: Rational, _ a: Rational) -> ConstantNode? {
    guard let k = word(s), k > 1, a.signum > 0, a < 1_000 else { return nil }
    if a > 1 {
      let before = a - 1
      let power = Rational(before.denominator.power(k), before.numerator.power(k))
      return hurwitz(s, before).map { .sum([$0, .rational(-power)]) }
    }
    func power(_ base: Int) -> Rational { Rational(Integer(base).power(k)) }
    guard let zeta = zeta(s) else { return nil }
    func half(_ even: Rational, _ odd: ConstantNode) -> ConstantNode {
      let isLower = a < Rational(1, 2)
      return ConstantNode.sum([zeta.times(even), odd.times(isLower ? 1 : -1)]).times(Rational(1, 2))
    }
    switch a.denominator {
    case 1: return zeta
    case 2: return zeta.times(power(2) - 1)
    case 3: return half(power(3) - 1, ternary(k).times(power(3)))
    case 4: return beta(s).map { half(power(4) - power(2), $0.times(power(4))) }
    case 6: return half(power(6) - power(3) - power(2) + 1, ternary(k).times(power(6) + power(3)))
    default: return atom("hurwitz", s, a)
    }
  }

  /// Gauss's theorem: ψ(p/q) for the denominators 1, 2, 3, 4, 6, 8 and 12; elsewhere an atom.
  static func digamma(_ x: Rational) -> ConstantNode? {
    guard x.magnitude < 1_000, !(x.isInteger && x.signum <= 0) else { return nil }
    if x > 1 { return digamma(x - 1).map { .sum([$0, .rational(1 / (x - 1))]) } }
    if x.signum < 0 { return digamma(x + 1).map { .sum([$0, .rational(-1 / x)]) } }
    let euler = ConstantNode.atom(.other(.name("euler"))).times(-1)
    guard let q = x.denominator.word, let row = digammas[q] else { return atom("psi", x) }
    let isLower = x < Rational(1, 2)
    let folded = (isLower ? x : 1 - x).numerator.word ?? 1
    guard q > 2 else { return .sum([euler, row(1).even]) }
    let parts = row(folded)
    return .sum([euler, parts.even, parts.odd.times(isLower ? -1 : 1)])
  }

  /// Σ z^k/(k + p/q) by the logarithms of 1 − ζ√r at the roots of unity ζ of order q, where z = r^(q/2) with a
  /// fraction r and q is 4, 6, 8 or 12; nil elsewhere.
  static func lerch(_ z: Rational?, _ shift: Rational?) -> ConstantNode? {
    guard let z, let shift, !z.isZero, z.magnitude < 1, shift.signum > 0, shift <= 1 else { return nil }
    if z.signum < 0 {
      // Terms of even and of odd index.
      let square = z * z
      guard let even = lerch(square, shift / 2), let odd = lerch(square, (shift + 1) / 2) else { return nil }
      return ConstantNode.sum([even, odd.times(z)]).times(Rational(1, 2))
    }
    guard let q = shift.denominator.word, let p = shift.numerator.word else { return nil }
    for order in [12, 8, 6, 4] where order.isMultiple(of: q) {
      guard let r = z.root(order / 2) else { continue }
      return unitRoots(r, order: order, power: p * (order / q))
    }
    return nil
  }

  /// q√r^(−p) Σ √r^m/m over m ≡ p modulo q, as a sum over angles θ = 2πj/q and π − θ in the first quadrant.
  private static func unitRoots(_ r: Rational, order q: Int, power p: Int) -> ConstantNode {
    let parts = (0...(q / 4)).flatMap { j in pair(r, j, order: q, power: p) }
    let scale = ConstantNode.root(r.power(p))
    return ConstantNode.sum(parts).over(scale)
  }

  /// What ±θ and ±(π − θ) contribute, θ = 2πj/q: logarithms by log(A ∓ B), arctangents by sums and differences.
  private static func pair(_ r: Rational, _ j: Int, order q: Int, power p: Int) -> [ConstantNode] {
    let angle = Rational(Integer(2 * j), Integer(q))
    let square = Trigonometry.cosineSquared(angle)
    // cos pθ and sin pθ; at π − θ they are (−1)^p cos pθ and −(−1)^p sin pθ.
    let (cosine, sine) = (
      Trigonometry.cosine(Rational(Integer(p)) * angle), Trigonometry.sine(Rational(Integer(p)) * angle)
    )
    let sign: Rational = p.isMultiple(of: 2) ? 1 : -1
    let isSingle = angle == Rational(1, 2)
    let isReal = angle.isZero
    let weight: Rational = isReal ? 1 : 2
    // −½(log(1 + r − 2√r cos θ) + sign·log(1 + r + 2√r cos θ)).
    let (sum, slope) = (1 + r, 4 * r * square)
    let logSum = ConstantNode.logarithm(sum * sum - slope)
    let area = ConstantNode(.call("atanh", Expression.call("sqrt", .fraction(slope / (sum * sum)))))
    var parts: [ConstantNode] = []
    if isSingle {
      parts.append(.product([cosine, ConstantNode.logarithm(sum)]).times(-1))
    } else {
      let logarithms = sign == 1 ? logSum : area.times(-2)
      parts.append(.product([cosine, logarithms]).times(Rational(-1, 2) * weight))
    }
    guard !isReal else { return parts }
    return parts + [arctangents(r, square, sine: sine, sign: sign, isSingle: isSingle)]
  }

  /// sin pθ T(θ) − sign·sin pθ T(π − θ), twice; at π/2 once. `square` is cos²θ.
  private static func arctangents(
    _ r: Rational, _ square: Rational, sine: ConstantNode, sign: Rational, isSingle: Bool
  ) -> ConstantNode {
    let other = 1 - square
    // T(θ) + T(π − θ) = arctan(2√r sin θ/(1 − r)), T(θ) − T(π − θ) = arctan(r sin 2θ/(1 − r cos 2θ)).
    let plus = ConstantNode(
      .call("atan", Expression.call("sqrt", .fraction(4 * r * other / ((1 - r) * (1 - r))))))
    let double = 2 * square - 1
    let tangent = 4 * r * r * square * other / ((1 - r * double) * (1 - r * double))
    let minus =
      tangent.isZero ? .integer(0) : ConstantNode(.call("atan", Expression.call("sqrt", .fraction(tangent))))
    return isSingle ? .product([sine, plus]) : .product([sine, sign == 1 ? minus : plus]).times(2)
  }

  /// Γ at fractions by Γ(1/3), Γ(1/4) and √π where the denominator is 1, 2, 3, 4 or 6; elsewhere an atom in (0, 1).
  static func gamma(_ x: Rational) -> ConstantNode? {
    guard x.magnitude < 1_000, !(x.isInteger && x.signum <= 0) else { return nil }
    if x > 1 { return gamma(x - 1).map { $0.times(x - 1) } }
    if x.signum < 0 { return gamma(x + 1).map { $0.times(1 / x) } }
    let (third, quarter) = (atom("gamma", Rational(1, 3)), atom("gamma", Rational(1, 4)))
    // Γ(1/6) = 2^(−1/3) √(3/π) Γ(1/3)².
    var sixth: ConstantNode {
      .product([.root(3), .power(third, 2)]).over(.product([.root(2, degree: 3), .atom(.rootOfPi)]))
    }
    switch (x.numerator.word, x.denominator.word) {
    case (1, 1): return .integer(1)
    case (1, 2): return .atom(.rootOfPi)
    case (1, 3): return third
    case (2, 3): return ConstantNode.pi.times(2).over(.product([.root(3), third]))
    case (1, 4): return quarter
    case (3, 4): return .product([.pi, .root(2)]).over(quarter)
    case (1, 6): return sixth
    case (5, 6): return ConstantNode.pi.times(2).over(sixth)
    default: return atom("gamma", x)
    }
  }
}
