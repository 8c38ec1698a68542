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
    let (depth, against) = (try reader.count(), try reader.count())
    try readMetrics(&reader, into: &dynamics)
    if !reader.isAtEnd { try readReduction(&reader, into: &dynamics) }
    try checkReduction(dynamics)
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
      digits: try reader.count())
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
    let flag = try reader.optionalText()
    guard [nil, "0", "1"].contains(flag) else { throw .init("'\(flag ?? "")' is neither 0 nor 1") }
    dynamics.factorialReduction = flag.map { $0 == "1" }
  }

  /// The reduction by residues, which implies the flag before it.
  private static func readReduction(
    _ reader: inout ExchangeReader, into dynamics: inout Dynamics
  ) throws(ExchangeReader.Problem) {
    guard let word = try reader.optionalText() else { return }
    guard let reduction = Reduction(rawValue: word) else { throw .init("'\(word)' is no reduction") }
    let flag = dynamics.factorialReduction
    dynamics.reduction = reduction
    guard dynamics.factorialReduction == flag else {
      throw .init("reduction '\(word)' and factorialReduction contradict each other")
    }
  }

  /// A flag that no residues decided came from the fit of the denominators, as version 0.1 had it.
  private static func checkReduction(_ dynamics: Dynamics) throws(ExchangeReader.Problem) {
    guard dynamics.reduction == nil, let flag = dynamics.factorialReduction, let fit = dynamics.denominator
    else { return }
    guard flag == (abs(fit.eta) < 0.05) else {
      throw .init("factorialReduction and the fit of the denominators contradict each other")
    }
  }
}
