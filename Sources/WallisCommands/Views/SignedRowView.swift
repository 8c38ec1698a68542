internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Everything that the catalog knows about a signed fraction.
struct SignedRowView {
  let row: CatalogRow
  let fraction: SignedFraction
  let findings: [Discovery]
  let notes: [String]

  var reply: Reply {
    let blocks: [Block] = [.heading(Text("\(fraction)", .formula)), .fields(fields)]
    return Reply(
      Document(blocks + notes.map { .paragraph(Text($0)) }),
      json: CatalogRowsView.json(row, findings: findings, notes: notes))
  }

  private var fields: [Field] {
    let race = SignedRace(fraction)
    func digits(_ numbers: [Double]) -> String { numbers.map { rounded($0, 0) }.joined(separator: "/") }
    let gain = race.gain.map { ", \(rounded($0, 2))× faster" } ?? ""
    var fields = [
      Field("value", Text(row.dynamics.value ?? "–", .digits)), Field("signs", "\(fraction.signs), repeated"),
      Field("kind", "\(fraction.kind.rawValue)"),
      Field(
        "digits", "\(digits(race.own)) at 20/40/80 terms, simple fraction \(digits(race.simple))\(gain)"),
    ]
    if let form = fraction.besselQuotient { fields.append(Field("closed", Text(form, .formula))) }
    if let folded = fraction.folded { fields.append(Field("folds", Text("\(folded.fraction)", .formula))) }
    for finding in findings {
      fields.append(Field("equals", Text(finding.closedForm, .formula)))
      let evidence = finding.evidence
      fields.append(
        Field(
          "evidence",
          "\(evidence.digitsSupplied) digits agree, the rule took \(evidence.digitsConsumed); difference below "
            + "\(evidence.residual); \(ProgressLine.grouped(evidence.basesTried)) pairs tried; "
            + "\(evidence.decoyHits) random numbers approved"))
    }
    return fields
  }
}
