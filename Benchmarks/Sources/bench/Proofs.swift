import Foundation
import WallisFamilies
import WallisFormulas
import WallisProofs
import WallisSearch

/// Proofs of the formulas of the literature, sums, links, and the graph of links of a catalog.
enum Proofs {
  static func figures() throws -> [Figure] {
    let known = try KnownFormulasFile.bundled().formulas.compactMap { known -> Prover.Known? in
      guard let fraction = known.formula.fraction, let form = known.closedForm.expression else { return nil }
      return Prover.Known(fraction: fraction, closedForm: form)
    }
    return try attempts(known) + [sums(known), links(), unification(known.map(\.fraction))]
  }

  /// Every formula with all others to link to.
  private static func attempts(_ known: [Prover.Known]) -> [Figure] {
    let prover = Prover(known: known)
    var (times, proved) = ([Double](), [String]())
    for formula in known {
      let run = shortest(of: 1) { prover.prove(formula.fraction, claim: formula.closedForm) }
      times.append(run.seconds)
      if case .proved(let proof) = run.answer { proved.append(proof.text) }
    }
    let (total, sorted) = (times.reduce(0, +), times.sorted())
    let (median, worst) = (sorted[sorted.count / 2], sorted.last ?? 0)
    return [
      Figure(
        "proof attempts at the \(known.count) formulas of known.txt",
        ours: "median \(milliseconds(median)), worst \(milliseconds(worst)), \(proved.count) proved",
        beside: "bounds 50 ms and 1 s, 80 % proved", digest: digest(proved.joined()),
        isMet: median <= 0.05 && worst <= 1 && 5 * proved.count >= 4 * known.count),
      Figure(
        "all of them together", ours: String(format: "%.2f s", total), beside: "bound 2 min", digest: "-",
        isMet: total <= 120),
    ]
  }

  /// The recurrence to its sum, and the sum to theorems.
  private static func sums(_ known: [Prover.Known]) -> Figure {
    var (times, values) = ([Double](), [String]())
    for formula in known {
      let run = shortest(of: 1) {
        ExplicitSum.all(of: formula.fraction).compactMap { SumProof(evaluating: $0) }
      }
      guard let proof = run.answer.first else { continue }
      times.append(run.seconds)
      values.append("\(ClosedForm(proof.value))")
    }
    let sorted = times.sorted()
    let (median, most, worst) = (
      sorted[sorted.count / 2], sorted[sorted.count * 19 / 20], sorted.last ?? 0
    )
    return Figure(
      "\(values.count) explicit sums with their telescoping certificates",
      ours:
        "median \(milliseconds(median)), 95 % within \(milliseconds(most)), worst \(milliseconds(worst))",
      beside: "bound 60 ms; Alkahest 60 to 110 ms (measured once)",
      digest: digest(values.joined(separator: "\n")), isMet: worst <= 0.06)
  }

  /// Pairs of From Euler to AI (arXiv 2502.17533), folds among them.
  private static func links() throws -> Figure {
    let pairs = [
      ("pcf(2n+1, n^2)", "pcf(2n+5, n^2+4n)"), ("pcf(2, n^2)", "pcf(1, n^2+n)"),
      ("pcf(2, n^2)", "pcf(8n^2+20n+13, -16n^4-48n^3-36n^2-8n)"),
      ("pcf(2, n^2)", "pcf(8n^2+36n+45, -16n^4-112n^3-292n^2-336n-144)"),
      ("pcf(2, (2n-1)^2)", "pcf(6, (2n-1)^2)"),
    ]
    var (worst, texts) = (0.0, [String]())
    for (first, second) in pairs {
      let fractions = try [first, second].map { text in
        guard let fraction = try Expression(parsing: text).continuedFraction() else {
          throw BenchmarkFailure(text)
        }
        return fraction
      }
      let run = shortest(of: 3) { Equivalence(from: fractions[0], to: fractions[1]) }
      worst = max(worst, run.seconds)
      texts.append(run.answer?.text ?? "none")
    }
    return Figure(
      "one link, the slowest of \(pairs.count)", ours: milliseconds(worst), beside: "bound 20 ms",
      digest: digest(texts.joined(separator: "\n")), isMet: worst <= 0.02 && !texts.contains("none"))
  }

  /// The formulas of the literature and shifts of theirs.
  private static func unification(_ fractions: [ContinuedFraction]) -> Figure {
    let formulas = Array((fractions + fractions.map { $0.shifted(by: 2) }).prefix(500))
    let run = shortest(of: 1) { () -> [[Int]] in
      var graph = FormulaGraph(formulas.map { LinkSubject($0) })
      graph.complete { _, _ in true }
      return graph.components
    }
    let linked = run.answer.reduce(0) { $0 + $1.count }
    return Figure(
      "unify \(formulas.count) formulas",
      ours: String(format: "%.2f s, %d linked in %d components", run.seconds, linked, run.answer.count),
      beside: "bound 30 s", digest: digest("\(run.answer)"), isMet: run.seconds <= 30)
  }
}
