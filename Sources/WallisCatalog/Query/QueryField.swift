/// A name that queries, sorts and columns may use.
package struct QueryField: Sendable {
  /// What a field is compared with.
  package enum Kind: Sendable, Equatable {
    /// A number; `null` where it is not defined.
    case number
    /// The limit: a number, with `=` meaning agreement to the digits written and `~` the first digits.
    case digits
    /// Any text: `=`, `!=` and `~` (contains).
    case text
    /// One of a few words, in rising order.
    case word([String])
    /// true or false; the name alone means true.
    case flag
    /// A polynomial in n, compared with `=` and `!=`.
    case polynomial
    /// A closed form: any text, and `has` for what occurs in it.
    case closedForm
    /// Everything that is written about a formula: `~` looks for words.
    case words
    /// A time as text, `2026-11-28` or `2026-11-28T10:15:00Z`, or in words, `yesterday`; it stands for its beginning,
    /// and `=` means within it.
    case time
  }

  /// The name, as in JSON.
  package let name: String
  /// What it is compared with.
  package let kind: Kind
  /// What it means, in a few words.
  package let summary: String
  /// What stands above its column in a table.
  package let title: String
  /// What a row has in it; nil for fields that can only be searched.
  package let value: (@Sendable (CatalogRow) -> FieldValue)?
  /// The field in SQL, for the row `f`.
  let sql: String
  /// True where a formula and its mirror differ.
  let dependsOnSign: Bool
  /// The table without which the field is null, with a column `formula`; nil where that is `formula` itself.
  let table: String?
  /// The selection of identifiers of formulas for which a flag holds; nil for flags that are columns.
  let holders: String?
  /// Another text that the field may be compared by, in SQL; nil where it has one only.
  let synonym: String?
  /// The selection of identifiers of formulas, as far as its last comparison (`SELECT formula FROM … WHERE x`), of a
  /// field that may have several values for one formula: a comparison holds where it does for one of them, `!=` where
  /// it does for none. nil for fields of one value.
  let members: String?
  /// Where its texts are in what the best findings say; nil for fields that are something else.
  let bestTexts: (@Sendable (BestFindings) -> BestFindings.Texts)?

  init(
    _ name: String, _ kind: Kind, _ summary: String, sql: String? = nil, dependsOnSign: Bool = false,
    table: String? = nil, holders: String? = nil, synonym: String? = nil, members: String? = nil,
    bestTexts: (@Sendable (BestFindings) -> BestFindings.Texts)? = nil, title: String? = nil,
    value: (@Sendable (CatalogRow) -> FieldValue)?
  ) {
    (self.name, self.kind, self.summary) = (name, kind, summary)
    (self.title, self.value) = (title ?? name, value)
    let own = holders.map { "f.id IN (\($0))" } ?? "f.\(name)"
    (self.sql, self.dependsOnSign, self.table, self.holders) = (sql ?? own, dependsOnSign, table, holders)
    (self.synonym, self.members, self.bestTexts) = (synonym, members, bestTexts)
  }
}

extension QueryField {
  /// A condition on the field.
  package var example: String { QueryReading.example(self) }

  /// The words that it may be, in rising order; empty for other fields.
  package var words: [String] { if case .word(let words) = kind { words } else { [] } }
}
