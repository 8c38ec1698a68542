internal import RealModule
internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// The lines of searches as the catalog knows them.
struct FieldLines {
  /// One line with its figures.
  struct Line {
    let start: [Rational]
    let direction: [Int]
    let delta: Double?
    let digitsPerTerm: Double?
    let value: String
    let closedForm: String?
    let formula: Formula
  }

  let field: MatrixField
  let lines: [Line]
  let isByRate: Bool

  /// The lines of requests about one field.
  ///
  /// - Throws: a `SearchError` or a `Refusal`.
  init(_ requests: [FieldRequest], catalog path: String) throws {
    let catalog = try Catalog.opened(at: path, creating: false)
    var (lines, field): ([Line], MatrixField?) = ([], nil)
    for request in requests {
      let space = try FieldSpace(request)
      field = space.field
      for index in 0..<space.count {
        let (start, direction) = space.place(at: index)
        guard
          let line = try? FieldLine(
            space.field, parameters: space.parameters, start: start, direction: direction),
          let formula = FieldLines.stored(line), let row = try catalog.row(for: formula),
          let value = row.dynamics.value
        else { continue }
        lines.append(
          Line(
            start: start, direction: direction, delta: row.dynamics.delta,
            digitsPerTerm: row.dynamics.digitsPerTerm, value: value, closedForm: row.closedForm,
            formula: formula))
      }
    }
    guard let field else { throw Refusal("no field was searched") }
    (self.field, self.lines, isByRate) = (field, lines, requests.first?.isByRate ?? false)
  }

  /// The formula that a search stores for a line: beyond its last singular step.
  private static func stored(_ line: FieldLine) -> Formula? {
    guard let walk = try? FieldWalk(line, depth: 8) else { return nil }
    return .trajectory(Trajectory(walk.line))
  }

  /// The best first.
  var ranked: [Line] {
    func figure(_ line: Line) -> Double { (isByRate ? line.digitsPerTerm : line.delta) ?? -.infinity }
    return lines.enumerated().sorted {
      (figure($0.element), -$0.offset) > (figure($1.element), -$1.offset)
    }.map(\.element)
  }

  /// δ against the angle of the direction; nil for fields with more or fewer than two axes.
  var plot: ScatterPlot? {
    guard field.axes.count == 2 else { return nil }
    let points = lines.compactMap { line in
      line.delta.map {
        ScatterPlot.Point(x: FieldLines.angle(line.direction), y: $0, group: $0 > 0 ? 0 : nil)
      }
    }
    guard points.count > 2 else { return nil }
    return ScatterPlot(
      xName: "angle of the direction in degrees", yName: "δ", groups: ["δ > 0"], points: points)
  }

  /// Degrees from the first axis.
  static func angle(_ direction: [Int]) -> Double {
    Double.atan2(y: Double(direction[1]), x: Double(direction[0])) * 57.29577951308232
  }

  /// The directions with δ > 0 that surround the best one, for each start of a field with two axes.
  var cones: [(start: [Rational], from: [Int], to: [Int])] {
    guard field.axes.count == 2 else { return [] }
    var starts: [[Rational]] = []
    for line in lines where !starts.contains(line.start) { starts.append(line.start) }
    return starts.compactMap { start in
      let around = lines.filter { $0.start == start && $0.delta != nil }
        .sorted { FieldLines.angle($0.direction) < FieldLines.angle($1.direction) }
      guard
        let best = around.indices.max(by: { (around[$0].delta ?? -9) < (around[$1].delta ?? -9) }),
        (around[best].delta ?? -1) > 0
      else { return nil }
      let low = around[...best].reversed().prefix { ($0.delta ?? -1) > 0 }.last ?? around[best]
      let high = around[best...].prefix { ($0.delta ?? -1) > 0 }.last ?? around[best]
      return (start, low.direction, high.direction)
    }
  }
}
