/// Texts in PARI/GP.
extension BoundCall {
  /// The call by its parts as GP writes them: `suminf` needs terms that fall geometrically, `sumalt` alternating signs,
  /// `sumnum` a smooth function, to which products of rational functions are led back by logarithms.
  func gpText(lower: String, upper: String, body: String) -> String {
    if operation == .integral { return "intnum(\(variable)=\(lower), \(upper), \(body))" }
    guard isInfinite else {
      return "\(operation == .sum ? "sum" : "prod")(\(variable)=\(lower), \(upper), \(body))"
    }
    switch (operation, isSmooth) {
    case (.sum, true): return "sumnum(\(variable)=\(lower), \(body))"
    case (.sum, false): return "\(isAlternating ? "sumalt" : "suminf")(\(variable)=\(lower), \(body))"
    case (.product, true): return "exp(sumnum(\(variable)=\(lower), log(\(body))))"
    case (.product, false), (.integral, _): return "prodinf(\(variable)=\(lower), \(body))"
    }
  }

  private var context: ExpressionValue { ExpressionValue(limits: EvaluationLimits(), bits: 64) }

  private var decays: [SeriesPart.Decay] {
    guard let terms = try? context.terms(of: self),
      let decays = try? SeriesSum(terms: terms, start: 0, range: 0..<0, context: context).decays()
    else { return [] }
    return decays.map(\.decay)
  }

  private var isAlternating: Bool {
    decays.contains { if case .alternating = $0 { true } else { false } }
  }

  /// Whether the terms or factors approach their limit like powers of the index.
  private var isSmooth: Bool {
    guard operation == .sum else {
      return (try? InfiniteProduct(self, from: 1, expression, context).speed()) == .powerlaw
    }
    return decays.contains { if case .power = $0 { true } else { false } }
  }
}
