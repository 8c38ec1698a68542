internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `plot`: two metrics of the formulas of the catalog.
struct PlotVerb: Verb {
  static let declaration = VerbDeclaration(
    "plot", "Plot two metrics of the formulas of the catalog, families by shape and colour.",
    discussion: """
      The largest eight families of named constants have shapes of their own; other formulas are dots. --format ascii \
      draws with letters, svg an image, csv lists the points.

      Metrics: \(Catalog.plottedFields.joined(separator: ", ")).
      """,
    examples: [
      .init(
        "plot delta denominator.eta --query 'delta > -1.1'", "the first plane of the published clustering"),
      .init(
        "plot delta denominator.gamma --query factorialReduction --format svg --output plane.svg", "an image"),
    ])

  @Argument(help: ArgumentHelp("The metric across.", valueName: "x"))
  var x: Word

  @Argument(help: ArgumentHelp("The metric up.", valueName: "y"))
  var y: Word

  @Option(help: ArgumentHelp("Only formulas that satisfy a condition.", valueName: "condition"))
  var query: Word?

  @Option(help: "unicode, ascii, svg or csv.")
  var format: PlotFormat = .unicode

  @Option(help: "Columns of the plot.")
  var columns = 76

  @Option(help: "Rows of the plot.")
  var rows = 20

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    for name in [x.string, y.string] where !Catalog.plottedFields.contains(name) {
      let near = NearestName.nearest(to: name, among: Catalog.plottedFields)
      throw Refusal(
        "'\(name)' is no metric to plot",
        remedy: near.map { "did you mean \($0)?" } ?? "wallis help plot lists them")
    }
    guard (20...1000).contains(columns), (6...500).contains(rows) else {
      throw Refusal("a plot of \(columns) × \(rows)", remedy: "20 to 1000 columns and 6 to 500 rows")
    }
    let catalog = try context.readCatalog(global)
    let pairs = try catalog.metricPairs(context.query(query?.string ?? ""), x: x.string, y: y.string)
    guard !pairs.isEmpty else {
      return Reply(
        Document([.paragraph("no formula of the catalog is like that")]), json: ["points": 0],
        exit: .nothing)
    }
    return try reply(plot(pairs))
  }

  private func plot(_ pairs: [(x: Double, y: Double, label: String?)]) -> ScatterPlot {
    var counts: [String: Int] = [:]
    for pair in pairs { if let label = pair.label { counts[label, default: 0] += 1 } }
    let groups = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    return ScatterPlot(
      xName: x.string, yName: y.string, groups: groups,
      points: pairs.map { pair in
        ScatterPlot.Point(x: pair.x, y: pair.y, group: pair.label.flatMap { places[$0] })
      })
  }

  private func reply(_ plot: ScatterPlot) throws -> Reply {
    switch format {
    case .svg: return try Exported(text: plot.svg).reply(to: output)
    case .csv: return try Exported(text: plot.csv).reply(to: output)
    case .unicode, .ascii: break
    }
    let isASCII = format == .ascii || global.ascii
    let lines = plot.lines(columns: columns, rows: rows, isASCII: isASCII)
    guard output == nil else {
      return try Exported(text: lines.map { $0.string + "\n" }.joined()).reply(to: output)
    }
    let title =
      "\(plot.yName) up, \(plot.xName) across, \(ProgressLine.counted(plot.points.count, "formula")) without mirrors"
    var blocks: [Block] = [.table(Table([.init(title)], rows: lines.map { [$0] }))]
    let legend = plot.legend(isASCII: isASCII)
    if !legend.isEmpty {
      blocks.append(.paragraph(legend.dropFirst().reduce(legend[0]) { $0 + "   " + $1 }))
    }
    return Reply(
      Document(blocks),
      json: [
        "x": .string(plot.xName), "y": .string(plot.yName),
        "points": .integer(plot.points.count),
        "families": .array(plot.groups.map { .string($0) }),
        "text": .string(lines.map(\.string).joined(separator: "\n")),
      ])
  }
}

/// How a plot is drawn.
enum PlotFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case unicode, ascii, svg, csv
}
