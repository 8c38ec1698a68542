import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import WallisCommands

/// Whatever is too large is said to be too large, with its size, and ends nothing.
@Suite struct SizeTests {
  @Test(arguments: [
    ("exp(10^12)", Exit.done, "1.78577875159255934888089506038e434294481903"),
    ("exp(-10^12)", .done, "5.59979784230380700542886851974e-434294481904"),
    ("gamma(10^10)", .done, "2.32579620567308336510494471995e95657055176"),
    ("erfc(10^7)", .done, "e-43429448190333"), ("besselj(10^9,5)", .done, "e-8167765515"),
    ("besseli(10^6,10^9)", .done, "e434294259"), ("gamma(10^9)", .done, "e8565705513"),
    ("exp(2*10^10)", .done, "e8685889638"), ("2^(10^12)", .done, "e301029995663"),
    ("sinh(10^20)", .limit, "about 10^19 digits"), ("besselj(10^19,5)", .limit, "zeros after the point"),
    ("zeta(-9223372036854775807)", .limit, "about 10^20 digits"),
    ("92232^40072036854775807.9", .limit, "about 10^17 digits"),
    ("exp(exp(exp(37)))", .limit, "about 10^15 digits"),
    ("exp(10^(10^4))", .limit, "a number of 10001 digits"), ("2^(10^20)", .limit, "about 10^19 digits"),
    ("2^(10^(10^5))", .limit, "too large"), ("3^3^3^3", .done, "e3638334640024"),
    ("3^3^3^3^3", .limit, "too large"), ("9!!", .usage, "double factorials"),
    ("((10^9)!)!", .limit, "digits"), ("dirichletl(2,10^9+1)", .limit, "character"),
    ("log(-1)", .usage, "no real value"), ("1e200000", .usage, "10^200000 is computed"),
    ("10^200000", .done, "1e200000"), ("-(10^200000)/3", .done, "-3.3333"), ("1/3^200000", .done, "e-"),
    ("abs(-(2^(10^9)))", .done, "e301029995"), ("floor(2^(10^9))", .done, "e301029995"),
    ("besselj(2^(10^12),-1)", .limit, "besselj"),
  ])
  func values(_ expression: String, _ exit: Exit, _ text: String) {
    let reply = wallis("evaluate", expression)
    #expect(reply.exit == exit, "\(expression): \(reply.output) \(reply.error)")
    #expect((reply.output + reply.error).contains(text), "\(expression): \(reply.output) \(reply.error)")
  }

  @Test func cellsAfterOneThatIsTooLargeGoOn() {
    let reply = wallis("run", "-", input: "exp(exp(exp(37)))\n")
    #expect(reply.exit == .limit && reply.output.contains("about 10^15 digits"))
    let session = "```wallis\nexp(10^20)\n```\n\n```wallis\n1+1\n```\n"
    let fresh = wallis("run", "-", input: session)
    #expect(fresh.output.contains("digits before the point") && fresh.output.contains("\n2\n"), "\(fresh)")
    let lines = wallis("repl", input: "besselj(10^19,5)\n1+1\n")
    #expect(lines.output.contains("zeros after the point") && lines.output.hasSuffix("\n2\n"), "\(lines)")
    let power = wallis("identify", "92232^40072036854775807.9")
    #expect(power.exit == .limit && power.error.contains("about 10^17 digits"), "\(power)")
  }

  /// Words of a command; none of them may trap, run for long or take memory.
  @Test(arguments: [
    "measure pcf(2n+1,n^2) --depth 9223372036854775807",
    "measure pcf(2n+1,n^2) --against 9223372036854775807",
    "measure pcf(2n+1,n^2) --depth -9223372036854775808", "evaluate pi --digits 9223372036854775807",
    "expand pi --terms 9223372036854775807", "massey 1 1 2 3 5 8 --next 9223372036854775807",
    "field walk zeta3 --direction 9223372036854775807,1",
    "field walk zeta3 --direction -9223372036854775808,1",
    "field walk zeta3 --direction 9223372036854775807,9223372036854775807",
    "field walk zeta3 --start 9223372036854775807,1", "field walk zeta3 --depth 9223372036854775807",
    "identify pi --digits 9223372036854775807", "identify pi --wide --budget 9223372036854775807",
    "evaluate clausen(10^9,1)", "evaluate polylog(10^6,-10^30)", "evaluate polylog(-10^9,1/3)",
    "evaluate hurwitz(-10^9,1/3)", "evaluate hurwitz(2,-10^15-1/2)", "evaluate psi(3,-10^12-1/2)",
    "evaluate H(1/2,-10^6)", "evaluate lerch(1/2,-10^6,1/3)", "evaluate lerch(1/2,2,-10^9-1/2)",
  ])
  func optionsBeyondAllSizes(_ line: String) {
    let reply = wallis(line.split(separator: " ").map(String.init))
    #expect([.usage, .limit].contains(reply.exit), "\(line): \(reply)")
  }

  @Test func moreTermsThanCanBeFittedAreRefused() {
    let reply = wallis("massey", "-", input: (0..<100_000).map { "\($0 % 7) " }.joined())
    #expect(reply.exit == .limit && inOneLine(reply.error).contains("100000 terms try: at most 20000"))
  }

