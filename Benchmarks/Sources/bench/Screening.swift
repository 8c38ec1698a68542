import Foundation
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Closed forms of stored values, thousands a second.
enum Screening {
  static func figures() throws -> [Figure] {
    let fractions = try DataSet.convergent()
    let values = try fractions.map { try $0.scanValue(digits: 30).value.flatMap { try? DecimalInput($0) } }
    return try [screen(fractions, values), classes(values.compactMap { $0 })]
  }

  private static func screen(_ fractions: [ContinuedFraction], _ values: [DecimalInput?]) throws -> Figure {
    let screen = ValueScreen()
    let sample = fractions.indices.filter { $0.isMultiple(of: 397) }
    let run = shortest(of: 3) {
      sample.map { index in values[index].map { "\(screen.screen(fractions[index], value: $0))" } ?? "" }
    }
    let each = run.seconds / Double(sample.count)
    return Figure(
      "bulk screen of one stored value: proofs, roots, images of \(screen.constants) constants to height 20",
      ours: milliseconds(each), beside: "bound 0.5 ms", digest: digest(run.answer.joined(separator: "\n")),
      isMet: each <= 0.5e-3)
  }

  /// Half of the values, then all of them: twice the time.
  private static func classes(_ values: [DecimalInput]) -> Figure {
    func group(_ values: ArraySlice<DecimalInput>) -> Int {
      var classes = TailClasses(capacity: values.count)
      for value in values { classes.insert(value) }
      return classes.classes().count
    }
    let half = shortest(of: 1) { group(values[..<(values.count / 2)]) }
    let all = shortest(of: 1) { group(values[...]) }
    return Figure(
      "GL₂(ℤ) classes of \(values.count) values of 30 digits",
      ours: String(format: "%.1f s, %d classes", all.seconds, all.answer),
      beside: String(format: "%.1f s for half of them", half.seconds), digest: "\(half.answer) \(all.answer)",
      isMet: all.seconds <= 3 * half.seconds)
  }
}
