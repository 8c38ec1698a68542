public import WallisArithmetic

/// How the numerators of an expansion are chosen.
public enum ExpansionKind: Sendable, Hashable {
  /// Signs that repeat.
  case signs(SignPeriod)
  /// Quotients are nearest integers; the signs follow from the number.
  case nearestInteger
}

/// The first quotients of a continued fraction a(0) ± 1/(a(1) ± 1/(a(2) ± …)) of a number, every one of them forced.
public struct NumberExpansion: Sendable, Hashable {
  /// The quotients.
  public let terms: [Integer]
  /// Whether the sign below each quotient is −.
  public let isNegative: [Bool]
  /// Whether the fraction ends after these quotients, as that of a rational number does.
  public let isComplete: Bool

  /// At most `count` quotients that all points of a ball have.
  public init(_ ball: Ball, _ kind: ExpansionKind, count: Int) {
    self.init(forced: ForcedQuotients(ball).integers, kind, count: count)
  }

  /// At most `count` quotients that all numbers from `lower` to `upper` have.
  /// - Precondition: `lower` ≤ `upper`.
  public init(from lower: Rational, to upper: Rational, _ kind: ExpansionKind, count: Int) {
    self.init(forced: ForcedQuotients(from: lower, to: upper).integers, kind, count: count)
  }

  private init(forced quotients: [Integer], _ kind: ExpansionKind, count: Int) {
    isComplete = false
    switch kind {
    case .signs(let period):
      let terms = SignedExpansion.terms(quotients, signs: period, count: count)
      self.terms = terms
      isNegative = terms.indices.map { period.isNegative(below: $0) }
    case .nearestInteger:
      (terms, isNegative) = SignedExpansion.nearest(quotients, count: count)
    }
  }

  /// At most `count` quotients of a fraction; the expansion of an integer rest ends.
  ///
  /// All simple quotients come from a half-gcd; only what is left of the last few is divided step by step.
  public init(_ value: Rational, _ kind: ExpansionKind, count: Int) {
    let quotients = value.partialQuotients
    var expansion = SignedExpansion(quotients)
    var (terms, signs) = ([Integer](), [Bool]())
    while terms.count < count, expansion.consumed + 8 <= quotients.count,
      let (term, isNegative) = expansion.next(kind, at: terms.count)
    {
      terms.append(term)
      signs.append(isNegative)
    }
    guard expansion.consumed + 8 > quotients.count else {
      (self.terms, self.isNegative, isComplete) = (terms, signs, false)
      return
    }
    var (top, bottom) = NumberExpansion.fraction(expansion.rest)
    while !bottom.isZero, terms.count < count {
      let isNegative =
        switch kind {
        case .signs(let period): period.isNegative(below: terms.count)
        case .nearestInteger: 2 * top.modulo(bottom) > bottom
        }
      let below = top.floorDivided(by: bottom)
      let isExact = (top - below * bottom).isZero
      let term = isNegative && !isExact ? below + 1 : below
      terms.append(term)
      signs.append(isNegative)
      (top, bottom) = (bottom, (top - term * bottom).magnitude)
    }
    (self.terms, self.isNegative, isComplete) = (terms, signs, bottom.isZero)
  }

  /// The fraction with these simple quotients.
  private static func fraction(_ quotients: [Integer]) -> (top: Integer, bottom: Integer) {
    quotients.reversed().reduce((1, 0)) { rest, quotient in (quotient * rest.0 + rest.1, rest.0) }
  }
}

extension SignedExpansion {
  /// The next quotient of an expansion of this kind, and the sign below it.
  fileprivate mutating func next(_ kind: ExpansionKind, at index: Int) -> (Quotient, Bool)? {
    switch kind {
    case .signs(let period):
      let isNegative = period.isNegative(below: index)
      return term(isNegative: isNegative).map { ($0, isNegative) }
    case .nearestInteger: return nearest()
    }
  }
}

extension NumberExpansion: CustomStringConvertible {
  /// For example `[3; 7, 15, 1]`; signs other than + stand before the quotient that they lead to, and `…` where the
  /// number goes on.
  public var description: String {
    var text = "["
    for (index, term) in terms.enumerated() {
      if index > 0 { text += (index == 1 ? "; " : ", ") + (isNegative[index - 1] ? "-" : "") }
      text += "\(term)"
    }
    return text + (isComplete ? "]" : terms.count == 1 ? "; …]" : terms.isEmpty ? "…]" : ", …]")
  }
}
