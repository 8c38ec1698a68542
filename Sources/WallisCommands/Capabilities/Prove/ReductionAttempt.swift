internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// A proof of the limit of a recurrence of order 3 or more, sought by taking it apart.
struct ReductionAttempt {
  let subject: Formula
  /// The formula as it was typed.
  let shown: String
  /// What is to be proved; nil for whatever the parts give.
  let claim: WallisFormulas.Expression?
  /// How it is written; nil for the steps in words.
  let format: (any ProofFormat)?

  func reply(in context: VerbContext) throws -> Reply {
    let started = context.clock()
    let outcome =
      try subject.product.map { try context.prover().reduce($0, claim: claim) } ?? .open("none found")
    guard case .proved(let proof) = outcome else {
      return unproved(outcome, claim ?? subject.suggestedClosedForm, context.clock() - started)
    }
    return try proved(proof, context.clock() - started)
  }

  private func proved(_ proof: ReductionProof, _ seconds: Double) throws(Refusal) -> Reply {
    let text = format.map { $0.text(of: proof) }
    if let format, case .some(.none) = text {
      throw Refusal(
        "the format \(format.name) has no proofs of recurrences", remedy: "--format text or --format gp")
    }
    let form = "\(ClosedForm(proof.closedForm))"
    var json: JSONValue {
      fields(
        form: form, grade: .certified, reduced: "\(ClosedForm(proof.formula))", steps: proof.steps,
        theorems: proof.theorems, text: proof.text, seconds)
    }
    var document: Document {
      if let text = text?.flatMap({ $0 }) { return Document([.code(text)]) }
      let head = [
        Field("formula", Text(shown, .formula)), Field("closed form", Text(form, .formula)),
        Field("grade", Text("certified", .certified) + ": every step is exact"),
      ]
      return Document([.fields(head), ProofView.list(proof.steps)])
    }
    return Reply(document, json: json, result: form)
  }

  private func unproved(
    _ outcome: Prover.Reduction, _ suggested: WallisFormulas.Expression?, _ seconds: Double
  ) -> Reply {
    let form = suggested.map { "\(ClosedForm($0))" }
    var (steps, reduced, sought): ([ProofStep], String?, String?) = ([], nil, nil)
    switch outcome {
    case .reduced(let formula, let found): (steps, reduced) = (found, "\(ClosedForm(formula))")
    case .open(let text): sought = text
    case .proved: break
    }
    var json: JSONValue {
      fields(
        form: form, grade: form == nil ? nil : .conjecture, reduced: reduced, steps: steps, theorems: [],
        text: nil, seconds)
    }
    var document: Document {
      var head = [Field("formula", Text(shown, .formula))]
      if let form {
        head.append(
          Field("closed form", Text(form, .formula) + ": a conjecture, the digits agree"))
      }
      if let reduced { head.append(Field("equals", Text(reduced, .formula) + ": proved")) }
      if let sought { head.append(Field("proof", Text(sought))) }
      return Document([.fields(head)] + (steps.isEmpty ? [] : [ProofView.list(steps)]))
    }
    return Reply(document, json: json, exit: .nothing)
  }

  private func fields(
    form: String?, grade: Grade?, reduced: String?, steps: [ProofStep], theorems: [String], text: String?,
    _ seconds: Double
  ) -> JSONValue {
    [
      "formula": .string(shown), "closedForm": .optional(form), "grade": .optional(grade?.rawValue),
      "reduced": .optional(reduced), "steps": ProofView.json(steps), "sum": .null,
      "theorems": .array(theorems.map { .string($0) }), "assumed": .array([]), "text": .optional(text),
      "seconds": .double(seconds),
    ]
  }
}
