internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Takes classes through extraction, recurrence and approval; one per worker thread.
struct EsmaWork: ChunkWork {
  let units: EsmaUnits
  let scan: EsmaScan
  let known: any KnownFormulas
  let counters: SearchCounters

  mutating func take(_ places: Range<Int>, into result: inout ChunkResult) -> Bool {
    result.mayRepeat = true
    return places.allSatisfy { take(units.classes[$0], number: $0, into: &result) }
  }

  /// Scans one class; false when it was dropped because of an interruption.
  private func take(_ sides: [LeftHandSide], number: Int, into result: inout ChunkResult) -> Bool {
    let signs = units.request.signs
    var approvals: [EsmaScan.Approval] = []
    for side in sides {
      guard counters.interruption < .now else { return false }
      var isFirst = true
      for (period, verdict) in zip(signs, scan.verdicts(side)) {
        result.funnel.add(EsmaExit.of(verdict, isFirst: isFirst), 1)
        guard case .approved(let pattern) = verdict else { continue }
        isFirst = false
        approvals.append(EsmaScan.Approval(side: side, signs: period, pattern: pattern))
      }
      counters.count(formulas: signs.count, findings: 0)
    }
    guard !approvals.isEmpty else { return true }
    let announcement = EsmaAnnouncement(
      scan: scan, known: known, pairs: units.members, decoyHits: EsmaDecoys(units.request).hits(number))
    let chosen = units.request.unfolded ? approvals : representative(approvals).map { [$0] } ?? []
    let before = result.findings.count
    for approval in chosen { announcement.add(approval, to: &result) }
    counters.count(formulas: 0, findings: result.findings.count - before)
    return true
  }

  /// The approval with the shortest rule among those whose denominators can be written out.
  private func representative(_ approvals: [EsmaScan.Approval]) -> EsmaScan.Approval? {
    let ranked = approvals.enumerated().sorted { x, y in
      (x.element.rank, x.offset) < (y.element.rank, y.offset)
    }
    return ranked.first?.element
  }
}

extension EsmaScan.Approval {
  /// Short rules with a short preperiod and few signs first.
  fileprivate var rank: Int { (pattern.complexity * 64 + pattern.preperiod) * 16 + signs.count }
}

/// Names of the exits of a pattern search.
public enum EsmaExit {
  /// Approved, the first period of signs for this number.
  public static let approved = "approved: first signs of a number"
  /// Approved, a further period of signs for the same number.
  public static let approvedAgain = "approved: further signs of a number"
  /// A hit whose continuation is rational.
  public static let rational = "refused: twos for ever, which is rational"
  /// A hit that later denominators contradict.
  public static let contradicted = "refused: contradicted by later digits"
  /// A hit that lacks digits.
  public static let unconfirmed = "refused: too few digits to approve"
  /// No recurrence.
  public static let nothing = "no pattern"
  /// Too few denominators.
  public static let tooShort = "too few digits for the terms"

  static func of(_ verdict: PatternScan.Verdict, isFirst: Bool) -> String {
    switch verdict {
    case .tooShort: tooShort
    case .nothing: nothing
    case .rationalTail: rational
    case .contradicted: contradicted
    case .unconfirmed: unconfirmed
    case .approved: isFirst ? approved : approvedAgain
    case .unevaluated(let reason): "the constant has no digits: \(reason)"
    }
  }
}

extension Funnel {
  /// Pairs of a pattern search that were approved.
  public var approvedPairs: Int { self[EsmaExit.approved] + self[EsmaExit.approvedAgain] }
  /// Pairs with a recurrence, approved or not.
  public var patternHits: Int {
    approvedPairs + self[EsmaExit.rational] + self[EsmaExit.contradicted] + self[EsmaExit.unconfirmed]
  }
  /// Different numbers among the approved pairs.
  public var approvedNumbers: Int { self[EsmaExit.approved] }
}

/// Random numbers that take the place of a class: what they yield is chance.
struct EsmaDecoys {
  private let request: EsmaRequest

  init(_ request: EsmaRequest) { self.request = request }

  /// Approved sign periods of a random number; the same for the same class.
  func hits(_ number: Int) -> Int {
    var state = UInt64(truncatingIfNeeded: number) &* SplitMix64.increment &+ 2212
    var top: Integer = 1
    for _ in 0..<64 {
      state = SplitMix64.mixed(state &+ SplitMix64.increment)
      top = top.shifted(left: 60) + Integer(Int(state >> 4))
    }
    let bottom = Integer(1).shifted(left: 64 * 60 - 1)
    let quotients = ForcedQuotients(from: Rational(top, bottom), to: Rational(top + 1, bottom))
    let scan = PatternScan(quotients, terms: request.terms, bound: request.longestRecurrence)
    return request.signs.count { if case .approved = scan.verdict($0) { true } else { false } }
  }
}
