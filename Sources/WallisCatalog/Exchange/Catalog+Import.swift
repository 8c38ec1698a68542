internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// What an import added.
public struct ImportSummary: Sendable, Equatable {
  /// Lines of formulas read; those that were there already are merged.
  public var formulas = 0
  /// Lines of findings read.
  public var findings = 0
  /// Lines of exclusions read: relations that a limit does not satisfy.
  public var exclusions = 0
  /// Lines of notes read.
  public var notes = 0
  /// Lines of coverage read.
  public var coverage = 0

  /// Nothing was added.
  public init() {}
}

extension Catalog {
  /// Adds what `exportText` wrote, all or nothing. Importing twice, or several files in any order, gives the same.
  ///
  /// - Parameter nextLine: the lines one after the other without their ends; nil after the last.
  /// - Throws: `CatalogError.badLine` with the number of the first line that cannot be read; then nothing was added.
  public func importText(from nextLine: () throws -> String?) throws(CatalogError) -> ImportSummary {
    try write { db in
      var summary = ImportSummary()
      guard let header = try nextLine(), header.hasPrefix(Catalog.exchangeHeader) else {
        throw CatalogError.badLine(1, detail: "it should be '\(Catalog.exchangeHeader)'")
      }
      var number = 1
      while let line = try nextLine() {
        number += 1
        do {
          try importLine(line, into: db, summary: &summary)
        } catch let problem as ExchangeReader.Problem {
          throw CatalogError.badLine(number, detail: problem.detail)
        }
      }
      return summary
    }
  }

  /// Adds what `exportText` wrote, from text in memory.
  public func importText(_ text: String) throws(CatalogError) -> ImportSummary {
    var rest = text[...]
    return try importText {
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...].dropFirst()
      return String(line)
    }
  }

  private func importLine(_ text: String, into db: Database, summary: inout ImportSummary) throws {
    guard !text.isEmpty, !text.hasPrefix("#") else { return }
    let line = ExchangeLine(parsing: text[...])
    var reader = ExchangeReader(line, kinds)
    switch line.fields[0] {
    case "formula":
      try FormulaWriter(db, kinds).insert([FormulaLine.formula(&reader)])
      summary.formulas += 1
    case "finding":
      let finding = try FindingLine.finding(&reader)
      try FindingStore(db, kinds).insert(finding)
      summary.findings += 1
    case "exclusion":
      let formula = try reader.formula()
      let exclusion = BulkIdentification.Exclusion(basis: try reader.text(), below: try reader.text())
      guard try ExclusionStore(db).insert(exclusion, about: formula.key) else {
        throw ExchangeReader.Problem("the formula of the exclusion stands nowhere before it")
      }
      summary.exclusions += 1
    case "note":
      let (formula, text) = (try reader.formula(), try reader.text())
      guard try NoteStore(db).insert(text, about: formula.key) else {
        throw ExchangeReader.Problem("the formula of the note stands nowhere before it")
      }
      summary.notes += 1
    case "coverage":
      try CoverageLine.record(&reader).insert(into: db)
      summary.coverage += 1
    default: throw ExchangeReader.Problem("'\(line.fields[0])' is no kind of line")
    }
  }
}
