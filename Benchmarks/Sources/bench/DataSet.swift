import Foundation
import WallisFormulas
import WallisSearch

/// Values of every convergent formula of the data set with degrees ≤ 2 and coefficients −5 … 5, on one core.
enum DataSet {
  static func figures() throws -> [Figure] {
    let fractions = try convergent()
    return [
      try values(fractions, digits: 30, bound: 2, beside: "goal 0.7 s, 0.46 s in plain C"),
      try values(fractions, digits: 100, bound: 6, beside: "2.9 s in plain C"),
    ]
  }

  /// One of each mirror pair that converges without ending: its mirror has the negated value.
  static func convergent() throws -> [ContinuedFraction] {
    let space = try DynamicsSpace(degrees: (2, 2), height: 5)
    return (0..<space.count).compactMap { index in
      let candidate = space.candidate(at: index)
      let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
      let convergence = Classification(fraction).convergence
      return convergence != nil && convergence != .finite ? fraction : nil
    }
  }

  private static func values(
    _ fractions: [ContinuedFraction], digits: Int, bound: Double, beside: String
  ) throws -> Figure {
    let run = try shortest(of: 3) {
      var hash = Digest()
      var wrong = 0
      for fraction in fractions { hash.add(try fraction.scanValue(digits: digits).value ?? "") }
      // Not timed apart: one in 5,000 is evaluated again, by the path that is certified twice.
      for fraction in fractions.indices.lazy.filter({ $0.isMultiple(of: 5000) }).map({ fractions[$0] }) {
        let (quick, slow) = (try fraction.scanValue(digits: digits), try fraction.evaluate(digits: digits))
        if quick.value != slow.decimal(atMost: digits)?.text { wrong += 1 }
      }
      return (hash.text, wrong)
    }
    return Figure(
      "values of \(2 * fractions.count) convergent formulas to \(digits) digits, one core",
      ours: String(format: "%.2f s", run.seconds), beside: "bound \(Int(bound)) s, \(beside)",
      digest: run.answer.0, isMet: run.seconds <= bound && run.answer.1 == 0)
  }
}

/// FNV-1a over several texts.
struct Digest {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 10) &* 0x100_0000_01b3
  }

  var text: String { String(hash, radix: 16) }
}
