import CKernel
import Foundation

/// Identification as a filter: random numbers that are nothing, one after the other in one process on one core.
struct Filter {
  let wallis: String

  func figures() throws -> [Figure] {
    let few = try run(lines: 1)
    let many = try run(lines: 2_000)
    let rate = 1_999 / (many.seconds - few.seconds)
    let memory = Double(ck_children_peak_memory()) / 1e6
    return [
      Figure(
        "identify --file, 2,000 numbers of 50 digits that are nothing",
        ours: String(format: "%.0f numbers/s, %.0f MB (largest process so far)", rate, memory),
        beside: "bound 500 numbers/s on one core", digest: digest(many.verdicts.joined(separator: "\n")),
        isMet: rate >= 500 && many.verdicts == Array(repeating: "nothing", count: 2_000))
    ]
  }

  /// The verdicts on so many numbers, the best of three runs.
  private func run(lines: Int) throws -> (seconds: Double, verdicts: [String]) {
    let input = Filter.numbers(lines)
    let run = try shortest(of: 3) {
      try ProgramRun(wallis, ["identify", "--file", "-", "--workers", "1", "--quiet"], input: input)
    }
    let verdicts = run.answer.output.split(separator: "\n").map { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["verdict"] as? String ?? "?"
    }
    return (run.seconds, verdicts)
  }

  /// Digits of a linear congruential generator, the point after the first one.
  private static func numbers(_ count: Int) -> String {
    var state: UInt64 = 20_261_129
    var lines = ""
    for _ in 0..<count {
      for place in 0..<50 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        lines += place == 0 ? "\(1 + (state >> 33) % 9)." : "\((state >> 33) % 10)"
      }
      lines += "\n"
    }
    return lines
  }
}
