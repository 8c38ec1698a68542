import Foundation
import TestSupport
import Testing

@testable import WallisCommands

/// Random text over all parsers: whatever is typed is answered or refused, and nothing ends the program.
@Suite struct InputFuzzTests {
  private static let rounds = LongSuite.isOn ? 40_000 : 400
  private static let pieces = [
    "1", "2", "7", "0", ".", "e", "E", "-", "+", "*", "/", "^", "!", "(", ")", "[", "]", ",", " ", "%", "n",
    "i", "=",
    "pi", "1e-3", "1e9", "10^12", "-1/2", "sqrt", "log(", "gamma(", "zeta(", "psi(1,", "polylog(2,",
    "hyp([1],[2],",
    "besselj(", "binomial(", "H(", "re(", "im(", "pcf(n,1)", "pcf(2n+1,n^2)", "…", "...", "`", "_", "\\", "²",
    "√", "π",
    "#", "'", "\"", "?", "x", "f(x)", "--", "9223372036854775807", "1,000", "3.14159 26535", "(3)", "\u{1B}",
    "é", "\t",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...10, using: &generator)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }

  @Test func nothingThatIsTypedEndsACell() {
    var generator = SeededGenerator(seed: 29_112_026)
    let interpreter = CellInterpreter(context: .test())
    for _ in 0..<Self.rounds {
      let source = Self.text(&generator)
      let finish = interpreter.run(CellRequest(source: source)) { _ in }
      #expect([0, 1, 2, 3, 4].contains(finish.exit), "\(source)")
    }
  }

  @Test func wordsOfVerbsAreAnsweredOrRefused() {
    var generator = SeededGenerator(seed: 30_112_026)
    let verbs = [
      ["expand", "--terms", "5"], ["massey"], ["verify"], ["catalog", "query"], ["field", "show"], ["export"],
    ]
    for _ in 0..<(Self.rounds / 4) {
      let words = verbs[Int.random(in: 0..<verbs.count, using: &generator)]
      let record = RecordedShell()
      let program = Program(
        table: .standard, shell: record.shell(variables: ["WALLIS_CATALOG": "/nowhere/none.sqlite"]),
        stopRequests: StopRequests())
      let exit = program.run(words + [Self.text(&generator)])
      #expect([.done, .nothing, .usage, .badData, .limit].contains(exit), "\(words)")
    }
  }
}
