internal import Foundation
public import WallisArithmetic
public import WallisFormulas

/// Looks for a recurrence in the signed expansions of one number.
///
/// The simple quotients are extracted once, from a ball of more than a thousand digits; every sign period rewrites
/// them in linear time. A recurrence found in the first N denominators is approved when all further ones that the
/// digits force follow it too, to a cylinder narrower than 10^(−1000).
public struct PatternScan: Sendable {
  /// What became of a pair.
  public enum Verdict: Sendable, Equatable {
    /// The digits do not force N denominators.
    case tooShort
    /// L exceeds the bound.
    case nothing
    /// Twos for ever under minus signs: the number would be rational.
    case rationalTail(complexity: Int)
    /// A later denominator contradicts the recurrence.
    case contradicted(complexity: Int, at: Int)
    /// The recurrence lacks the digits that approval asks for.
    case unconfirmed(complexity: Int)
    /// The recurrence holds to so many decimal digits.
    case approved(Pattern)
    /// There are no digits: the constant could not be evaluated.
    case unevaluated(reason: String)
  }

  /// An approved recurrence.
  public struct Pattern: Sendable, Equatable {
    /// c₀ = 1, c₁, …, without trailing zeros.
    public let connection: [Integer]
    /// The first L denominators.
    public let initial: [Integer]
    /// Decimal digits of the number that all agree.
    public let digits: Int
    /// Digits that the first 2L denominators fix: those that the recurrence was made from.
    public let spent: Int
    /// Denominators that were compared.
    public let compared: Int

    /// L.
    public var complexity: Int { initial.count }
    /// Denominators before the recurrence takes hold.
    public var preperiod: Int { complexity - connection.count + 1 }

    /// The recurrence as one over the integers.
    public var recurrence: LinearRecurrence {
      LinearRecurrence(connection: connection, initial: initial.map { Rational($0) })
    }
  }

  /// What approval asks for.
  public struct Demand: Sendable {
    /// Decimal digits that must agree.
    public var digits: Int
    /// Whether fewer digits do where there are no more.
    public var isLimited: Bool
    /// Digits beyond those that the recurrence was made from.
    public var surplus: Double

    /// So many digits, enough of them beyond the recurrence that none of so many pairs would have them by accident
    /// but once in a million searches.
    public init(digits: Int = EsmaRequest.approvalDigits, isLimited: Bool = false, pairs: Int = 1) {
      (self.digits, self.isLimited, surplus) = (digits, isLimited, 6 + log10(Double(max(1, pairs))))
    }
  }

  let quotients: [Int]
  /// All quotients where some are larger than a machine word; else none.
  let large: [Integer]
  /// log10 of the convergents' denominators.
  private let digits: [Double]
  let terms: Int
  let bound: Int
  let demand: Demand

  /// A scan of the number with these simple quotients.
  /// - Parameters:
  ///   - terms: N.
  ///   - bound: largest L.
  ///   - demand: what approval asks for.
  public init(_ forced: borrowing ForcedQuotients, terms: Int, bound: Int, demand: Demand = Demand()) {
    let words = forced.words
    self.init(
      words, large: words.count < forced.count ? forced.integers : [], terms: terms, bound: bound,
      demand: demand)
  }

  /// A scan of the number with these simple quotients, machine words up to the first that does not fit.
  init(_ quotients: [Int], large: [Integer] = [], terms: Int, bound: Int, demand: Demand) {
    (self.quotients, self.large) = (quotients, large)
    (self.terms, self.bound, self.demand) = (terms, bound, demand)
    digits =
      large.isEmpty
      ? PatternScan.digits(quotients.lazy.map { Double($0) })
      : PatternScan.digits(large.lazy.map(\.approximation))
  }

  /// Sums of log10 (a(n) + q(n−2)/q(n−1)); a quotient beyond the doubles counts as the largest of them.
  private static func digits(_ quotients: some Sequence<Double>) -> [Double] {
    var (ratio, sum, sums) = (Double.infinity, 0.0, [Double]())
    for quotient in quotients {
      guard !sums.isEmpty else {
        sums.append(0)
        continue
      }
      ratio = min(quotient, .greatestFiniteMagnitude / 2) + 1 / ratio
      sum += log10(ratio)
      sums.append(sum)
    }
    return sums
  }

