internal import GRDB
package import WallisFormulas

extension ClosedForm {
  /// A closed form from its two columns: the structure where there is one, else the text as it is.
  /// - Throws: `UnreadableRow` for a structure that is damaged; nothing is guessed from the text then.
  init(text: String, structure: String?) throws {
    guard let structure else {
      self = .unread(text)
      return
    }
    do {
      self = .expression(try Expression(encoded: structure))
    } catch {
      throw UnreadableRow("the closed form '\(text)' cannot be read: \(error.message)")
    }
  }
}

extension Catalog {
  /// Closed forms that are kept as text because no rule reads them, with their formulas, in order of the keys.
  package func unreadClosedForms() throws(CatalogError) -> [(formula: Formula, text: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT formula.key, closedForm FROM finding JOIN formula ON formula.id = finding.formula
          WHERE structure IS NULL ORDER BY formula.key, closedForm
          """
      ).compactMap { row in try kinds.formula(key: row[0]).map { ($0, try row[1]) } }
    }
  }
}
