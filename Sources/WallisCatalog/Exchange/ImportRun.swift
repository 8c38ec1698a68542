internal import GRDB
internal import WallisFormulas
internal import WallisSearch

/// An import while it goes on: takes the lines of one text, or of several one after the other.
struct ImportRun {
  private let db: Database
  private let kinds: FormulaKinds
  private let check: ImportCheck
  private let verifier: FindingVerifier?
  private var number = 0
  /// The format of the text that is being read; nil before its first line and after its closing line.
  private var format: ExchangeFormat?
  private var tally = ExchangeTally()
  private var family: FamilyRecord?
  private(set) var summary = ImportSummary()

  init(_ db: Database, _ kinds: FormulaKinds, _ verifier: FindingVerifier? = nil) {
    (self.db, self.kinds, self.verifier) = (db, kinds, verifier)
    check = ImportCheck(db, kinds)
  }

  /// Reads a line without its end.
  /// - Throws: `CatalogError.badLine`, `CatalogError.incomplete`.
  mutating func take(_ line: String) throws {
    number += 1
    do {
      if let format { try take(line, format) } else { try begin(line) }
    } catch let problem as ExchangeReader.Problem {
      throw CatalogError.badLine(number, detail: problem.detail)
    }
  }

  /// Ends the text.
  /// - Throws: `CatalogError.incomplete` where its closing line is missing, `badLine` for no text at all.
  mutating func finish() throws -> ImportSummary {
    try storeFamily()
    if summary.links > 0 { try LinkStore(db, kinds).renumber() }
    switch format {
    case .two:
      throw CatalogError.incomplete(detail: "it ends after line \(number), before its closing line")
    case .one: summary.textsWithoutEnd += 1
    case nil:
      if number == 0 { throw CatalogError.badLine(1, detail: ImportRun.headerDetail) }
    }
    return summary
  }

  private static let headerDetail = "it should be '\(ExchangeFormat.two.header)'"

  private mutating func begin(_ line: String) throws {
    guard let format = ExchangeFormat(header: line) else {
      if number > 1, line.isEmpty { return }
      throw ExchangeReader.Problem(ImportRun.headerDetail)
    }
    (self.format, tally) = (format, ExchangeTally())
    tally.add(line + "\n")
  }

  private mutating func take(_ text: String, _ format: ExchangeFormat) throws {
    let line = ExchangeLine(parsing: text[...])
    if format == .two, line.fields[0] == ExchangeTally.kind {
      guard tally.closingLine == text + "\n" else {
        throw CatalogError.incomplete(
          detail: "counts and checksum of line \(number) are not those of the lines before it")
      }
      return self.format = nil
    }
    tally.add(text + "\n")
    if text.hasPrefix("#"), let next = ExchangeFormat(header: text) {
      guard format == .one else { throw CatalogError.incomplete(detail: "another begins at line \(number)") }
      summary.textsWithoutEnd += 1
      self.format = next
    }
    guard !text.isEmpty, !text.hasPrefix("#") else { return }
    var reader = ExchangeReader(line, kinds)
    try take(line.fields[0], &reader, format)
  }

  private mutating func take(_ kind: String, _ reader: inout ExchangeReader, _ format: ExchangeFormat) throws
  {
    if kind != "member" { try storeFamily() }
    switch kind {
    case "formula": try takeFormula(&reader)
    case "finding": try takeFinding(&reader, format)
    case "proof": try takeProof(&reader)
    case "link": try takeLink(&reader)
    case "exclusion", "note": try takeRemark(kind, &reader)
    case "family":
      family = try FamilyRecord(&reader)
      summary.families += 1
    case "member":
      guard family != nil else { throw ExchangeReader.Problem("no family stands before the member") }
      try family?.addMember(&reader)
    case "coverage":
      try CoverageLine.record(&reader).insert(into: db)
      summary.coverage += 1
    default: throw ExchangeReader.Problem("'\(kind)' is no kind of line")
    }
  }

  private mutating func takeFormula(_ reader: inout ExchangeReader) throws {
    let formula = try FormulaLine.formula(&reader)
    try check.accept(formula)
    try FormulaWriter(db, kinds, imported: true).insert([formula])
    summary.formulas += 1
  }

  private mutating func takeFinding(_ reader: inout ExchangeReader, _ format: ExchangeFormat) throws {
    let finding = try FindingLine.finding(&reader, rule: format.rule)
    let believed = try check.believed(finding, verdict: verifier?.verdict(finding))
    if verifier != nil { summary.evaluated += 1 }
    if believed.grade != finding.grade { summary.lowered += 1 }
    try FindingStore(db, kinds, imported: true).insert(believed)
    summary.findings += 1
  }

  private mutating func takeProof(_ reader: inout ExchangeReader) throws {
    let (formula, text) = (try reader.formula(), try reader.text())
    guard let proof = try check.believedProof(text, of: formula) else { return summary.unproved += 1 }
    guard try ProofStore(db, kinds).insert(proof) else {
      throw ExchangeReader.Problem("the formula of the proof stands nowhere before it")
    }
    summary.proofs += 1
  }

  private mutating func takeLink(_ reader: inout ExchangeReader) throws {
    let link = StoredLink(
      from: try reader.formula(), to: try reader.formula(), certificate: try reader.text())
    guard link.checked != nil else {
      throw ExchangeReader.Problem("the certificate does not link \(link.from) and \(link.to)")
    }
    guard try LinkStore(db, kinds).insert(link) else {
      throw ExchangeReader.Problem("a formula of the link stands nowhere before it")
    }
    summary.links += 1
  }

  private mutating func takeRemark(_ kind: String, _ reader: inout ExchangeReader) throws {
    let formula = try reader.formula()
    let isKnown: Bool
    if kind == "note" {
      isKnown = try NoteStore(db).insert(try reader.text(), about: formula.key)
      summary.notes += 1
    } else {
      let exclusion = BulkIdentification.Exclusion(basis: try reader.text(), below: try reader.text())
      guard exclusion.below.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "^" }) else {
        throw ExchangeReader.Problem("'\(exclusion.below)' is no bound")
      }
      isKnown = try ExclusionStore(db).insert(exclusion, about: formula.key)
      summary.exclusions += 1
    }
    guard isKnown else {
      throw ExchangeReader.Problem("the formula of the \(kind) stands nowhere before it")
    }
  }

  private mutating func storeFamily() throws {
    try family?.insert(into: db)
    family = nil
  }
}