  /// As much work as the name is long, and not its square; what is said of it is short.
  @Test(arguments: ["NAME", "evaluate NAME", "NAME(3)", "evaluate 'NAME'", "evaluate pi+NAME"])
  func longNames(_ line: String) {
    let name = String(repeating: "a", count: 300_000)
    let reply = wallis("run", "-", input: line.replacing("NAME", with: name))
    #expect(reply.exit == .usage && reply.output.contains("error: unknown name"))
    #expect(reply.output.utf8.count < 1000)
  }

  /// a changes sign near n = 64,129. The limit is 401537.97804652…: backward recurrence from depths 100,000 and 200,000 in
  /// 40 digits of mpmath.
  @Test(.enabled(if: LongSuite.isOn))
  func distantAsymptotics() {
    let a = "4n^3-256530n^2+829116n+401537"
    let b = "572897n^4+164164n^3+365419n^2-721106n+571378"
    let reply = wallis("evaluate", "pcf(\(a), \(b))", "--digits", "7")
    #expect(reply.exit == .done && inOneLine(reply.output).contains("value 401538.0 "), "\(reply)")
  }

  /// Whatever may take long is a verb whose time is told.
  @Test(arguments: ["evaluate", "identify", "massey", "expand", "measure", "field walk", "verify", "find"])
  func timeIsToldOf(_ name: String) throws {
    let declaration = try #require(VerbTable.standard.declarations.first { $0.name == name })
    #expect(!declaration.isShellOnly)
  }

  @Test func longWorkThatTellsNothingIsTimedOnATerminal() throws {
    let ticks = RecordedShell()
    var shell = ticks.shell(terminal: true)
    let start = ContinuousClock.now
    // Every second counts as ten.
    shell.clock = { Double((ContinuousClock.now - start) / .seconds(1)) * 10 }
    let meter = ProgressMeter(shell: shell, options: try GlobalOptions.parse([]))
    meter.showTime(of: "evaluate")
    let deadline = Patience.deadline(seconds: 20)
    while ticks.error.isEmpty, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(ticks.error.contains("evaluate: ") && ticks.error.contains(" s so far"), "\(ticks.error)")
    meter.clearing(shell).write("answer\n")
    meter.end()
    #expect(ticks.output == "answer\n" && ticks.error.hasSuffix("\r"))
  }
}

/// Answers and questions of any size, and files that are no catalogs.
@Suite struct LargeAnswerTests {
  private func run(_ words: [String], _ folder: CatalogVerbTests.Folder) -> (exit: Exit, output: String) {
    let record = RecordedShell()
    let program = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests())
    let exit = program.run(words + ["--catalog", folder.catalog])
    return (exit, record.output)
  }

  @Test func rowsThatAreWrittenOneByOneAreTheSame() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = run(
      ["search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0", "--depth", "20", "--against", "40"], folder)
    for form in ["--json", "--jsonl"] {
      for condition in ["delta < 9", "delta > 9"] {
        let few = run(["catalog", "query", condition, "--limit", "1000", form], folder)
        let many = run(["catalog", "query", condition, "--limit", "2000000", form], folder)
        #expect(few.output == many.output && few.exit == many.exit, "\(form)")
      }
      let uncounted = run(["catalog", "list", "--no-total", "--limit", "5000", form], folder)
      #expect(
        uncounted.output == run(["catalog", "list", "--no-total", "--limit", "900", form], folder).output)
    }
  }

  @Test func aQuestionOfTwoThousandConditionsIsAnswered() throws {
    let folder = try CatalogVerbTests.Folder()
    _ = run(["search", "dynamics", "--a", "1..2", "--b", "1", "--depth", "20", "--against", "40"], folder)
    let condition = "delta < 9"
    for word in ["and", "or"] {
      let many = Array(repeating: condition, count: 2000).joined(separator: " \(word) ")
      #expect(
        run(["catalog", "query", many], folder).output == run(["catalog", "query", condition], folder).output)
    }
    let tooMany = Array(repeating: condition, count: 10_001).joined(separator: " and ")
    #expect(run(["catalog", "query", tooMany], folder).exit == .usage)
  }

  @Test(arguments: [
    ("digits", "-5 counts less than nothing"), ("pipe", "is a pipe"), ("nonsense", "line 1"),
  ])
  func senselessFilesAreNamed(_ kind: String, _ text: String) throws {
    let folder = try CatalogVerbTests.Folder(hasCatalog: false)
    let file = folder.path + "/in"
    let key = "pcf 2,1 1,0,0"
    let line = "formula\t\(key)\t\(key)\t3\tvalue\t\texponential\t\t1.27\t-5\t1000\t2000"
    let digits = "# Wallis catalog, text format 1\n\(line)\(String(repeating: "\t", count: 11))\n"
    let words = kind == "pipe" ? ["catalog", "stats"] : ["catalog", "import", file]
    if kind == "pipe" {
      #expect(mkfifo(folder.catalog, 0o600) == 0)
    } else {
      try (kind == "digits" ? digits : "nonsense\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
    let reply = wallis(words + ["--catalog", folder.catalog])
    #expect(reply.exit == .badData && inOneLine(reply.error).contains(text), "\(reply)")
    if kind == "digits" { #expect(reply.error.contains("line 2"), "\(reply)") }
  }
}
