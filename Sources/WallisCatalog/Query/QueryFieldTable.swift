internal import WallisFormulas

/// All fields of the query language.
///
/// How to add one: a line with the JSON name, its kind, what it means, its SQL on the row `f` of `formula` or
/// the views of both halves where that is not the column of the same name, and whether the mirror has another value.
package enum QueryFieldTable {
  /// The fields in the order of the help.
  package static let all: [QueryField] = [
    QueryField("status", .word(statuses), "what the limit is"),
    QueryField("class", .word(ConvergenceClass.allCases.map(\.rawValue)), "speed of convergence"),
    QueryField("value", .digits, "the limit", sql: "f.number", dependsOnSign: true),
    QueryField("digits", .number, "correct digits of the value"),
    QueryField("exact", .text, "the limit as a fraction, where that is certain", dependsOnSign: true),
    QueryField("reason", .text, "why there is no limit"),
    QueryField("delta", .number, "irrationality measure of the reduced convergents"),
    QueryField("deltaNaive", .number, "the same without reducing"),
    QueryField("deltaPredicted", .number, "the same predicted from the eigenvalues"),
    QueryField("error.eta", .number, "factorial coefficient of the error", sql: "f.errorEta"),
    QueryField("error.gamma", .number, "exponential coefficient of the error", sql: "f.errorGamma"),
    QueryField("error.beta", .number, "polynomial coefficient of the error", sql: "f.errorBeta"),
    QueryField(
      "denominator.eta", .number, "factorial coefficient of the denominators", sql: "f.denominatorEta"),
    QueryField(
      "denominator.gamma", .number, "exponential coefficient of the denominators", sql: "f.denominatorGamma"),
    QueryField("factorialReduction", .flag, "the gcd removes the factorial growth"),
    QueryField(
      "reduction", .word(["none", "partial", "full", "undecided"]),
      "how much of the factorial growth the gcd removes"),
    QueryField("reductionRate", .number, "growth of the gcd that is not factorial"),
    QueryField("digitsPerTerm", .number, "digits gained per term"),
    QueryField("depth", .number, "depth of the metrics"),
    QueryField("against", .number, "depth that stands for the limit"),
    QueryField("kind", .text, "kind of formula, for example pcf"),
    QueryField(
      "formula", .text, "the formula as it is shown", sql: "formulaText(f.key)", dependsOnSign: true),
    QueryField("key", .text, "key of the formula, for example pcf 2,1 1,0,0", dependsOnSign: true),
    QueryField("a", .polynomial, "partial denominators", dependsOnSign: true),
    QueryField("b", .polynomial, "partial numerators"),
    QueryField("a.degree", .number, "degree of a", sql: "f.aDegree"),
    QueryField("b.degree", .number, "degree of b", sql: "f.bDegree"),
    QueryField(
      "identified", .flag, "a closed form was found",
      sql: "EXISTS (SELECT 1 FROM finding WHERE finding.formula = f.id)"),
    QueryField(
      "closedForm", .closedForm, "closed form of the limit", sql: best("closedForm"), table: "finding"),
    QueryField(
      "grade", .word(Grade.allCases.sorted().map(\.rawValue)), "how far to trust the closed form",
      sql: best("grade"), table: "finding"),
    QueryField(
      "proved", .flag, "the closed form is certified",
      sql: "EXISTS (SELECT 1 FROM finding WHERE finding.formula = f.id AND grade = 'certified')"),
    QueryField(
      "imported", .flag, "a closed form came from a file and was not found here",
      sql: "EXISTS (SELECT 1 FROM finding WHERE finding.formula = f.id AND imported)"),
    QueryField(
      "job", .number, "number of a job that found it",
      sql: "(SELECT MIN(job) FROM \(discoveries) WHERE finding.formula = f.id)",
      members: "SELECT finding.formula FROM \(discoveries) WHERE discovery.job"),
    QueryField(
      "found", .time, "when a closed form was first found",
      sql: "(SELECT MIN(found) FROM finding WHERE finding.formula = f.id)", table: "finding"),
    QueryField(
      "family", .text, "number or name of its family",
      sql: "(SELECT CAST(family AS TEXT) FROM familyMember AS m WHERE m.formula = f.id)",
      table: "familyMember",
      synonym: """
        (SELECT g.name FROM familyMember AS m JOIN family AS g ON g.number = m.family WHERE m.formula = f.id)
        """),
    QueryField("known", .text, "who found the formula", sql: best("known"), table: "finding"),
    QueryField(
      "note", .text, "what `catalog note` wrote",
      sql: "(SELECT group_concat(text, ' ; ') FROM note WHERE note.formula = f.id)", table: "note"),
    QueryField(
      "text", .words, "words of closed forms, names and notes",
      sql: "(SELECT rowid FROM words WHERE words.rowid = f.id)"),
  ]

  /// The field with this name; nil when there is none.
  package static func field(named name: String) -> QueryField? { all.first { $0.name == name } }

  private static let statuses = [
    "value", "rational", "terminates", "infinite", "diverges", "oscillates", "undetermined",
  ]

  /// Which jobs made which findings.
  private static let discoveries = "discovery JOIN finding ON finding.id = discovery.finding"

  /// A column of the best finding about the row.
  static func best(_ column: String) -> String {
    """
    (SELECT \(column) FROM finding WHERE finding.formula = f.id
      ORDER BY \(FindingStore.rank("grade")) DESC, surplus DESC, closedForm LIMIT 1)
    """
  }
}
