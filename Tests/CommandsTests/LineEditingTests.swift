import Synchronization
import Testing

@testable import WallisCommands

@Suite struct LineEditingTests {
  private func completed(_ text: String, names: [String] = []) -> LineCompletion {
    VerbTable.standard.completion(of: text, names: names, width: 80)
  }

  @Test func tabCompletesWhatMayStandThere() {
    #expect(completed("ident").insertion == "ify ")
    #expect(completed("search dyn").insertion == "amics ")
    #expect(completed("2 + zet").insertion == "a(")
    #expect(completed("measure K --dep").insertion == "th ")
    #expect(completed("4/Kap", names: ["Kappa"]).insertion == "pa")
    let catalog = completed("catalog ")
    #expect(catalog.listing.contains("catalog query") && catalog.insertion.isEmpty)
    #expect(catalog.listing.split(separator: "\n").allSatisfy { $0.count < 80 })
    #expect(completed("xyzzy") == LineCompletion(insertion: "", listing: ""))
    #expect(completed("").listing.isEmpty && completed("2 + ").listing.isEmpty)
  }

  @Test func tabCompletesConditions() {
    #expect(completed("catalog query 'digitsP").insertion == "erTerm")
    #expect(completed("catalog query class = expo").insertion == "nential")
    #expect(completed("export 'closedForm has lemn").insertion == "iscate")
    #expect(completed("catalog list --sort -digitsP").insertion == "erTerm")
    let listing = completed("catalog query 'proved and delta").listing
    #expect(listing.contains("deltaNaive") && listing.contains("deltaPredicted"))
    #expect(completed("export pc").insertion == "f(")
  }

  /// Gives the lines of a script and remembers what it is asked to.
  private final class Script: LineEditing, Sendable {
    private let lines: Mutex<[EditedLine]>
    let remembered = Mutex<[String]>([])

    init(_ lines: [EditedLine]) { self.lines = Mutex(lines.reversed()) }

    func read(_ prompt: String) -> EditedLine { lines.withLock { $0.popLast() ?? .end } }
    func remember(_ input: String) { remembered.withLock { $0.append(input) } }
  }

  @Test func theConversationUsesTheEditor() {
    let script = Script([
      .line("K = 2 +\\"), .line("3"), .line("K +\\"), .cancelled, .line("K + 1"), .line("vars"), .interrupted,
    ])
    let record = RecordedShell()
    var shell = record.shell(variables: ["TERM": "xterm", "LANG": "C.UTF-8"], terminal: true)
    shell.inputIsTerminal = true
    shell.openEditor = { _, _ in script }
    let exit = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(["repl"])
    #expect(exit == .done)
    #expect(
      record.output.contains("6") && record.output.contains("%1") && !record.output.contains("wallis> "))
    #expect(script.remembered.withLock { $0 } == ["K = 2 +\\\n3", "K + 1", "vars"])
  }

  @Test func withoutATerminalLinesAreReadAsBefore() {
    let answer = wallis("repl", input: "K = 5\nvars\nf(x) = x + K\nvars --json\n")
    #expect(answer.output.contains("K     5") && answer.output.contains("\"expression\": \"x + (5)\""))
    #expect(inOneLine(wallis("repl", input: "vars").output).contains("nothing is defined"))
  }
}
