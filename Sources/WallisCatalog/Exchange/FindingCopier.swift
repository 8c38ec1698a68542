internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// Takes findings over from another catalog, each compared with the row of its formula and with what came out when the
/// formula was evaluated again.
struct FindingCopier {
  let kinds: FormulaKinds
  /// Path of the other catalog, and what a message calls its search; nil where it holds several.
  let path: String
  let part: String?
  /// The time that new findings are marked with; nil marks none.
  let found: String?
  /// What came out, by the places of the findings; those that are here already have none.
  let verdicts: [Int: FindingVerifier.Verdict]

  /// Findings that were found here or on another machine stay so; those that came from a file too.
  func copy(
    _ findings: [Discovery], from source: Database, to db: Database, _ summary: inout ImportSummary
  ) throws {
    let check = ImportCheck(db, kinds)
    let own = FindingStore(db, kinds, found: found)
    let foreign = FindingStore(db, kinds, found: found, imported: true)
    let imported = try FindingStore(source, kinds).importedFindings()
    for (place, finding) in findings.enumerated() {
      let believed: Discovery
      do {
        believed = try check.believed(finding, verdict: verdicts[place])
      } catch let problem as ExchangeReader.Problem {
        guard case .fails = verdicts[place] else {
          throw CatalogError.contradiction(detail: problem.detail)
        }
        throw CatalogError.differs(path: path, part: part, detail: "evaluated again, \(problem.detail)")
      }
      if believed.grade != finding.grade { summary.lowered += 1 }
      let isForeign = imported.contains([finding.formula.key, "\(finding.closedForm)"])
      try (isForeign ? foreign : own).insert(believed)
      summary.findings += 1
    }
  }
}
