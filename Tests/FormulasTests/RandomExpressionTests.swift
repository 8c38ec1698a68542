import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Random expressions over all functions, constants and forms of numbers, judged by mpmath at 40 digits.
///
/// What the engine gives a value must have that value; what it refuses is not judged here (see `FunctionValueTests`).
@Suite struct RandomExpressionTests {

  @Test func valuesAgreeWithMpmath() throws {
    var generator = RandomExpressions(seed: 20_261_129)
    let count = LongSuite.isOn ? 20_000 : 80
    var judged: [(text: String, own: Ball, script: String)] = []
    let writer = ExpressionWriter(.mpmath)
    for _ in 0..<count {
      let text = generator.expression(depth: 3)
      let expression = try Expression(parsing: text)
      guard let own = try? expression.evaluate(digits: 40).enclosure, own.isFinite,
        own.magnitudeExponent.map({ abs($0) < 3_000 }) ?? true
      else { continue }
      judged.append((text, own, writer.text(expression)))
    }
    #expect(judged.count > count / 3, "\(judged.count)")
    guard let lines = try Mpmath.values(of: judged.map(\.script)) else { return }
    #expect(lines.count == judged.count)
    let doubtful = try zip(judged, lines).filter { try Self.disagrees($0.own, $1) }.map(\.0)
    // Two precisions that both lost all digits agree on nonsense: asked again, mpmath computes to ten times as many.
    let again = try #require(try Mpmath.values(of: doubtful.map(\.script), digits: [700]))
    for (item, line) in zip(doubtful, again) {
      #expect(try !Self.disagrees(item.own, line), "\(item.text): \(line), \(item.own.approximation)")
    }
  }

  private static func disagrees(_ own: Ball, _ line: String) throws -> Bool {
    guard !line.hasPrefix("?"), !own.containsZero else { return false }
    let other = Ball(try DecimalInput(line).middle, bits: 240)
    return ((own - other).magnitude / (own.magnitude + other.magnitude)).approximation > 1e-36
  }
}

/// Draws texts of expressions.
struct RandomExpressions {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  /// A number in one of its forms.
  private mutating func number() -> String {
    let n = Int.random(in: 1...12, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return "\(n)/\(Int.random(in: 2...9, using: &generator))"
    case 1: return "\(n).\(Int.random(in: 0...99, using: &generator))"
    case 2: return "\(n)e-\(Int.random(in: 1...4, using: &generator))"
    case 3: return "\(n).5E1"
    case 4: return "-\(n)/7"
    default: return "\(n)"
    }
  }

  mutating func expression(depth: Int) -> String {
    guard depth > 0 else {
      return Bool.random(using: &generator) ? number() : pick(NamedNumber.all.map(\.name))
    }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return number()
    case 1: return pick(NamedNumber.all.map(\.name))
    case 2: return "(\(expression(depth: depth - 1))+\(expression(depth: depth - 1)))"
    case 3: return "(\(expression(depth: depth - 1))-\(expression(depth: depth - 1)))"
    case 4: return "(\(expression(depth: depth - 1)))*(\(expression(depth: depth - 1)))"
    case 5: return "(\(expression(depth: depth - 1)))/(\(expression(depth: depth - 1)))"
    case 6: return "(\(expression(depth: depth - 1)))^(\(number()))"
    default: return call(depth: depth)
    }
  }

  private mutating func call(depth: Int) -> String {
    let row = pick(
      FunctionTable.all.filter {
        ![
          "pcf", "floor", "re", "im", "sum", "product", "integral", "cohen", "cycle", "cf", "rec",
          "matrixproduct",
        ].contains($0.name)
      })
    switch (row.name, row.parameters.count) {
    case ("hyp", _):
      return "hyp([\(number())],[\(number()),\(number())],\(expression(depth: depth - 1)))"
    case ("dirichletl", _): return "dirichletl(\(number()),\(pick([5, -3, -4, 8, -7, 12])))"
    case ("clausen", _), ("psi", 2):
      return "\(row.name)(\(Int.random(in: 1...4, using: &generator)),\(expression(depth: depth - 1)))"
    case (_, 1): return "\(row.name)(\(expression(depth: depth - 1)))"
    default:
      let first = (0..<(row.parameters.count - 1)).map { _ in number() }.joined(separator: ",")
      return "\(row.name)(\(first),\(expression(depth: depth - 1)))"
    }
  }
}

/// mpmath as an oracle.
private enum Mpmath {
  /// The values to 45 digits, `?` where it gives none in three seconds of processor time, or none that is real, or none
  /// on which two precisions agree: it does not raise precision by itself where digits cancel. Each has a process of its
  /// own, since what it computes in one step nothing interrupts. nil where it is missing.
  static func values(of expressions: [String], digits: [Int] = [60, 400, 2000]) throws -> [String]? {
    let script =
      """
      from mpmath import *
      import os, resource, sys
      def value(f, digits):
        mp.dps = digits
        v = mpmathify(f())
        if isinstance(v, mpc):
          if abs(v.imag) > abs(v) * mpf(10) ** -40: return None
          v = v.real
        return v if isfinite(v) else None
      def text(f):
        try:
          for digits in \(digits):
            v, w = value(f, digits), value(f, digits + digits // 2)
            if v is None or w is None: break
            if abs(v - w) <= abs(w) * mpf(10) ** -44: return nstr(w, 45)
        except BaseException:
          pass
        return "?"
      def show(f):
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
          resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
          resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
          print(text(f), flush=True)
          os._exit(0)
        if os.waitpid(child, 0)[1] != 0: print("?")

      """ + expressions.map { "show(lambda: \($0))" }.joined(separator: "\n")
    let url = FileManager.default.temporaryDirectory.appending(path: "expressions-\(UUID().uuidString).py")
    try script.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", url.path]
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
