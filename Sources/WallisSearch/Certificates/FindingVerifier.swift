internal import WallisArithmetic
package import WallisFormulas
package import WallisIdentification

/// Evaluates the formula of a finding that somebody else states, and compares the closed form with what comes out.
package struct FindingVerifier: Sendable {
  /// What came out.
  package enum Verdict: Sendable, Hashable {
    /// Formula, digits and closed form are the same number as far as the evidence goes.
    case holds
    /// Formula or closed form cannot be evaluated that far here.
    case unevaluated
    /// They are different numbers.
    case fails(detail: String)
  }

  /// Most digits that are compared: evidence of searches for patterns counts a thousand.
  private static let mostDigits = 120
  /// Least digits that are compared.
  private static let leastDigits = 30

  private let source: @Sendable (Formula) -> NumberSource?

  /// - Parameter source: how the limit of a formula is had; nil where it has none.
  package init(source: @escaping @Sendable (Formula) -> NumberSource? = { NumberSource(limitOf: $0) }) {
    self.source = source
  }

  /// Compares both sides and the stated digits.
  package func verdict(_ finding: Discovery) -> Verdict {
    let supplied = finding.evidence.digitsSupplied
    let digits = min(FindingVerifier.mostDigits, max(FindingVerifier.leastDigits, supplied))
    guard let source = source(finding.formula), let limit = source.ball(digits: digits), limit.isFinite else {
      return .unevaluated
    }
    guard let stated = try? DecimalInput(finding.value) else {
      return .fails(detail: "'\(finding.value)' is no number")
    }
    guard limit.overlaps(stated.ball(bits: 64 + 4 * stated.digits)) else {
      return .fails(detail: "its limit is \(limit.shown), and \(finding.value) is stated")
    }
    guard let closedForm = finding.closedForm.ball(digits: digits + 5), closedForm.isFinite else {
      return .unevaluated
    }
    guard limit.overlaps(closedForm) else {
      return .fails(detail: "its limit is \(limit.shown), and \(finding.closedForm) is \(closedForm.shown)")
    }
    // Two enclosures that are wide say nothing by having a number in common.
    let least = min(digits, max(supplied, 10)) - 3
    return min(limit.agreementDigits, closedForm.agreementDigits) >= least ? .holds : .unevaluated
  }

  /// Verdicts in the order of the findings; they do not depend on the number of workers.
  package func verdicts(_ findings: [Discovery], workers: Int) -> [Verdict] {
    WorkerThreads.map(count: findings.count, workers: workers) { { verdict(findings[$0]) } }
  }
}

extension NumberSource {
  /// An enclosure to about so many digits; nil where it cannot be had.
  fileprivate func ball(digits: Int) -> Ball? {
    let bits = Digits.bits(digits) + 64
    switch self {
    case .digits(let input): return input.ball(bits: bits)
    case .recomputable(let enclosure, _, _): return enclosure(digits)
    case .exact(let number): return Ball(number, bits: bits)
    case .proved(let form): return form.ball(bits: bits)
    }
  }
}

extension Ball {
  /// Digits that it says about a number, decimals where that is near 0.
  fileprivate var agreementDigits: Int { max(relativeDigits, accurateDigits) }

  /// As many digits as it forces, thirty at most.
  fileprivate var shown: String { decimal(atMost: 30).map { "\($0.value)" } ?? "near 0" }
}
