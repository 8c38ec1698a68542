internal import WallisFormulas

/// How a formula comes from a known one.
public struct KnownMatch: Sendable, Hashable {
  /// The link between the two, each an exact identity of polynomials.
  public enum Kind: Sendable, Hashable {
    /// The same formula, or its mirror.
    case same
    /// Both have one canonical form: (c(n)a(n), c(n)c(n−1)b(n)).
    case inflation
    /// The canonical forms agree after n → n + t.
    case shift(Int)
  }

  /// The known formula.
  public let known: KnownFormula
  /// How the other comes from it.
  public let kind: Kind
  /// Whether that is said of the fraction to which the other, a sum or a recurrence, is equal term by term.
  public var isOfImage = false

  /// A known formula, and how another comes from it.
  package init(known: KnownFormula, kind: Kind) { (self.known, self.kind) = (known, kind) }

  /// In a few words: `Brouncker`, `Brouncker's, inflated`, `Brouncker's, shifted by 3` or
  /// `Brouncker, in another form`.
  public var name: String { isOfImage ? ownName + ", in another form" : ownName }

  private var ownName: String {
    switch kind {
    case .same: known.author
    case .inflation: "\(possessive), inflated"
    case .shift(let steps): "\(possessive), shifted by \(steps)"
    }
  }

  /// The first author as an owner.
  private var possessive: String {
    let author = String(known.author.prefix { $0 != "," })
    return author == "classical" ? "a classical one" : author + (author.hasSuffix("s") ? "'" : "'s")
  }
}
