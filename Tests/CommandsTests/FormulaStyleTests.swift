import Testing

@testable import WallisCommands

@Suite struct FormulaStyleTests {
  @Test func closedFormsAreShownAsPreferred() {
    let words = ["identify", "zeta(2)-1+1/2"]
    let plain = wallis(words).output
    #expect(plain.contains("zeta(2)") || plain.contains("pi^2"))
    let zeta = wallis(words + ["--notation", "zeta, unicode"]).output
    #expect(zeta.contains("ζ(2)") && !zeta.contains("pi^2"))
    let pi = wallis(["--notation=pi,unicode"] + words).output
    #expect(pi.contains("π²") && !pi.contains("zeta(2)"))
    #expect(wallis(words + ["--json", "--notation", "pi"]).output == wallis(words + ["--json"]).output)
    #expect(wallis(words + ["--notation", "greek"]).exit == .usage)
  }

  @Test func styleOfTheShellHoldsUnlessALineSaysOtherwise() throws {
    let record = RecordedShell()
    var shell = record.shell(input: "identify catalan+1\nidentify catalan+1 --notation G,unicode\n")
    shell.style = try FormulaStyle("G")
    _ = Program(table: .standard, shell: shell, stopRequests: StopRequests()).run(["identify", "catalan+1"])
    #expect(record.output.contains("closed form  1+G") || record.output.contains("closed form  G+1"))
    // A session keeps what everybody can read, unless its own line asks for more.
    let session = wallis(
      "run", "-", input: "```wallis\nidentify catalan+1\n```\n", variables: ["WALLIS_NOTATION": "G"])
    #expect(session.output.contains("catalan+1") || session.output.contains("1+catalan"))
  }

  @Test func unknownWordsAreNamed() {
    #expect(throws: Refusal.self) { try FormulaStyle("unicod") }
    do {
      _ = try FormulaStyle("zeta, unicod")
    } catch {
      #expect(
        error.diagnostic.message.contains("'unicod'") && error.diagnostic.remedy?.contains("unicode") == true)
    }
  }
}
