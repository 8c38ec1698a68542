import Foundation
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisProofs

@testable import WallisCommands

/// A format that the program does not have.
private struct ToyFormat: ProofFormat {
  let name = "toy"
  let summary = "left-hand sides"
  let commentMark = "; "

  func text(of proofs: [FormulaProof]) -> String { proofs.map { "\($0.formula)\n" }.joined() }
}

/// Proofs for papers and other programs: what is written is what holds.
@Suite struct ProofFormatTests {
  /// By a theorem on fractions, a sum, a sum with a square root, exact arithmetic, an inflation, and a link.
  private static func proofs() throws -> [Proof] {
    func fraction(_ text: String) throws -> ContinuedFraction {
      try #require(try WallisFormulas.Expression(parsing: text).continuedFraction())
    }
    let known = Prover.Known(
      fraction: try fraction("pcf(2n+1, n^2)"), closedForm: try WallisFormulas.Expression(parsing: "4/pi"))
    return try [
      ("pcf(2n+1, n^2)", "4/pi"), ("pcf(2, 4n^2+4n+1)", "pi/(4-pi)"), ("pcf(n+3, -n)", "e"),
      ("pcf(1, 1)", "phi"),
      ("pcf(-4n-2, 4n^2)", "-8/pi"), ("pcf(2n+5, n^2+4n)", "8/(3pi-8)"),
      ("pcf(34n^3+51n^2+27n+5, -n^6)", "6/zeta(3)"),
    ].map { text, form in
      let claim = try WallisFormulas.Expression(parsing: form)
      return try #require(Prover(known: [known]).prove(fraction(text), claim: claim).proof, "\(text)")
    }
  }

