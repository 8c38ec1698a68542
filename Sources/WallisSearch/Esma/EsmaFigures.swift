public import WallisFormulas

/// What a pattern search comes to: signed fractions in the order of their simplicity.
public struct EsmaFigures: Sendable {
  /// A signed fraction that was found.
  public struct Row: Sendable {
    /// The finding.
    public let finding: Discovery
    /// Its formula.
    public let fraction: SignedFraction
    /// Approved pairs of the class that it stands for, itself included; nil where all pairs are kept, beyond the first
    /// `EsmaFigures.counted`, and before the search is finished.
    public fileprivate(set) var pairs: Int?
  }

  /// Rows whose classes are counted: the pairs of a class are scanned again for it.
  public static let counted = 20

  /// The request.
  public let request: EsmaRequest
  /// Short rules first.
  public let rows: [Row]

  init(_ units: EsmaUnits, _ results: JobResults) throws {
    request = units.request
    var rows = try results.findings().compactMap { finding -> Row? in
      SignedFraction(finding.formula).map { Row(finding: finding, fraction: $0) }
    }.sorted { x, y in
      let (first, second) = ("\(x.finding.closedForm)", "\(y.finding.closedForm)")
      return (x.fraction.pattern.count, first.count, first)
        < (y.fraction.pattern.count, second.count, second)
    }
    if results.isFinished, !request.unfolded, !rows.isEmpty {
      let folding = EsmaFolding(units)
      for place in rows.indices.prefix(EsmaFigures.counted) {
        rows[place].pairs = folding.approvedPairs(with: rows[place].finding.closedForm)
      }
    }
    self.rows = rows
  }
}
