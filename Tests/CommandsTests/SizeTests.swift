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
  }

  /// Words of a command; none of them may trap, run for long or take memory.
  @Test(arguments: [
    "measure pcf(2n+1,n^2) --depth 9223372036854775807",
    "measure pcf(2n+1,n^2) --against 9223372036854775807",
    "measure pcf(2n+1,n^2) --depth -9223372036854775808", "evaluate pi --digits 9223372036854775807",
    "expand pi --terms 9223372036854775807", "massey 1 1 2 3 5 8 --next 9223372036854775807",
    "field walk zeta3 --direction 9223372036854775807,1",
    "field walk zeta3 --direction -9223372036854775808,1",
    "field walk zeta3 --start 9223372036854775807,1", "field walk zeta3 --depth 9223372036854775807",
    "identify pi --digits 9223372036854775807", "identify pi --wide --budget 9223372036854775807",
    "evaluate clausen(10^9,1)", "evaluate polylog(10^6,-10^30)", "evaluate polylog(-10^9,1/3)",
    "evaluate hurwitz(-10^9,1/3)", "evaluate hurwitz(2,-10^15-1/2)", "evaluate psi(3,-10^12-1/2)",
    "evaluate H(1/2,-10^6)", "evaluate lerch(1/2,-10^6,1/3)", "evaluate lerch(1/2,2,-10^9-1/2)",
  ])
  func optionsBeyondAllSizes(_ line: String) {
    let record = RecordedShell()
    let words = line.split(separator: " ").map(String.init)
    let exit = Program(table: .standard, shell: record.shell(), stopRequests: StopRequests()).run(words)
    #expect([.usage, .limit].contains(exit), "\(line): \(exit) \(record.output)")
  }
}
