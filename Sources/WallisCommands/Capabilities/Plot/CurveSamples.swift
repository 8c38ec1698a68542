internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// Values of an expression at evenly spaced places.
struct CurveSamples {
  /// The places with the values; infinite where there is none.
  private(set) var points: [ScatterPlot.Point] = []
  /// Places without a value.
  private(set) var gaps = 0
  /// Why the first of them has none.
  private(set) var reason: Refusal?
  /// Whether the user has stopped the evaluation.
  private(set) var isInterrupted = false

  /// Largest bound: places beyond are no longer apart in the precision of a plot.
  private static let furthest = 1e12
  /// Fewest digits of a value that a plot shows.
  private static let digits = 6

  /// - Throws: a `Refusal` for bounds that are none, an expression that is malformed or has no value at all.
  init(
    _ text: String, variable: String, from: String, to: String, count: Int, in context: VerbContext
  ) throws(Refusal) {
    if let meaning = KnownNames.meaning(of: variable) {
      throw Refusal("'\(variable)' is \(meaning) already", remedy: "choose another variable")
    }
    let low = try CurveSamples.bound(from, context)
    let high = try CurveSamples.bound(to, context)
    guard low < high, max(abs(low), abs(high)) <= CurveSamples.furthest else {
      throw Refusal(
        "'\(from)..\(to)' is no range to plot", remedy: "two numbers up to 10^12, the smaller first")
    }
    let closed = try context.workspace.closed(text, parameters: [variable])
    for place in 0..<count {
      guard !context.stopRequests.isRequested else {
        isInterrupted = true
        return
      }
      let (exact, x) = CurveSamples.place(low + (high - low) * Double(place) / Double(count - 1))
      add(x, closed.expression.replacing(variable, by: exact), closed.text)
    }
    if gaps == count, let reason { throw reason }
  }

  private mutating func add(_ x: Double, _ expression: WallisFormulas.Expression, _ text: String) {
    do {
      let value = try NumberValue(expression, of: text, digits: CurveSamples.digits).evaluation
      if let y = value.enclosure?.approximation, y.isFinite {
        return points.append(ScatterPlot.Point(x: x, y: y))
      }
      if reason == nil { reason = Refusal("the expression has no finite value in this range") }
    } catch {
      if reason == nil { reason = error }
    }
    gaps += 1
    points.append(ScatterPlot.Point(x: x, y: .infinity))
  }

  /// A number near x of few bits, so that it is exact.
  private static func place(_ x: Double) -> (exact: Rational, x: Double) {
    let unit = 0x1p22
    let scaled = (x * unit).rounded()
    return (Rational(Integer(Int(scaled)), Integer(1 << 22)), scaled / unit)
  }

  private static func bound(_ text: String, _ context: VerbContext) throws(Refusal) -> Double {
    let closed = try context.workspace.closed(text)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 17)
    guard let bound = value.evaluation.enclosure?.approximation else {
      throw Refusal("'\(text)' is no bound", remedy: "a finite number, such as -2 or 3*pi")
    }
    return bound
  }
}

extension WallisFormulas.Expression {
  /// The expression with a number in the place of a name.
  fileprivate func replacing(_ name: String, by value: Rational) -> WallisFormulas.Expression {
    if case .name(name) = node { return .init(.number(value, digits: nil), at: range) }
    return replacingOperands { $0.replacing(name, by: value) }
  }
}
