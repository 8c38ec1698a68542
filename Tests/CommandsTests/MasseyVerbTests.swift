import Testing

@testable import WallisCommands

/// `massey` as a user types it, and what it says to those who ask wrongly.
@Suite struct MasseyVerbTests {
  @Test(arguments: [
    (["1", "1", "2", "3", "5", "8", "13", "21", "34", "55"], "a(n) = a(n-1)+a(n-2) for n >= 2"),
    (
      "2 1 2 1 1 4 1 1 6 1 1 8 1 1 10 1 1 12 1 1 14".split(separator: " ").map(String.init),
      "a(0) = 2; a(3m+1) = 1, a(3m+2) = 2m+2, a(3m+3) = 1"
    ),
    (["1,-3,9,-27,81,-243,729"], "(-3)^m"),
    (["1/2", "1/4", "1/8", "1/16", "1/32", "1/64", "1/128"], "2a(n) = a(n-1)"),
  ])
  func rules(_ terms: [String], _ text: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["massey"] + terms) == .done)
    #expect(record.output.contains(text), "\(record.output)")
  }

  @Test func termsFromStandardInput() {
    let reply = wallis("massey", "-", input: "1 2 4 8 16\n32, 64, 128, 256")
    #expect(reply.exit == .done && reply.output.contains("2^m"))
  }

  @Test(arguments: [
    (["1", "2", "x"], Exit.badData, "'x' is no integer or fraction", "terms such as"),
    (["1", "2", "3/0"], .badData, "'3/0' is no integer or fraction", "terms such as"),
    (["1", "2"], .badData, "2 terms show nothing", "needs 2L terms"),
    ([], .usage, "no terms", "for example"),
    (["--file", "/nowhere/terms"], .badData, "cannot be read", "a file with terms"),
  ])
  func mistakes(_ words: [String], _ exit: Exit, _ message: String, _ remedy: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["massey"] + words) == exit)
    #expect(record.output.isEmpty)
    #expect(record.error.contains(message) && record.error.contains(remedy), "\(record.error)")
  }

  @Test func fewTermsAreNotBelieved() {
    let reply = wallis("massey", "1", "1", "2", "3", "5", "8")
    #expect(reply.exit == .nothing && reply.output.contains("surplus 2: too few"))
  }
}
