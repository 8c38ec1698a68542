extension Polynomial: CustomStringConvertible {
  /// Text in the variable n, for example `2n+1`, `-n^2+5n+5`.
  public var description: String { text() }

  /// Text with the leading term first, in plain characters, for example `34n^3+51n^2+27n+5`.
  public func text(variable: String = "n") -> String {
    guard !isZero else { return "0" }
    return (0...degree).reversed().map { term($0, variable: variable) }.joined()
  }

  private func term(_ power: Int, variable: String) -> String {
    let coefficient = self[power]
    guard !coefficient.isZero else { return "" }
    let sign = coefficient.signum < 0 ? "-" : power == degree ? "" : "+"
    guard power > 0 else { return sign + "\(coefficient.magnitude)" }
    let factor = coefficient.magnitude == 1 ? "" : "\(coefficient.magnitude)"
    return sign + factor + variable + (power == 1 ? "" : "^\(power)")
  }
}
