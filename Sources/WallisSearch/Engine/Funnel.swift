/// Counts by reason of the candidates that left a search; together they are all candidates that were looked at.
///
/// Sums that exceed a machine word, which only a forged record has, stay at the largest one.
public struct Funnel: Sendable, Hashable, Codable {
  /// Formulas per reason, mirrors included.
  public private(set) var counts: [String: Int]

  /// A funnel with these counts.
  public init(_ counts: [String: Int] = [:]) { self.counts = counts }

  /// Number of formulas that left, mirrors included.
  public var total: Int { counts.values.reduce(0) { $0.addedClamped($1) } }

  /// Number of formulas that left otherwise than by these exits, mirrors included.
  public func total(without exits: Set<String>) -> Int {
    counts.filter { !exits.contains($0.key) }.values.reduce(0) { $0.addedClamped($1) }
  }

  /// Formulas that left for this reason.
  public subscript(reason: String) -> Int { counts[reason] ?? 0 }

  /// Counts `formulas` more that left for this reason.
  public mutating func add(_ reason: String, _ formulas: Int) {
    counts[reason] = self[reason].addedClamped(formulas)
  }

  /// Adds the counts of another funnel.
  public mutating func merge(_ other: Funnel) { counts.merge(other.counts) { $0.addedClamped($1) } }

  /// Reasons in alphabetical order with their counts.
  public var sorted: [(reason: String, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { (reason: $0.key, count: $0.value) }
  }
}
