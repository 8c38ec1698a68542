internal import CArithmetic

extension Integer: CustomStringConvertible {
  /// Decimal digits with a leading `-` for negative values.
  public var description: String {
    if ca_fmpz_is_big(raw) == 0 { return String(Int(raw)) }
    return withPointer { p in
      guard let text = fmpz_get_str(nil, 10, p) else { return "" }
      defer { flint_free(text) }
      return String(cString: text)
    }
  }

  /// The integer written in decimal, with an optional sign; nil for any other text.
  public init?(_ text: some StringProtocol) {
    // Nearly all that is read is small.
    if text.utf8.count <= 18, let small = Int(text) {
      self.init(small)
      return
    }
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let magnitude = Integer.result { z in _ = String(digits).withCString { fmpz_set_str(z, $0, 10) } }
    self = text.first == "-" ? -magnitude : magnitude
  }
}
