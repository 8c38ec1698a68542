internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `plot`: metrics of the catalog, the convergence of a fraction, or a function.
struct PlotVerb: Verb {
  static let declaration = VerbDeclaration(
    "plot", "Plot how a fraction converges, a function, or two metrics of the catalog.",
    discussion: """
      plot delta(FORMULA) draws δ_n, plot error(FORMULA) the decimal logarithm of |L - p_n/q_n|, both for n up to \
      --depth against the convergent at --against. plot f(x) for x in a..b draws an expression. plot X Y draws two \
      metrics of the formulas of the catalog: the largest eight families of named constants have shapes of their own, \
      other formulas are dots. A few points far from all others are drawn at the rim, and counted.

      --output F.svg, F.png or F.csv writes an image or the points; --format chooses where the name does not.

      Metrics: \(Catalog.plottedFields.joined(separator: ", ")).
      """,
    examples: [
      .init("plot 'delta(pcf(34n^3+51n^2+27n+5, -n^6))'", "δ of Apéry's fraction for ζ(3)"),
      .init(
        "plot 'error(pcf(2n+1, n^2))' --depth 60 --against 120", "digits that Brouncker's fraction gains"),
      .init("plot 'sin(x)/x' for x in '-10..10'", "a function"),
      .init(
        "plot delta denominator.eta --query 'delta > -1.1'", "the first plane of the published clustering"),
      .init(
        "plot delta denominator.gamma --query factorialReduction --output plane.svg", "an image"),
    ])

  @Argument(help: ArgumentHelp("Two metrics, delta(…), error(…), or f(x) for x in a..b.", valueName: "what"))
  var what: [Word]

  @Option(help: ArgumentHelp("Only formulas that satisfy a condition.", valueName: "condition"))
  var query: Word?

  @Option(help: ArgumentHelp("Deepest n of delta and error.", valueName: "n"))
  var depth = 1000

  @Option(help: "Depth of the convergent that stands for the limit; by default twice the depth.")
  var against: Int?

  @Option(help: "unicode, ascii, svg, png or csv.")
  var format: PlotFormat?

  @Option(help: "Columns of the plot.")
  var columns = 76

  @Option(help: "Rows of the plot.")
  var rows = 20

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  /// Points of a curve: more than a plot of 80 columns has dots across. An even number leaves the middle out, where
  /// functions such as sin(x)/x have no value.
  private static let samples = 240

  func reply(in context: VerbContext) throws -> Reply {
    guard (20...1000).contains(columns), (6...500).contains(rows) else {
      throw Refusal("a plot of \(columns) × \(rows)", remedy: "20 to 1000 columns and 6 to 500 rows")
    }
    guard shownFormat != .png || output != nil else {
      throw Refusal("a PNG image goes to a file", remedy: "--output plot.png")
    }
    let subject = try PlotSubject(what.map(\.string))
    if query != nil { try checkQuery(subject) }
    switch subject {
    case .metrics(let x, let y): return try metrics(x, y, in: context)
    case .delta(let formula): return try convergence(of: formula, .delta, in: context)
    case .error(let formula): return try convergence(of: formula, .error, in: context)
    case .function(let text, let variable, let from, let to):
      let samples = try CurveSamples(
        text, variable: variable, from: from, to: to, count: PlotVerb.samples, in: context)
      guard !samples.isInterrupted else { return Reply(Document(), exit: .interrupted) }
      let plot = ScatterPlot(
        title: "\(text) for \(variable) from \(from) to \(to)", xName: variable, yName: text,
        points: samples.points, isJoined: true, isRobust: true)
      return try reply(plot, remark: samples.remark)
    }
  }

  private func checkQuery(_ subject: PlotSubject) throws(Refusal) {
    if case .metrics = subject { return }
    throw Refusal("--query goes with two metrics of the catalog", remedy: "leave it out")
  }

  private enum Measured { case delta, error }

