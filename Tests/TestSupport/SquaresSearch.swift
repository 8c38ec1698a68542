import Synchronization
import WallisArithmetic
import WallisFormulas
import WallisSearch

/// A method of search that no program has: which numbers of a range are squares. It shows what a method needs, and that
/// jobs, resuming, lists, coverage and exports need nothing else.
///
/// A round after the first takes up where the one before it ended and is as long as squares were found so far, so it
/// can be known only when the one before it is done.
public struct SquaresRequest: SearchMethod {
  /// First number.
  public var first: Int
  /// Last number of the first round.
  public var last: Int
  /// Rounds after the first.
  public var furtherRounds: Int
  /// Tells the plans of one test from those of another.
  public var label: String

  /// The numbers from `first` to `last`, and so many rounds more.
  public init(_ first: Int, _ last: Int, furtherRounds: Int = 0, label: String = "") {
    (self.first, self.last, self.furtherRounds, self.label) = (first, last, furtherRounds, label)
  }

  /// `squares`.
  public static var name: String { "squares" }
  /// Numbers that are no squares.
  public static var unmeasuredExits: Set<String> { ["no square"] }

  /// The numbers.
  public var space: SearchedSpace { SearchedSpace("numbers \(first)..\(last) and \(furtherRounds) rounds") }
  /// Figures that nobody confuses.
  public var coverage: CoverageTerms {
    CoverageTerms(depth: 1, against: 2, digits: 3, identify: true)
  }

  /// The numbers one by one.
  public func units() throws(SearchError) -> any SearchUnits {
    SquaresRequest.plans.withLock { $0[label, default: 0] += 1 }
    guard first >= 1, last >= first else {
      throw .senseless(message: "numbers \(first)..\(last)", remedy: "1..100")
    }
    return SquaresUnits(numbers: first...last, roundsLeft: furtherRounds)
  }

  private static let plans = Mutex<[String: Int]>([:])

  /// How often units were made for requests of a label.
  public static func planCount(_ label: String) -> Int { plans.withLock { $0[label] ?? 0 } }
}

struct SquaresUnits: SearchUnits {
  let numbers: ClosedRange<Int>
  let roundsLeft: Int

  var count: Int { numbers.count }
  var members: Int { numbers.count }
  var usualChunkSize: Int { 3 }

  func estimate(workers: Int) -> PlanEstimate {
    PlanEstimate(seconds: Double(count), formulas: count, workers: workers)
  }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let first = numbers.lowerBound
    return { SquaresWork(first: first, counters: counters) }
  }

  func next(after results: JobResults, workers: Int) throws -> (any SearchUnits)? {
    // A job that goes on may have found more already, in the rounds that this one is asked for.
    let roots = try results.findings().compactMap { Int("\($0.closedForm)") }
      .filter { $0 * $0 <= numbers.upperBound }
    guard roundsLeft > 0, !roots.isEmpty else { return nil }
    let first = numbers.upperBound + 1
    return SquaresUnits(numbers: first...first + roots.count - 1, roundsLeft: roundsLeft - 1)
  }

  /// The roots found.
  func figures(of results: JobResults) throws -> [String] {
    try results.findings().map { "\($0.closedForm)" }
  }
}

struct SquaresWork: ChunkWork {
  let first: Int
  let counters: SearchCounters

  mutating func take(_ units: Range<Int>, into result: inout ChunkResult) -> Bool {
    for number in units.map({ first + $0 }) {
      guard counters.interruption < .now else { return false }
      let root = Int(Double(number).squareRoot())
      let isSquare = root * root == number
      result.funnel.add(isSquare ? "a square" : "no square", 1)
      if isSquare { add(root, to: &result) }
      counters.count(formulas: 1, findings: isSquare ? 1 : 0)
    }
    return true
  }

  /// A root r as the fraction r + r/(r + r/(…)): any formula serves.
  private func add(_ root: Int, to result: inout ChunkResult) {
    let formula = Formula(ContinuedFraction(a: [root], b: [root]))
    let dynamics = Dynamics(outcome: .value, convergence: .exponential, value: "\(root).0", digits: 2)
    result.formulas.append(
      MeasuredFormula(
        key: formula.key, canonicalKey: formula.canonicalKey, signs: .plus, dynamics: dynamics, depth: 1,
        against: 2))
    let evidence = Evidence(
      digitsSupplied: 3, digitsConsumed: 1, surplus: 2, basesTried: 1, decoyHits: 0, residual: "1e-3")
    result.findings.append(
      Discovery(
        formula: formula, value: "\(root).0", closedForm: ClosedForm(reading: "\(root)", rule: .current),
        grade: .suspicious, evidence: evidence))
  }
}
