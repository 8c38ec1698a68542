import TestSupport
import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct VerbTableTests {
  @Test(arguments: VerbTable.standard.verbs.flatMap { $0.declaration.examples.map(\.line) })
  func everyExampleParses(line: String) throws {
    let words = try WordSplitter.words(of: line)
    #expect(throws: Never.self) { try VerbTable.standard.parse(words) }
  }

  @Test func declarationsAreComplete() {
    let declarations = VerbTable.standard.declarations
    #expect(Set(declarations.map(\.name)).count == declarations.count)
    for declaration in declarations {
      #expect(!declaration.examples.isEmpty, "\(declaration.name) has no example")
      #expect(declaration.abstract.hasSuffix("."), "\(declaration.name): the abstract is a sentence")
      for example in declaration.examples { #expect(example.line.hasPrefix(declaration.name)) }
    }
  }

  @Test func everyVerbExplainsItself() {
    for declaration in VerbTable.standard.declarations.sampled(every: 3) {
      let help = wallis("help", declaration.name)
      #expect(help.exit == .done)
      #expect(help.output.contains("wallis \(declaration.name)"))
      #expect(wallis(declaration.name, "--help").output == help.output)
    }
  }

  @Test func mistakesAreUsageErrors() {
    let unknown = wallis("evalute", "pi")
    #expect(unknown.exit == .usage && unknown.output.isEmpty)
    #expect(unknown.error.contains("did you mean 'evaluate'?"))
    #expect(wallis("evaluate", "--digit", "3").exit == .usage)
    #expect(wallis("evaluate", "--digits", "-5x", "pi").error.contains("'-5x'"))
    #expect(wallis("help", "evalute").error.contains("'evaluate'"))
    let cell = #expect(throws: Refusal.self) { try VerbContext.test().workspace.closed("identfy 1.2345") }
    #expect(cell?.diagnostic.remedy == "did you mean 'identify'?")
  }

  @Test func valuesMayBeginWithAMinus() throws {
    let verb = try VerbTable.standard.parse(["evaluate", "-pi"])
    #expect((verb as? EvaluateVerb)?.expression.map(\.string) == ["-pi"])
  }

  @Test func globalOptionsMayStandBeforeTheVerb() throws {
    let verb = try VerbTable.standard.parse(["--catalog", "c.sqlite", "--json", "evaluate", "pi"])
    #expect(verb.global.catalog == "c.sqlite" && verb.global.json)
  }

  @Test func errorsAreJSONWhereJSONIsAskedFor() {
    let reply = wallis("evaluate", "--json", "1+")
    #expect(reply.exit == .usage)
    #expect(reply.output.hasPrefix(#"{"schema":2,"error":{"message":"#))
  }
}
