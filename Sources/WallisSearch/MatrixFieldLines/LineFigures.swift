internal import RealModule
public import WallisArithmetic
public import WallisFormulas
internal import WallisMatrixFields

/// The lines of a search as far as they are stored, ranked.
public struct LineFigures: Sendable {
  /// A line with a limit.
  public struct Line: Sendable {
    /// Where it begins.
    public let start: [Rational]
    /// Where it goes.
    public let direction: [Int]
    /// What was measured at the depth of the search.
    public let dynamics: Dynamics
    /// The closed form of its limit; nil where none was found.
    public let finding: Discovery?

    /// Degrees from the first axis towards the second.
    public var angle: Double {
      Double.atan2(y: Double(direction[1]), x: Double(direction[0])) * 57.29577951308232
    }
  }

  /// Directions with δ > 0 around the best one of a start.
  public struct Cone: Sendable {
    /// The start.
    public let start: [Rational]
    /// The first direction by angle.
    public let from: [Int]
    /// The last one.
    public let to: [Int]
  }

  /// The lines in the order of the search.
  public let lines: [Line]
  /// Directions that refinements added.
  public let added: Int
  /// Number of axes of the field.
  public let axes: Int
  /// True where lines are ranked by the digits of a step instead of δ.
  public let isByRate: Bool

  init(_ units: FieldUnits, _ results: JobResults) throws {
    (axes, isByRate) = (units.field.axes.count, units.request.isByRate)
    added = units.rounds.dropFirst().reduce(0) { $0 + $1.count }
    let walked = units.rounds.flatMap { directions in
      units.starts.flatMap { start in directions.map { (start: start, direction: $0) } }
    }
    // A line that cannot be walked has left through its exit.
    let keyed = walked.compactMap { place in
      (try? units.line(from: place.start, along: place.direction))
        .map { (line: $0, key: LineFigures.key($0)) }
    }
    let stored = try results.measured(keyed.map(\.key))
    let findings = Dictionary(
      try results.findings().map { ($0.formula.key, $0) }, uniquingKeysWith: { first, _ in first })
    lines = try keyed.compactMap { line, key in
      guard let row = stored[key],
        let dynamics = try LineFigures.dynamics(row, line, depth: units.request.depth), dynamics.value != nil
      else { return nil }
      return Line(
        start: line.start, direction: line.direction, dynamics: dynamics, finding: findings[key])
    }
  }

  private static func key(_ line: FieldLine) -> String { Formula(Trajectory(line)).key }

  /// What the search measured itself: a row that another job measured at another depth is measured again, so that the
  /// ranking, and with it the next round, depends on nothing but the request.
  private static func dynamics(_ row: MeasuredFormula, _ line: FieldLine, depth: Int) throws -> Dynamics? {
    guard row.depth != depth || row.against != 2 * depth else { return row.dynamics }
    let walk = try FieldWalk(line, depth: depth)
    let own = Formula(Trajectory(line))
    return try LineDiscovery(walk, formula: own, report: nil)?.measured.dynamics
  }

  /// The best first.
  public var ranked: [Line] {
    func figure(_ line: Line) -> Double {
      (isByRate ? line.dynamics.digitsPerTerm : line.dynamics.delta) ?? -.infinity
    }
    return lines.enumerated().sorted {
      (figure($0.element), -$0.offset) > (figure($1.element), -$1.offset)
    }.map(\.element)
  }

  /// The directions of the ranked lines, each once.
  var rankedDirections: [[Int]] {
    var seen: Set<[Int]> = []
    return ranked.map(\.direction).filter { seen.insert($0).inserted }
  }

  /// The directions with δ > 0 that surround the best one, for each start of a field with two axes.
  public var cones: [Cone] {
    guard axes == 2 else { return [] }
    var starts: [[Rational]] = []
    for line in lines where !starts.contains(line.start) { starts.append(line.start) }
    return starts.compactMap { start in
      let around = lines.filter { $0.start == start && $0.dynamics.delta != nil }
        .sorted { $0.angle < $1.angle }
      func delta(_ line: Line) -> Double { line.dynamics.delta ?? -9 }
      guard let best = around.indices.max(by: { delta(around[$0]) < delta(around[$1]) }),
        delta(around[best]) > 0
      else { return nil }
      let low = around[...best].reversed().prefix { delta($0) > 0 }.last ?? around[best]
      let high = around[best...].prefix { delta($0) > 0 }.last ?? around[best]
      return Cone(start: start, from: low.direction, to: high.direction)
    }
  }
}
