package import WallisFormulas

/// A family as the catalog keeps it.
package struct StoredFamily: Sendable {
  /// Its number.
  package let number: Int
  /// The name that the user gave it.
  package let name: String?
  /// What its members are images of.
  package let label: String
  /// True where the label names a constant.
  package let isNamed: Bool
  /// What the coefficients say about the dynamics of all members.
  package let invariant: String
  /// Clusters in which the members were found, from the widest.
  package let path: String
  /// The simplest member.
  package let representative: Formula
  /// Formulas compared with the label, those that are images of it, and those that are not.
  package let (checked, verified, refuted): (Int, Int, Int)
  /// Members, mirrors counted.
  package let size: Int

  /// What its members are images of, as the column encodes it; a key that is no expression stands as a name.
  package var limit: Expression { (try? Expression(parsing: label)) ?? .name(label) }
}
