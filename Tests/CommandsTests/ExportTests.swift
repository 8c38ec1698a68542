import Foundation
import Synchronization
import TestSupport
import Testing
import WallisDocuments
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCommands

/// A format that the program does not have: the left-hand sides, backwards.
private struct ToyExport: ExportFormat {
  let name = "backwards"
  let summary = "left-hand sides backwards"

  func text(of subject: ExportSubject) -> String {
    subject.statements.map { String("\($0.formula)".reversed()) + "\n" }.joined()
  }
}

/// Formats are rows of a table, and none drops a statement.
@Suite struct ExportTests {
  private static let evidence = Evidence(
    digitsSupplied: 50, digitsConsumed: 5, surplus: 45, basesTried: 1, decoyHits: 0, residual: "0")

  /// Brouncker's; Euler's for e − 1; Fibonacci numbers as denominators, which have no program; and the diagonal of
  /// the field of Apéry's numbers, as `field walk zeta3 --start 1,1 --direction 1,1` identifies it.
  private static let claims = [
    ("pcf 2,1 1,0,0", "4/pi"), ("signed -+ . 2;2,3", "e-1"), ("signed + 1,1 ~1,-1,-1", "phi"),
    ("line zeta3 - 1,1 1,1", "1-1/zeta(3)"),
  ]

  private static func subject(_ claims: [(String, String)] = claims) throws -> ExportSubject {
    ExportSubject(try discoveries(claims))
  }

  private static func discoveries(_ claims: [(String, String)]) throws -> [Discovery] {
    try claims.map { key, closedForm in
      Discovery(
        formula: try #require(FormulaKinds.standard.formula(key: key), "\(key)"), value: "1.0",
        closedForm: ClosedForm(reading: closedForm, rule: .current), grade: .conjecture, evidence: evidence)
    }
  }

  /// Pieces that are written one by one are the whole text.
  @Test(arguments: ["text", "json", "jsonl", "csv"])
  func piecesAreTheWhole(_ name: String) throws {
    let format = try #require(try ExportFormats.standard.format(named: name) as? any StreamedExport)
    let discoveries = try Self.discoveries(Self.claims)
    var stream = format.begin()
    var text = stream.head
    for discovery in discoveries { text += stream.text(of: discovery) }
    #expect(try text + stream.end == format.text(of: ExportSubject(discoveries)))
  }

  @Test(arguments: ["text", "markdown", "latex", "gp", "mpmath", "json", "jsonl", "csv"])
  func nothingVanishes(_ name: String) throws {
    let subject = try Self.subject()
    let format = try ExportFormats.standard.format(named: name)
    let text = try format.text(of: subject)
    for claim in Self.claims {
      let alone = try format.text(of: Self.subject([claim]))
      let own = alone.split(separator: "\n").filter { !self.text(without: claim, format).contains($0) }
      #expect(!own.isEmpty, "\(name) has no line about \(claim.0)")
    }
    #expect(text.hasSuffix("\n"))
  }

  private func text(without claim: (String, String), _ format: any ExportFormat) -> String {
    let others = Self.claims.filter { $0.0 != claim.0 }
    return (try? format.text(of: Self.subject(others))) ?? ""
  }

  /// A claim that rests on digits is no equality in print; one of the literature is.
  @Test func conjecturesCarryAQuestionMark() throws {
    let conjecture = try LaTeXExport().text(of: Self.subject([("signed -+ . 2;2,3", "e-1")]))
    #expect(conjecture.contains(#"&\overset{?}{=}"#), "\(conjecture)")
    let known = try Discovery(
      formula: #require(FormulaKinds.standard.formula(key: "pcf 2,1 1,0,0")), value: "1.2732",
      closedForm: ClosedForm(reading: "4/pi", rule: .current), grade: .conjecture, evidence: Self.evidence,
      known: "Brouncker")
    #expect(LaTeXExport().text(of: ExportSubject([known])).contains("&= "))
  }

