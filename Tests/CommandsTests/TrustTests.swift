import Foundation
import Testing

@testable import WallisCommands

/// Sessions and lines of strangers: nothing is written outside their folder, and what was refused is said.
@Suite struct TrustTests {
  private let folder = NSTemporaryDirectory() + "wallis-trust-" + UUID().uuidString
  private var inside: String { folder + "/session" }
  private var outside: String { folder + "/home" }
  private var variables: [String: String] {
    ["HOME": outside, "XDG_CONFIG_HOME": outside + "/config", "XDG_DATA_HOME": outside + "/data"]
  }

  init() throws {
    for path in [inside, outside] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    // Ways out of the folder that names do not show.
    try FileManager.default.createSymbolicLink(atPath: inside + "/up", withDestinationPath: outside)
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/dangling", withDestinationPath: outside + "/bashrc")
    try "mine".write(toFile: outside + "/profile", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: inside + "/profile", withDestinationPath: outside + "/profile")
  }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: outside).sorted()
  }

  private func run(_ line: String, _ options: [String] = [], verb: String = "run") throws -> (
    exit: Exit, output: String, error: String
  ) {
    let path = inside + "/s.md"
    try "```wallis\n\(line)\n```\n".write(toFile: path, atomically: true, encoding: .utf8)
    let record = RecordedShell()
    let shell = record.shell(input: line, variables: variables)
    let words = verb == "run" ? ["run", path] : verb == "-" ? ["run", "-"] : [verb]
    let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(words + options)
    return (exit, record.output, record.error)
  }

  /// The lines of a stranger; HERE is the folder of the session, OUT another.
  private static let hostile = [
    "catalog export --output OUT/bashrc", "export --output OUT/bashrc", "export --output HERE/up/x",
    "export --output HERE/../home/x", "export --output HERE/dangling", "export --output HERE/profile",
    "export --output HERE/up/../../home/x", "export session HERE/s.md --output OUT/x.html",
    "plot delta digits --output OUT/x.svg", "constants --define 'mine = sqrt(2)+pi'", "constants --forget pi",
    "search dynamics --a 1..2 --b 1 --catalog OUT/c.sqlite",
    "catalog note 'pcf(1,1)' x --catalog OUT/c.sqlite",
    "catalog backup OUT/copy.sqlite", "catalog salvage OUT/copy.sqlite",
    "catalog stats --catalog=OUT/c.sqlite",
  ]

  @Test(arguments: hostile) func nothingIsWrittenOutside(line: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let line = line.replacing("HERE", with: inside).replacing("OUT", with: outside)
    for (verb, options) in [("run", []), ("run", ["--check"]), ("-", []), ("repl", [])] {
      let reply = try run(line, options, verb: verb)
      let said = (reply.output + reply.error).split(whereSeparator: \.isWhitespace).filter { $0 != "+" }
        .joined(separator: " ")
      #expect(said.contains("outside the folder of the session"), "\(verb) \(options): \(said)")
      #expect(reply.exit != .done)
      #expect(try files() == ["profile"])
      #expect(try String(contentsOfFile: outside + "/profile", encoding: .utf8) == "mine")
    }
  }

  @Test func insideAndTrustedIsAllowed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let search = "search dynamics --a 1..2 --b 1 --depth 20 --against 40"
    let line =
      "\(search) --catalog \(inside)/own.sqlite\ncatalog export --output \(inside)/own.txt --catalog \(inside)/own.sqlite"
    #expect(try run(line).exit == .done)
    #expect(FileManager.default.fileExists(atPath: inside + "/own.txt"))
    #expect(try run("\(search) --catalog \(outside)/c.sqlite", ["--trust"]).exit == .done)
    #expect(try files().contains("c.sqlite"))
    #expect(try run("constants --define 'mine = sqrt(2)+pi'", ["--trust"], verb: "repl").exit == .done)
    #expect(try files().contains("config/wallis/constants.txt"))
  }

  @Test func aRefusedLineIsTheExitOfTheRun() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try run("1 +").exit == .usage)
    #expect(try run("catalog show 'pcf(77,1)' --catalog \(inside)/none.sqlite").exit == .badData)
    let search = "search dynamics --a 1..2 --b 1 --depth 20 --against 40"
    let shown = try run("\(search)\ncatalog show 'pcf(77,1)'")
    #expect(shown.output.contains("error: ") && shown.exit == .nothing)
    #expect(try run("identify 0.1234567").exit == .done, "a cell that finds nothing has not failed")
  }
}
