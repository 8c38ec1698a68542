internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

extension ExportSubject {
  /// Discoveries of the catalog, in the order given.
  init(
    _ discoveries: [Discovery],
    literature: @escaping () throws(Refusal) -> any KnownFormulas = { () throws(Refusal) in NothingKnown() },
    proof: @escaping (Statement) throws(Refusal) -> FormulaProof? = { (_) throws(Refusal) in nil }
  ) {
    self.init(
      name: "discoveries", head: [],
      statements: discoveries.map { finding in
        Statement(
          finding.formula, finding.closedForm,
          isProved: finding.grade == .certified || finding.known != nil,
          remark: finding.grade.rawValue + (finding.known.map { ", \($0)" } ?? ""))
      },
      table: SearchSummaryView.table(discoveries, most: .max),
      columns: ExportSubject.columns, rows: discoveries.map(ExportSubject.row(of:)), graph: nil,
      json: ["findings": .array(discoveries.map { SearchSummaryView.json($0) })],
      literature: literature, proof: proof)
  }

  /// The columns of discoveries in spreadsheets.
  static let columns = ["formula", "a", "b", "value", "closedForm", "grade", "known"]

  /// A discovery in these columns.
  static func row(of finding: Discovery) -> [String] {
    let sides = finding.formula.sides
    return [
      "\(finding.formula)", sides.a, sides.b ?? "", finding.value, "\(finding.closedForm)",
      finding.grade.rawValue, finding.known ?? "",
    ]
  }
}