  /// An entry a publication, whatever the number of formulas; no entry where nothing is known.
  @Test func publicationsAreCitedOnce() throws {
    let claims = [
      ("pcf 2,1 1,0,0", "4/pi"), ("pcf 2,3 1,2,0", "4/(pi-2)"), ("pcf 1,3 -1,0", "e"),
      ("pcf 7,1 3,0,0", "pi"),
    ]
    let discoveries = try claims.map { key, closedForm in
      Discovery(
        formula: try #require(FormulaKinds.standard.formula(key: key), "\(key)"), value: "1.0",
        closedForm: ClosedForm(reading: closedForm, rule: .current), grade: .conjecture,
        evidence: Self.evidence)
    }
    let known = try KnownFormulasFile.bundled()
    let text = try BibTeXExport().text(of: ExportSubject(discoveries, literature: { known }))
    #expect(text.contains("% pcf(2n+1, n^2)\n@article{Lambert1761,"), "\(text)")
    #expect(text.contains("% pcf(2n+3, n^2+2n)\n% pcf(n+3, -n)\n@article{Raayoni2021,"), "\(text)")
    #expect(text.contains("  pages = {67--73},\n") && text.components(separatedBy: "\n@").count == 2 + 1)
    #expect(!text.contains("pcf(7n+1"))
    #expect(throws: Refusal.self) { try BibTeXExport().text(of: ExportSubject(discoveries)) }
  }

  /// Every reference of the list of known formulas leads to an entry with author, title and year.
  @Test func everyReferenceHasAnEntry() throws {
    let own = Set(Publication.all.map(\.key))
    #expect(own.count == Publication.all.count)
    for known in try KnownFormulasFile.bundled().formulas {
      let found = Publication.publications(of: known)
      #expect(!found.isEmpty && found.allSatisfy { own.contains($0.key) }, "\(known.reference)")
    }
    for publication in Publication.all {
      for field in ["author", "title", "year"] {
        #expect(publication.entry.contains("  \(field) = {"), "\(publication.key)")
      }
      #expect(
        publication.entry.count { $0 == "{" } == publication.entry.count { $0 == "}" }, "\(publication.key)")
      #expect(publication.entry.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func everyFormatHasANameOfItsOwn() {
    let names = ExportFormats.standard.all.map(\.name)
    #expect(Set(names).count == names.count && names.first == "text")
    #expect(ExportFormats.standard.all.allSatisfy { !$0.summary.isEmpty })
  }

  /// A verdict a line: three hold, one is left out with its reason; a false closed form is noticed.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gp")))
  func theScriptSaysWhatHolds() throws {
    let good = try gp(ScriptExport.gp.text(of: Self.subject()))
    #expect(good.status == 0 && good.output.contains("3 checked, 0 failed, 1 left out"), "\(good.output)")
    #expect(good.output.contains("left out: its denominators follow a recurrence"))
    let bad = try gp(ScriptExport.gp.text(of: Self.subject([("signed -+ . 2;2,3", "e-2")])))
    #expect(bad.status == 1 && bad.output.contains("FAILS") && bad.output.contains("1 failed"))
  }

  /// A formula of every class of convergence: factorial, exponential, e^(−c√n), and n^(−s) with errors of one sign and
  /// of alternating sign. The last one has s = 1/3, which the scripts cannot take to 50 digits, and say so. Closed
  /// forms: Brouncker, Euler, Apéry, Gauss's fraction of erfc; Brouncker's and Euler's slow ones by Lorentzen and
  /// Waadeland, "Continued Fractions" (2008), appendix.
  private static let classes = [
    ("signed + . 4,2", "(e+1)/(e-1)"), ("pcf 1,0 1,0", "1/(e-1)"), ("pcf 2,1 1,0,0", "4/pi"),
    ("pcf 1 1,0", "sqrt(2/(pi*e))/erfc(1/sqrt(2))"),
    ("pcf 6 4,-4,1", "pi+3"),
    ("pcf 2,3,3,1 -1,0,0,0,0,0,0", "1/zeta(3)"), ("pcf 2,2,1 -1,0,0,0,0", "6/pi^2"),
    ("pcf 1 1,0,0", "1/log(2)"), ("pcf 2 36,-36,9", "1+12*(gamma(5/6)/gamma(1/3))^2"),
  ]

