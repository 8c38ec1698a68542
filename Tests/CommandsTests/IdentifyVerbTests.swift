import Synchronization
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
    (["--degree", "1"], "--degree 1", "between 2 and 200"),
    (
      ["--degree", "5", "--wide"], "--degree 5 and --scope wide contradict each other", "roots of polynomials"
    ),
    (["--time", "soon"], "'soon' is no length of time", "30s, 2m"),
    (["--time", "0", "--scope", "wide"], "--time 0 and --scope wide contradict each other", "table only"),
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

  /// 2^(1/6) + 3^(1/5) has degree 30 (the polynomial by PARI's polcompositum), Lehmer's number degree 10. What is known of
  /// expressions proves it, of typed digits nothing does.
  @Test(arguments: [
    ("2^(1/6)+3^(1/5)", "30", "x^30-18x^25-10x^24+135x^20-7380x^19"),
    ("1.17628081825991750654407033847", "10", "x^10+x^9-x^7-x^6-x^5-x^4-x^3+x+1"),
    ("sqrt(2)+1/10^5", "4", "(1+100000sqrt(2))/100000"),
  ])
  func degreeAloneSearchesRoots(_ number: String, _ degree: String, _ form: String) throws {
    let (exit, reply) = try json("identify", number, "--degree", degree)
    let findings = try #require(reply["findings"] as? [[String: Any]])
    let text = try #require(findings.first?["closedForm"] as? String)
    #expect(exit == .done && text.replacing("root of ", with: "").hasPrefix(form), "\(text)")
    let isTyped = number.hasPrefix("1.")
    #expect(findings.first?["grade"] as? String == (isTyped ? "conjecture" : "certified"))
    #expect(try json("identify", Self.noise, "--degree", degree).object["verdict"] as? String != "conjecture")
  }

  /// --time 0 is the table; a time that has passed cuts the search, which then says so.
  @Test func timeOnlyCuts() throws {
    let table = try json("identify", Self.noise, "--scope", "table").object["basesTried"] as? Int
    #expect(try json("identify", Self.noise, "--time", "0").object["basesTried"] as? Int == table)
    // A clock that goes on by a second each time that it is asked.
    let record = RecordedShell()
    let seconds = Mutex(0.0)
    var shell = record.shell()
    shell.clock = {
      seconds.withLock { seconds in
        seconds += 1
        return seconds
      }
    }
    let program = Program(table: .standard, shell: shell, stopRequests: StopRequests())
    #expect(program.run(["identify", Self.noise, "--time", "20s"]) == .nothing)
    #expect(record.output.contains("cut by --time after 20 s; nothing found so far"), "\(record.output)")
    let long = try json("identify", "exp(3/7)", "--time", "1h").object["findings"] as? [[String: Any]]
    #expect(long?.first?["closedForm"] as? String == "exp(3/7)")
  }

  /// Constants of a repeated option add up, and both sides of a fraction may have several.
  @Test(arguments: [["--with", "pi", "--with", "log(2)"], ["--constants", "pi,log(2)"]])
  func constantsAddUp(_ options: [String]) throws {
    let number = "(1+2*pi+3*log(2))/(4+5*pi-log(2))"
    let words = ["identify", number] + options
    let record = RecordedShell()
    #expect(
      Program(table: .standard, shell: record.shell(), stopRequests: StopRequests()).run(words) == .done)
    #expect(record.output.contains("(2pi+3log(2)+1)/(5pi-log(2)+4)"), "\(record.output)")
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
