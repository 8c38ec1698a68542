import Foundation
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// GP and mpmath compute what their notations say: an oracle that shares nothing with the engine.
@Suite struct ScriptNotationTests {
  /// Output lines of a program that reads a script from standard input; nil where it does not run.
  private static func lines(_ program: [String], _ script: String) throws -> [String]? {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    (process.arguments, process.standardInput, process.standardOutput) = (program, input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0
      ? String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init) : nil
  }

  private static let hasGP = (try? lines(["gp", "-q"], "quit(0)\n")) ?? nil != nil
  private static let hasMpmath = (try? lines(["python3", "-"], "import mpmath\n")) ?? nil != nil

  /// All constants, and every function at arguments where it is real.
  private static func expressions() throws -> [WallisFormulas.Expression] {
    let functions = try FunctionTable.all.filter {
      !FunctionTable.limits.contains($0.name)
    }
    .flatMap {
      function -> [WallisFormulas.Expression] in
      let points =
        switch function.name {
        case "hyp": ["[1/2,1],[3/2],1/3", "[],[1/2],-1", "[1/3],[2/3],5"]
        case "lerch": ["1/2,2,1/3", "-1/2,1,1", "-3,2,1/2"]
        case "dirichletl": ["2,-4", "1,5", "1/2,-3"]
        case "sum": ["k=1..inf, 1/k^2", "k=0..inf, (-1)^k/(2k+1)", "k=1..5, k/2", "k=0..inf, k!/(2k)!"]
        case "integral": ["x=0..1, 1/(1+x^2)", "t=1..2, exp(t)/t"]
        case "product": ["k=2..inf, 1-1/k^2", "k=1..5, k/2", "k=1..inf, 1+1/3^k"]
        default: function.parameters.count == 1 ? ["1/3", "3/2", "2"] : ["2,1/3", "1,2", "1/2,2/3", "3,1"]
        }
      return try points.map { try WallisFormulas.Expression(parsing: "\(function.name)(\($0))") }
    }.filter { (try? $0.evaluate(digits: 40).enclosure) ?? nil != nil }
    let forms = [
      "(1+cbrt(2))/3", "2/(e^2-1)", "root of x^3-x-3 near 1.6716999", "1-(3/4)^(1/5)", "-9/(pi*sqrt(3))",
    ]
    return Constant.all.map(\.expression) + functions
      + forms.compactMap { ClosedForm(reading: $0, rule: .current).expression }
  }

  private func check(_ expressions: [WallisFormulas.Expression], _ lines: [String]?) throws {
    let lines = try #require(lines)
    #expect(lines.count == expressions.count)
    for (expression, line) in zip(expressions, lines) {
      let own = try #require(ClosedForm(expression).ball(digits: 40), "\(ClosedForm(expression))")
      let decimal = try #require(
        try? DecimalInput(line.replacing(" ", with: "")),
        "'\(ClosedForm(expression))' as it is spelled gave no number but '\(line)'")
      let other = Ball(decimal.middle, bits: 200)
      let error = (own - other).magnitude.approximation / max(1e-9, abs(own.approximation))
      #expect(error < 1e-30, "\(ClosedForm(expression)): \(line)")
    }
  }

  @Test(.enabled(if: hasGP, "pari-gp is not installed"))
  func gpComputesTheSame() throws {
    // GP has polylogarithms of integer order only.
    let expressions = try Self.expressions().filter { "\(ClosedForm($0))" != "polylog(1/2,2/3)" }
    let writer = ExpressionWriter(.gp)
    let script =
      "default(realprecision, 50);\n" + expressions.map { "print(1.*\(writer.text($0)));\n" }.joined()
    try check(expressions, Self.lines(["gp", "-q"], script))
  }

  @Test(.enabled(if: hasMpmath, "python3-mpmath is not installed"))
  func mpmathComputesTheSame() throws {
    let expressions = try Self.expressions()
    let writer = ExpressionWriter(.mpmath)
    let script =
      "from mpmath import *\nmp.dps = 50\n"
      + expressions.map { "print(nstr(+(\(writer.text($0))), 40))\n" }.joined()
    try check(expressions, Self.lines(["python3", "-"], script))
  }
}
