internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields
internal import WallisSearch

/// A search of lines of a matrix field: the best lines, a plot of δ, the cone of the best directions.
struct LinesSearchView: SearchView {
  static let longestTable = 15
  static let members = "lines"

  let summary: SearchSummary
  private let figures: LineFigures

  init?(_ summary: SearchSummary) {
    guard let figures = summary.figures as? LineFigures else { return nil }
    (self.summary, self.figures) = (summary, figures)
  }

  var document: Document {
    var blocks: [Block] = [.table(Self.table(summary.funnel))]
    if figures.added > 0 {
      blocks.append(
        .paragraph(Text("\(figures.added) directions were added around the best", .muted)))
    }
    guard !figures.lines.isEmpty else { return Document(blocks) }
    blocks.append(.table(ranking))
    if let plot {
      let rows = plot.lines(columns: 72, rows: 16, isASCII: false)
      blocks.append(.table(Table([.init("δ up, angle of the direction across")], rows: rows.map { [$0] })))
    }
    return Document(blocks + figures.cones.map { .paragraph(Text(sentence($0))) })
  }

  private func sentence(_ cone: LineFigures.Cone) -> String {
    "from (\(FieldLine.text(cone.start))): δ > 0 in all directions walked from (\(FieldLine.text(cone.from))) to "
      + "(\(FieldLine.text(cone.to))); where it stays above 0 in the limit, that would prove irrationality"
  }

  private var ranking: Table {
    let ranked = figures.ranked
    let left = ranked.count - LinesSearchView.longestTable
    return Table(
      [
        .init("direction"), .init("start"), .init("δ", .right), .init("digits a step", .right, rank: 1),
        .init("limit"),
      ],
      rows: ranked.prefix(LinesSearchView.longestTable).map { line in
        [
          Text(FieldLine.text(line.direction), .formula), Text(FieldLine.text(line.start)),
          Text(line.dynamics.delta.map { rounded($0, 4) } ?? "–", .digits),
          Text(line.dynamics.digitsPerTerm.map { rounded($0, 4) } ?? "–", .digits), limit(line),
        ]
      }, caption: left > 0 ? "and \(ProgressLine.grouped(left)) more lines" : nil)
  }

  private func limit(_ line: LineFigures.Line) -> Text {
    if let finding = line.finding { return Text(finding.closedForm) }
    return Text(SearchSummaryView.shortened(line.dynamics.value ?? "–"), .digits)
  }

  /// δ against the angle of the direction; nil for fields with more or fewer than two axes.
  private var plot: ScatterPlot? {
    guard figures.axes == 2 else { return nil }
    let points = figures.lines.compactMap { line in
      line.dynamics.delta.map { ScatterPlot.Point(x: line.angle, y: $0, group: $0 > 0 ? 0 : nil) }
    }
    guard points.count > 2 else { return nil }
    return ScatterPlot(
      xName: "angle of the direction in degrees", yName: "δ", groups: ["δ > 0"], points: points)
  }

  var details: [JSONValue.Member] {
    [
      .init(
        "lines",
        .array(
          figures.ranked.map { line in
            [
              "start": .array(line.start.map { .string("\($0)") }),
              "direction": .array(line.direction.map { .integer($0) }),
              "delta": .optional(line.dynamics.delta),
              "digitsPerTerm": .optional(line.dynamics.digitsPerTerm),
              "value": .optional(line.dynamics.value),
              "closedForm": .optional(line.finding.map { "\($0.closedForm)" }),
            ]
          }))
    ]
  }
}
