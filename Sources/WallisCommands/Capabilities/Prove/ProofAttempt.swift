internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// A proof of one formula: the one that the catalog keeps, or one that is sought now.
struct ProofAttempt {
  let subject: Formula
  /// The fraction of which its limit is an image.
  let image: FractionImage
  /// The formula as it was typed.
  let shown: String
  /// What is to be proved; nil for the closed form that digits suggest, or any.
  let claim: WallisFormulas.Expression?
  let catalog: String
  /// How it is written; nil for the steps in words.
  let format: (any ProofFormat)?

  func reply(in context: VerbContext) throws -> Reply {
    let started = context.clock()
    let memory = try ProofMemory(of: subject, at: catalog, in: context)
    let recollection = try memory?.recall(claim) ?? .nothing
    if case .proof(let proof) = recollection {
      return view(claim, .proved(proof), since: started, context).reply
    }
    let aim = claim ?? identified
    let prover = try context.prover()
    var outcome = prover.prove(image, claim: aim)
    // The limit may be proved where it is not in the closed form that digits suggest.
    if claim == nil, aim != nil, outcome.proof == nil,
      case .proved(let proof) = prover.prove(image, claim: nil)
    {
      outcome = .proved(proof)
    }
    let kept = outcome.proof.flatMap {
      FormulaProof(subject, closedForm: $0.closedForm(of: image, claim: aim), base: $0)
    }
    let notKept = try memory?.keep(kept, inPlaceOf: recollection.broken, in: context)
    var reply = view(aim, outcome, since: started, context).reply
    reply.remark = recollection.remark(isMadeAgain: outcome.proof != nil) ?? notKept
    return reply
  }

  private func view(
    _ claim: WallisFormulas.Expression?, _ outcome: Prover.Outcome, since started: Double,
    _ context: VerbContext
  ) -> ProofView {
    ProofView(
      formula: shown, subject: subject, claim: claim,
      outcome: outcome,
      seconds: context.clock() - started, format: format)
  }

  private var identified: WallisFormulas.Expression? { subject.suggestedClosedForm }
}

extension Formula {
  /// The closed form that digits suggest; nil where they suggest none.
  var suggestedClosedForm: WallisFormulas.Expression? {
    guard let source = NumberSource(limitOf: self) else { return nil }
    let report = Identification().identify(source, suggested: Constant.suggested(by: self))
    guard let best = report.best, best.grade >= .conjecture else { return nil }
    return best.formula.closedForm.expression
  }
}

extension Prover.Outcome {
  /// The proof; nil where none was found.
  var proof: Proof? { if case .proved(let proof) = self { proof } else { nil } }
}

extension ProofMemory.Recollection {
  /// A text that does not hold.
  fileprivate var broken: StoredProof? { if case .broken(let proof, _) = self { proof } else { nil } }

  /// What is said of a text that does not hold; nil for others.
  fileprivate func remark(isMadeAgain: Bool) -> Document? {
    guard case .broken(let proof, let fault) = self else { return nil }
    let end = isMadeAgain ? "it was made again" : "it was forgotten, and none was found in its place"
    return Document([
      .paragraph(
        Text(
          "the proof of \(proof.formula) = \(proof.closedForm) in the catalog does not hold, line "
            + "\(fault.line): \(fault.message); \(end)"))
    ])
  }
}
