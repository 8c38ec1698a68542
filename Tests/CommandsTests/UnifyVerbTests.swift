import Foundation
import Testing

@testable import WallisCommands

/// `unify` on a catalog with planted formulas and look-alikes.
@Suite struct UnifyVerbTests {
  private let folder: CatalogVerbTests.Folder

  init() throws {
    folder = try CatalogVerbTests.Folder()
    let list = folder.path + "/list.txt"
    // Brouncker's fraction in five clothes and mirrors, that of log 2 in two, e, and others with their rates.
    let lines = [
      "pcf(2n+1, n^2)", "pcf(4n+2, 4n^2)", "pcf(2n+3, n^2+2n+1)", "pcf(2n+5, n^2+4n)", "pcf(-2n-3, n^2+2n)",
      "pcf(6n+3, -n^2)", "pcf(12n+6, -4n^2)", "pcf(n+3, -n)", "pcf(2n+1, n^2+1)", "pcf(6n+3, -n^2-1)",
    ]
    try lines.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
    #expect(say("catalog", "import", list).exit == .done)
  }

  private func say(_ words: String...) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog])
    return (exit, record.output, record.error)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  @Test func componentsAreFoundStoredAndProved() throws {
    #expect(say("prove", "pcf(2n+1, n^2)").exit == .done)
    let run = try json(say("unify", "--json").output)
    #expect(run["formulas"] as? Int == 10 && run["linked"] as? Int == 7)
    let components = try #require(run["components"] as? [[String: Any]])
    #expect(components.compactMap { ($0["formulas"] as? [String])?.count } == [5, 2])
    #expect(components.compactMap { $0["proved"] as? Int } == [5, 0])
    #expect(components.first?["hub"] as? String == "pcf(2n+1, n^2)")
    #expect(components.first?["field"] as? String == "pi" && run["inField"] as? Int == 8, "\(run)")
    #expect(run["proved"] as? Int == 4 && run["found"] as? Int == 5 && run["finished"] as? Bool == true)
    // What was compared is not compared again; the numbers of components are in the catalog.
    let again = try json(say("unify", "--json").output)
    #expect(again["tried"] as? Int == 0 && again["found"] as? Int == 0 && again["linked"] as? Int == 7)
    let number = try #require(components.first?["number"] as? Int)
    let rows = try json(say("catalog", "query", "component = \(number)", "--json").output)
    #expect((rows["rows"] as? [Any])?.count == 5)
    #expect(try json(say("catalog", "query", "proved", "--json").output)["shown"] as? Int == 5)
    // A proof that was carried is one that verify accepts.
    let text = say("prove", "pcf(2n+5, n^2+4n)", "--format", "text").output
    let file = folder.path + "/proof.txt"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(text.contains("linked") && say("verify", file).exit == .done)
    #expect(inOneLine(say("unify").output).contains("7 in 2 components, 0 links new"))
  }

  @Test func linksAreExportedAndCheckedOnImport() throws {
    #expect(say("unify").exit == .done)
    let text = folder.path + "/export.txt"
    #expect(say("catalog", "export", "--output", text).exit == .done)
    let exported = try String(contentsOfFile: text, encoding: .utf8)
    #expect(exported.contains("# link: key key certificate\nlink\t"))
    let other = folder.path + "/other.sqlite"
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["catalog", "import", text, "--catalog", other]) == .done)
    #expect(program.run(["catalog", "check", "--catalog", other]) == .done)
    #expect(inOneLine(record.output).contains("links 5"))
  }

  /// Stopped after the first comparison, what was found is kept and the rest is found by the next run.
  @Test func aStoppedRunLosesNothing() throws {
    let record = RecordedShell()
    let stopping = StopRequests()
    stopping.request()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: stopping)
    #expect(program.run(["unify", "--catalog", folder.catalog]) == .interrupted)
    #expect(inOneLine(record.output).contains("interrupted; what is found is kept"))
    let rest = try json(say("unify", "--json").output)
    #expect(rest["found"] as? Int ?? 9 < 5 && rest["linked"] as? Int == 7, "\(rest)")
  }

  @Test func nothingLinkedSaysSo() {
    #expect(say("unify", "key = \"pcf 1,3 -1,0\"").exit == .nothing)
    #expect(say("unify", "nonsense = 3").exit != .done)
  }
}
