internal import WallisArithmetic
internal import WallisFormulas

/// A typed number that differs in one digit from one with a simpler closed form.
///
/// Such a number has a closed form too, the simpler one with d/10^m added, to all of its digits; nobody means it.
extension NormalForm {
  /// The simpler number of which this one is a misprint in one digit; nil where there is none.
  ///
  /// Statement: where it is v = w + d/10^m with |d| < 10 and m ≥ 4, and w takes at least m digits fewer than v, w is
  /// returned.
  var beforeMisprint: NormalForm? {
    guard let content = commonDenominator else { return nil }
    let places = content.valuation(at: 5)
    guard places >= NormalForm.fewestPlaces, content.valuation(at: 2) >= places - NormalForm.slack else {
      return nil
    }
    let cost = digitsConsumed(by: relation.coefficients)
    let candidates = (places...(places + 1)).flatMap { place in
      (1...9).flatMap {
        [Rational(Integer($0), .powerOfTen(place)), Rational(-Integer($0), .powerOfTen(place))]
      }
    }
    let simpler = candidates.compactMap { reduced(by: $0) }
      .map { (form: $0, cost: digitsConsumed(by: $0.relation.coefficients)) }
    guard let best = simpler.min(by: { $0.cost < $1.cost }), best.cost <= cost - Double(places) else {
      return nil
    }
    return best.form.isTerminating ? nil : best.form
  }

  /// Whether it is a fraction with finitely many decimals: a digit more makes it another one, no misprint.
  private var isTerminating: Bool {
    guard case .rational(let x) = shape else { return false }
    return x.denominator.divides(.powerOfTen(x.denominator.bitWidth))
  }

  private static let (fewestPlaces, slack) = (4, 4)

  /// The integer by which everything is divided.
  private var commonDenominator: Integer? {
    switch shape {
    case .rational(let x): x.denominator
    case .quadratic(let x): x.r
    case .moebius(let x): x.r.gcd(x.s)
    case .quotient(let x): x.bottom.content
    case .algebraic, .mapped: nil
    }
  }

  /// The number less a fraction.
  private func reduced(by x: Rational) -> NormalForm? {
    let (n, d) = (x.numerator, x.denominator)
    switch shape {
    case .rational(let value): return NormalForm(value - x)
    case .quadratic(let value):
      return QuadraticNumber(p: value.p * d - n * value.r, q: value.q * d, d: value.d, r: value.r * d)
        .map { NormalForm($0) }
    case .moebius(let value):
      return NormalForm(
        value.p * d - n * value.r, value.q * d - n * value.s, over: value.r * d, value.s * d,
        of: value.constant)
    case .quotient(let value):
      let constants = (value.top.constants + value.bottom.constants).reduce(into: [Constant?.none]) {
        list, constant in
        if !list.contains(constant) { list.append(constant) }
      }
      return NormalForm(
        LinearSum(
          constants.map { value.top.coefficient(of: $0) * d - n * value.bottom.coefficient(of: $0) },
          constants),
        over: LinearSum(constants.map { value.bottom.coefficient(of: $0) * d }, constants))
    case .algebraic, .mapped: return nil
    }
  }
}
