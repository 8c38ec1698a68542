internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// The lines of one round: every start with every direction of the round.
struct FieldUnits: SearchUnits {
  let request: FieldRequest
  let field: MatrixField
  /// Values of the field's parameters.
  let parameters: [String: Rational]
  /// Where lines begin.
  let starts: [[Rational]]
  /// Directions of every round up to this one, which is the last.
  private(set) var rounds: [[[Int]]]
  /// Rounds of refinement that may follow.
  private(set) var roundsLeft: Int

  private static let mostLines = 200_000
  /// Seconds that a line of 200 steps takes on one core, identification included.
  /// Measured 2026-11-21: 0.05 s over the directions of height 4 of the field of ζ(3).
  private static let secondsPerLine = 0.05

  /// The first round of a request.
  ///
  /// - Throws: a `SearchError` for a field that is none and for sizes that make no sense.
  init(_ request: FieldRequest) throws(SearchError) {
    (self.request, roundsLeft) = (request, request.refinements)
    let field = try request.matrixField()
    (self.field, parameters) = (field, request.values)
    guard (8...100_000).contains(request.depth) else {
      throw .senseless(message: "walks of \(request.depth) steps", remedy: "between 8 and 100000 steps")
    }
    let starts = try request.starts.map { text throws(SearchError) in try FieldUnits.point(text, in: field) }
    self.starts = starts.isEmpty ? [field.start] : starts
    rounds = [try FieldUnits.directions(request, axes: field.axes.count)]
    guard directions.count * self.starts.count <= FieldUnits.mostLines else {
      throw .tooLarge(
        message: "\(directions.count * self.starts.count) lines", remedy: "a smaller height or fewer starts")
    }
  }

  private static func point(_ text: String, in field: MatrixField) throws(SearchError) -> [Rational] {
    let values = text.split(separator: ",").map { Rational(parsing: $0) }
    let known = values.compactMap(\.self)
    guard known.count == values.count, known.count == field.axes.count else {
      throw .senseless(
        message: "'\(text)' is no start in a field of \(field.axes.count) axes",
        remedy: "a fraction for each of \(field.axes.map(\.name).joined(separator: ", "))")
    }
    return known
  }

  private static func directions(_ request: FieldRequest, axes: Int) throws(SearchError) -> [[Int]] {
    if let directions = request.directions {
      guard directions.allSatisfy({ $0.count == axes && $0.contains { $0 != 0 } }), !directions.isEmpty else {
        throw .senseless(
          message: "directions without \(axes) numbers", remedy: "one for each axis, not all zero")
      }
      return directions
    }
    guard (1...20).contains(request.height) else {
      throw .senseless(message: "directions of height \(request.height)", remedy: "from 1 to 20")
    }
    let values = Array((request.isPositive ? 0 : -request.height)...request.height)
    var size = 1.0
    for _ in 0..<axes { size *= Double(values.count) }
    guard size <= Double(mostLines) * 4 else {
      throw .tooLarge(message: "about \(Int(min(size, 1e15))) directions", remedy: "a smaller height")
    }
    var all: [[Int]] = [[]]
    for _ in 0..<axes { all = all.flatMap { start in values.map { start + [$0] } } }
    return all.filter { direction in direction.reduce(0) { $0.gcd($1) } == 1 }
  }

  /// Directions of this round.
  var directions: [[Int]] { rounds[rounds.count - 1] }

  /// Start and direction of the line with this number.
  func place(at index: Int) -> (start: [Rational], direction: [Int]) {
    (starts[index / directions.count], directions[index % directions.count])
  }

  /// The line between a start and a direction.
  /// - Throws: a `FieldError` for one that cannot be walked.
  func line(from start: [Rational], along direction: [Int]) throws(FieldError) -> FieldLine {
    try FieldLine(field, parameters: parameters, start: start, direction: direction)
  }

  /// Number of lines.
  var count: Int { starts.count * directions.count }
  var members: Int { count }

  func estimate(workers: Int) -> PlanEstimate {
    let scale = Double(request.depth) / 200
    return PlanEstimate(
      seconds: Double(count) * FieldUnits.secondsPerLine * scale, formulas: count.multipliedClamped(by: 4),
      workers: workers)
  }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let (units, identification) = (self, resources.identification())
    return {
      FieldWork(units: units, known: resources.known, counters: counters, identification: identification)
    }
  }

  /// Directions around the best of all rounds; nil after the last round, or where there are no further ones.
  func next(after results: JobResults, workers: Int) throws -> (any SearchUnits)? {
    guard roundsLeft > 0 else { return nil }
    let walked = Set(rounds.joined())
    let further = FieldRefinement.directions(around: try figures(of: results).rankedDirections)
      .filter { !walked.contains($0) }
    guard !further.isEmpty else { return nil }
    var units = self
    units.rounds.append(further)
    units.roundsLeft -= 1
    return units
  }

  func figures(of results: JobResults) throws -> LineFigures { try LineFigures(self, results) }
}