  private func convergence(
    of formula: String, _ measured: Measured, in context: VerbContext
  ) throws -> Reply {
    let (fraction, text) = try context.fraction([Word(argument: formula)])
    let count = min(depth, PlotVerb.samples)
    let against = against ?? 2 * depth
    try MeasureRequest(formula: text, depth: depth, against: against, sequence: count).check()
    let sequence = DeltaSequence(fraction, count: count, depth: depth, against: against)
    let decimal = 0.4342944819032518  // log₁₀ e
    let points = zip(sequence.points, sequence.logErrors).map { point, error in
      let y = measured == .delta ? point.delta : error.map { $0 * decimal }
      return ScatterPlot.Point(x: Double(point.depth), y: y ?? .infinity)
    }
    guard points.contains(where: \.y.isFinite) else {
      throw Refusal("the convergents of \(text) are at no distance from a limit", exit: .nothing)
    }
    let name = measured == .delta ? "δ" : "log10 of the error"
    return try reply(
      ScatterPlot(
        title: "\(name) of \(text), n to \(depth) against \(against)", xName: "n", yName: name,
        points: points,
        isJoined: true, isRobust: measured == .delta))
  }

  private func metrics(_ x: String, _ y: String, in context: VerbContext) throws -> Reply {
    for name in [x, y] where !Catalog.plottedFields.contains(name) {
      let near = NearestName.nearest(to: name, among: Catalog.plottedFields)
      throw Refusal(
        "'\(name)' is no metric to plot",
        remedy: near.map { "did you mean \($0)?" } ?? "wallis help plot lists them")
    }
    let catalog = try context.readCatalog(global)
    let pairs = try catalog.metricPairs(context.query(query?.string ?? ""), x: x, y: y)
    guard !pairs.isEmpty else {
      return Reply(
        Document([.paragraph("no formula of the catalog is like that")]), json: ["points": 0],
        exit: .nothing)
    }
    return try reply(plot(pairs, x, y))
  }

  private func plot(_ pairs: [(x: Double, y: Double, label: String?)], _ x: String, _ y: String)
    -> ScatterPlot
  {
    var counts: [String: Int] = [:]
    for pair in pairs { if let label = pair.label { counts[label, default: 0] += 1 } }
    let groups = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    return ScatterPlot(
      title: "\(y) up, \(x) across, \(ProgressLine.counted(pairs.count, "formula")) without mirrors",
      xName: x, yName: y, groups: groups,
      points: pairs.map { pair in
        ScatterPlot.Point(x: pair.x, y: pair.y, group: pair.label.flatMap { places[$0] })
      }, isRobust: true)
  }
}

extension PlotVerb {
  /// The format that is asked for, by name or by the end of the file's name.
  private var shownFormat: PlotFormat {
    if let format { return format }
    let name = output?.string.lowercased() ?? ""
    return [.svg, .png, .csv].first { name.hasSuffix("." + $0.rawValue) } ?? .unicode
  }

  private func reply(_ plot: ScatterPlot, remark: String? = nil) throws -> Reply {
    var plot = plot
    let isASCII = shownFormat == .ascii || global.ascii
    (plot.columns, plot.rows, plot.isASCII) = (columns, rows, isASCII)
    switch shownFormat {
    case .svg: return try Exported(text: plot.svg).reply(to: output)
    case .csv: return try Exported(text: plot.csv).reply(to: output)
    case .png: return try image(plot)
    case .unicode, .ascii: break
    }
    let lines = plot.lines(columns: columns, rows: rows, isASCII: isASCII)
    guard output == nil else {
      return try Exported(text: lines.map { $0.string + "\n" }.joined()).reply(to: output)
    }
    let shown = plot.thinned
    return Reply(
      Document([.plot(shown)] + (remark.map { [.paragraph(Text($0, .muted))] } ?? [])),
      json: [
        "x": .string(plot.xName), "y": .string(plot.yName),
        "points": .integer(plot.points.count), "outliers": .integer(plot.outliers),
        "families": .array(plot.groups.map { .string($0) }),
        "text": .string(lines.map(\.string).joined(separator: "\n")),
      ])
  }

  private func image(_ plot: ScatterPlot) throws -> Reply {
    guard let output, let bytes = plot.png else { throw Refusal("no memory for the image", exit: .limit) }
    try AtomicFile.write(bytes, to: output.string)
    return Reply(
      Document([.paragraph("image written to " + Text(output.string, .name))]),
      json: ["output": .string(output.string), "bytes": .integer(bytes.count)])
  }
}

extension CurveSamples {
  /// What is said of places without a value; nil where there are none.
  fileprivate var remark: String? {
    guard gaps > 0, let reason else { return nil }
    return
      "\(gaps) of \(points.count) places \(gaps == 1 ? "has" : "have") no value: \(reason.diagnostic.message)"
  }
}

/// How a plot is drawn.
enum PlotFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case unicode, ascii, svg, png, csv
}

extension PlotVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { output.map { [$0.string] } ?? [] }
}
