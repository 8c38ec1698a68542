internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `catalog findings`: how many formulas the catalog has for each constant.
struct CatalogFindingsVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog findings", "Count formulas and their classes for each constant.",
    discussion: """
      Raw counts contain mirrors. Formulas that differ by mirror, inflation or index shift are one class. Proved \
      fractions and roots stand apart, and so do the formulas that a search could not explain.
      """,
    examples: [.init("catalog findings", "after `identify --query`")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let store = try context.readCatalog(global)
    var rows: [String: Row] = [:]
    try store.visitIdentified { formula in
      rows[CatalogFindingsVerb.label(formula), default: Row()].add(formula)
    }
    let sorted = rows.sorted { ($1.value.raw, $0.key) < ($0.value.raw, $1.key) }
    let table = Table(
      [
        .init("limit"), .init("formulas", .right), .init("proved", .right), .init("reduced", .right),
        .init("classes", .right), .init("reduced", .right, rank: 2), .init("not in known", .right),
      ], rows: sorted.map { [CatalogFindingsVerb.shown($0.key)] + $0.value.cells })
    return Reply(
      rows.isEmpty
        ? Document([.paragraph("no limit of the catalog was identified yet")]) : Document([.table(table)]),
      json: ["constants": .array(sorted.map { $0.value.json($0.key) })],
      exit: rows.isEmpty ? .nothing : .done)
  }

  /// A label whose constant may be written in another way.
  private static func shown(_ label: String) -> Text {
    let parts = label.split(separator: ", ", maxSplits: 1)
    return Text(label: String(parts[0])) + Text(parts.count > 1 ? ", " + parts[1] : "", .formula)
  }

  private static func label(_ formula: IdentifiedFormula) -> String {
    guard let closedForm = formula.closedForm else { return "unexplained" }
    let isProved = formula.grade == .certified
    if let constant = constant(in: closedForm, of: formula.formula) {
      return formula.grade == .suspicious ? "\(constant.name), suspicious" : constant.name
    }
    if closedForm.isTranscendental { return "other constants" }
    if let radicand = closedForm.radicand {
      return "sqrt(\(radicand)), \(isProved ? "proved" : "conjectured")"
    }
    return isProved ? "rational, proved" : "rational, conjectured"
  }

  private static func constant(in closedForm: ClosedForm, of formula: Formula) -> Constant? {
    formula.fraction.map { closedForm.constant(ofLimit: $0) } ?? closedForm.constant
  }
}

/// Counts of one line.
private struct Row {
  var raw = 0
  var proved = 0
  var reduced = 0
  var classes: Set<String> = []
  var reducedClasses: Set<String> = []
  var known: Set<String> = []

  mutating func add(_ formula: IdentifiedFormula) {
    guard let fraction = formula.formula.fraction else { return }
    let key = CanonicalForm(fraction).shiftKey
    raw += formula.count
    if formula.closedForm != nil, formula.grade == .certified { proved += formula.count }
    classes.insert(key)
    if formula.known != nil { known.insert(key) }
    guard formula.factorialReduction == true else { return }
    reduced += formula.count
    reducedClasses.insert(key)
  }

  private var unknown: Int { classes.subtracting(known).count }

  var cells: [Text] {
    [raw, proved, reduced, classes.count, reducedClasses.count, unknown].map {
      Text(ProgressLine.grouped($0), .digits)
    }
  }

  func json(_ name: String) -> JSONValue {
    [
      "name": .string(name), "formulas": .integer(raw), "proved": .integer(proved),
      "reducedFormulas": .integer(reduced),
      "classes": .integer(classes.count), "reducedClasses": .integer(reducedClasses.count),
      "notInKnown": .integer(unknown),
    ]
  }
}
