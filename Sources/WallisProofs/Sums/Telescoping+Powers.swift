internal import WallisArithmetic

extension Telescoping {
  /// The identity for τ(k) = z^k by partial fractions; nil for poles that are not rational or that no φ(k) = s/(k + α)^j
  /// stands for, and for R with a polynomial part.
  ///
  /// z^kψ(k + h) is z^(−h)z^kψ(k) and the difference of z^(−h) Σ z^(k+i)ψ(k + i) over 0 ≤ i < h, for negative h less
  /// that over h ≤ i < 0.
  init?(ofPowersOf z: Rational, times factor: RationalFunction, basis: [RationalFunction]) {
    guard !z.isZero, factor.numerator.degree < factor.denominator.degree,
      let poles = PartialFractions(factor)
    else { return nil }
    func power(_ n: Int) -> Rational { n < 0 ? (1 / z).power(-n) : z.power(n) }
    var coefficients = [Rational](repeating: 0, count: basis.count)
    var leaves: [PartialFractions.Pole: [Int: Rational]] = [:]
    let known = basis.map { PartialFractions.single($0) }
    for (pole, parts) in poles.parts {
      for (order, residue) in parts where !residue.isZero {
        let place = known.firstIndex {
          $0.map { $0.order == order && ($0.pole.place - pole.place).isInteger } == true
        }
        guard let place, let theorem = known[place],
          let h = (pole.place - theorem.pole.place).numerator.word, abs(h) <= Telescoping.furthest
        else { return nil }
        let weight = residue * power(-h)
        coefficients[place] = coefficients[place] + weight / theorem.residue
        var term = weight * power(min(h, 0))
        for i in min(h, 0)..<max(h, 0) {
          let leaf = PartialFractions.Pole(place: theorem.pole.place + Rational(Integer(i)))
          leaves[leaf, default: [:]][order, default: 0] =
            (leaves[leaf]?[order] ?? 0) + (h > 0 ? term : -term)
          term = term * z
        }
      }
    }
    self.init(coefficients: coefficients, remainder: PartialFractions.sum(leaves))
  }

  private static let furthest = 2_000
}

/// A rational function with rational poles as Σ c/(k + β)^j.
private struct PartialFractions {
  /// A pole, where k = −β.
  struct Pole: Hashable {
    /// β.
    let place: Rational

    /// dk + c with β = c/d.
    var factor: Polynomial { Polynomial([place.numerator, place.denominator]) }
  }

  /// c by pole and j.
  let parts: [Pole: [Int: Rational]]

  /// The parts of a function of negative degree; nil where a pole is not rational.
  init?(_ function: RationalFunction) {
    var parts: [Pole: [Int: Rational]] = [:]
    for (factor, multiplicity) in function.denominator.irreducibleFactors {
      guard factor.degree == 1, let rest = function.denominator.quotient(by: factor.power(multiplicity))
      else {
        return nil
      }
      let pole = Pole(place: Rational(factor[0], factor[1]))
      let top = PartialFractions.taylor(function.numerator, at: -pole.place, count: multiplicity)
      let bottom = PartialFractions.taylor(rest, at: -pole.place, count: multiplicity)
      var series: [Rational] = []
      for i in 0..<multiplicity {
        let known = (0..<i).reduce(top[i]) { $0 - series[$1] * bottom[i - $1] }
        series.append(known / bottom[0])
      }
      let scale = Rational(1, factor[1].power(multiplicity))
      parts[pole] = Dictionary(
        uniqueKeysWithValues: series.enumerated().map { (multiplicity - $0, $1 * scale) })
    }
    self.parts = parts
  }

  /// The first Taylor coefficients, by Horner's rule again and again.
  private static func taylor(_ polynomial: Polynomial, at x: Rational, count: Int) -> [Rational] {
    var rest = polynomial.coefficients.map { Rational($0) }
    return (0..<count).map { _ in
      guard !rest.isEmpty else { return 0 }
      for i in rest.indices.dropLast().reversed() { rest[i] = rest[i] + x * rest[i + 1] }
      return rest.removeFirst()
    }
  }

  /// The pole, j and c of c/(k + β)^j; nil for all else.
  static func single(_ function: RationalFunction) -> (pole: Pole, order: Int, residue: Rational)? {
    let factors = function.denominator.irreducibleFactors
    guard function.numerator.degree == 0, factors.count == 1, factors[0].factor.degree == 1 else {
      return nil
    }
    let (factor, order) = factors[0]
    let leading = Rational(function.denominator.leading)
    return (
      Pole(place: Rational(factor[0], factor[1])), order, Rational(function.numerator[0]) / leading
    )
  }

  /// Σ c/(k + β)^j over one denominator, by halves.
  static func sum(_ parts: [Pole: [Int: Rational]]) -> RationalFunction {
    let leaves = parts.sorted { $0.key.place < $1.key.place }.compactMap(leaf)
    guard !leaves.isEmpty else { return RationalFunction(0) }
    func sum(_ range: Range<Int>) -> (top: Polynomial, bottom: Polynomial) {
      guard range.count > 1 else { return leaves[range.lowerBound] }
      let middle = (range.lowerBound + range.upperBound) / 2
      let (x, y) = (sum(range.lowerBound..<middle), sum(middle..<range.upperBound))
      return (x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom)
    }
    let whole = sum(leaves.indices)
    return RationalFunction(whole.top, whole.bottom)
  }

  /// Σ c/(k + β)^j at one pole: with dk + c, c/(k + β)^j = c d^j/(dk + c)^j.
  private static func leaf(_ pole: Pole, _ parts: [Int: Rational]) -> (top: Polynomial, bottom: Polynomial)? {
    let shown = parts.filter { !$0.value.isZero }
    guard let highest = shown.keys.max() else { return nil }
    let common = shown.values.reduce(Integer(1)) {
      $0 * $1.denominator.dividedExactly(by: $0.gcd($1.denominator))
    }
    let top = shown.reduce(Polynomial.zero) { sum, part in
      let scale = part.value * Rational(common * pole.place.denominator.power(part.key))
      return sum + Polynomial(constant: scale.numerator) * pole.factor.power(highest - part.key)
    }
    return (top, Polynomial(constant: common) * pole.factor.power(highest))
  }
}
