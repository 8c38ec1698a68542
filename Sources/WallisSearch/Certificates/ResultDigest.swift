internal import WallisArithmetic
internal import WallisFormulas

/// A residue of 64 bits of everything that a search yields and that does not depend on the last bits of floating-point
/// functions: keys, outcomes, digits, closed forms, evidence. Metrics are left out, because machines of one type may
/// differ in their last digit.
///
/// It tells accidents, and changes by who does not know it; a forgery that states the residue of what it forged is told
/// by computing the units again.
struct ResultDigest {
  private(set) var value: UInt64 = 0

  /// Adds a text with an end behind it: two sequences of texts never make the same bytes.
  mutating func add(_ text: String) {
    var (word, count) = (UInt64(0), 0)
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { add(word) }
    }
    add(word)
    add(UInt64(count))
  }

  /// Adds a number.
  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Adds the counts of a funnel.
  mutating func add(_ funnel: Funnel) {
    for (reason, count) in funnel.sorted {
      add(reason)
      add(count)
    }
  }

  /// Adds what a measurement says about the formula itself.
  mutating func add(_ formula: MeasuredFormula) {
    let dynamics = formula.dynamics
    add(formula.key)
    for text in [
      dynamics.outcome.certified, dynamics.convergence?.rawValue, dynamics.value,
      dynamics.reduction?.rawValue,
    ] { add(text ?? "") }
    for number in [Int(formula.signs.rawValue), dynamics.digits, formula.depth, formula.against] {
      add(number)
    }
  }

  /// Adds a claim with its evidence.
  mutating func add(_ finding: Discovery) {
    let evidence = finding.evidence
    for text in [
      finding.formula.key, "\(finding.closedForm)", finding.value, finding.grade.rawValue,
      finding.known ?? "",
      evidence.residual,
    ] { add(text) }
    for number in [
      evidence.digitsSupplied, evidence.digitsConsumed, evidence.surplus, evidence.basesTried,
      evidence.decoyHits,
    ] { add(number) }
  }

  /// One step of a chain of bijections.
  private mutating func add(_ word: UInt64) {
    value = SplitMix64.mixed((value ^ word) &+ SplitMix64.increment)
  }
}

extension Outcome {
  /// The outcome in words with its fraction or its reason.
  fileprivate var certified: String {
    switch self {
    case .value, .infinite: status
    case .rational(let number): "\(status) \(number)"
    case .terminates(let number): "\(status) \(number.map { "\($0)" } ?? "")"
    case .diverges(let reason), .oscillates(let reason): "\(status) \(reason.rawValue)"
    case .undetermined(let reason): "\(status) \(reason)"
    }
  }
}
