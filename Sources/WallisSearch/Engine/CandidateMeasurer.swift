public import WallisFormulas

/// Measures formulas one after the other; every worker thread makes and owns one.
///
/// The result depends on the formula alone, not on what was measured before.
public protocol CandidateMeasurer {
  /// Dynamics of the continued fraction with partial denominators `a` and numerators `b`, constant terms first,
  /// neither of them zero, no leading zeros.
  /// - Parameter reduction: their reduction where it is known already; nil where it is still to be decided.
  mutating func measure(a: [Int], b: [Int], reduction: Reduction?) -> Dynamics
}

extension CandidateMeasurer {
  /// Dynamics of a fraction of which nothing is known.
  public mutating func measure(a: [Int], b: [Int]) -> Dynamics { measure(a: a, b: b, reduction: nil) }
}

/// Looks for closed forms of measured formulas; every worker thread makes and owns one.
public protocol Identifier {
  /// Findings about the formula, best first; empty when nothing was found.
  mutating func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery]
}
