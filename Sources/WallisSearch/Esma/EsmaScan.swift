public import WallisArithmetic
public import WallisFormulas

/// All sign periods of all left-hand sides, one left-hand side after the other.
public struct EsmaScan: Sendable {
  private let constant: EsmaConstant
  private let request: EsmaRequest
  private let signs: [SignPeriod]
  private let first: EsmaConstant.Value
  /// The constant to as many digits as N denominators usually need: most pairs of most constants end here.
  private let short: Ball?
  private let demand: PatternScan.Demand

  /// An approved pair.
  public struct Approval: Sendable {
    /// The left-hand side.
    public let side: LeftHandSide
    /// The signs.
    public let signs: SignPeriod
    /// The recurrence.
    public let pattern: PatternScan.Pattern
  }

  /// A scan for a request of so many pairs; the constant is evaluated at once.
  init(_ request: EsmaRequest, constant: EsmaConstant, pairs: Int) {
    self.constant = constant
    demand = PatternScan.Demand(isLimited: constant.typedDigits != nil, pairs: pairs)
    (self.request, signs) = (request, request.signs)
    first = constant.value(digits: EsmaScan.digits(request))
    short = constant.typedDigits == nil ? constant.value(digits: 4 * request.terms + 40).ball : first.ball
  }

  private var value: Ball? { first.ball }

  /// Digits of the first evaluation: those of approval, and enough for N denominators of a thousand digits in all.
  private static func digits(_ request: EsmaRequest) -> Int {
    EsmaRequest.approvalDigits + 60 + 6 * max(0, request.terms - 100)
  }

  /// Verdicts in the order of the request's sign periods.
  ///
  /// A number whose digits do not suffice is evaluated to twice as many, three times at most; where that fails, what is
  /// undecided says why.
  public func verdicts(_ side: LeftHandSide) -> [PatternScan.Verdict] {
    if isWithoutPattern(side) { return signs.map { _ in .nothing } }
    var (current, digits) = (first, EsmaScan.digits(request))
    var verdicts: [PatternScan.Verdict] = signs.map { _ in .tooShort }
    for attempt in 0..<4 {
      switch current {
      case .none(let reason):
        return verdicts.map { $0.lacksDigits ? .unevaluated(reason: reason) : $0 }
      case .ball(let c):
        let scan = PatternScan(
          ForcedQuotients(side.value(c)), terms: request.terms, bound: request.longestRecurrence,
          demand: demand)
        verdicts = signs.map(scan.verdict)
      }
      guard verdicts.contains(where: \.lacksDigits), constant.typedDigits == nil, attempt < 3 else { break }
      digits *= 2
      current = constant.value(digits: digits)
    }
    return verdicts
  }

  /// Whether few digits force N denominators for all signs, and none of them has a pattern.
  private func isWithoutPattern(_ side: LeftHandSide) -> Bool {
    guard let short else { return false }
    let scan = PatternScan(
      ForcedQuotients(side.value(short)), terms: request.terms, bound: request.longestRecurrence)
    return signs.allSatisfy { scan.screened($0) == nil }
  }

  /// The number of a left-hand side, with the sign that makes it positive.
  public func number(_ side: LeftHandSide) -> (value: Ball, closedForm: ClosedForm)? {
    guard let value else { return nil }
    let top = Polynomial(side.top).value(at: value), bottom = Polynomial(side.bottom).value(at: value)
    let quotient = top / bottom
    let isPositive = !quotient.isNegative
    return (isPositive ? quotient : -quotient, closedForm(side, isPositive: isPositive))
  }

  /// A left-hand side in terms of the constant.
  func closedForm(_ side: LeftHandSide, isPositive: Bool) -> ClosedForm {
    ClosedForm(side.expression(of: constant.expression, isPositive: isPositive))
  }

  /// A quotient of polynomials in the constant, with the signs given; for |P/Q| the caller has to know the sign of P/Q.
  func signed(_ parts: (top: [Integer], bottom: [Integer])) -> (value: Ball, closedForm: ClosedForm)? {
    guard let value else { return nil }
    var (p, q) = (Polynomial(parts.top), Polynomial(parts.bottom))
    guard !q.isZero else { return nil }
    if q.leading.signum < 0 { (p, q) = (-p, -q) }
    return (
      p.value(at: value) / q.value(at: value),
      ClosedForm(LeftHandSide.quotient(p, q, of: constant.expression))
    )
  }

  /// Whether P/Q itself is positive.
  func isPositive(_ side: LeftHandSide) -> Bool {
    guard let value else { return true }
    return !(Polynomial(side.top).value(at: value) / Polynomial(side.bottom).value(at: value)).isNegative
  }

  /// The number known by digits only, or evaluated whenever asked.
  public var typedDigits: Int? { constant.typedDigits }
}

extension Polynomial {
  fileprivate func value(at point: Ball) -> Ball {
    coefficients.reversed().reduce(Ball(0, bits: point.bits)) { $0 * point + $1 }
  }
}

extension PatternScan.Verdict {
  /// Whether more digits might decide.
  fileprivate var lacksDigits: Bool {
    switch self {
    case .tooShort, .unconfirmed: true
    case .nothing, .rationalTail, .contradicted, .approved, .unevaluated: false
    }
  }
}
