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
  }

  /// An approved recurrence.
  public struct Pattern: Sendable, Equatable {
    /// c₀ = 1, c₁, …, without trailing zeros.
    public let connection: [Int]
    /// The first L denominators.
    public let initial: [Int]
    /// Decimal digits of the number that all agree.
    public let digits: Int
    /// Denominators that were compared.
    public let compared: Int

    /// L.
    public var complexity: Int { initial.count }
    /// Denominators before the recurrence takes hold.
    public var preperiod: Int { complexity - connection.count + 1 }

    /// The recurrence as one over the integers.
    public var recurrence: LinearRecurrence {
      LinearRecurrence(
        connection: connection.map { Integer($0) }, initial: initial.map { Rational(Integer($0)) })
    }
  }

  private let quotients: [Int]
  /// log10 of the convergents' denominators.
  private let digits: [Double]
  private let terms: Int
  private let bound: Int
  private let needed: Double

  /// A scan of the number with these simple quotients.
  /// - Parameters:
  ///   - terms: N.
  ///   - bound: largest L.
  ///   - needed: decimal digits for approval.
  public init(_ quotients: [Int], terms: Int, bound: Int, needed: Int = EsmaRequest.approvalDigits) {
    (self.quotients, self.terms, self.bound, self.needed) = (quotients, terms, bound, Double(needed))
    var (ratio, sum) = (Double.infinity, 0.0)
    digits = quotients.enumerated().map { index, quotient in
      guard index > 0 else { return 0 }
      ratio = Double(quotient) + 1 / ratio
      sum += log10(ratio)
      return sum
    }
  }

  /// Digits that denominators made from so many quotients fix: 2 log10 q without the two that they looked ahead to.
  private func digits(consumed: Int) -> Int { Int(2 * (digits.prefix(max(0, consumed - 2)).last ?? 0)) }

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
    guard head.count == terms else { return .tooShort }
    guard let search = LinearComplexity(of: head, atMost: bound) else { return .nothing }
    let length = search.complexity
    let connection = search.connectionPolynomial.map(MersenneField.centred)
    if connection == [1, -1], head[terms - 1] == 2, signs.isNegative.allSatisfy({ $0 }) {
      return .rationalTail(complexity: length)
    }
    return confirmed(connection, length, signs)
  }

  /// Compares all forced denominators, in growing numbers of them.
  private func confirmed(_ connection: [Int], _ length: Int, _ signs: SignPeriod) -> Verdict {
    var count = terms
    while true {
      let (all, consumed) = SignedTerms.wordsAndConsumption(quotients, signs: signs, count: count)
      if let place = PatternScan.failure(connection, length, all) {
        return .contradicted(complexity: length, at: place)
      }
      let reached = digits(consumed: consumed)
      if all.count < count || Double(reached) >= needed {
        guard Double(reached) >= needed else { return .unconfirmed(complexity: length) }
        return .approved(
          Pattern(
            connection: connection, initial: Array(all.prefix(length)), digits: reached, compared: all.count))
      }
      count *= 2
    }
  }

  /// The first denominator that does not follow; overflow counts as a contradiction.
  static func failure(_ connection: [Int], _ length: Int, _ terms: [Int]) -> Int? {
    guard connection.count <= length + 1 else { return length }
    let active = connection.indices.filter { connection[$0] != 0 }
    for place in length..<max(length, terms.count) {
      var sum = 0
      for back in active {
        let (product, overflows) = connection[back].multipliedReportingOverflow(by: terms[place - back])
        let (next, carries) = sum.addingReportingOverflow(product)
        guard !overflows, !carries else { return place }
        sum = next
      }
      guard sum == 0 else { return place }
    }
    return nil
  }
}
