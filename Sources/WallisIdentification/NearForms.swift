internal import RealModule
internal import WallisArithmetic
public import WallisFormulas

/// A form of few small integers that fits all digits of a short number, and how many such forms chance lets fit.
public struct NearForm: Sendable, Hashable {
  /// The form.
  public let closedForm: ClosedForm
  /// Forms of the table that are as simple and would fit by chance: from how many lie in a thousand times the interval.
  public let expectedByChance: Double
}

/// The table of forms n + (p/q)·g of a constant g, its inverse, square, square root, logarithm and exponential with small
/// integers: some four million values, which are made anew for each number and compared with it.
///
/// A short number has many neighbours in it, so that a fit says nothing by itself: each comes with the number of forms as
/// simple as itself that are to be expected by chance. Nothing is claimed of any of them.
struct NearForms: Sendable {
  /// A value that integers are put to, as a double, and how far down the list of constants it stands.
  private struct Generator: Sendable {
    let constant: Constant
    let map: Map
    let value: Double
    let rank: Double
  }

  /// What g is made of a constant.
  private enum Map: CaseIterable {
    case itself, inverse, square, squareRoot, logarithm, exponential

    func image(of x: Double) -> Double? {
      switch self {
      case .itself: x
      case .inverse: 1 / x
      case .square: x * x
      case .squareRoot: x > 0 ? x.squareRoot() : nil
      case .logarithm: x > 0 && x != 1 ? Double.log(x) : nil
      case .exponential: abs(x) < 20 ? Double.exp(x) : nil
      }
    }

    func expression(_ x: Expression) -> Expression {
      switch self {
      case .itself, .inverse: x
      case .square: x.raised(to: 2)
      case .squareRoot: .call("sqrt", x)
      case .logarithm: .call("log", x)
      case .exponential: .call("exp", x)
      }
    }

    /// Maps beyond the constant itself make a form less simple.
    var weight: Double { self == .itself ? 1 : 3 }
  }

  private struct Fit {
    let generator: Generator
    let n: Int
    let p: Int
    let q: Int
    let weight: Double
    /// Distance from the number in half units of its last digit.
    let distance: Double
  }

  private let generators: [Generator]

  /// The table over these constants, the best-known first.
  init(_ constants: [(constant: Constant, value: Ball)]) {
    generators = constants.enumerated().flatMap { place, entry in
      Map.allCases.compactMap { map in
        guard let value = map.image(of: entry.value.approximation), value.isFinite, value != 0 else {
          return nil
        }
        return Generator(
          constant: entry.constant, map: map, value: value, rank: Double(place + 1) * map.weight)
      }
    }
  }

  /// Largest integers of forms.
  private static let (largest, largestSummand) = (12, 3)
  /// Intervals so many times as wide tell what chance gives.
  private static let window = 1000.0

  /// Number of values that a number is compared with.
  var count: Int { generators.count * (2 * NearForms.largestSummand + 1) * NearForms.multipliers.count * 2 }

  private static let multipliers: [(p: Int, q: Int)] = (1...largest).flatMap { p in
    (1...largest).compactMap { q in Integer(p).gcd(Integer(q)) == 1 ? (p, q) : nil }
  }

  /// The simplest forms that fit all digits of a number of at most fifteen.
  ///
  /// - Complexity: linear in the size of the table, some ten milliseconds.
  func forms(fitting input: DecimalInput, atMost limit: Int = 5) -> [NearForm] {
    let value = input.middle.approximation
    let half = Ball(Rational(1, 2), bits: 64).approximation * ulp(input)
    guard value != 0, half / abs(value) > 1e-16 else { return [] }
    let near = fits(value, half)
    var chosen: [NearForm] = []
    for fit in near.filter({ $0.distance <= 1 }).sorted(by: {
      ($0.weight, $0.distance) < ($1.weight, $1.distance)
    })
    where chosen.count < limit {
      let expected = Double(near.count { $0.weight <= fit.weight }) / NearForms.window
      let form = NearForm(closedForm: ClosedForm(expression(fit)), expectedByChance: expected)
      if !chosen.contains(where: { $0.closedForm == form.closedForm }) { chosen.append(form) }
    }
    return chosen
  }

  private func ulp(_ input: DecimalInput) -> Double { Double.pow(10, Double(input.exponent)) }

  /// All forms within the wide window.
  private func fits(_ value: Double, _ half: Double) -> [Fit] {
    var found: [Fit] = []
    let reach = half * NearForms.window
    for generator in generators {
      for n in -NearForms.largestSummand...NearForms.largestSummand {
        let rest = value - Double(n)
        let ratio = abs(rest / generator.value)
        let (low, high) = (ratio - reach / abs(generator.value), ratio + reach / abs(generator.value))
        for (p, q) in NearForms.multipliers {
          let multiple = Double(p) / Double(q)
          guard multiple >= low, multiple <= high else { continue }
          let distance = abs(multiple - ratio) * abs(generator.value) / half
          let weight = generator.rank * Double(p * q * (1 + abs(n)))
          let isNegative = (rest < 0) != (generator.value < 0)
          found.append(
            Fit(
              generator: generator, n: n, p: isNegative ? -p : p, q: q, weight: weight, distance: distance))
        }
      }
    }
    return found
  }

  private func expression(_ fit: Fit) -> Expression {
    let symbol = fit.generator.map.expression(fit.generator.constant.expression)
    let (top, bottom) =
      fit.generator.map == .inverse
      ? (
        Expression.integer(Integer(abs(fit.p))),
        fit.q == 1 ? symbol : Expression.integer(Integer(fit.q)).times(symbol)
      )
      : (
        abs(fit.p) == 1 ? symbol : Expression.integer(Integer(abs(fit.p))).times(symbol),
        Expression.integer(Integer(fit.q))
      )
    let multiple = bottom.integer == 1 ? top : top.over(bottom)
    let summand = Expression.integer(Integer(abs(fit.n)))
    switch (fit.n.signum(), fit.p < 0) {
    case (0, false): return multiple
    case (0, true): return Expression(.negation(multiple))
    case (1, false): return Expression(.sum(summand, multiple))
    case (1, true): return Expression(.difference(summand, multiple))
    case (_, false): return Expression(.difference(multiple, summand))
    default: return Expression(.difference(Expression(.negation(multiple)), summand))
    }
  }
}