  @Test(arguments: ["gp", "mpmath"])
  func theVerdictIsAboutFiftyDigits(_ name: String) throws {
    guard let program = Self.programs[name], Self.isThere(program) else { return }
    let format = try ExportFormats.standard.format(named: name)
    // mpmath takes ten times as long as gp.
    let claims = name == "gp" ? Self.classes : Self.classes.sampled(every: 4)
    let right = try Self.run(program, format.text(of: Self.subject(claims)))
    #expect(
      right.status == 0 && right.output.contains("\(claims.count) checked, 0 failed, 1 undecided"),
      "\(right.output)")
    #expect(right.output.components(separatedBy: " holds: ").count == claims.count, "\(right.output)")
    // The same formulas with limits that differ from the right ones in the 31st digit.
    let wrong = claims.prefix(name == "gp" ? claims.count - 1 : 2).map { ($0.0, "(\($0.1))*(1+1/10^30)") }
    let refuted = try Self.run(program, format.text(of: Self.subject(wrong)))
    #expect(
      refuted.status == 1 && refuted.output.contains("\(wrong.count) checked, \(wrong.count) failed"),
      "\(refuted.output)")
  }

  private static let programs = ["gp": ["/usr/bin/gp", "-q", "-f"], "mpmath": ["/usr/bin/env", "python3"]]

  private static func isThere(_ program: [String]) -> Bool {
    program[0] == "/usr/bin/gp"
      ? FileManager.default.isExecutableFile(atPath: program[0])
      : (try? run(["/usr/bin/env", "python3"], "import mpmath\n"))?.status == 0
  }

  private func gp(_ script: String) throws -> (status: Int32, output: String) {
    try Self.run(["/usr/bin/gp", "-q", "-f"], script)
  }

  private static func run(_ program: [String], _ script: String) throws -> (status: Int32, output: String) {
    let path = NSTemporaryDirectory() + "wallis-\(UUID().uuidString).script"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program[0])
    process.arguments = program.dropFirst() + [path]
    (process.standardOutput, process.standardInput) = (pipe, FileHandle.nullDevice)
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func aFormatIsARowOfTheTable() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = wallis(
      "search", "dynamics", "--a", "2..2,1", "--b", "1,0,0", "--identify", "--catalog", folder.catalog)
    var context = VerbContext.test()
    context.exportFormats = context.exportFormats.adding(ToyExport())
    let text = Mutex("")
    let cell = CellRequest(source: "export --format backwards", catalog: folder.catalog)
    CellInterpreter(context: context).run(cell) { event in
      guard case .output(let document) = event else { return }
      text.withLock { $0 += PlainRenderer(width: 80).render(document) }
    }
    #expect(text.withLock { $0 }.contains(")2^n ,1+n2(fcp"), "\(text.withLock { $0 })")
    #expect(wallis("export", "--format", "backwards", "--catalog", folder.catalog).exit == .usage)
    let json = wallis("export", "--format", "json", "--catalog", folder.catalog).output
    #expect(json.hasPrefix("{\n  \"schema\": 2,"), "\(json)")
  }

  @Test func whatAFormatCannotTakeIsSaid() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = wallis(
      "search", "dynamics", "--a", "2..2,1", "--b", "1,0,0", "--identify", "--catalog", folder.catalog)
    let graph = wallis("export", "--format", "dot", "--catalog", folder.catalog)
    #expect(graph.exit == .usage && graph.error.contains("links of a family"))
    let mistyped = wallis("export", "--format", "latx", "--catalog", folder.catalog)
    #expect(mistyped.exit == .usage && mistyped.error.contains("did you mean 'latex'?"))
  }
}