  /// Digits that denominators made from so many quotients fix: 2 log10 q without the two that they looked ahead to.
  func digits(consumed: Int) -> Int { Int(2 * (digits.prefix(max(0, consumed - 2)).last ?? 0)) }

  /// The first stage alone: L of the first N denominators where it is within the bound; nil for longer ones.
  /// - Returns: `.some(nil)` where the quotients are too few for N denominators.
  public func screened(_ signs: SignPeriod) -> Int?? {
    let head = SignedTerms.words(quotients, signs: signs, count: terms)
    guard head.count == terms else { return .some(nil) }
    guard let search = LinearComplexity(of: head, atMost: bound) else { return nil }
    return .some(search.complexity)
  }

  /// What the expansion for these signs shows.
  public func verdict(_ signs: SignPeriod) -> Verdict {
    let head = SignedTerms.words(quotients, signs: signs, count: terms)
    guard head.count == terms else { return large.isEmpty ? .tooShort : largeVerdict(signs) }
    guard let search = LinearComplexity(of: head, atMost: bound) else { return .nothing }
    let length = search.complexity
    let connection = search.connectionPolynomial.map(MersenneField.centred)
    if connection == [1, -1], head[terms - 1] == 2, signs.isNegative.allSatisfy({ $0 }) {
      return .rationalTail(complexity: length)
    }
    // Exact agreement of the first N denominators proves the lift from one prime; else several have to.
    switch PatternScan.comparison(connection, length, head) {
    case .agree: return confirmed(connection, length, signs) ?? largeVerdict(signs)
    case .disagree, .overflow: return largeVerdict(signs)
    }
  }

  /// Compares all forced denominators, in growing numbers of them; nil where words are too small for them.
  private func confirmed(_ connection: [Int], _ length: Int, _ signs: SignPeriod) -> Verdict? {
    var count = terms
    while true {
      let (all, consumed) = SignedTerms.wordsAndConsumption(quotients, signs: signs, count: count)
      switch PatternScan.comparison(connection, length, all) {
      case .agree: break
      case .disagree(let place): return .contradicted(complexity: length, at: place)
      case .overflow: return nil
      }
      let reached = digits(consumed: consumed)
      if all.count < count || reached >= demand.digits {
        // Where words end, larger quotients may follow.
        guard reached >= demand.digits || large.isEmpty else { return nil }
        let spent = SignedTerms.wordsAndConsumption(quotients, signs: signs, count: 2 * length).consumed
        return decided(
          connection.map { Integer($0) }, all.prefix(length).map { Integer($0) }, reached: reached,
          spent: digits(consumed: spent), compared: all.count)
      }
      count *= 2
    }
  }

  /// The verdict on a recurrence that nothing contradicts.
  func decided(
    _ connection: [Integer], _ initial: [Integer], reached: Int, spent: Int, compared: Int
  ) -> Verdict {
    guard reached >= demand.digits || demand.isLimited, Double(reached - spent) >= demand.surplus else {
      return .unconfirmed(complexity: initial.count)
    }
    return .approved(
      Pattern(connection: connection, initial: initial, digits: reached, spent: spent, compared: compared))
  }

  /// How denominators compare with a recurrence.
  private enum Comparison {
    case agree
    case disagree(at: Int)
    case overflow
  }

  private static func comparison(_ connection: [Int], _ length: Int, _ terms: [Int]) -> Comparison {
    guard connection.count <= length + 1 else { return .disagree(at: length) }
    let active = connection.indices.filter { connection[$0] != 0 }
    for place in length..<max(length, terms.count) {
      var sum = 0
      for back in active {
        let (product, overflows) = connection[back].multipliedReportingOverflow(by: terms[place - back])
        let (next, carries) = sum.addingReportingOverflow(product)
        guard !overflows, !carries else { return .overflow }
        sum = next
      }
      guard sum == 0 else { return .disagree(at: place) }
    }
    return .agree
  }
}
