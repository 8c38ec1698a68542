/// What `Catalog.salvage` brought over, and what is lost.
public struct SalvageReport: Sendable, Equatable {
  /// Rows brought over, by table.
  public internal(set) var kept: [String: Int] = [:]
  /// Formulas that were in the catalog and could not be brought over, by their keys.
  public internal(set) var lostFormulas: [String] = []
  /// Texts of closed forms that were in the catalog and could not be brought over.
  public internal(set) var lostFindings: [String] = []
  /// Rows by table that belonged to one that is lost, and were left with it.
  public internal(set) var orphans: [String: Int] = [:]

  /// True where nothing is known to be lost.
  public var isWhole: Bool { lostFormulas.isEmpty && lostFindings.isEmpty && orphans.isEmpty }
}
