internal import WallisCatalog
internal import WallisDocuments

/// `help query`: the language of conditions, made from the table of its fields.
enum QueryPage {
  static var document: Document {
    Document([
      .paragraph(
        "A condition compares fields: = != < <= > >=, ~ for text that is contained, joined by and, or, not, and "
          + "parentheses. A flag stands alone. A comparison with something that is not there is false; = null asks for "
          + "that."),
      .fields(QueryFieldTable.all.map { Field($0.name, Text($0.summary) + words($0)) }),
      .paragraph(
        Text("closedForm has pi", .formula)
          + " asks for a constant that occurs, by value and not by spelling; π√3 is a constant of its own, "
          + Text("has \"sqrt(3)*pi\"", .formula) + ". A time is UTC, such as "
          + Text("2026-11-28", .formula)
          + ", today, yesterday, \"3 days ago\"; it stands for its beginning, and = means "
          + "within it. " + Text("text ~ \"brou*\"", .formula) + " looks for whole words or what begins so."),
      .heading("Examples"),
      .fields(examples.map { Field($0.0, Text($0.1, .formula)) }),
    ])
  }

  /// The field of a name, or of the title that its column has.
  static func field(_ word: String) -> QueryField? {
    QueryFieldTable.all.first { [$0.name.lowercased(), $0.title.lowercased()].contains(word.lowercased()) }
  }

  /// What is said about one field.
  static func document(of field: QueryField) -> Document {
    Document([
      .fields([
        Field(field.name, Text(field.summary) + words(field)),
        Field("example", Text("catalog query '\(field.example)'", .formula)),
      ]),
      .paragraph(Text("help query explains conditions", .muted)),
    ])
  }

  private static func words(_ field: QueryField) -> Text {
    field.words.isEmpty ? Text() : Text(": " + field.words.joined(separator: ", "), .muted)
  }

  private static let examples = [
    ("fast, small denominators", "factorialReduction and delta > 0.9 and denominator.gamma < 0.6"),
    ("for π, proved", "has pi and proved"),
    ("for π√3", "closedForm has \"pi*sqrt(3)\""),
    ("digits of a limit", "value = 3.14159"),
    ("nobody is known to have it", "identified and known = null"),
    ("new", "found > yesterday"),
    ("a family", "family = 30"),
  ]
}
