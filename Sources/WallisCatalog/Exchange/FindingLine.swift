internal import WallisFormulas
internal import WallisSearch

/// A finding as a line of the exchange.
enum FindingLine {
  static let fields =
    "key formula value grade digitsSupplied digitsConsumed surplus basesTried decoyHits residual known"

  static func text(of finding: Discovery) -> String {
    var line = ExchangeLine("finding")
    let evidence = finding.evidence
    line.append(finding.formula.key)
    line.append("\(finding.closedForm)")
    line.append(finding.value)
    line.append(finding.grade.rawValue)
    line.append(evidence.digitsSupplied)
    line.append(evidence.digitsConsumed)
    line.append(evidence.surplus)
    line.append(evidence.basesTried)
    line.append(evidence.decoyHits)
    line.append(evidence.residual)
    line.append(finding.known)
    return line.text
  }

  /// Reads the fields after the first.
  /// - Parameter rule: how closed forms are read.
  static func finding(
    _ reader: inout ExchangeReader, rule: ReadingRule
  ) throws(ExchangeReader.Problem) -> Discovery {
    let formula = try reader.formula()
    let closedForm = ClosedForm(reading: try reader.text(), rule: rule)
    let value = try reader.text()
    let gradeText = try reader.text()
    guard let grade = Grade(rawValue: gradeText) else { throw .init("'\(gradeText)' is not a grade") }
    let evidence = Evidence(
      digitsSupplied: try reader.integer(), digitsConsumed: try reader.integer(),
      surplus: try reader.integer(),
      basesTried: try reader.integer(), decoyHits: try reader.integer(), residual: try reader.text())
    return Discovery(
      formula: formula, value: value, closedForm: closedForm, grade: grade, evidence: evidence,
      known: try reader.optionalText())
  }
}
