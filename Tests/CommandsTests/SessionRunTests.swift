import Foundation
import Synchronization
import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct SessionRunTests {
  private let session = "# T\n\n```wallis\nK = 2 pi\n?zeta\n```\n\n```wallis\n?K2\n```\n"

  private func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "wallis-test-" + UUID().uuidString + ".md"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func namesAndResultsLastFromCellToCell() {
    let interpreter = CellInterpreter(context: .test())
    let events = Mutex<[CellEvent]>([])
    let request = CellRequest(source: "x = 3\ny = 2x\n?zeta", bindings: [], results: [], firstResult: 7)
    let finish = interpreter.run(request) { event in events.withLock { $0.append(event) } }
    #expect(finish.bindings == [Binding(name: "x", source: "3"), Binding(name: "y", source: "2(3)")])
    #expect(finish.exit == 0)
    #expect(events.withLock { $0.last } == .finished(finish))
  }

  @Test func namesThatMeanSomethingCannotBeAssigned() {
    let interpreter = CellInterpreter(context: .test())
    for line in ["pi = 3", "n = 2", "zeta = 1", "run = 4"] {
      #expect(interpreter.run(CellRequest(source: line)) { _ in }.exit == 2, "\(line)")
    }
  }

  @Test func anErrorEndsItsCellOnly() throws {
    let path = try file(session)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = wallis("run", path)
    #expect(run.exit == .usage)
    #expect(run.output.contains("```output\nzeta(s)  Riemann zeta function\n```\n"))
    #expect(run.output.contains("error: there is no help about 'K2'"))
  }

  @Test func checkComparesWithWhatIsStored() throws {
    let path = try file(session)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(wallis("run", path, "--check").exit == .nothing)
    #expect(wallis("run", path, "--write").exit == .usage)
    let again = wallis("run", path, "--check")
    #expect(again.exit == .done, "\(again.output)")
    #expect(again.output == "2 cells, all outputs as stored\n")
  }

  @Test func linesFromStandardInput() {
    let run = wallis("run", "-", input: "x = 2\n?zeta\n")
    #expect(run.output == "zeta(s)  Riemann zeta function\n")
    #expect(wallis("run", "-", input: "\u{FF}\0").exit == .badData)
    #expect(wallis("run", "/nonexistent.md").exit == .badData)
  }

  @Test func cellSpeaksTheProtocol() throws {
    let request = CellRequest(source: "?zeta\nx = 1")
    let input = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let reply = wallis("cell", input: input)
    let events = try reply.output.split(separator: "\n").map {
      try JSONDecoder().decode(CellEvent.self, from: Data($0.utf8))
    }
    #expect(events.count == 2)
    #expect(events.last == .finished(CellFinish(exit: 0, bindings: [Binding(name: "x", source: "1")])))
    #expect(wallis("cell", input: "rubbish").exit == .badData)
  }

  @Test func replReadsLineByLine() {
    let reply = wallis("repl", input: "x = 3\n?x\n?y\n?zeta")
    #expect(reply.output.contains("Riemann zeta"))
    #expect(reply.output.hasPrefix("x  3\n"))
    #expect(reply.output.contains("error: there is no help about 'y'"))
  }
}
