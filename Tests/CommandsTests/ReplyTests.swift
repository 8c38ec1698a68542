import ArgumentParser
import Synchronization
import Testing
import WallisDocuments

@testable import WallisCommands

/// Counts what of its replies is made.
private struct CountingVerb: Verb {
  static let made = Mutex((documents: 0, objects: 0))
  static let declaration = VerbDeclaration("frobnicate", "Counts.", examples: [])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) -> Reply { Reply(document, json: json) }

  private var document: Document {
    Self.made.withLock { $0.documents += 1 }
    return Document([.paragraph("counted")])
  }

  private var json: JSONValue {
    Self.made.withLock { $0.objects += 1 }
    return ["counted": true]
  }
}

@Suite(.serialized) struct ReplyTests {
  private let table = VerbTable.standard.adding([CountingVerb.self])

  private func run(_ words: String...) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let exit = Program(table: table, shell: record.shell(), stopRequests: StopRequests()).run(words)
    return (exit, record.output, record.error)
  }

  @Test func onlyWhatIsReadIsMade() {
    CountingVerb.made.withLock { $0 = (0, 0) }
    #expect(run("frobnicate").output == "counted\n")
    #expect(CountingVerb.made.withLock { $0 } == (1, 0))
    #expect(run("frobnicate", "--jsonl").output == "{\"schema\":2,\"counted\":true}\n")
    #expect(CountingVerb.made.withLock { $0 } == (1, 1))
    CellInterpreter(context: .test(table: table)).run(CellRequest(source: "frobnicate")) { _ in }
    #expect(CountingVerb.made.withLock { $0 } == (2, 1))
  }

  /// Verbs that the executable adds are known to those who look for the nearest one.
  @Test func verbsOfTheTableAreSuggested() {
    #expect(run("frobnicat").error.contains("frobnicate"))
    let texts = Mutex("")
    CellInterpreter(context: .test(table: table)).run(CellRequest(source: "frobnicat 1.25")) { event in
      if case .output(let document) = event {
        texts.withLock { $0 += PlainRenderer(width: 80).render(document) }
      }
    }
    #expect(texts.withLock { $0 }.contains("did you mean 'frobnicate'?"), "\(texts.withLock { $0 })")
    #expect(table.knownWords.contains { $0.word == "frobnicate" })
  }
}
