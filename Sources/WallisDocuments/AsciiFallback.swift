internal import Foundation

extension String {
  /// The string in ASCII: known signs are spelled out (`π²` becomes `pi^2`), accents dropped, others become `?`.
  package var asciiFallback: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var out = ""
    var raised: Character?
    for scalar in unicodeScalars {
      if let sign = superscripts[scalar] {
        if raised != "^" { out.append("^") }
        out.append(sign)
        raised = "^"
      } else if let sign = subscripts[scalar] {
        if raised != "_" { out.append("_") }
        out.append(sign)
        raised = "_"
      } else {
        out += scalar.asciiSpelling
        raised = nil
      }
    }
    return out
  }
}

extension Unicode.Scalar {
  fileprivate var asciiSpelling: String {
    if isASCII { return String(self) }
    if let spelling = asciiSpellings[self] { return spelling }
    if properties.generalCategory == .nonspacingMark || properties.generalCategory == .format { return "" }
    let decomposed = String(self).decomposedStringWithCompatibilityMapping.unicodeScalars.filter(\.isASCII)
    return decomposed.isEmpty ? "?" : String(String.UnicodeScalarView(decomposed))
  }
}
