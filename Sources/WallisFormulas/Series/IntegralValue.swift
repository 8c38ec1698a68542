internal import RealModule
internal import WallisArithmetic

/// ∫ f(x) dx between two bounds: rigorously where f is analytic inside and bounded towards the ends, else by the double
/// exponential substitution at two widths that have to agree.
struct IntegralValue {
  private let call: BoundCall
  private let whole: Expression
  private let context: ExpressionValue

  init(_ call: BoundCall, _ whole: Expression, _ context: ExpressionValue) {
    (self.call, self.whole, self.context) = (call, whole, context)
  }

  private var bits: Int { context.bits }

  /// A bound of the interval; nil for ±∞.
  private func bound(_ x: Expression) throws -> Quantity? {
    x == .name(BoundCall.infinity) || x == Expression.name(BoundCall.infinity).opposite
      ? nil : try context.value(of: x)
  }

  /// The integral.
  ///
  /// - Throws: a `SyntaxError` at a function that is not known at complex points; `Undecided` where nothing agrees.
  func value() throws -> Quantity {
    let (lower, upper) = (try bound(call.lower), try bound(call.upper))
    let rigorous = ImproperIntegral(call, in: context)
    if let lower, let upper {
      if case .exact(let x) = lower, case .exact(let y) = upper, x == y { return .exact(0) }
      if let value = try rigorous.proper(lower, upper) { return .ball(value) }
    }
    if let value = try rigorous.value(from: lower, to: upper) { return .ball(value) }
    return .ball(try agreed(lower, upper))
  }

  /// Sums of two widths that agree.
  private func agreed(_ lower: Quantity?, _ upper: Quantity?) throws -> Ball {
    context.doubts.isUnproved = true
    let working = 5 * bits / 2 + 64
    let inner = context.at(bits: working)
    let f = try AnalyticFunction(call.body, of: call.variable, in: inner)
    let rule = DoubleExponential(
      from: lower?.ball(bits: working), to: upper?.ball(bits: working), bits: working, wanted: bits)
    var (sum, before) = (Ball(0, bits: working), Ball?.none)
    for level in 0...DoubleExponential.levels.upperBound {
      guard let part = rule.sum(level: level, { f(ComplexBall($0), mustBeAnalytic: false).real }) else {
        break
      }
      sum = sum + part
      let total = sum * Ball(rule.width(level), bits: working)
      guard total.isFinite else { break }
      if let before, level >= 4 {
        let distance = (total - before).magnitude
        let size = max(0, total.magnitudeExponent ?? 0)
        if distance.magnitudeExponent.map({ $0 < size - bits + 4 }) ?? true {
          return total.widened(by: distance).rounded(toBits: bits + 16)
        }
        // Widths that do not agree to five digits by then do not begin to.
        if level >= 8, distance.magnitudeExponent.map({ $0 > size - 16 }) ?? false { break }
      }
      before = total
    }
    throw SyntaxError(
      "this integral could not be determined: sums of different widths do not agree", at: whole.range,
      remedy: "split it at the places where the function is not smooth")
  }
}
