public import WallisFormulas

/// Formulas that verified links connect, and that share their dynamics.
public struct Family: Sendable, Hashable {
  /// What the limits are images of: the name of a constant, or the formula whose limit nobody has named.
  public var label: String
  /// True where `label` names a constant.
  public var isNamed: Bool
  /// What the coefficients of all members say about their dynamics.
  public var invariant: DynamicsInvariant
  /// The clusters in which the members were found, from the widest: plane and number.
  public var path: [String]
  /// The member with the smallest coefficients.
  public var representative: Formula
  /// Members in order of their keys.
  public var members: [Member]
  /// Formulas of the cluster that were compared with the label.
  public var checked: Int
  /// Of these those that were found to be images of it.
  public var verified: Int
  /// Of these those that are not.
  public var refuted: Int

  /// Number of members, mirrors counted.
  public var size: Int { members.reduce(0) { $0 + $1.count } }

  /// A formula with its link.
  public struct Member: Sendable, Hashable {
    /// The formula.
    public var formula: Formula
    /// How many of it and its mirror there are.
    public var count: Int
    /// Digits of its limit.
    public var value: String
    /// limit = map(what the label stands for).
    public var map: MoebiusMap
    /// How that is known.
    public var link: Link

    /// A formula with its link.
    public init(formula: Formula, count: Int, value: String, map: MoebiusMap, link: Link) {
      (self.formula, self.count, self.value) = (formula, count, value)
      (self.map, self.link) = (map, link)
    }
  }

  /// How the image of a member is known.
  public enum Link: Sendable, Hashable {
    /// It inflates or shifts another member: an identity of polynomials.
    case exact(FormulaLink.Kind, of: Formula, shift: Int)
    /// The map was found from two thirds of so many digits and holds to all of them.
    case checked(digits: Int)
  }
}

/// What a clustering found.
public struct FamilyReport: Sendable {
  /// Families, the largest first.
  public var families: [Family] = []
  /// Clusters whose members could neither be named nor linked: invariant and plane, formulas, an example.
  public var unresolved: [(path: [String], size: Int, example: Formula)] = []
  /// Formulas whose limit was said to be an image of a constant and is none to the digits asked for.
  public var contradicted: [(formula: Formula, label: String)] = []
  /// Formulas by what became of them.
  public var exits: [(reason: String, count: Int)] = []
  /// Clusters that were looked at.
  public var clusters = 0
  /// The Davies–Bouldin index of each plane over the groups that it split, small is good.
  public var separation: [(plane: ClusterPlane, index: Double)] = []
}
