internal import WallisFormulas

/// All fields of the query language.
///
/// How to add one: a line with the JSON name, its kind, what it means, its SQL on the row `f` of `formula` or
/// the views of both halves where that is not the column of the same name, whether the mirror has another value, and what
/// a row has in it.
package enum QueryFieldTable {
  /// The fields in the order of the help.
  package static let all: [QueryField] = limit + metrics + formula + claims

  /// Fields of the limit.
  private static let limit: [QueryField] = [
    QueryField("status", .word(statuses), "what the limit is", value: { .text($0.dynamics.outcome.status) }),
    QueryField(
      "class", .word(ConvergenceClass.allCases.map(\.rawValue)), "speed of convergence",
      value: { FieldValue($0.dynamics.convergence?.rawValue) }),
    QueryField(
      "value", .digits, "the limit", sql: "f.number", dependsOnSign: true,
      value: { FieldValue(digits: $0.dynamics.value) }),
    QueryField("digits", .number, "correct digits of the value", value: { .integer($0.dynamics.digits) }),
    QueryField(
      "exact", .text, "the limit as a fraction, where that is certain", dependsOnSign: true,
      value: { FieldValue(digits: OutcomeWords($0.dynamics.outcome).exact) }),
    QueryField(
      "reason", .text, "why there is no limit",
      value: { FieldValue(OutcomeWords($0.dynamics.outcome).reason) }),
  ]

  /// What was measured.
  private static let metrics: [QueryField] = [
    QueryField(
      "delta", .number, "irrationality measure of the reduced convergents", title: "δ",
      value: { FieldValue($0.dynamics.delta) }),
    QueryField(
      "deltaNaive", .number, "the same without reducing", title: "naive δ",
      value: { FieldValue($0.dynamics.deltaNaive) }),
    QueryField(
      "deltaPredicted", .number, "the same predicted from the eigenvalues", title: "predicted δ",
      value: { FieldValue($0.dynamics.deltaPredicted) }),
    QueryField(
      "error.eta", .number, "factorial coefficient of the error", sql: "f.errorEta",
      value: { FieldValue($0.dynamics.error?.eta) }),
    QueryField(
      "error.gamma", .number, "exponential coefficient of the error", sql: "f.errorGamma",
      value: { FieldValue($0.dynamics.error?.gamma) }),
    QueryField(
      "error.beta", .number, "polynomial coefficient of the error", sql: "f.errorBeta",
      value: { FieldValue($0.dynamics.error?.beta) }),
    QueryField(
      "denominator.eta", .number, "factorial coefficient of the denominators", sql: "f.denominatorEta",
      value: { FieldValue($0.dynamics.denominator?.eta) }),
    QueryField(
      "denominator.gamma", .number, "exponential coefficient of the denominators", sql: "f.denominatorGamma",
      value: { FieldValue($0.dynamics.denominator?.gamma) }),
    QueryField(
      "factorialReduction", .flag, "the gcd removes the factorial growth", title: "reduced",
      value: { FieldValue($0.dynamics.factorialReduction) }),
    QueryField(
      "reduction", .word(["none", "partial", "full", "undecided"]),
      "how much of the factorial growth the gcd removes",
      value: { FieldValue($0.dynamics.reduction?.rawValue) }),
    QueryField(
      "reductionRate", .number, "growth of the gcd that is not factorial",
      value: { FieldValue($0.dynamics.reductionRate) }),
    QueryField(
      "digitsPerTerm", .number, "digits gained per term", title: "digits/term",
      value: { FieldValue($0.dynamics.digitsPerTerm) }),
    QueryField("depth", .number, "depth of the metrics", value: { .integer($0.depth) }),
    QueryField("against", .number, "depth that stands for the limit", value: { .integer($0.against) }),
  ]

  /// The formula itself.
  private static let formula: [QueryField] = [
    QueryField("kind", .text, "kind of formula, for example pcf", value: { .text($0.formula.kind) }),
    QueryField(
      "formula", .text, "the formula as it is shown", sql: "formulaText(f.key)", dependsOnSign: true,
      value: { .formula($0.formula) }),
    QueryField(
      "key", .text, "key of the formula, for example pcf 2,1 1,0,0", dependsOnSign: true,
      value: { .text($0.formula.key) }),
    QueryField(
      "a", .polynomial, "partial denominators", dependsOnSign: true, title: "a(n)",
      value: { .side($0.formula.sides.a, $0.formula.fraction?.a) }),
    QueryField(
      "b", .polynomial, "partial numerators", title: "b(n)",
      value: { row in row.formula.sides.b.map { .side($0, row.formula.fraction?.b) } ?? .missing }),
    QueryField(
      "a.degree", .number, "degree of a", sql: "f.aDegree",
      value: { FieldValue($0.formula.fraction?.a.degree) }),
    QueryField(
      "b.degree", .number, "degree of b", sql: "f.bDegree",
      value: { FieldValue($0.formula.fraction?.b.degree) }),
  ]

  /// What is claimed and written about the formula.
  private static let claims: [QueryField] = [
    QueryField(
      "identified", .flag, "a closed form was found",
      holders: "SELECT formula FROM finding",
      value: { .flag($0.closedForm != nil) }),
    QueryField(
      "closedForm", .closedForm, "closed form of the limit", sql: best("closedForm"), table: "finding",
      bestTexts: { $0.closedForms }, title: "closed form",
      value: { $0.closedForm.map { .closedForm($0) } ?? .missing }),
    QueryField(
      "grade", .word(Grade.allCases.sorted().map(\.rawValue)), "how far to trust the closed form",
      sql: best("grade"), table: "finding", value: { $0.grade.map { .grade($0) } ?? .missing }),
    QueryField(
      "proved", .flag, "the closed form is certified",
      holders: "SELECT formula FROM finding WHERE grade = 'certified' UNION SELECT formula FROM proof",
      value: { .flag($0.isProved) }),
    QueryField(
      "proof", .text, "by what a stored proof proves it", sql: proof, table: "proof",
      value: { FieldValue($0.proof) }),
    QueryField(
      "imported", .flag, "a closed form came from a file and was not found here",
      holders: "SELECT formula FROM finding WHERE imported",
      value: { .flag($0.hasImportedClaims) }),
    QueryField(
      "job", .number, "number of a job that found it",
      sql: """
        (SELECT MIN(number) FROM job WHERE EXISTS
          (SELECT 1 FROM \(discoveries) WHERE discovery.job = job.number AND finding.formula = f.id))
        """,
      members: "SELECT finding.formula FROM \(discoveries) WHERE discovery.job",
      value: { FieldValue($0.job) }),
    QueryField(
      "found", .time, "when a closed form was first found",
      sql: "(SELECT MIN(found) FROM finding WHERE finding.formula = f.id)", table: "finding",
      value: { FieldValue($0.found) }),
    QueryField(
      "family", .text, "number or name of its family",
      sql: "(SELECT CAST(family AS TEXT) FROM familyMember AS m WHERE m.formula = f.id)",
      table: "familyMember",
      synonym: """
        (SELECT g.name FROM familyMember AS m JOIN family AS g ON g.number = m.family WHERE m.formula = f.id)
        """, value: { FieldValue($0.family) }),
    QueryField(
      "component", .number, "number of the formulas that unify found to be one with it",
      sql: "(SELECT number FROM component WHERE component.formula = f.id)", table: "component",
      value: { FieldValue($0.component) }),
    QueryField(
      "known", .text, "who found the formula", sql: best("known"), table: "finding",
      bestTexts: { $0.known }, value: { FieldValue($0.known) }),
    QueryField(
      "note", .text, "what `catalog note` wrote", sql: notes, table: "note", value: { FieldValue($0.notes) }),
    QueryField(
      "text", .words, "words of closed forms, names and notes",
      sql: "(SELECT rowid FROM words WHERE words.rowid = f.id)", value: nil),
  ]

  /// The field with this name; nil when there is none.
  package static func field(named name: String) -> QueryField? { all.first { $0.name == name } }

  private static let statuses = [
    "value", "rational", "terminates", "infinite", "diverges", "oscillates", "undetermined",
  ]

  /// By what the row is proved.
  static let proof =
    "(SELECT summary FROM proof WHERE proof.formula = f.id ORDER BY length(text), closedForm LIMIT 1)"

  /// What was written about the row.
  static let notes = "(SELECT group_concat(text, ' ; ') FROM note WHERE note.formula = f.id)"

  /// Which jobs made which findings.
  private static let discoveries = "discovery JOIN finding ON finding.id = discovery.finding"

  /// A column of the best finding about the row.
  static func best(_ column: String) -> String {
    """
    (SELECT \(column) FROM finding WHERE finding.formula = f.id
      ORDER BY \(FindingStore.bestFirst) LIMIT 1)
    """
  }
}
