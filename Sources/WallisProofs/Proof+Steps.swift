internal import WallisArithmetic
internal import WallisFormulas

extension Proof {
  /// The steps, the last one stating the closed form.
  public var steps: [ProofStep] {
    let last = ProofStep(
      kind: .exact, statement: "so the limit is \(ClosedForm(closedForm))", certificate: nil)
    switch argument {
    case .exact(let limit): return [Proof.exactStep(limit)] + [last]
    case .infiniteSum(let sum):
      let value = sum.limitAtInfinity.map { "\($0)" } ?? "∞"
      return sum.provedSteps
        + [
          ProofStep(
            kind: .convergence, statement: "|S| grows beyond all bounds: the limit is \(value)",
            certificate: nil)
        ]
    case .theorem(let theorem):
      return [
        ProofStep(
          kind: .theorem, statement: "\(theorem.name): \(theorem.fraction) = \(ClosedForm(theorem.value))",
          certificate: theorem.reference)
      ] + (seriesStay(theorem) ? [] : theorem.series.flatMap(\.steps)) + [last]
    case .sum(let proof): return proof.sum.provedSteps + proof.series.steps + [last]
    case .field(let proof): return proof.steps + [last]
    case .moved(let link, let proof):
      let how = link.kind == .inflation ? "an inflation" : "the index shifted by \(link.shift)"
      return proof.steps
        + [
          ProofStep(
            kind: .equivalence,
            statement: "\(fraction) is \(how) of \(proof.fraction): its limit is \(link.map), x the other",
            certificate: link.map.entries.map { "\($0)" }.joined(separator: " ")), last,
        ]
    case .linked(let link, let proof):
      return proof.steps
        + [
          ProofStep(
            kind: .equivalence,
            statement:
              "A(n)U(n+1)g2(n) = g1(n)U(n)B(n) for \(link.folds[0]) step\(link.folds[0] == 1 ? "" : "s") of \(fraction) and "
              + "\(link.folds[1]) of \(proof.fraction): the limit is \(link.map), x the other",
            certificate: link.text), last,
        ]
    }
  }

  /// Whether the series of the theorem stand in the closed form as they are.
  private func seriesStay(_ theorem: FractionTheorem) -> Bool {
    theorem.value.seriesCalls.contains { closedForm.contains($0) }
  }

  private static func exactStep(_ limit: ExactLimit) -> ProofStep {
    switch limit {
    case .rational:
      ProofStep(kind: .exact, statement: "the limit is rational by exact arithmetic", certificate: nil)
    case .quadratic:
      ProofStep(kind: .exact, statement: "the limit is a root of a quadratic equation", certificate: nil)
    case .infinite: ProofStep(kind: .exact, statement: "the limit is ∞ by exact arithmetic", certificate: nil)
    }
  }

  /// The names of the theorems that it rests on, with references, each once.
  public var theorems: [String] {
    switch argument {
    case .exact, .infiniteSum: []
    case .theorem(let theorem):
      ["\(theorem.name): \(theorem.reference)"]
        + (seriesStay(theorem) ? [] : theorem.series.flatMap(\.usedTheorems).map(\.citation).uniqued)
    case .sum(let proof): proof.series.usedTheorems.map(\.citation).uniqued
    case .field(let proof): proof.theorems
    case .moved(_, let proof), .linked(_, let proof): proof.theorems
    }
  }

  /// By what it is proved, as the end of a sentence: "by Leibniz's series".
  public var summary: String {
    switch argument {
    case .exact: "by exact arithmetic"
    case .theorem(let theorem): "by \(theorem.name)"
    case .infiniteSum: "by a sum that grows beyond all bounds"
    case .sum(let proof):
      proof.series.usedTheorems.isEmpty
        ? "by telescoping" : "by \(proof.series.usedTheorems.map(\.name).uniqued.joined(separator: " and "))"
    case .field(let proof): "by path independence in the matrix field \(proof.field.name)"
    case .moved(_, let proof): proof.summary
    case .linked(_, let proof): "by a link to \(proof.fraction)"
    }
  }

  /// The sum that it comes down to; nil where none is needed.
  public var sum: ExplicitSum? {
    switch argument {
    case .exact, .theorem: nil
    case .infiniteSum(let sum): sum
    case .sum(let proof): proof.sum
    case .field: nil
    case .moved(_, let proof), .linked(_, let proof): proof.sum
    }
  }
}

extension ExplicitSum {
  /// The sum as text, for example `sum(t(k), k >= 0) with t(0) = 1/2, t(k+1)/t(k) = (-k-1)/(k+3)`.
  public var text: String {
    "S = Σ t(k), k ≥ 0, t(0) = \(term.first), t(k+1)/t(k) = \(term.ratio.text(variable: "k"))"
  }

  /// The steps that prove the sum, its value apart.
  public var provedSteps: [ProofStep] {
    let tail = start == 0 ? "" : ", of the tail from index \(start) on"
    let limit = map.map { "the limit of \(fraction) is \($0), x = S" } ?? "the limit is that of the sum"
    return [
      ProofStep(
        kind: .sum,
        statement:
          "u(n) = a(n)u(n-1) + b(n)u(n-2)\(tail) has the solution y(n)/y(n-1) = \(solution); \(limit), \(text)",
        certificate: "r(n) = \(solution); from \(start)"),
      ProofStep(kind: .convergence, statement: term.reason, certificate: nil),
    ]
  }
}

extension HypergeometricTerm {
  /// Why the sum has a limit, or has none.
  public var reason: String {
    switch convergence {
    case .geometric(let z): "the sum converges: t(k+1)/t(k) tends to \(z)"
    case .power(let s): "the sum converges: t(k) is like k^(-\(s)), and \(s) > 1"
    case .alternating(let s):
      "the sum converges: signs alternate and |t(k)|, like k^(-\(s)), decreases to 0 in the end"
    case .infinite: "the sums grow beyond all bounds"
    case .undecided: "the convergence of the sum is not decided"
    }
  }
}

extension LinkCertificate {
  /// U as text, for example `[[n, n^2], [1, 3n+2]]`.
  public var text: String {
    let rows = matrix.rows.map { "[" + $0.map { "\($0)" }.joined(separator: ", ") + "]" }
    return "[" + rows.joined(separator: ", ") + "]"
  }
}
