/// One step of a proof, for people; `Proof.text` is what programs check.
public struct ProofStep: Sendable, Hashable {
  /// What is done.
  public enum Kind: String, Sendable, Hashable {
    /// Another formula with a limit that a map carries into this one.
    case equivalence
    /// Solutions of a recurrence by those of recurrences of lower order.
    case reduction
    /// The fraction as an explicit sum.
    case sum
    /// A matrix field, or a path through it.
    case field
    /// Why a limit exists.
    case convergence
    /// The terms as a combination of others and a difference.
    case telescoping
    /// A theorem of the literature.
    case theorem
    /// Exact arithmetic.
    case exact
  }

  /// What is done.
  public let kind: Kind
  /// What holds, in words and formulas.
  public let statement: String
  /// What a program expands to check it; nil for steps that follow from those before.
  public let certificate: String?
}
