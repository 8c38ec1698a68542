extension Polynomial: CustomStringConvertible {
  /// Text in the variable n, for example `2n+1`, `-n^2+5n+5`.
  public var description: String { text() }

  /// Text with the leading term first, in plain characters, for example `34n^3+51n^2+27n+5`.
  public func text(variable: String = "n") -> String {
    guard !isZero else { return "0" }
    var text = ""
    for power in (0...degree).reversed() { append(power, variable: variable, to: &text) }
    return text
  }

  private func append(_ power: Int, variable: String, to text: inout String) {
    let coefficient = self[power]
    if let word = coefficient.word {
      guard word != 0 else { return }
      text += word < 0 ? "-" : power == degree ? "" : "+"
      if power == 0 || word.magnitude != 1 { text += String(word.magnitude) }
      return appendPower(power, variable: variable, to: &text)
    }
    text += coefficient.signum < 0 ? "-" : power == degree ? "" : "+"
    text += coefficient.magnitude.description
    appendPower(power, variable: variable, to: &text)
  }

  private func appendPower(_ power: Int, variable: String, to text: inout String) {
    guard power > 0 else { return }
    text += variable
    if power > 1 { text += "^" + String(power) }
  }
}
