internal import WallisFormulas

/// What a catalog has that is new: closed forms by constant, best first, and what is worth a look.
///
/// A formula and its mirror count once. Of two claims the one of the better grade is better, then that with the larger
/// δ, then that with more digits a term.
package struct Harvest: Sendable {
  /// Formulas whose limits are told by one constant.
  package struct Group: Sendable {
    /// The name of the constant; nil for fractions and roots.
    package let constant: String?
    /// How many formulas are new, and how many of them no list or table is known to have.
    package let (count, unknown): (Int, Int)
    /// The best of them.
    package let best: [CatalogRow]
    /// A new formula that nobody is known to have and that gains more digits a term than every other one of the
    /// constant in the catalog; nil where there is none, or nothing to compare it with.
    package let record: CatalogRow?
  }

  /// Groups, that with the best formula first, fractions and roots last; as many as were asked for.
  package let groups: [Group]
  /// How many groups there are.
  package let groupCount: Int
  /// How many formulas are new in all groups, and how many of them no list or table is known to have.
  package let (count, unknown): (Int, Int)
  /// Formulas without a closed form whose δ is positive at its depth although its denominators could grow like a
  /// factorial, largest δ first; how many there are, mirrors counted.
  package let (unidentified, unidentifiedCount): ([CatalogRow], Int)
  /// The largest families whose limits have no name, and how many there are.
  package let (open, openCount): ([StoredFamily], Int)

  /// The condition that selects `unidentified`.
  package static let openCondition =
    "status = value and factorialReduction and delta > 0 and not identified and not (a.degree = 0 and b.degree = 0)"
}

/// A claim as the harvest weighs it.
struct HarvestedClaim {
  /// Place in the order of keys.
  let order: Int
  let id: Int64
  let grade: Grade
  let isNew: Bool
  let isKnown: Bool
  let delta: Double?
  let rate: Double?

  /// Larger is better; `order` decides between equals.
  func isBetter(than other: HarvestedClaim) -> Bool {
    if grade != other.grade { return grade > other.grade }
    let mine = (delta ?? -.infinity, rate ?? -.infinity, -order)
    return mine > (other.delta ?? -.infinity, other.rate ?? -.infinity, -other.order)
  }
}

/// Claims by the constants that tell them.
struct HarvestedClaims {
  private var groups: [String?: [HarvestedClaim]] = [:]
  /// Names of constants by what occurs: closed forms repeat.
  private var labels: [String: String?] = [:]

  /// - Parameter occurrences: what occurs in the closed form, with unit separators between.
  mutating func add(_ claim: HarvestedClaim, occurrences: String) {
    let label: String?
    if let found = labels[occurrences] {
      label = found
    } else {
      label = ClosedForm.tellingName(among: occurrences.split(separator: "\u{1F}").map(String.init))
      labels[occurrences] = .some(label)
    }
    groups[label, default: []].append(claim)
  }

  /// New claims, best first, with the fastest where it is a record; groups by their best claim.
  func ranked() -> [(constant: String?, new: [HarvestedClaim], record: HarvestedClaim?)] {
    groups.compactMap { constant, claims in
      let new = claims.filter(\.isNew).sorted { $0.isBetter(than: $1) }
      return new.isEmpty ? nil : (constant, new, constant.flatMap { _ in HarvestedClaims.record(claims) })
    }.sorted { one, other in
      guard (one.constant == nil) == (other.constant == nil) else { return other.constant == nil }
      return one.new[0].isBetter(than: other.new[0])
    }
  }

  private static func record(_ claims: [HarvestedClaim]) -> HarvestedClaim? {
    let fresh = claims.filter { $0.isNew && !$0.isKnown && $0.grade >= .conjecture && $0.rate != nil }
    let others = claims.filter { !$0.isNew || $0.isKnown }.compactMap(\.rate)
    guard let fastest = fresh.max(by: { ($0.rate ?? 0, $1.order) < ($1.rate ?? 0, $0.order) }),
      let rate = fastest.rate, let bar = others.max(), rate > bar + 1e-6 * abs(bar)
    else { return nil }
    return fastest
  }
}
