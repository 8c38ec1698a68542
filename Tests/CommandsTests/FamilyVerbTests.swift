import Foundation
import TestSupport
import Testing

@testable import WallisCommands

/// From an empty catalog to families, generalisations and their export, by verbs alone.
@Suite struct FamilyVerbTests {
  private let folder: CatalogVerbTests.Folder

  init() throws {
    folder = try CatalogVerbTests.Folder(hasCatalog: false)
    for suffix in ["", "-wal"] {
      let made = try Self.clustered.get().catalog + suffix
      guard FileManager.default.fileExists(atPath: made) else { continue }
      try FileManager.default.copyItem(atPath: made, toPath: folder.catalog + suffix)
    }
  }

  /// A catalog after a search and a clustering, made once.
  private static let clustered = Result {
    let folder = try CatalogVerbTests.Folder()
    for words in [["search", "dynamics", "--a", "1..5", "--b", "1,0..5,0"], ["cluster", "--without-known"]] {
      let program = Program(table: .standard, shell: RecordedShell().shell(), stopRequests: StopRequests())
      try #require(program.run(words + ["--catalog", folder.catalog, "--quiet"]) == .done)
    }
    return folder
  }

  @discardableResult
  private func run(_ words: String...) throws -> (exit: Exit, object: [String: Any]) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(record.output.utf8)) as? [String: Any]
    return (exit, try #require(object, "\(words): \(record.output)"))
  }

  private func families() throws -> [[String: Any]] {
    try #require(try run("families").object["families"] as? [[String: Any]])
  }

  @Test func checkerboardFromNothing() throws {
    let first = try run("cluster", "--without-known", "--workers", "1")
    #expect(first.exit == .done)
    let labels = try families().filter { $0["named"] as? Bool == true }.compactMap { $0["label"] as? String }
    #expect(Set(labels) == ["pi", "log(2)"])
    // Again, with two workers: the same families under the same numbers, and names stay.
    let pi = try #require(try families().first { $0["label"] as? String == "pi" }?["id"] as? Int)
    try run("family", "rename", "\(pi)", "checkerboard")
    let before = try families() as NSArray
    try run("cluster", "--without-known", "--workers", "2")
    #expect(try families() as NSArray == before)
    let shown = try run("family", "show", "checkerboard").object
    let members = try #require(shown["members"] as? [[String: Any]])
    #expect(members.contains { $0["b"] as? String == "n^2+n" && $0["relation"] as? String == "2/(pi-2)" })
    let general = try run("generalise", "checkerboard").object["generalisations"] as? [[String: Any]]
    #expect(
      try #require(general).contains { $0["refused"] as? Bool == false && $0["verified"] as? Int == 24 })
  }

  /// `catalog query` finds the members of a family, and `catalog show` names it with the link.
  @Test func aFormulaNamesItsFamily() throws {
    let pi = try #require(try families().first { $0["label"] as? String == "pi" })
    let (id, size) = (try #require(pi["id"] as? Int), try #require(pi["size"] as? Int))
    let answer = try run("catalog", "query", "family = \(id)", "--limit", "200").object
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(answer["total"] as? Int == size && rows.allSatisfy { $0["family"] as? Int == id })
    let formula = try #require(rows.first { $0["b"] as? String == "n^2+n" }?["formula"] as? String)
    let shown = try run("catalog", "show", formula).object
    let link = try #require(shown["link"] as? [String: Any])
    #expect(shown["family"] as? Int == id && link["relation"] as? String == "2/(pi-2)")
    #expect((link["link"] as? String)?.isEmpty == false)
  }

  /// A wider scan adds members to the families that are there; numbers and names stay.
  @Test func laterScansAddMembers() throws {
    let before = try #require(try families().first { $0["label"] as? String == "pi" })
    let id = try #require(before["id"] as? Int)
    try run("family", "rename", "\(id)", "squares")
    try run("search", "dynamics", "--a", "6..9", "--b", "1,0..7,0")
    try run("cluster", "--without-known")
    let after = try #require(try families().first { $0["id"] as? Int == id })
    #expect(after["name"] as? String == "squares" && after["label"] as? String == "pi")
    #expect(after["size"] as? Int ?? 0 > before["size"] as? Int ?? .max)
  }

  /// What is said about a family is not what a part of it would say.
  @Test func aPartLeavesTheFiguresOfTheWhole() throws {
    let before = try families() as NSArray
    let part = try run(
      "cluster", "key ~ \"pcf 1 \" or key ~ \"pcf 2 \" or key ~ \"pcf 3 \"", "--without-known")
    #expect(try #require(part.object["families"] as? [Any]).count > 0)
    #expect(try families() as NSArray == before)
  }

  /// The lines that take a change back do so, whatever the name.
  @Test func aNameCanBeTakenBack() throws {
    let id = try #require(try families().first?["id"] as? Int)
    let interpreter = CellInterpreter(context: .test())
    let cell = { (source: String) in
      interpreter.run(CellRequest(source: source, catalog: folder.catalog)) { _ in }.edits ?? []
    }
    for name in ["it's", "-x", "two words", "--remove"] {
      let edits = cell("family rename \(id) -- \"\(name)\"")
      #expect(edits.count == 1)
      #expect(cell(edits[0].takeBack.joined(separator: "\n")).first?.takeBack == edits[0].make)
      #expect(try families().first { $0["id"] as? Int == id }?["name"] as? String ?? "" == "")
    }
    #expect(cell("family rename \(id) ''").isEmpty, "nothing has changed")
  }

  /// A name is a comment of the scripts that a family is exported as.
  @Test func aNameStaysOnItsLine() throws {
    let id = try #require(try families().first { $0["label"] as? String == "pi" }?["id"] as? Int)
    try run("family", "rename", "\(id)", "--", "evil\nsystem(1)\u{85}quit\u{1B}[31m")
    for format in ["text", "gp", "mpmath", "latex", "markdown", "dot"] {
      let text = wallis("export", "--family", "\(id)", "--format", format, "--catalog", folder.catalog).output
      #expect(!text.isEmpty && !text.contains { "\u{85}\u{1B}".contains($0) }, "\(format)")
      #expect(!text.contains("\nsystem"), "\(format)")
    }
  }

  @Test func exportsAreVerifiedAgain() throws {
    let pi = try #require(try families().first { $0["label"] as? String == "pi" }?["id"] as? Int)
    let path = folder.path + "/pi.txt"
    try run("export", "--family", "\(pi)", "--output", path)
    let verdict = try run("verify", path)
    #expect(verdict.exit == .done && verdict.object["refuted"] as? Int == 0)
    #expect(verdict.object["verified"] as? Int ?? 0 >= 15)
    var text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("# for i, j ≥ 0"))
    text = text.replacingOccurrences(of: "= 2/(pi-2)", with: "= 2/(pi-3)")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let refuted = try run("verify", path)
    #expect(refuted.exit == .nothing && refuted.object["refuted"] as? Int == 1)
    for format in ["markdown", "latex", "json", "csv", "dot"] {
      let output = wallis(
        "export", "--family", "\(pi)", "--format", format, "--catalog", folder.catalog
      ).output
      #expect(output.contains("n^2+n") || output.contains("\\cfrac"), "\(format)")
    }
  }

  private static let languages = [
    ("gp", "/usr/bin/gp", ["-q", "-f"]), ("mpmath", "/usr/bin/env", ["python3"]),
  ]

  /// The scripts check themselves, and notice a false closed form; mpmath takes half a minute.
  @Test(
    arguments: LongSuite.isOn ? languages : [languages[0]])
  func scriptsRunElsewhere(_ format: String, _ program: String, _ arguments: [String]) throws {
    guard format == "gp" ? FileManager.default.isExecutableFile(atPath: program) : hasMpmath() else { return }
    let pi = try #require(try families().first { $0["label"] as? String == "pi" }?["id"] as? Int)
    let path = folder.path + "/check.\(format)"
    try run("export", "--family", "\(pi)", "--format", format, "--output", path)
    let good = try execute(program, arguments + [path])
    #expect(good.status == 0 && good.output.contains("0 failed"), "\(good.output.suffix(300))")
    var text = try String(contentsOfFile: path, encoding: .utf8)
    text = text.replacingOccurrences(
      of: format == "gp" ? "2/(Pi-2), " : "mpf(2)/(mp.pi-mpf(2)), ",
      with: format == "gp" ? "2/(Pi-3), " : "mpf(2)/(mp.pi-mpf(3)), ")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let bad = try execute(program, arguments + [path])
    #expect(bad.status != 0 && bad.output.contains("FAILS"))
  }

  private func hasMpmath() -> Bool {
    (try? execute("/usr/bin/env", ["python3", "-c", "import mpmath"]))?.status == 0
  }

  private func execute(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func plotsAreDrawn() throws {
    let plot = try run("plot", "error.beta", "denominator.gamma", "--format", "ascii").object
    #expect(plot["points"] as? Int ?? 0 > 20)
    let text = try #require(plot["text"] as? String)
    #expect(text.contains("o") && text.utf8.allSatisfy { $0 < 0x80 })
    let csv = wallis("plot", "delta", "error.beta", "--format", "csv", "--catalog", folder.catalog).output
    #expect(csv.hasPrefix("delta,error.beta,family\n") && csv.contains(",pi\n"))
    let svg = wallis("plot", "delta", "error.beta", "--format", "svg", "--catalog", folder.catalog).output
    #expect(svg.hasPrefix("<svg") && svg.contains(">pi</text>") && svg.hasSuffix("</svg>\n"))
  }

  @Test func unlabelledClustersAreOnlyCounted() throws {
    let before = try families() as NSArray
    let split = try run("cluster", "--unlabelled").object
    #expect((split["families"] as? [Any])?.isEmpty == true && split["clusters"] as? Int ?? 0 > 0)
    #expect((split["funnel"] as? [String: Int])?["in clusters"] == 30)
    #expect(try families() as NSArray == before)
  }

  @Test func mistakesAreNamed() throws {
    for (words, part) in [
      (["cluster", "--planes", "delta"], "no plane"),
      (["cluster", "--planes", "delta,speed"], "'speed' is no metric"),
      (["cluster", "--digits", "3"], "--digits 3"), (["family", "show", "nobody"], "no family 'nobody'"),
      (["generalise"], "nothing to generalise"),
      (["generalise", "pi", "--query", "identified"], "--query needs --roots"),
      (["relate", "pcf(1, 1)"], "1 formulas"), (["plot", "delta", "speed"], "'speed' is no metric"),
      (["export", "--format", "latx"], "did you mean 'latex'?"),
      (["verify", folder.path + "/missing.txt"], "nor a file"),
    ] {
      let record = RecordedShell()
      let exit = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
        .run(words + ["--catalog", folder.catalog])
      #expect(exit != .done && record.error.contains(part), "\(words): \(record.error)")
    }
  }

  @Test func relateSaysHow() throws {
    let shift = try run("relate", "pcf(2n+1, n^2)", "pcf(2n+3, (n+1)^2)")
    #expect(shift.exit == .done && shift.object["kind"] as? String == "shift")
    let certificate = try #require(shift.object["certificate"] as? [String: Any])
    #expect(certificate["shift"] as? Int == 1 && certificate["matrix"] as? [Int] == [0, 1, 1, -1])
    let none = try run("relate", "pcf(2n+1, 1)", "pcf(2n+1, -1)")
    #expect(none.exit == .nothing && none.object["kind"] as? String == "none")
  }
}
