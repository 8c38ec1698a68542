public import WallisArithmetic

/// The quotients of a number for given signs, rewritten from those of its simple continued fraction.
///
/// With y > 1 the rest behind a quotient a, x = a + 1/y, a minus sign rounds up instead:
/// x = (a + 1) − 1/(1 + 1/(y − 1)). So the quotients a, c, … become a + 1 and the rest 1, c − 1, … where c ≥ 2, and
/// a + 1 and the rest d + 1, … where c = 1 is followed by d: a step costs O(1) and needs two quotients further at
/// most. Nothing is guessed: where the simple quotients end, the signed ones end.
///
/// - Reference: Perron, Die Lehre von den Kettenbrüchen (1913), §§ 36, 40.
public struct SignedExpansion<Quotient: QuotientArithmetic>: Sendable {
  private let quotients: [Quotient]
  private var next: Int
  private var head: Quotient?
  private var second: Quotient?

  /// The expansion of a number with these simple quotients, each with a rest behind it that is not zero.
  public init(_ quotients: [Quotient]) {
    self.quotients = quotients
    (next, head) = (quotients.isEmpty ? 0 : 1, quotients.first)
  }

  /// Simple quotients used so far: the terms given out depend on no others.
  public var consumed: Int { next }

  /// The simple quotients of the rest that is still to be expanded.
  var rest: [Quotient] { [head, second].compactMap(\.self) + quotients.dropFirst(next) }

  /// The next quotient where the numerator below it has this sign; nil where the simple quotients end.
  public mutating func term(isNegative: Bool) -> Quotient? {
    guard let head else { return nil }
    guard isNegative else {
      advance()
      return head
    }
    let up = head.successor
    // After a plus sign a quotient follows, after a minus sign the rest of this one must be known.
    advance()
    guard let following = self.head else { return up }
    if following.isOne {
      advance()
      self.head = self.head?.successor
    } else {
      (self.head, second) = (Quotient.one, following.predecessor)
    }
    return up
  }

  /// The next quotient rounded to nearest, and the sign below it; nil where the simple quotients end.
  public mutating func nearest() -> (term: Quotient, isNegative: Bool)? {
    guard head != nil, let after = second ?? (next < quotients.count ? quotients[next] : nil) else {
      return nil
    }
    return term(isNegative: after.isOne).map { ($0, after.isOne) }
  }

  private mutating func advance() {
    if let second {
      (head, self.second) = (second, nil)
    } else if next < quotients.count {
      head = quotients[next]
      next += 1
    } else {
      head = nil
    }
  }
}

extension SignedExpansion {
  /// The quotients for a period of signs, at most `count` of them.
  public static func terms(_ quotients: [Quotient], signs: SignPeriod, count: Int) -> [Quotient] {
    var expansion = SignedExpansion(quotients)
    var terms: [Quotient] = []
    terms.reserveCapacity(min(count, 2 * quotients.count + 16))
    var place = 0
    while terms.count < count, let term = expansion.term(isNegative: signs.isNegative[place]) {
      terms.append(term)
      place = place + 1 == signs.count ? 0 : place + 1
    }
    return terms
  }

  /// Nearest-integer quotients and the signs below them, at most `count`.
  public static func nearest(
    _ quotients: [Quotient], count: Int
  ) -> (terms: [Quotient], isNegative: [Bool]) {
    var expansion = SignedExpansion(quotients)
    var (terms, signs) = ([Quotient](), [Bool]())
    while terms.count < count, let (term, isNegative) = expansion.nearest() {
      terms.append(term)
      signs.append(isNegative)
    }
    return (terms, signs)
  }
}

/// What rewriting quotients needs of a kind of integers.
public protocol QuotientArithmetic: Sendable {
  /// One more.
  var successor: Self { get }
  /// One less.
  var predecessor: Self { get }
  /// Whether it is 1.
  var isOne: Bool { get }
  /// 1.
  static var one: Self { get }
}

extension Int: QuotientArithmetic {
  /// One more.
  public var successor: Int { self + 1 }
  /// One less.
  public var predecessor: Int { self - 1 }
  /// Whether it is 1.
  public var isOne: Bool { self == 1 }
  /// 1.
  public static var one: Int { 1 }
}

extension Integer: QuotientArithmetic {
  /// One more.
  public var successor: Integer { self + 1 }
  /// One less.
  public var predecessor: Integer { self - 1 }
  /// Whether it is 1.
  public var isOne: Bool { self == 1 }
  /// 1.
  public static var one: Integer { 1 }
}

/// Signed expansions of machine words, for loops over many of them.
public enum SignedTerms {
  /// The first `count` quotients for a period of signs, fewer where the simple ones end.
  public static func words(_ quotients: [Int], signs: SignPeriod, count: Int) -> [Int] {
    SignedExpansion.terms(quotients, signs: signs, count: count)
  }

  /// The same with the number of simple quotients that they depend on.
  public static func wordsAndConsumption(
    _ quotients: [Int], signs: SignPeriod, count: Int
  ) -> (terms: [Int], consumed: Int) {
    var expansion = SignedExpansion(quotients)
    var terms: [Int] = []
    var consumed = 0
    while terms.count < count, let term = expansion.term(isNegative: signs.isNegative(below: terms.count)) {
      terms.append(term)
      consumed = expansion.consumed
    }
    return (terms, consumed)
  }
}
