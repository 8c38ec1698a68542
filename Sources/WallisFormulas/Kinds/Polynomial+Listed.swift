internal import WallisArithmetic

/// Polynomials as the keys of formulas hold them: coefficients, leading first, between commas.
extension Polynomial {
  /// The coefficients, leading first; `0` for the polynomial 0.
  var listed: String { isZero ? "0" : coefficients.reversed().map { "\($0)" }.joined(separator: ",") }

  /// The polynomial of such a list; nil for any other text.
  init?(listed text: Substring) {
    if let words = Polynomial.words(text) {
      self.init(words)
      return
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let coefficients = parts.compactMap { Integer($0) }
    guard coefficients.count == parts.count else { return nil }
    self.init(coefficients.reversed())
  }

  /// The integers of a list, the last one first, where all of them have at most 18 digits, as nearly all do; nil for any
  /// other text.
  private static func words(_ text: Substring) -> [Int]? {
    var (words, word, digits, isNegative): ([Int], Int, Int, Bool) = ([], 0, 0, false)
    for byte in text.utf8.reversed() {
      switch byte {
      case 0x30...0x39 where !isNegative && digits < 18:
        word += Int(byte - 0x30) * powersOfTen[digits]
        digits += 1
      case 0x2D where digits > 0 && !isNegative: isNegative = true
      case 0x2C where digits > 0:
        words.append(isNegative ? -word : word)
        (word, digits, isNegative) = (0, 0, false)
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return words + [isNegative ? -word : word]
  }

  private static let powersOfTen = (0..<18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
