internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisProofs
internal import WallisSearch

/// Everything that the catalog knows about a formula.
struct FormulaRowView {
  let row: CatalogRow
  let findings: [Discovery]
  /// The proofs that are kept, of the formula or its mirror.
  let proofs: [StoredProof]
  let excluded: [(basis: String, below: String)]
  let notes: [String]
  /// What came from a file of others.
  let imported: (measurements: Bool, closedForms: Int)
  /// Its family, with its link; nil where it is in none.
  let membership: (family: StoredFamily, member: Family.Member)?
  /// The finished searches of spaces that it belongs to, a line each.
  let coverage: [String]

  /// - Parameter result: the formula as later lines may use it.
  func reply(result: String) -> Reply {
    Reply(
      document,
      json: CatalogRowsView.json(
        row, findings: findings, proofs: proofs, excluded: excluded, notes: notes,
        link: membership.map(FamilyView.json),
        coverage: coverage),
      result: row.formula.fraction == nil ? nil : result)
  }

  private var document: Document {
    var blocks: [Block] = [.heading(Text("\(row.formula)", .formula))]
    if let fraction = row.formula.fraction {
      let view = DynamicsView(row.dynamics, of: fraction, depth: row.depth, against: row.against)
      blocks.append(.fields(view.limitFields + findings.flatMap(fields) + view.rateFields))
    } else {
      blocks.append(.fields(fields + findings.flatMap(fields)))
    }
    if !proofs.isEmpty { blocks.append(.fields(proofs.map(proved))) }
    if let membership { blocks.append(.fields(FamilyView.fields(membership))) }
    if !coverage.isEmpty { blocks.append(.fields(covered)) }
    if !excluded.isEmpty {
      blocks.append(.fields(excluded.map { Field("excluded", exclusion($0.basis, below: $0.below)) }))
    }
    if let origin { blocks.append(.paragraph(Text(origin))) }
    return Document(blocks + notes.map { .paragraph(Text($0)) })
  }

  /// By what it is proved, the steps checked now.
  private func proved(_ stored: StoredProof) -> Field {
    let place = stored.formula == row.formula ? "" : ", of \(stored.formula) = \(stored.closedForm)"
    do throws(ProofFault) {
      let proof = try stored.checked()
      return Field("proved", Text(proof.summary) + Text(place))
    } catch {
      return Field("proved", Text("no", .error) + ": line \(error.line) of the proof, \(error.message)")
    }
  }

  /// The first searches, and how many more there are.
  private var covered: [Field] {
    let left = coverage.count - Self.coverageShown
    return coverage.prefix(Self.coverageShown).map { Field("searched in", Text($0)) }
      + (left > 0 ? [Field("searched in", Text("and \(left) more spaces", .muted))] : [])
  }

  private static let coverageShown = 3

  private func exclusion(_ basis: String, below: String) -> Text {
    Text(basis) + Text(", with coefficients below ", .muted) + Text(below, .digits)
  }

  /// What was not found here; nil where everything was.
  private var origin: String? {
    let closedForms = imported.closedForms == 1 ? "a closed form" : "\(imported.closedForms) closed forms"
    switch imported {
    case (false, 0): return nil
    case (true, 0): return "imported: the measurements were read from a file"
    case (false, _): return "imported: \(closedForms) read from a file"
    case (true, _): return "imported: the measurements and \(closedForms) were read from a file"
    }
  }

  /// What a kind without polynomials says of its formula.
  private var fields: [Field] {
    let dynamics = row.dynamics
    var fields = [Field("value", Text(dynamics.value ?? "–", .digits))]
    fields += row.formula.facts.map { Field($0.name, $0.isFormula ? Text($0.text, .formula) : Text($0.text)) }
    if let delta = dynamics.delta { fields.append(Field("δ", Text(rounded(delta, 4), .digits))) }
    if let digits = dynamics.digitsPerTerm {
      fields.append(Field("digits a step", Text(rounded(digits, 4), .digits)))
    }
    return fields
  }

  private func fields(_ finding: Discovery) -> [Field] {
    let evidence = finding.evidence
    let known = finding.known.map { [Field("known", Text($0))] } ?? []
    return [Field("equals", Text(finding.closedForm)), Field("grade", finding.grade.text)] + known + [
      Field(
        "evidence",
        "\(evidence.digitsSupplied) digits agree, the rule took \(evidence.digitsConsumed); difference below "
          + "\(evidence.residual); \(ProgressLine.grouped(evidence.basesTried)) tried; "
          + "\(ProgressLine.grouped(evidence.decoyHits)) random numbers approved")
    ]
  }
}
