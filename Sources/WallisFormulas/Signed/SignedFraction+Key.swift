internal import WallisArithmetic

extension SignedFraction: FormulaKind {
  /// `signed`.
  public static var word: String { "signed" }

  /// `-+ 3 2,3;2`, coefficients leading first, `3@2` for 3·2^m, `.` without preperiod;
  /// `+ 1,1 ~1,-1,-1` by a recurrence.
  public var keyText: String {
    if let connection {
      return "\(signs) \(list(preperiod)) ~\(list(connection))"
    }
    let head = preperiod.isEmpty ? "." : list(preperiod)
    let rest = channels.map { channel in
      guard !channel.terms.isEmpty else { return "0" }
      return channel.terms.map { term in
        let coefficients = term.coefficients.reversed().map { "\($0)" }.joined(separator: ",")
        return term.base == 1 ? coefficients : "\(coefficients)@\(term.base)"
      }.joined(separator: "&")
    }
    return "\(signs) \(head) \(rest.joined(separator: ";"))"
  }

  private func list(_ integers: [Integer]) -> String { integers.map { "\($0)" }.joined(separator: ",") }

  /// Reads `keyText`.
  public init?(keyWords words: [Substring]) {
    guard words.count == 3, let signs = SignPeriod(words[0]) else { return nil }
    let head = words[1] == "." ? [] : words[1].split(separator: ",", omittingEmptySubsequences: false)
    let preperiod = head.compactMap { Integer($0) }
    if words[2].hasPrefix("~") {
      let texts = words[2].dropFirst().split(separator: ",", omittingEmptySubsequences: false)
      let connection = texts.compactMap { Integer($0) }
      guard connection.count == texts.count, connection.first == 1, preperiod.count == head.count,
        connection.count <= preperiod.count + 1
      else { return nil }
      self.init(signs: signs, initial: preperiod, connection: connection)
      return
    }
    let parts = words[2].split(separator: ";", omittingEmptySubsequences: false)
    let channels = parts.compactMap(Channel.init(key:))
    guard preperiod.count == head.count, channels.count == parts.count, !channels.isEmpty else { return nil }
    self.init(signs: signs, preperiod: preperiod, channels: channels)
  }
}

extension Channel {
  fileprivate init?(key: Substring) {
    var terms: [(base: Rational, coefficients: [Rational])] = []
    for part in key.split(separator: "&", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "@", omittingEmptySubsequences: false)
      let texts = sides[0].split(separator: ",", omittingEmptySubsequences: false)
      let coefficients = texts.compactMap { Rational(key: $0) }
      guard sides.count <= 2, coefficients.count == texts.count,
        let base = sides.count == 2 ? Rational(key: sides[1]) : 1
      else { return nil }
      terms.append((base, coefficients.reversed()))
    }
    self.init(terms)
  }
}

extension Rational {
  fileprivate init?(key text: Substring) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let top = parts.first.flatMap({ Integer($0) }) else { return nil }
    guard parts.count > 1 else {
      self.init(top)
      return
    }
    guard parts.count == 2, let bottom = Integer(parts[1]), bottom > 0 else { return nil }
    self.init(top, bottom)
  }
}
