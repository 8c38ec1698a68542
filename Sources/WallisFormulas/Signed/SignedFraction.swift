public import WallisArithmetic

/// A continued fraction a(0) ± 1/(a(1) ± 1/(a(2) ± …)) whose signs repeat and whose partial denominators are, after a
/// preperiod, interlaced channels, or else follow a linear recurrence whose terms have no channels.
public struct SignedFraction: Sendable, Hashable {
  /// Signs of one period, the first below a(0).
  public let signs: SignPeriod
  /// Partial denominators before the channels begin, or those that the recurrence begins with.
  public let preperiod: [Integer]
  /// The channels, each a function of m = 0, 1, 2, …; none where there is a recurrence.
  public let channels: [Channel]
  /// 1, c₁, …, c_d with a(n) + c₁a(n−1) + … + c_d a(n−d) = 0 behind the preperiod; nil where there are channels.
  public let connection: [Integer]?

  /// The fraction with these signs, preperiod and channels.
  /// - Precondition: there is a channel.
  public init(signs: SignPeriod, preperiod: [Integer], channels: [Channel]) {
    precondition(!channels.isEmpty, "a signed fraction goes on for ever")
    (self.signs, self.preperiod, self.channels, connection) = (signs, preperiod, channels, nil)
  }

  /// The fraction with these signs whose denominators begin with some and go on by a recurrence.
  /// - Precondition: the recurrence begins with 1 and is no longer than there are denominators to begin with.
  public init(signs: SignPeriod, initial: [Integer], connection: [Integer]) {
    precondition(
      connection.first == 1 && connection.count <= initial.count + 1, "a recurrence of integers to begin with"
    )
    (self.signs, preperiod, channels, self.connection) = (signs, initial, [], connection)
  }

  /// The fraction whose denominators are those of a recurrence, taken apart where that can be; nil where they are no
  /// integers.
  public init?(signs: SignPeriod, _ recurrence: LinearRecurrence) {
    if let parts = InterlacedChannels(recurrence) {
      self.init(signs: signs, parts)
      return
    }
    guard recurrence.connection[0] == 1, recurrence.initial.allSatisfy(\.isInteger) else { return nil }
    self.init(
      signs: signs, initial: recurrence.initial.map(\.numerator), connection: recurrence.connection)
  }

  /// The fraction whose denominators are a sequence taken apart; nil where a preperiod holds no integers.
  public init?(signs: SignPeriod, _ parts: InterlacedChannels) {
    guard parts.preperiod.allSatisfy(\.isInteger) else { return nil }
    self.init(signs: signs, preperiod: parts.preperiod.map(\.numerator), channels: parts.channels)
  }

  /// The first `count` partial denominators, as far as they are integers.
  public func denominators(_ count: Int) -> [Integer] {
    if let connection {
      let initial = preperiod.map { Rational($0) }
      return LinearRecurrence(connection: connection, initial: initial).terms(count).map(\.numerator)
    }
    var all: [Integer] = []
    while all.count < count, let next = denominator(all.count) { all.append(next) }
    return all
  }

  /// The partial denominator a(n) by the channels; nil where they give no integer.
  private func denominator(_ n: Int) -> Integer? {
    guard n >= preperiod.count else { return preperiod[n] }
    let (m, j) = (n - preperiod.count).quotientAndRemainder(dividingBy: channels.count)
    let value = channels[j].value(at: m)
    return value.isInteger ? value.numerator : nil
  }

  /// The fraction with the opposite value.
  public var mirror: SignedFraction {
    if let connection {
      return SignedFraction(signs: signs, initial: preperiod.map { -$0 }, connection: connection)
    }
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
    if let recurrence {
      let rule = head.count <= 6 ? recurrence.text : "a recurrence of length \(head.count)"
      return "[" + head.prefix(6).joined(separator: ", ") + ", …; \(rule)]"
    }
    return "[" + (head.isEmpty ? "" : head.joined(separator: ", ") + "; ") + rest.joined(separator: ", ")
      + "]"
  }
}
