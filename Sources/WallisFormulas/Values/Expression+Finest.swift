internal import WallisArithmetic

extension Expression {
  /// How many decimals lie between 1 and the smallest part of the expression that has a value, for example 300 for
  /// `pi + 1/10^300`: agreement to fewer digits would not notice that part. Limits count as of ordinary size.
  package func finestDecimals(limits: EvaluationLimits = EvaluationLimits()) -> Int {
    let pass = ExpressionValue(limits: limits, bits: 64)
    return finest(pass)
  }

  private func finest(_ pass: ExpressionValue) -> Int {
    guard !isLimit else { return 0 }
    return max(operands.map { $0.finest(pass) }.max() ?? 0, ownDecimals(pass))
  }

  private func ownDecimals(_ pass: ExpressionValue) -> Int {
    switch node {
    case .power, .quotient, .call, .number: break
    default: return 0
    }
    guard let exponent = (try? pass.value(of: self))?.ball(bits: 64).magnitudeExponent else { return 0 }
    return max(0, Digits.roundedUp(bits: -exponent))
  }

  /// Whether it is a limit: its operands hold a variable, and have no values of their own.
  private var isLimit: Bool {
    if case .call(let name, _) = node, FunctionTable.isLimit(name) { return true }
    return BoundCall(self) != nil
  }
}
