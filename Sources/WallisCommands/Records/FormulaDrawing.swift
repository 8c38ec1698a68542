internal import WallisArithmetic
internal import WallisFormulas

/// Draws expressions in two dimensions: fractions with strokes, exponents above, continued fractions as a staircase.
struct FormulaDrawing {
  /// Whether only ASCII may be used.
  var ascii = false
  /// Levels of a continued fraction that are written out.
  var levels = 4

  /// The expression as lines of text.
  func text(_ expression: WallisFormulas.Expression) -> String { draw(expression).text }

  private func draw(_ expression: WallisFormulas.Expression) -> Drawing {
    switch expression.node {
    case .number(let value, _): number(value)
    case .name(let name): Drawing(ascii ? name : Constant.named(name)?.unicode ?? name)
    case .result(let index?) where index < 0: Drawing(String(repeating: "%", count: -index))
    case .result(let index): Drawing("%" + (index.map(String.init) ?? ""))
    case .call(let name, let arguments): call(name, arguments, expression)
    case .negation(let x): Drawing("-") + grouped(x, binding: 2)
    case .sum(let x, let y): draw(x) + Drawing(" + ") + grouped(y, binding: 1)
    case .difference(let x, let y): draw(x) + Drawing(" - ") + grouped(y, binding: 2)
    case .product(let x, let y):
      grouped(x, binding: 2) + Drawing(ascii ? "*" : "·") + grouped(y, binding: 2)
    case .quotient(let x, let y): draw(x).over(draw(y), stroke: stroke)
    case .power(let x, let y): grouped(x, binding: 4).raised(to: draw(y))
    }
  }

  private var stroke: String { ascii ? "-" : "─" }

  private func number(_ value: Rational) -> Drawing {
    guard !value.isInteger else { return Drawing("\(value.numerator)") }
    return Drawing("\(value.numerator)").over(Drawing("\(value.denominator)"), stroke: stroke)
  }

  private func grouped(_ expression: WallisFormulas.Expression, binding least: Int) -> Drawing {
    let inner = draw(expression)
    return binding(expression) < least ? inner.bracketed(ascii: ascii) : inner
  }

  /// How tightly the outermost operation binds: sums 1, products 2, fractions 3, everything else 4.
  private func binding(_ expression: WallisFormulas.Expression) -> Int {
    switch expression.node {
    case .sum, .difference, .negation: 1
    case .product: 2
    case .quotient, .power: 3
    case .number(let value, _): value.signum < 0 ? 1 : value.isInteger ? 4 : 3
    case .call("pcf", _): 1
    case .call where BoundCall(expression) != nil: 1
    default: 4
    }
  }

  private func call(
    _ name: String, _ arguments: [WallisFormulas.Expression], _ expression: WallisFormulas.Expression
  ) -> Drawing {
    if name == "pcf", let fraction = try? expression.continuedFraction() { return staircase(fraction, 0) }
    if let bound = BoundCall(expression) { return self.bound(bound) }
    let separated = arguments.enumerated().map { $0 == 0 ? draw($1) : Drawing(", ") + draw($1) }
    let inner = separated.reduce(Drawing(""), +).bracketed(ascii: ascii)
    return Drawing(ascii ? name : FormulaDrawing.signs[name] ?? name) + inner
  }

  /// The sign of a sum or a product between its bounds, and the body.
  private func bound(_ call: BoundCall) -> Drawing {
    let signs: (unicode: String, ascii: String) = call.operation == .sum ? ("Σ", "sum") : ("∏", "product")
    let upper = call.isInfinite ? Drawing(ascii ? "inf" : "∞") : draw(call.upper)
    let lower = Drawing(call.variable + " = ") + draw(call.lower)
    let sign = Drawing(ascii ? signs.ascii : signs.unicode).between(upper, lower)
    return sign + Drawing(" ") + grouped(call.body, binding: 2)
  }

  private static let signs = ["sqrt": "√", "cbrt": "∛", "zeta": "ζ", "gamma": "Γ", "psi": "ψ", "beta": "β"]

  /// a(n) + b(n+1)/(a(n+1) + …); where a numerator is zero the fraction ends.
  private func staircase(_ fraction: ContinuedFraction, _ n: Int) -> Drawing {
    let partial = Drawing("\(fraction.a.value(at: n))")
    let numerator = fraction.b.value(at: n + 1)
    guard numerator.signum != 0 else { return partial }
    let sign = numerator.signum < 0 ? " - " : " + "
    guard n < levels else { return partial + Drawing(sign + (ascii ? "..." : "⋱")) }
    let rest = Drawing("\(numerator.magnitude)").over(staircase(fraction, n + 1), stroke: stroke)
    return partial + Drawing(sign) + rest
  }
}
