internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// What an attempt at a proof came to.
struct ProofView {
  let formula: String
  /// What it stands for.
  let subject: Formula
  /// What was to be proved: typed, or found by digits.
  let claim: WallisFormulas.Expression?
  let outcome: Prover.Outcome
  let seconds: Double
  /// How it is written; nil for the steps in words.
  let format: (any ProofFormat)?

  /// The fraction that was proved in place of the formula; nil for a fraction itself.
  private var image: FractionImage? { subject.fraction == nil ? subject.image : nil }

  var reply: Reply {
    switch outcome {
    case .proved(let proof): proved(proof)
    case .reduced(let sum): reduced(sum)
    case .open: open
    }
  }

  private func proved(_ proof: Proof) -> Reply {
    let form = image.map { proof.closedForm(of: $0, claim: claim) } ?? proof.closedForm
    let steps = image.map { proof.steps(of: formula, as: $0, closedForm: form) } ?? proof.steps
    let whole = FormulaProof(subject, closedForm: form, base: proof) ?? FormulaProof(proof)
    var json: JSONValue {
      fields(
        closedForm: .string("\(ClosedForm(form))"), grade: .certified, steps: steps,
        sum: proof.sum, theorems: proof.theorems, text: whole.text)
    }
    var document: Document {
      if let format { return Document([.code(format.text(of: [whole]))]) }
      let head = [
        Field("formula", Text(image == nil ? "\(proof.fraction)" : formula, .formula)),
        Field("closed form", Text(ClosedForm(form))),
        Field("grade", Text("certified", .certified) + ": every step is exact"),
      ]
      return Document([.fields(head), ProofView.list(steps)] + suggested(besides: form))
    }
    return Reply(document, json: json, result: "\(ClosedForm(form))")
  }

  /// The closed form that digits suggest where another one is proved.
  private func suggested(besides form: WallisFormulas.Expression) -> [Block] {
    guard let claim, image == nil, claim.closedFormOrder != form else { return [] }
    return [
      .paragraph(
        Text("Its digits agree with \(ClosedForm(claim)); that the two are equal is a conjecture.", .muted))
    ]
  }

  private func reduced(_ sum: ExplicitSum) -> Reply {
    let form = claim.map { "\(ClosedForm($0))" }
    var json: JSONValue {
      fields(
        closedForm: .optional(form), grade: form == nil ? nil : .conjecture, steps: sum.provedSteps, sum: sum,
        theorems: [], text: nil)
    }
    var document: Document {
      var head = [Field("formula", Text(formula, .formula))]
      if let form { head.append(Field("closed form", Text(form, .formula))) }
      head.append(
        Field(
          "grade",
          form == nil
            ? "the limit is an explicit sum; nothing more is known of it"
            : Text("conjecture", .conjecture) + ": the sum is proved, that it is this number is not"))
      return Document([.fields(head), ProofView.list(sum.provedSteps)])
    }
    return Reply(document, json: json, exit: .nothing)
  }

  private var open: Reply {
    let form = claim.map { "\(ClosedForm($0))" }
    var json: JSONValue {
      fields(
        closedForm: .optional(form), grade: form == nil ? nil : .conjecture, steps: [], sum: nil,
        theorems: [],
        text: nil)
    }
    var document: Document {
      var head = [Field("formula", Text(formula, .formula))]
      if let form {
        head.append(Field("closed form", Text(form, .formula) + ": a conjecture, the digits agree"))
      }
      head.append(
        Field("proof", "none found: no first-order factor over the fractions, no link to a known formula"))
      return Document([.fields(head)])
    }
    return Reply(document, json: json, exit: .nothing)
  }

  private func fields(
    closedForm: JSONValue, grade: Grade?, steps: [ProofStep], sum: ExplicitSum?, theorems: [String],
    text: String?
  ) -> JSONValue {
    [
      "formula": .string(formula), "closedForm": closedForm, "grade": .optional(grade?.rawValue),
      "steps": ProofView.json(steps),
      "sum": .optional(sum?.text), "theorems": .array(theorems.map { .string($0) }), "assumed": .array([]),
      "text": .optional(text), "seconds": .double(seconds),
    ]
  }

  static func json(_ steps: [ProofStep]) -> JSONValue {
    .array(
      steps.map {
        [
          "kind": .string($0.kind.rawValue), "statement": .string($0.statement),
          "certificate": .optional($0.certificate),
        ]
      })
  }

  static func list(_ steps: [ProofStep]) -> Block {
    .fields(steps.map { Field($0.kind.rawValue, Text($0.statement)) })
  }
}
