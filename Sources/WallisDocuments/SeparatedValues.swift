/// Lines of fields for spreadsheets and for programs that split lines.
package enum SeparatedValues: Sendable {
  /// Commas; quotes where a field holds a comma, a quote or an end of line.
  case commas
  /// Tabs; those within fields, and ends of lines, become spaces.
  case tabs

  /// The line, ended.
  package func line(_ fields: [String]) -> String {
    switch self {
    case .commas: fields.map(SeparatedValues.quoted).joined(separator: ",") + "\n"
    case .tabs: fields.map(SeparatedValues.flat).joined(separator: "\t") + "\n"
    }
  }

  private static func quoted(_ field: String) -> String {
    // Most fields are ASCII without any such sign, which their bytes tell.
    if field.utf8.allSatisfy({ $0 > 0x1F && $0 < 0x80 && $0 != 0x2C && $0 != 0x22 }) { return field }
    guard field.contains(where: { $0.isNewline || ",\"".contains($0) }) else { return field }
    return "\"" + (field.utf8.contains(0x22) ? field.replacing("\"", with: "\"\"") : field) + "\""
  }

  private static func flat(_ field: String) -> String {
    field.contains { $0.isNewline || $0 == "\t" }
      ? String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : field
  }
}
