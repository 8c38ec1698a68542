internal import WallisFormulas

/// What a search of series comes to: what was found, the fastest series first, algebraic sums last.
public struct SeriesFigures: Sendable {
  /// A series with a closed form.
  public struct Row: Sendable {
    /// The finding.
    public let finding: Discovery
    /// Its terms as papers write them.
    public let term: String
    /// Decimal digits a term; nil where they were not measured.
    public let digitsPerTerm: Double?
  }

  /// Sums that name a constant before fractions and roots, fast series first, in the order of keys among equals.
  public let rows: [Row]

  init(_ results: JobResults) throws {
    let findings = try results.findings()
    let stored = try results.measured(findings.map(\.formula.key))
    let rows = findings.map { finding in
      Row(
        finding: finding, term: Series(finding.formula)?.termText ?? "\(finding.formula)",
        digitsPerTerm: stored[finding.formula.key]?.dynamics.digitsPerTerm)
    }
    func speed(_ row: Row) -> Double { row.digitsPerTerm ?? -.infinity }
    func isTelling(_ row: Row) -> Int { row.finding.closedForm.expression?.namesANumber ?? true ? 1 : 0 }
    self.rows = rows.enumerated().sorted { x, y in
      (isTelling(x.element), speed(x.element), -x.offset) > (
        isTelling(y.element), speed(y.element), -y.offset
      )
    }.map(\.element)
  }
}
