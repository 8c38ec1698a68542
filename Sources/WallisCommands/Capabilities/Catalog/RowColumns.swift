internal import WallisCatalog

/// The columns in which rows of the catalog are listed: fields of the query language.
struct RowColumns {
  /// Those that were asked for, or the usual ones.
  let fields: [QueryField]
  /// Whether they were asked for.
  let areChosen: Bool

  /// What is listed where nothing is asked for.
  private static let usual = [
    "a", "b", "value", "closedForm", "grade", "delta", "digitsPerTerm", "known",
  ]

  /// The columns of a list of names; the usual ones without one.
  ///
  /// - Throws: a `Refusal` with the place of the mistake.
  init(_ names: String? = nil) throws(Refusal) {
    do {
      fields = try QueryFieldTable.columns(names ?? RowColumns.usual.joined(separator: ","))
    } catch {
      throw Refusal(error)
    }
    areChosen = names != nil
    guard !fields.isEmpty else {
      throw Refusal("no columns", remedy: "for example: --columns a,b,closedForm,delta")
    }
  }

  /// Those that people are shown: of the usual ones without what would be empty, and without the limits where every
  /// row has a closed form.
  func shown(_ rows: [CatalogRow]) -> [QueryField] {
    guard !areChosen, !rows.isEmpty else { return fields }
    return fields.filter { field in
      field.name == "value"
        ? rows.contains { $0.closedForm == nil }
        : rows.contains { field.value?($0).isMissing == false }
    }
  }
}

/// How rows are written.
enum RowFormat: String, CaseIterable, Sendable {
  case text, csv, tsv, json, markdown, latex
}
