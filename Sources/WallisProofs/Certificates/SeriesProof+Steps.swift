internal import WallisFormulas

extension SeriesProof {
  /// The theorems with a coefficient other than 0.
  var usedTheorems: [SumTheorem] {
    zip(telescoping.coefficients, theorems).filter { !$0.0.isZero }.map(\.1)
  }

  var steps: [ProofStep] {
    let used = zip(telescoping.coefficients, theorems).filter { !$0.0.isZero }
    let combination =
      used.isEmpty
      ? "0" : used.map { "\($0.0)·\($0.1.factorText)" }.joined(separator: " + ")
    let quotient = terms.ratio.text(variable: "k")
    let edge = boundary.map { "\(ClosedForm($0))" } ?? "?"
    return [
      ProofStep(
        kind: .telescoping,
        statement:
          "t(k) = R(k)τ(k) with τ(0) = 1, τ(k+1)/τ(k) = \(quotient), R(k) = \(factor.text(variable: "k")), and "
          + "R(k) = \(combination) + G(k+1)τ(k+1)/τ(k) - G(k): the differences add up to \(edge)",
        certificate: "G(k) = \(telescoping.remainder.text(variable: "k"))")
    ]
      + usedTheorems.map {
        ProofStep(kind: .theorem, statement: "\($0.name): \($0.statement)", certificate: $0.reference)
      }
  }
}

extension SumTheorem {
  /// Name and reference.
  var citation: String { "\(name): \(reference)" }
}
