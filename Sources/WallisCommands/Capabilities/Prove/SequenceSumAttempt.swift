internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// A proof of the value of an expression with the sum of a sequence by a recurrence in it.
struct SequenceSumAttempt {
  let expression: WallisFormulas.Expression
  /// The expression as it was typed.
  let shown: String
  /// What is to be proved; nil for whatever the sums give.
  let claim: WallisFormulas.Expression?
  /// The name of the format in which it is written; nil for the steps in words.
  let format: (any ProofFormat)?

  /// - Returns: nil where the expression has no sum of a sequence.
  func reply(in context: VerbContext) throws(Refusal) -> Reply? {
    let started = context.clock()
    guard let (proof, steps) = SequenceSumProof.attempt(expression, claim: claim) else { return nil }
    let seconds = context.clock() - started
    let text = format.map { format in proof.map { format.text(of: $0) } ?? nil }
    if let format, proof != nil, case .some(.none) = text {
      throw Refusal(
        "the format \(format.name) has no proofs of sums of sequences", remedy: "--format text or --format gp"
      )
    }
    let form = (proof?.closedForm ?? claim).map { "\(ClosedForm($0))" }
    var json: JSONValue {
      [
        "formula": .string(shown), "closedForm": .optional(form),
        "grade": .optional(
          proof == nil ? form.map { _ in Grade.conjecture.rawValue } : Grade.certified.rawValue),
        "reduced": .null, "steps": ProofView.json(steps), "sum": .null,
        "theorems": .array((proof?.theorems ?? []).map { .string($0) }), "assumed": .array([]),
        "text": .optional(proof?.text), "seconds": .double(seconds),
      ]
    }
    var document: Document {
      if let text = text?.flatMap({ $0 }) { return Document([.code(text)]) }
      let head = head(form, isProved: proof != nil, hasSteps: !steps.isEmpty)
      return Document([.fields(head)] + (steps.isEmpty ? [] : [ProofView.list(steps)]))
    }
    return Reply(
      document, json: json, exit: proof == nil ? .nothing : .done, result: proof == nil ? nil : form)
  }

  private func head(_ form: String?, isProved: Bool, hasSteps: Bool) -> [Field] {
    var head = [Field("formula", Text(shown, .formula))]
    if let form { head.append(Field("closed form", Text(form, .formula))) }
    guard !isProved else {
      return head + [Field("grade", Text("certified", .certified) + ": every step is exact")]
    }
    let why =
      hasSteps
      ? "the sequence is proved to be this, its sum is not"
      : "no right factor of order 1 over the fractions"
    return head + [Field("proof", Text("none found: \(why)"))]
  }
}
