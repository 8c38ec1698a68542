internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// Everything about one formula, for a reader who goes from row to row: the formula in two dimensions, what `catalog show`
/// says, and how its convergents come near the limit.
struct FormulaCard {
  private let request: CardRequest
  private let context: VerbContext

  init(_ request: CardRequest, _ context: VerbContext) { (self.request, self.context) = (request, context) }

  var document: Document {
    get throws {
      let verb = try context.table.parse(["catalog", "show", request.key])
      var shown = try verb.reply(in: context).document.blocks
      guard let formula = context.kinds.formula(key: request.key), let fraction = formula.fraction else {
        return Document(shown)
      }
      if let drawing = drawing(of: formula) {
        shown.insert(.code(drawing), at: request.isShort ? shown.count : min(1, shown.count))
      }
      return Document(shown + convergence(of: fraction))
    }
  }

  /// The formula in two dimensions; nil where it is wider than the card.
  private func drawing(of formula: Formula) -> String? {
    guard let expression = try? Expression(parsing: "\(formula)") else { return nil }
    for levels in [3, 2, 1] {
      let text = FormulaDrawing(ascii: request.ascii, levels: levels).text(expression)
      let width = text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
      if width <= request.width { return text }
    }
    return nil
  }

  /// Depths of the curve: few enough to be computed while the reader goes on.
  private static let (count, depth) = (40, 200)

  /// The digits that convergents have in common with a convergent twice as deep; nothing where they come near no limit.
  private func convergence(of fraction: ContinuedFraction) -> [Block] {
    let depth = FormulaCard.depth
    let sequence = DeltaSequence(fraction, count: FormulaCard.count, depth: depth, against: 2 * depth)
    let decimal = -0.4342944819032518  // −log₁₀ e
    let points = zip(sequence.points, sequence.logErrors).compactMap { point, error in
      error.map { ScatterPlot.Point(x: Double(point.depth), y: $0 * decimal) }
    }
    guard points.count > 1 else { return [] }
    var plot = ScatterPlot(
      title: "digits of the convergents, n to \(depth) against \(2 * depth)", xName: "n", yName: "digits",
      points: points, isJoined: true)
    (plot.columns, plot.rows, plot.isASCII) = (min(max(20, request.width), 60), 8, request.ascii)
    return [.plot(plot)]
  }
}
