import Foundation
import Testing
import WallisDocuments

@testable import WallisCommands

/// Runs a verb with --json and reads the object back with an independent parser.
func json(_ words: String...) throws -> (exit: Exit, object: [String: Any]) {
  let record = RecordedShell()
  let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
  let exit = program.run(words + ["--json"])
  let object = try JSONSerialization.jsonObject(with: Data(record.output.utf8)) as? [String: Any]
  return (exit, object ?? [:])
}

@Suite struct EngineVerbTests {
  // First 50 digits of 3 + π, from Abramowitz & Stegun, table 1.1 (π = 3.14159265358979323846…).
  private let threePlusPi = "6.1415926535897932384626433832795028841971693993751"

  @Test func evaluateForcesEveryDigit() throws {
    let (exit, reply) = try json("evaluate", "pcf(6, (2n-1)^2)", "--digits", "50")
    #expect(exit == .done)
    #expect(reply["value"] as? String == threePlusPi)
    #expect(reply["digits"] as? Int == 50)
    #expect(reply["class"] as? String == "powerlaw")
    #expect(reply["schema"] as? Int == 2)
    #expect((reply["verification"] as? String)?.isEmpty == false)
  }

  @Test(arguments: [
    ("pcf(3, 4)", "rational", "4"), ("pcf(n, 3-n)", "terminates", "4/3"), ("pcf(1, -1)", "diverges", nil),
    ("1/3+1/6", "rational", "1/2"),
  ])
  func outcomesAreAnswers(expression: String, status: String, rational: String?) throws {
    let (exit, reply) = try json("evaluate", expression)
    #expect(exit == .done)
    #expect(reply["status"] as? String == status)
    #expect(reply["rational"] as? String == rational)
  }

  @Test func absurdSizesSayWhatTheyWouldNeed() throws {
    let reply = wallis("evaluate", "pi", "--digits", "1000000000")
    #expect(reply.exit == .limit)
    #expect(reply.error.contains("would need"))
    #expect(wallis("measure", "pcf(2n+1, n^2)", "--against", "100000000").exit == .limit)
    #expect(wallis("search", "dynamics", "--degree", "4,4", "--height", "100").exit == .limit)
    #expect(wallis("evaluate", "pi", "--digits", "0").exit == .usage)
  }

  @Test func measureKnowsAperysLimit() throws {
    let (exit, reply) = try json("measure", "pcf(34n^3+51n^2+27n+5, -n^6)", "--sequence", "4")
    #expect(exit == .done)
    // Apéry's irrationality measure of ζ(3) is 13.4178…, so δ = 1/(13.4178 − 1) = 0.0805 (van der Poorten 1979).
    let limit = try #require(reply["deltaLimit"] as? Double)
    #expect(abs(1 + 1 / limit - 13.4178) < 1e-4)
    #expect(reply["factorialReduction"] as? Bool == true)
    #expect((reply["sequence"] as? [[Double]])?.count == 4)
    #expect((reply["error"] as? [String: Double])?.keys.sorted() == ["beta", "eta", "gamma"])
  }

  @Test(arguments: [
    ("3.14159265358979323846264338327950288", "pi", "conjecture"),
    ("-0.5772156649015328606065120900824024", "-euler", "conjecture"),
    ("pcf(6, (2n-1)^2)", "3+pi", "certified"),
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "6/zeta(3)", "certified"),
    ("pcf(7n^2+7n+2, 8n^4)", "4/zeta(2)", "conjecture"),
  ])
  func identifyFindsClosedForms(number: String, formula: String, grade: String) throws {
    let (exit, reply) = try json("identify", number)
    #expect(exit == .done)
    let finding = (reply["findings"] as? [[String: Any]])?.first
    #expect(finding?["closedForm"] as? String == formula)
    #expect(finding?["grade"] as? String == grade)
  }

  @Test func identifySaysWhenItFindsNothing() throws {
    // Digits of no known constant, typed at random.
    let (exit, reply) = try json("identify", "0.71234567890987123409876310492")
    #expect(exit == .nothing)
    #expect(reply["verdict"] as? String == "nothing")
    #expect((reply["excluded"] as? [[String: Any]])?.isEmpty == false)
    #expect(try json("identify", "1.2533").object["verdict"] as? String == "toofewdigits")
  }

  @Test func constantsHaveDefinitions() throws {
    let (_, reply) = try json("constants")
    #expect((reply["constants"] as? [[String: Any]])?.count ?? 0 >= 60)
    #expect(wallis("constants", "zeta(11)").error.contains("did you mean"))
    let found = try json("constants", "natural", "logarithm").object["constants"] as? [[String: Any]]
    #expect(found?.contains { $0["name"] as? String == "log(7)" } == true)
    #expect(found?.contains { $0["name"] as? String == "pi" } == false)
  }

  @Test func resultsAreNumberedAcrossLines() {
    let run = wallis("run", "-", input: "K = pcf(2n+1, n^2)\n4/K\nidentify K\n%\n%1 + %2\n")
    // 4/π and 4/π + π as mpmath 1.3 computes them.
    #expect(run.output.hasPrefix("3.14159265358979323846264338328\n"))
    #expect(run.output.contains("closed form  4/pi"))
    #expect(
      run.output.hasSuffix("1.27323954473516268615107010698\n4.41483219832495592461371349026\n"))
  }

  @Test func verifyAgreesOrRefutes() throws {
    #expect(try json("verify", "pcf(6, (2n-1)^2) = 3+pi").object["agrees"] as? Bool == true)
    let (exit, reply) = try json("verify", "-pcf(1, 1) = phi")
    #expect(exit == .nothing && reply["agrees"] as? Bool == false)
    #expect(try json("verify", "1/3 = 0.333333333333333333333333333333").object["agrees"] as? Bool == false)
    #expect(wallis("verify", "pi").exit == .usage)
  }

  @Test func shellsCompleteVerbsAndOptions() {
    func completions(_ line: String) -> String { wallis("complete", variables: ["COMP_LINE": line]).output }
    #expect(completions("wallis ev") == "evaluate\n")
    #expect(completions("wallis catalog ex") == "export\n")
    #expect(completions("wallis measure --ag") == "--against\n")
    #expect(completions("wallis zzz").isEmpty)
  }
}
