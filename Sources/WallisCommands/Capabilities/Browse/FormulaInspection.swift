internal import WallisDocuments
internal import WallisFormulas

/// How the convergents of a formula behave with n: δ, digits, denominators and common divisors, as curves and figures,
/// and the quotients of the limit.
struct FormulaInspection {
  private let request: InspectionRequest
  private let context: VerbContext

  init(_ request: InspectionRequest, _ context: VerbContext) {
    (self.request, self.context) = (request, context)
  }

  /// Points of a curve, and depths that are written out.
  private static let (count, rows) = (60, 6)
  private static let decimal = 0.4342944819032518  // log₁₀ e

  var document: Document {
    get throws {
      let (formula, text) = try context.formula([Word(argument: request.formula)])
      guard let fraction = formula.fraction else {
        throw Refusal(
          "the convergents of \(formula) are not looked at here",
          remedy: "a continued fraction, pcf(a(n), b(n))")
      }
      let depth = request.depth
      let samples = ConvergentSamples(
        fraction, count: min(depth, FormulaInspection.count), depth: depth, against: 2 * depth)
      return Document(
        [.heading(Text(text, .formula)), .table(table(samples.samples)), .fields(cancelled(samples))]
          + plots(samples.samples) + quotients(of: text))
    }
  }

  private func table(_ samples: [ConvergentSamples.Sample]) -> Table {
    let step = max(1, samples.count / FormulaInspection.rows)
    let shown = stride(from: samples.count - 1, through: 0, by: -step).map { samples[$0] }.reversed()
    func cell(_ number: Double?, _ digits: Int) -> Text {
      number.map { Text(rounded($0, digits), .digits) } ?? "–"
    }
    return Table(
      [
        .init("n", .right), .init("δ", .right), .init("digits", .right), .init("ln q reduced", .right),
        .init("ln gcd", .right),
      ],
      rows: shown.map { sample in
        [
          Text("\(sample.depth)", .digits), cell(sample.delta, 6),
          cell(sample.logError.map { -$0 * FormulaInspection.decimal }, 1), cell(sample.logDenominator, 1),
          cell(sample.logDivisor, 1),
        ]
      }, isFlat: true)
  }

  private func cancelled(_ samples: ConvergentSamples) -> [Field] {
    let powers = samples.cancelled.map { "\($0.prime)^\($0.exponent)" }.joined(separator: " ")
    return [
      Field("against", Text("\(2 * request.depth)", .digits)),
      Field("cancelled", Text(powers.isEmpty ? "none of the primes to 23" : powers, .digits)),
    ]
  }

  private func plots(_ samples: [ConvergentSamples.Sample]) -> [Block] {
    let curves: [(String, (ConvergentSamples.Sample) -> Double?)] = [
      ("δ", { $0.delta }), ("digits", { $0.logError.map { -$0 * FormulaInspection.decimal } }),
      ("ln q reduced", { $0.logDenominator }), ("ln gcd", { $0.logDivisor }),
    ]
    return curves.compactMap { name, value in
      let points = samples.compactMap { sample in
        value(sample).map { ScatterPlot.Point(x: Double(sample.depth), y: $0) }
      }
      guard points.count > 1, name != "ln gcd" || points.contains(where: { $0.y != 0 }) else { return nil }
      var plot = ScatterPlot(
        title: name, xName: "n", yName: name, points: points, isJoined: true, isRobust: name == "δ")
      (plot.columns, plot.rows, plot.isASCII) = (min(max(20, request.width), 76), 8, request.ascii)
      return .plot(plot)
    }
  }

  /// What `expand` says of the limit; why there are no quotients where it is no number.
  private func quotients(of text: String) -> [Block] {
    do {
      return try ExpandRequest(number: text, terms: ExpandRequest.standardTerms).reply(in: context).document
        .blocks
    } catch {
      return [.paragraph(Text("no quotients: \(error.diagnostic.message)", .muted))]
    }
  }
}
