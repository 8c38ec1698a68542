internal import WallisArithmetic
public import WallisFormulas

/// A theorem on an expression with the sum of a sequence in it: the sequence is a sum of hypergeometric terms, the sum of
/// each of which theorems tell.
public struct SequenceSumProof: Sendable, Equatable {
  /// The expression.
  public let expression: Expression
  /// Its value.
  public let closedForm: Expression
  /// The terms.
  package let terms: SequenceTerms
  /// Their sums.
  package let series: [SeriesProof]

  /// The theorem; nil where these sums do not give this value.
  ///
  /// - Parameter closedForm: nil for the one that the sums give, as short as identities make it.
  init?(_ expression: Expression, closedForm: Expression?, terms: SequenceTerms, series: [SeriesProof]) {
    guard series.map(\.term) == terms.terms, SequenceTerms.call(in: expression) == terms.call else {
      return nil
    }
    let start: Expression = .fraction(terms.head)
    let sum = series.reduce(start) { Expression(.sum($0, $1.value)) }
    let value = expression.replacing(terms.call, with: sum)
    let form = (closedForm ?? ExactIdentity.simplified(value)).closedFormOrder
    guard ExactIdentity.areEqual(value, form) else { return nil }
    (self.expression, self.closedForm, self.terms, self.series) = (expression, form, terms, series)
  }

  /// Seeks a proof; the steps say how far it got.
  ///
  /// - Returns: nil where the expression has no sum of a sequence.
  package static func attempt(
    _ expression: Expression, claim: Expression?
  ) -> (proof: SequenceSumProof?, steps: [ProofStep])? {
    guard let call = SequenceTerms.call(in: expression) else { return nil }
    guard let terms = SequenceTerms(of: call) else { return (nil, NestedSum(of: call)?.steps ?? []) }
    let series = terms.terms.compactMap { SeriesProof(evaluating: $0) }
    guard series.count == terms.terms.count,
      let proof = SequenceSumProof(expression, closedForm: claim, terms: terms, series: series)
    else { return (nil, terms.steps) }
    return (proof, proof.steps)
  }
}

extension SequenceTerms {
  /// The step that proves the terms.
  package var steps: [ProofStep] {
    let list = terms.enumerated().map { place, term in
      "t\(place + 1)(0) = \(term.first), t\(place + 1)(k+1)/t\(place + 1)(k) = \(term.ratio.text(variable: "k"))"
    }
    let sum = terms.indices.map { "t\($0 + 1)(k)" }.joined(separator: " + ")
    return [
      ProofStep(
        kind: .reduction,
        statement:
          "the sequence is u(k+\(start)) = \(sum) for k >= 0, each a solution of its recurrence; the values before add up to "
          + "\(head)", certificate: list.joined(separator: "; "))
    ]
  }
}

extension SequenceSumProof {
  /// The steps, the last one stating the closed form.
  package var steps: [ProofStep] {
    let parts = series.flatMap { proof in
      [
        ProofStep(
          kind: .sum,
          statement:
            "S = Σ t(k), k ≥ 0, t(0) = \(proof.term.first), t(k+1)/t(k) = \(proof.term.ratio.text(variable: "k"))",
          certificate: nil), ProofStep(kind: .convergence, statement: proof.term.reason, certificate: nil),
      ] + proof.steps + [
        ProofStep(kind: .exact, statement: "S = \(ClosedForm(proof.value))", certificate: nil)
      ]
    }
    return terms.steps + parts + [
      ProofStep(kind: .exact, statement: "so the value is \(ClosedForm(closedForm))", certificate: nil)
    ]
  }

  /// The names of the theorems that it rests on, with references, each once.
  package var theorems: [String] { series.flatMap(\.usedTheorems).map(\.citation).uniqued }

  /// What every proof of a sum begins with.
  public static let opening = "sum of "

  /// The proof as text that `ProofDocument` reads back and checks from nothing else.
  package var text: String {
    let ratios = terms.terms.map { $0.ratio.shifted(by: Integer(-terms.start - 1)).text() }
    let lines =
      [
        "\(SequenceSumProof.opening)\(ClosedForm(expression)) = \(ClosedForm(closedForm))",
        "  from \(terms.start) by [\(ratios.joined(separator: ", "))]",
      ] + series.flatMap(\.lines)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ProofReader {
  mutating func sequenceSum() throws(ProofFault) -> SequenceSumProof {
    let head = try line(SequenceSumProof.opening)
    let sides = head.rest.split(separator: " = ").map(String.init)
    guard sides.count == 2, let expression = try? Expression(parsing: sides[0]),
      let call = SequenceTerms.call(in: expression), let form = try? Expression(parsing: sides[1])
    else { throw ProofFault(line: head.number, "expected sum(…, rec(…)) = a closed form") }
    let here = try line("from")
    let words = here.rest.split(separator: " ", maxSplits: 2).map(String.init)
    let ratios = (words.last ?? "").filter { $0 != "[" && $0 != "]" }.split(separator: ",").map {
      RationalFunction(parsing: String($0), in: "n")
    }
    guard words.count == 3, words[1] == "by", let start = Int(words[0]),
      start.magnitude <= ExplicitSum.furthestStart,
      let terms = SequenceTerms(call, start: start, ratios: ratios.compactMap(\.self)),
      terms.terms.count == ratios.count
    else { throw ProofFault(line: here.number, "the sequence is no sum of these hypergeometric terms") }
    var series: [SeriesProof] = []
    for term in terms.terms { series.append(try self.series(term)) }
    guard
      let proof = SequenceSumProof(
        expression, closedForm: form.closedFormOrder, terms: terms, series: series)
    else { throw ProofFault(line: here.number, "these sums do not give this value") }
    return proof
  }
}
