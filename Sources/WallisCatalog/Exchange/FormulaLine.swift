internal import WallisFormulas
internal import WallisSearch

/// A formula as a line of the exchange; writing is `Catalog.exportText`, which copies columns.
enum FormulaLine {
  /// Reads the fields after the first, in the order of `Catalog.exchangeColumns` after the two keys and the signs.
  static func formula(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) -> MeasuredFormula {
    let canonicalKey = try reader.text()
    let formula = try reader.formula()
    let signs = try reader.integer()
    guard (1...3).contains(signs), !formula.representative.isMirrored else {
      throw .init("the signs and the key contradict each other")
    }
    var dynamics = try outcome(&reader)
    let (depth, against) = (try reader.integer(), try reader.integer())
    try readMetrics(&reader, into: &dynamics)
    guard reader.isAtEnd else { throw .init("it has too many fields") }
    return MeasuredFormula(
      key: formula.key, canonicalKey: canonicalKey, signs: Signs(rawValue: UInt8(signs)), dynamics: dynamics,
      depth: depth, against: against)
  }

  private static func outcome(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) -> Dynamics {
    let (status, reason) = (try reader.text(), try reader.optionalText())
    let word = try reader.optionalText()
    let convergence = word.flatMap(ConvergenceClass.init)
    guard
      let outcome = OutcomeWords(status: status, reason: reason, exact: try reader.optionalText()).outcome,
      (word == nil) == (convergence == nil)
    else { throw .init("'\(status)' with its reason, class or fraction is no outcome") }
    return Dynamics(
      outcome: outcome, convergence: convergence, value: try reader.optionalText(),
      digits: try reader.integer())
  }

  private static func readMetrics(
    _ reader: inout ExchangeReader, into dynamics: inout Dynamics
  ) throws(ExchangeReader.Problem) {
    dynamics.delta = try reader.number()
    dynamics.deltaNaive = try reader.number()
    dynamics.deltaPredicted = try reader.number()
    let (eta, gamma, beta) = (try reader.number(), try reader.number(), try reader.number())
    if let eta, let gamma, let beta { dynamics.error = ErrorFit(eta: eta, gamma: gamma, beta: beta) }
    try readDenominator(&reader, into: &dynamics)
    dynamics.reductionRate = try reader.number()
    dynamics.digitsPerTerm = try reader.number()
  }

  private static func readDenominator(
    _ reader: inout ExchangeReader, into dynamics: inout Dynamics
  ) throws(ExchangeReader.Problem) {
    let (eta, gamma) = (try reader.number(), try reader.number())
    if let eta, let gamma { dynamics.denominator = DenominatorFit(eta: eta, gamma: gamma) }
    dynamics.factorialReduction = try reader.optionalText().map { $0 == "1" }
  }
}
