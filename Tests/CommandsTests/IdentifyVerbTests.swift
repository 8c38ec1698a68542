import Testing

@testable import WallisCommands

/// The options of `identify`, and what it says to those who ask wrongly.
@Suite struct IdentifyVerbTests {
  /// Noise of 34 digits, typed at random.
  static let noise = "1.9021605823172718293645546372819205"

  /// What is wrong with the number: message, place, remedy and exit code.
  @Test(arguments: [("text", "1+4/pi"), ("unicode", "1+4/π"), ("latex", "1+\\frac{4}{\\pi}")])
  func closedFormsAreWrittenAsAskedFor(_ format: String, _ text: String) {
    #expect(wallis("identify", "pcf(2, (2n-1)^2)", "--format", format).output.contains(text))
  }

  @Test(arguments: [
    ("3.14x59", Exit.badData, "'x' stands among the digits", "    ^", "digits, one point"),
    ("3.1415926abc", .badData, "'a' stands among the digits", "         ^", "digits, one point"),
    ("3.14", .badData, "3 significant digits: every formula fits those", "^^^^", "at least 5 digits"),
    ("0.0001", .badData, "1 significant digit: every formula fits those", "^^^^^^", "at least 5 digits"),
    ("-27", .badData, "2 significant digits", "^^^", "at least 5 digits"),
    ("pi+G", .usage, "G is ambiguous", "   ^", "catalan or gauss?"),
    ("G", .usage, "G is ambiguous", "^", "catalan or gauss?"),
    ("catalon", .usage, "unknown name 'catalon'", "^^^^^^^", "did you mean 'catalan'?"),
  ])
  func wrongNumbersArePointedAt(
    number: String, exit: Exit, message: String, marks: String, remedy: String
  ) {
    let reply = wallis("identify", number)
    #expect(reply.exit == exit && reply.output.isEmpty)
    #expect(reply.error.contains("error: " + message))
    #expect(reply.error.contains("  " + number + "\n  " + marks + "\n"))
    #expect(reply.error.contains("try: " + remedy))
  }

  @Test(arguments: [
    (["--degree", "2"], "--degree 2 needs the constants", "--constants pi,log(2) --degree 2"),
    (["--budget", "5"], "--budget 5 limits a wide search", "--wide --budget 5"),
    (["--wide", "--budget", "0"], "--budget 0", "between 1 and"),
    (["--wide", "--with", "pi"], "--constants and --wide contradict each other", "chosen constants only"),
    (["--with", "pi,G"], "G is ambiguous", "catalan or gauss?"),
    (["--with", "foo,pi"], "unknown name 'foo'", "assign it first"),
    (["--with", "pi,zeta(2)", "--degree", "9"], "--degree 9", "between 1 and 6"),
    (["--with", "zeta(2),e,pi^2"], "the chosen constants are related: 6zeta(2)-pi^2 = 0", "leave one"),
    (["--with", "log(2),log(3),log(6)"], "related: log(2)+log(3)-log(6) = 0", "leave one"),
    (["--with", "pi,2"], "2 is a number and not a constant", "name a constant"),
    (["--with", "1/3,pi"], "1/3 is the fraction 1/3", "leave it out"),
    (["--with", "pi,pi"], "pi stands there twice", "leave one out"),
    (["--with", "pi,,e"], "a constant is missing", "for example"),
    (["--with", "pi,e,catalan,euler", "--degree", "4"], "relations of 71 terms", "at most 24"),
    (["--digits", "5"], "--digits 5", "between 24 and 1000"),
  ])
  func contradictionsAndUnknownConstantsAreRefused(options: [String], message: String, remedy: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    #expect(program.run(["identify", IdentifyVerbTests.noise] + options) == .usage)
    #expect(record.output.isEmpty)
    #expect(record.error.contains(message) && record.error.contains(remedy), "\(record.error)")
  }

  /// Mistakes in the list of constants are pointed at in the list.
  @Test(
    "a part too small for the digits of the search is not lost",
    arguments: [
      "pi+1/10^300", "pi-10^-90", "pcf(2n+1,n^2)+1/10^300", "zeta(3)+exp(-1000)", "sqrt(2)+1/300!",
      "e*(1+10^-500)",
    ])
  func smallParts(_ number: String) {
    let reply = wallis("identify", number, "--scope", "table")
    #expect(
      reply.output.contains("contradicted at digit") && !reply.output.contains("conjecture"),
      "\(reply.output)")
  }

  @Test func partsBeyondAnyDigitsAreRefused() {
    let reply = wallis("identify", "pi+1/10^30000")
    #expect(reply.exit == .badData && reply.error.contains("smaller than 10^-20000"))
    #expect(wallis("identify", "pi*exp(-1000)*exp(1000)", "--scope", "table").output.contains("conjecture"))
  }

  @Test func placesInTheListOfConstants() {
    let reply = wallis("identify", IdentifyVerbTests.noise, "--with", "log(2), sqrt(3)+x")
    #expect(reply.error.contains("  log(2), sqrt(3)+x\n                  ^\n"), "\(reply.error)")
  }

  @Test func chosenConstants() throws {
    let (exit, reply) = try json("identify", "pi^2/6+log(2)^2", "--with", "pi, log(2)", "--degree", "2")
    #expect(exit == .done)
    let findings = try #require(reply["findings"] as? [[String: Any]])
    #expect(findings.first?["closedForm"] as? String == "(pi^2+6log(2)^2)/6")
    #expect(findings.first?["grade"] as? String == "conjecture")
    #expect(findings.first?["decoysTried"] as? Int == 16 && findings.first?["decoyHits"] as? Int == 0)
  }

  /// Sixteen digits cannot carry a relation of eleven terms.
  @Test func tooFewDigitsForTheTerms() throws {
    let few = try json("identify", "1.902160582317271", "--with", "pi,e,catalan", "--degree", "2")
    #expect(few.exit == .nothing && few.object["verdict"] as? String == "toofewdigits")
    #expect(few.object["digitsNeeded"] as? Int == 23)
  }

  /// The budget counts bases, so that the answer is the same on every machine.
  @Test func wideSearchKeepsToItsBudget() throws {
    let (exit, reply) = try json("identify", IdentifyVerbTests.noise, "--wide", "--budget", "400")
    #expect(exit == .nothing && reply["basesTried"] as? Int == 400)
    let excluded = try #require(reply["excluded"] as? [[String: Any]])
    #expect(excluded.contains { ($0["basis"] as? String)?.hasPrefix("a polynomial of degree 8") == true })
  }

  /// A search that is stopped says what it ruled out until then.
  @Test func stoppedSearchesKeepWhatTheyKnow() {
    let (record, requests) = (RecordedShell(), StopRequests())
    requests.request()
    var context = VerbContext.test()
    context.stopRequests = requests
    let reply = try? IdentifyRequest(number: IdentifyVerbTests.noise).reply(in: context)
    #expect(reply?.exit == .interrupted)
    #expect(record.output.isEmpty)
  }
}
