internal import WallisArithmetic
internal import WallisFormulas

extension SeriesProof {
  /// The sum that `hyp([…], […], z)` with rational arguments stands for; nil where theorems do not tell it.
  init?(hypergeometric call: Expression) {
    guard case .call("hyp", let arguments) = call.node, arguments.count == 3,
      let upper = SeriesProof.parameters(arguments[0]), let lower = SeriesProof.parameters(arguments[1]),
      let z = arguments[2].fraction
    else { return nil }
    func product(_ parameters: [Rational]) -> RationalFunction {
      parameters.reduce(RationalFunction(1)) {
        $0
          * RationalFunction(
            Polynomial([$1.numerator, $1.denominator]), Polynomial(constant: $1.denominator))
      }
    }
    let ratio = RationalFunction(z) * product(upper) / product(lower + [1])
    guard let term = HypergeometricTerm(ratio: ratio, first: 1) else { return nil }
    self.init(evaluating: term)
  }

  private static func parameters(_ list: Expression) -> [Rational]? {
    guard let entries = list.listEntries?.map(\.fraction) else { return nil }
    let values = entries.compactMap(\.self)
    return values.count == entries.count ? values : nil
  }
}

extension Expression {
  /// The hypergeometric series that occur, each once.
  var seriesCalls: [Expression] {
    if case .call("hyp", _) = node { return [self] }
    return operands.flatMap(\.seriesCalls).uniqued
  }
}

extension FractionTheorem {
  /// What theorems on sums tell of the series in the value.
  var series: [SeriesProof] { value.seriesCalls.compactMap { SeriesProof(hypergeometric: $0) } }
}
