import Synchronization
import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct DefinitionTests {
  /// Runs a cell and returns its plain output.
  private func run(_ source: String, _ bindings: [Binding] = []) -> (output: String, finish: CellFinish) {
    let output = Mutex("")
    let request = CellRequest(source: source, bindings: bindings)
    let finish = CellInterpreter(context: .test()).run(request) { event in
      guard case .output(let document) = event else { return }
      output.withLock { $0 += PlainRenderer(width: 80).render(document) }
    }
    return (output.withLock { $0 }, finish)
  }

  @Test func lines() throws {
    let line = { (text: String) in try CellLine(text, table: .standard) }
    #expect(
      try line("f(x, y) = x + y # sum")
        == .definition(name: "f", parameters: ["x", "y"], expression: "x + y"))
    #expect(try line("zeta(2) = 1") == .expression("zeta(2) = 1"))
    #expect(try line("f() = 1") == .expression("f() = 1"))
  }

  /// Expected values: 2² + 1 = 5, then 5² + 1 = 26; (1 + 2)·3 keeps its brackets.
  @Test(arguments: [
    ("f(x) = x^2 + 1\nf(f(2))", "26"), ("s(a, b) = a*b\ns(1 + 2, 3)", "9"),
    ("c = 10\nf(x) = c + x\nc = 20\nf(1)", "11"), ("f(x) = 2x\n3f(4)^2", "192"),
    ("f(x) = x\ng(x) = f(x) + f(1)\ng(2)", "3"), ("f(x) = -x\n2 - f(1)", "3"),
  ])
  func valuesOfDefinedFunctions(_ source: String, _ value: String) {
    let result = run(source)
    #expect(result.finish.exit == 0, "\(result.output)")
    #expect(
      result.output.split(whereSeparator: \.isWhitespace).contains(Substring(value)), "\(result.output)")
  }

  @Test func definitionsTravelToOtherCells() {
    let made = run("f(x) = x + 1").finish.bindings
    #expect(made == [Binding(name: "f", parameters: ["x"], source: "x + 1")])
    #expect(run("f(41)", made).output.contains("42"))
    #expect(run("?f", made).output.contains("f(x)"))
  }

  @Test(arguments: [
    ("f(x) = x\nf(1, 2)", "f takes 1 argument"), ("f(x) = x\nf + 1", "f takes 1 argument"),
    ("f(x) = y", "unknown name 'y'"), ("f(x, x) = x", "two parameters of f have the same name"),
    ("f(pi) = 1", "'pi' is a constant already"), ("zeta(x) = x", "'zeta' is a function already"),
    ("f(x) = f(x)", "unknown name 'f'"), ("%%", "there is no result"),
  ])
  func mistakes(_ source: String, _ message: String) {
    let result = run(source)
    #expect(result.finish.exit == 2, "\(result.output)")
    #expect(result.output.contains(message), "\(result.output)")
  }

  @Test func percentSignsCountBack() {
    let result = run("10\n20\n30\n%% + %%% + %1")
    // 20 + 10 + 10.
    #expect(result.output.contains("40"), "\(result.output)")
  }

  @Test func wordsAreQuotedSoThatTheyAreReadBack() throws {
    for text in ["it's", "a 'b' c", "", "-- \"x\" \\", "n^2"] {
      #expect(try WordSplitter.words(of: "note " + text.quoted) == ["note", text])
    }
  }
}
