/// What `Catalog.salvage` brought over, and what is lost.
package struct SalvageReport: Sendable, Equatable {
  /// Rows brought over, by table.
  package internal(set) var kept: [String: Int] = [:]
  /// Formulas that were in the catalog and could not be brought over, by their keys.
  package internal(set) var lostFormulas: [String] = []
  /// Texts of closed forms that were in the catalog and could not be brought over.
  package internal(set) var lostFindings: [String] = []
  /// Rows by table that belonged to one that is lost, and were left with it.
  package internal(set) var orphans: [String: Int] = [:]

  /// True where nothing is known to be lost.
  package var isWhole: Bool { lostFormulas.isEmpty && lostFindings.isEmpty && orphans.isEmpty }
}
