extension Polynomial: CustomStringConvertible {
  /// Text in the variable n, for example `2n+1`, `-n^2+5n+5`.
  public var description: String { text() }

  /// Text with the leading term first, in plain characters, for example `34n^3+51n^2+27n+5`.
  public func text(variable: String = "n") -> String {
    guard !isZero else { return "0" }
    return coefficients.indices.reversed().filter { !coefficients[$0].isZero }.enumerated()
      .map { position, power in term(power, variable: variable, isFirst: position == 0) }.joined()
  }

  private func term(_ power: Int, variable: String, isFirst: Bool) -> String {
    let coefficient = coefficients[power]
    let sign = coefficient.signum < 0 ? "-" : isFirst ? "" : "+"
    guard power > 0 else { return sign + "\(coefficient.magnitude)" }
    let factor = coefficient.magnitude == 1 ? "" : "\(coefficient.magnitude)"
    return sign + factor + variable + (power == 1 ? "" : "^\(power)")
  }
}
