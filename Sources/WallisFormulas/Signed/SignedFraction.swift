public import WallisArithmetic

/// A continued fraction a(0) ± 1/(a(1) ± 1/(a(2) ± …)) whose signs repeat and whose partial denominators are, after a
/// preperiod, interlaced channels.
public struct SignedFraction: Sendable, Hashable {
  /// Signs of one period, the first below a(0).
  public let signs: SignPeriod
  /// Partial denominators before the channels begin.
  public let preperiod: [Integer]
  /// The channels, each a function of m = 0, 1, 2, ….
  public let channels: [Channel]

  /// The fraction with these signs, preperiod and channels.
  /// - Precondition: there is a channel.
  public init(signs: SignPeriod, preperiod: [Integer], channels: [Channel]) {
    precondition(!channels.isEmpty, "a signed fraction goes on for ever")
    (self.signs, self.preperiod, self.channels) = (signs, preperiod, channels)
  }

  /// The fraction whose denominators are a sequence taken apart; nil where a preperiod holds no integers.
  public init?(signs: SignPeriod, _ parts: InterlacedChannels) {
    guard parts.preperiod.allSatisfy(\.isInteger) else { return nil }
    self.init(signs: signs, preperiod: parts.preperiod.map(\.numerator), channels: parts.channels)
  }

  /// The partial denominator a(n); nil where the channels give no integer.
  public func denominator(_ n: Int) -> Integer? {
    guard n >= preperiod.count else { return preperiod[n] }
    let (m, j) = (n - preperiod.count).quotientAndRemainder(dividingBy: channels.count)
    let value = channels[j].value(at: m)
    return value.isInteger ? value.numerator : nil
  }

  /// The first `count` partial denominators, as far as they are integers.
  public func denominators(_ count: Int) -> [Integer] {
    var all: [Integer] = []
    while all.count < count, let next = denominator(all.count) { all.append(next) }
    return all
  }

  /// The fraction with the opposite value.
  public var mirror: SignedFraction {
    let opposite = channels.map { channel in
      Channel(channel.terms.map { ($0.base, $0.coefficients.map { -$0 }) })
    }
    return SignedFraction(signs: signs, preperiod: preperiod.map { -$0 }, channels: opposite)
  }

  /// Numerator and denominator of the convergent that ends with a(n).
  public func convergent(_ n: Int) -> Rational? {
    var (p, q): ((Integer, Integer), (Integer, Integer)) = ((1, 0), (0, 1))
    for (index, a) in denominators(n + 1).enumerated() {
      let isNegative = index > 0 && signs.isNegative(below: index - 1)
      p = (a * p.0 + (isNegative ? -p.1 : p.1), p.0)
      q = (a * q.0 + (isNegative ? -q.1 : q.1), q.0)
    }
    return q.0.isZero ? nil : Rational(p.0, q.0)
  }
}

extension SignedFraction: CustomStringConvertible {
  /// For example `-+ [3; 2m+3, 2]`: signs, preperiod, channels.
  public var description: String { "\(signs) \(pattern)" }

  /// Preperiod and channels, `[3; 2m+3, 2]`; without preperiod `[2, 2m+3]`.
  public var pattern: String {
    let (head, rest) = (preperiod.map { "\($0)" }, channels.map { "\($0)" })
    return "[" + (head.isEmpty ? "" : head.joined(separator: ", ") + "; ") + rest.joined(separator: ", ")
      + "]"
  }
}

extension SignedFraction {
  /// Words of a key after its kind: `-+ 3 2,3;2`, coefficients leading first, `3@2` for 3·2^m, `.` without preperiod.
  var keyText: String {
    let head = preperiod.isEmpty ? "." : preperiod.map { "\($0)" }.joined(separator: ",")
    let rest = channels.map { channel in
      guard !channel.terms.isEmpty else { return "0" }
      return channel.terms.map { term in
        let coefficients = term.coefficients.reversed().map { "\($0)" }.joined(separator: ",")
        return term.base == 1 ? coefficients : "\(coefficients)@\(term.base)"
      }.joined(separator: "&")
    }
    return "\(signs) \(head) \(rest.joined(separator: ";"))"
  }

  /// The fraction of the words of a key; nil for other text.
  init?(keyWords words: [Substring]) {
    guard words.count == 3, let signs = SignPeriod(words[0]) else { return nil }
    let head = words[1] == "." ? [] : words[1].split(separator: ",", omittingEmptySubsequences: false)
    let preperiod = head.compactMap { Integer($0) }
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