  /// Statements of identities are read back by the grammar of expressions and expanded.
  @Test func statementsForLeanHold() throws {
    var count = 0
    for proof in try Self.proofs() {
      let text = ProofStatements().text(of: [FormulaProof(proof)])
      for block in text.components(separatedBy: "\ntheorem ").dropFirst() where block.contains(": ℚ)") {
        let variable = String(block.split(separator: "(")[1].prefix(1))
        let statement = try #require(
          block.components(separatedBy: " : ℚ) :").last?.components(separatedBy: " := by").first)
        let sides = statement.components(separatedBy: "\n      = ")
        #expect(sides.count == 2, "\(block)")
        #expect(block.contains(":= by\n  ring"), "\(block)")
        // Statements on fields are polynomials in y of a degree below 16.
        for y in block.contains("(x y : ℚ)") ? 1...16 : 1...1 {
          let functions = try sides.map { side in
            try #require(
              RationalFunction(parsing: inOneLine(side).replacing("y", with: "(\(y))"), in: variable),
              "\(side)")
          }
          #expect(functions[0] == functions[1], "\(block)")
        }
        count += 1
      }
    }
    #expect(count >= 12)
  }

  /// Brackets close, every hypothesis is used, every name is declared, nothing is admitted.
  @Test func statementsForLeanAreWellFormed() throws {
    let text = ProofStatements().text(of: try Self.proofs().map(FormulaProof.init))
    #expect(text.hasPrefix("import Mathlib\n") && !text.contains("sorry") && !text.contains("axiom"))
    for pair in ["()", "[]"] {
      let code = text.split(separator: "\n").filter { !$0.contains("--") && !$0.contains("/-") }.joined()
      #expect(code.count { $0 == pair.first } == code.count { $0 == pair.last }, "\(pair)")
    }
    let names = text.matches(of: #/theorem ([a-z_0-9]+) /#).map { String($0.1) }
    #expect(names.filter { $0.hasPrefix("limit_") }.count >= 8)
    for part in text.components(separatedBy: "\ntheorem limit_").dropFirst() {
      let block = part.components(separatedBy: "\n\n")[0]
      let hypotheses = block.matches(of: #/\n    \(([A-Za-z_0-9]+) : /#).map { String($0.1) }
      let script = try #require(
        block.components(separatedBy: ":= by").dropFirst().first)
      #expect(!hypotheses.isEmpty && hypotheses.allSatisfy { script.contains($0) }, "\(block)")
      let variables = Set(
        try #require(block.firstMatch(of: /\(([A-Z][A-Za-z0-9 ]*) : ℝ\)/)).1.split(separator: " ").map(
          String.init))
      let used = Set(block.matches(of: /\b(L|M|S[0-9]*|x[0-9]+)\b/).map { String($0.1) })
      #expect(variables.isSuperset(of: used), "\(variables) \(used)")
    }
  }

  @Test func papersHaveATheoremForEach() throws {
    let proofs = try Self.proofs()
    let text = ProofPaper().text(of: proofs.map(FormulaProof.init))
    #expect(text.components(separatedBy: "\\begin{theorem}").count == proofs.count + 1)
    for word in ["equation*", "theorem", "proof", "document", "pmatrix"] {
      #expect(
        text.components(separatedBy: "\\begin{\(word)}").count
          == text.components(separatedBy: "\\end{\(word)}").count, "\(word)")
    }
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    #expect(text.unicodeScalars.allSatisfy { $0.value < 0x180 } && text.contains("Leibniz's series"))
  }

  /// The proof of a series says that it is one, in every format, and GP goes through with it.
  @Test func seriesAreWrittenAsSeries() throws {
    let series = "sum(k=0..inf, 1/((k+1)*2^k)) = 2log(2)"
    func written(_ format: String) -> String {
      let run = wallis("prove", series, "--format", format)
      #expect(run.exit == .done, "\(format): \(run.error)")
      return run.output
    }
    let text = written("text")
    #expect(
      text.hasPrefix("limit of sum(k=0..inf, 1/((k+1)*2^k)) = 2log(2)\nproof of pcf(3n+5, -2n^2-4n-2) = "))
    #expect(try ProofDocument.check(text) == 1)
    #expect(throws: ProofFault.self) {
      try ProofDocument.check(text.replacing("= 2log(2)", with: "= 3log(2)"))
    }
    let script = written("gp")
    #expect(try Pari.refuted(["1"], definitions: script).isEmpty)
    #expect(throws: Pari.Silence.self) {
      _ = try Pari.refuted(["1"], definitions: script.replacing("near(((", with: "near(1+(("))
    }
    let paper = written("latex")
    #expect(paper.contains("\\sum_{k=0}^{\\infty}") && paper.contains("So the sum is $"))
    #expect(
      written("lean").contains("its partial values are images of the convergents of pcf(3n+5, -2n^2-4n-2)"))
  }

  /// A format is a conformance and a row: both verbs know it then.
  @Test func formatsAreRowsOfATable() throws {
    let table = ProofFormats(all: ProofFormats.standard.all + [ToyFormat()])
    #expect(try table.format(named: "toy")?.name == "toy" && table.format(named: "steps") == nil)
    #expect(throws: Refusal.self) { try table.format(named: "coq") }
    let names = ExportFormats.standard.all.map(\.name)
    #expect(names.contains("proofs-latex") && names.contains("proofs-lean") && names.contains("proofs-gp"))
    let said = wallis("prove", "pcf(1, 1)", "--format", "coq")
    #expect(said.exit == .usage && said.error.contains("steps, text, gp, latex, lean"))
  }

  /// What is proved is written, what is not is named in a comment.
  @Test func exportsOfProofs() throws {
    let folder = try CatalogVerbTests.Folder()
    let list = folder.path + "/list.txt"
    try "pcf(2n+1, n^2)\npcf(7n^2+7n+2, 8n^4)\n".write(toFile: list, atomically: true, encoding: .utf8)
    func say(_ words: String...) -> (exit: Exit, output: String, error: String) {
      let record = RecordedShell()
      let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
      return (program.run(words + ["--catalog", folder.catalog]), record.output, record.error)
    }
    #expect(say("catalog", "import", list).exit == .done)
    #expect(say("identify", "pcf(7n^2+7n+2, 8n^4)").exit == .done)
    #expect(
      say("export", "identified", "--format", "proofs-text").output
        == "# not proved: pcf(7n^2+7n+2, 8n^4) = 4/zeta(2)\n")
    #expect(say("prove", "pcf(2n+1, n^2)").exit == .done)
    let text = say("export", "identified", "--format", "proofs-text").output
    #expect(
      text.hasPrefix("# not proved: pcf(7n^2+7n+2, 8n^4) = 4/zeta(2)\nproof of pcf(2n+1, n^2) = 4/pi\n"))
    let file = folder.path + "/proofs.txt"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(say("verify", file).exit == .done)
    #expect(say("export", "proved", "--format", "proofs-latex").output.contains("\\end{proof}"))
  }
}
