import Testing
import WallisDocuments

@testable import WallisCommands

@Suite struct WorkspaceTests {
  private let workspace = Workspace(
    bindings: [
      Binding(name: "K", source: "pcf(2n+1, n^2)"), Binding(name: "x", source: "1"),
      Binding(name: "x", source: "pi+1"),
    ],
    results: [NumberedResult(number: 3, source: "zeta(3)"), NumberedResult(number: 5, source: "e")])

  @Test func namesAndResultsAreReplaced() throws {
    #expect(try workspace.closed("4/K").text == "4/(pcf(2n+1, n^2))")
    #expect(try workspace.closed("K").text == "pcf(2n+1, n^2)")
    #expect(try workspace.closed("2x^2").text == "2(pi+1)^2")
    #expect(try workspace.closed("%+%3").text == "(e)+(zeta(3))")
    #expect(try workspace.closed("sqrt(x)+π").text.contains("(pi+1)"))
  }

  @Test func mistakesPointIntoTheLine() {
    func diagnostic(_ text: String) -> Diagnostic? {
      do {
        _ = try workspace.closed(text)
        return nil
      } catch { return error.diagnostic }
    }
    #expect(diagnostic("2+zta(3)")?.range == 2..<5)
    #expect(diagnostic("2+zta(3)")?.remedy?.contains("'zeta'") == true)
    #expect(diagnostic("1+%9")?.range == 2..<4)
    #expect(diagnostic("G")?.remedy == "catalan or gauss?")
    #expect(diagnostic("2+*3")?.range == 2..<3)
  }

  @Test func aDoublingNameIsRefusedBeforeItFillsMemory() {
    var workspace = Workspace(bindings: [Binding(name: "a", source: "pi+1")], results: [])
    var refusal: Refusal?
    for _ in 0..<40 where refusal == nil {
      do {
        workspace.bind([Binding(name: "a", source: try workspace.closed("a+a").text)])
      } catch {
        refusal = error
      }
    }
    #expect(refusal?.exit == .limit)
  }
}
