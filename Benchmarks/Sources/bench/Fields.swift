import Foundation
import WallisArithmetic
import WallisFormulas
import WallisMatrixFields

/// Matrix fields beside ramanujantools, whose times were measured once on a machine of this kind.
enum Fields {
  static func figures() throws -> [Figure] {
    [try apery(), try everyDepth(count: 2000, bound: 0.6), try everyDepth(count: 200, bound: 0.06)]
      + [try fraction(), try conservation()]
  }

  private static func line(_ direction: [Int]) throws -> FieldLine {
    guard let field = try KnownFields.named("zeta3-library") else { throw BenchmarkFailure("zeta3-library") }
    return try FieldLine(field, direction: direction)
  }

  /// From the field to the convergent of its diagonal.
  private static func apery() throws -> Figure {
    guard let field = try KnownFields.named("zeta3-library") else { throw BenchmarkFailure("zeta3-library") }
    let run = try shortest(of: 10) {
      let own = LineFraction(try FieldLine(field, direction: [1, 1]))
      return own?.convergent(at: 10_000)
    }
    let bits = run.answer.map { $0.q.bitWidth } ?? 0
    return Figure(
      "Apéry by its field's diagonal to depth 10,000", ours: milliseconds(run.seconds),
      beside: "bound 20 ms; ramanujantools 140 to 380 ms (measured once)",
      digest: digest("\(run.answer.map { $0.p.modulo(1_000_000_007) } ?? 0) \(bits)"),
      isMet: run.seconds <= 0.02)
  }

  private static func everyDepth(count: Int, bound: Double) throws -> Figure {
    let walk = try FieldWalk(try line([1, 1]), depth: 2000)
    let depths = (1...count).map { 2000 * $0 / count }
    let run = shortest(of: 3) { walk.measurements(at: depths) }
    let text = run.answer.map { String(format: "%.9f", $0.delta ?? 0) }.joined(separator: " ")
    return Figure(
      "δ of Apéry's diagonal at \(count) depths to 2,000", ours: milliseconds(run.seconds),
      beside: "bound \(milliseconds(bound))"
        + (count == 2000 ? "; ramanujantools 47 to 84 s (measured once)" : ""),
      digest: digest(text), isMet: run.seconds <= bound)
  }

  private static func fraction() throws -> Figure {
    guard let field = try KnownFields.named("zeta3") else { throw BenchmarkFailure("zeta3") }
    let run = try shortest(of: 5) { LineFraction(try FieldLine(field, direction: [3, 2]))?.fraction }
    return Figure(
      "direction (3,2) of the field of ζ(3) to its fraction", ours: milliseconds(run.seconds),
      beside: "bound 200 ms; ramanujantools 6.5 s (measured once)",
      digest: digest(run.answer.map { "\($0)" } ?? ""),
      isMet: run.seconds <= 0.2 && run.answer?.a.degree == 21)
  }

  /// Reading the definition and proving ten pairs of axes.
  private static func conservation() throws -> Figure {
    let run = try shortest(of: 10) { try KnownFields.named("3F2-derived")?.axes.count ?? 0 }
    return Figure(
      "conservation of the field of five axes, definition read", ours: milliseconds(run.seconds),
      beside: "bound 50 ms; ramanujantools 535 ms (measured once)", digest: "\(run.answer) axes",
      isMet: run.seconds <= 0.05)
  }
}
