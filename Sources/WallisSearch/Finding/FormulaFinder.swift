internal import WallisArithmetic
public import WallisFormulas
internal import WallisMatrixFields

/// Looks for formulas with given properties, cheapest sources first; every one is verified to `digits` digits.
public struct FormulaFinder {
  /// A formula that is at hand with where it comes from.
  public typealias Candidate = (formula: Formula, origin: String)

  private let demand: FormulaDemand
  private let limit: Int
  private let digits: Int
  private let isStopped: () -> Bool
  private var seen: Set<String> = []
  private let constant: (search: Ball, check: Ball)
  /// What was found so far.
  public private(set) var found: [DemandedFormula] = []
  /// What was tried, source by source.
  public private(set) var tried: [DemandedSource] = []

  private static let searchDigits = 44

  /// A search for at most `limit` formulas; nil where the constant has no value.
  public init?(
    _ demand: FormulaDemand, limit: Int, digits: Int = 100, isStopped: @escaping () -> Bool = { false }
  ) {
    guard let search = demand.value(FormulaFinder.searchDigits), let check = demand.value(digits + 10) else {
      return nil
    }
    (self.demand, self.limit, self.digits, self.isStopped) = (demand, limit, digits, isStopped)
    constant = (search, check)
  }

  /// Whether enough was found or the search was stopped.
  public var isDone: Bool { found.count >= limit || isStopped() }

  /// Looks at formulas that are at hand.
  public mutating func look(at candidates: some Sequence<Candidate>, source: String) {
    guard !isDone else { return }
    var entry = DemandedSource(source)
    for candidate in candidates where !isDone {
      if let limit = candidate.formula.limit { take(limit, origin: candidate.origin, &entry) }
    }
    tried.append(entry)
  }

  /// Walks rows of known fields, which are families with a parameter, then other lines.
  public mutating func walk(height: Int = 5) {
    guard !isDone else { return }
    var (rows, lines) = (DemandedSource("rows of fields, by their parameter"), DemandedSource("field walks"))
    let bases = isDone ? [] : bases(&lines)
    for base in bases where !isDone {
      guard base.field.axes.count == 2 else { continue }
      for step in 0..<8 where !isDone {
        for axis in 0..<2 {
          var (start, direction) = (base.start, [0, 0])
          direction[axis] = 1
          start[1 - axis] = start[1 - axis] + Rational(Integer(step))
          take(base, start, direction, &rows)
        }
      }
    }
    tried.append(rows)
    for direction in FormulaFinder.directions(height: height) where !isDone {
      for base in bases where base.field.axes.count == direction.count && !isDone {
        take(base, base.start, direction, &lines)
      }
    }
    tried.append(lines)
  }

  private typealias Base = (field: MatrixField, parameters: [String: Rational], start: [Rational])

  /// Fields and starts whose limits are images of the constant.
  private func bases(_ entry: inout DemandedSource) -> [Base] {
    var bases: [Base] = []
    let half = Rational(1, 2)
    for field in (try? KnownFields.all()) ?? [] {
      let starts: [[Rational]] =
        field.axes.count == 2
        ? [[1, 1], [1, half], [half, 1], [half, half]] : [field.start] + [field.axes.map { _ in half }]
      for start in starts where !isStopped() {
        let parameters = FormulaFinder.parameters(field, demand.constant)
        entry.looked += 1
        guard let line = try? FieldLine(field, parameters: parameters, start: start),
          let walk = try? FieldWalk(line, depth: 60), let value = walk.limit(digits: 40)?.value,
          value.relativeDigits >= 40, MoebiusMap(from: constant.search, to: value) != nil
        else { continue }
        bases.append((field, parameters, start))
      }
    }
    return bases
  }

  /// Parameters of the logarithm family for log(r): log(1 + c3/c1).
  private static func parameters(_ field: MatrixField, _ constant: Expression) -> [String: Rational] {
    guard field.name == "log", case .call("log", let arguments) = constant.node,
      let argument = arguments.first,
      let value = try? argument.evaluate(digits: 20), case .rational(let ratio) = value.outcome
    else { return [:] }
    return [
      "c1": Rational(ratio.denominator), "c3": Rational(ratio.numerator - ratio.denominator),
    ]
  }

  /// Primitive directions in two and three axes, the shortest first.
  private static func directions(height: Int) -> [[Int]] {
    let plane = (0...height).flatMap { x in (0...height).map { [x, $0] } }
    let space = (0...2).flatMap { x in (0...2).flatMap { y in (0...2).map { [x, y, $0] } } }
    return (plane + space).filter { $0.reduce(0) { $0.gcd($1) } == 1 && $0.count(where: { $0 > 0 }) > 1 }
      .sorted { ($0.reduce(0, +), $0.description) < ($1.reduce(0, +), $1.description) }
  }

  private mutating func take(
    _ base: Base, _ start: [Rational], _ direction: [Int], _ entry: inout DemandedSource
  ) {
    guard
      let line = try? FieldLine(base.field, parameters: base.parameters, start: start, direction: direction)
    else { return }
    guard let walk = try? FieldWalk(line, depth: 300) else { return }
    take(FormulaLimit(walk), origin: "\(Trajectory(line))", &entry)
  }

  private mutating func take(_ limit: FormulaLimit, origin: String, _ entry: inout DemandedSource) {
    if let readable = limit.readable.flatMap({ Formula($0).limit }) {
      return take(readable, origin: origin, &entry)
    }
    guard seen.insert(limit.identity).inserted, demand.allows(limit.formula) else { return }
    entry.looked += 1
    guard let figures = limit.figures(),
      demand.allows(delta: figures.delta, digitsPerTerm: figures.digitsPerTerm)
    else { return }
    verify(limit, figures, origin, &entry)
  }

  /// Adds a formula whose limit is an image of the constant.
  private mutating func verify(
    _ limit: FormulaLimit, _ figures: FormulaLimit.Figures, _ origin: String, _ entry: inout DemandedSource
  ) {
    guard let first = limit.enclosure(FormulaFinder.searchDigits), first.isFinite,
      let map = MoebiusMap(from: constant.search, to: first)
    else { return }
    entry.related += 1
    guard let again = limit.enclosure(digits), again.relativeDigits >= digits - 1,
      map(constant.check).overlaps(again),
      let decimal = again.decimal(atMost: 30)
    else { return }
    entry.found += 1
    found.append(
      DemandedFormula(
        formula: limit.formula, value: "\(decimal.value)",
        closedForm: ClosedForm(map.image(of: demand.constant)), digits: digits, delta: figures.delta,
        digitsPerTerm: figures.digitsPerTerm, origin: origin))
  }
}
