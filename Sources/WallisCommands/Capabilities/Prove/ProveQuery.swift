internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs
internal import WallisSearch

/// Proves the closed forms of all formulas of the catalog that satisfy a condition; the proofs are kept there, and what
/// they prove is certified.
///
/// Every block is stored as it ends, so that an interrupted run loses at most one.
struct ProveQuery {
  let condition: String
  let catalog: String
  let prover: Prover
  let workers: Int

  /// Formulas between two writes.
  private static let block = 256

  func reply(in context: VerbContext) throws -> Reply {
    let store = try context.openCatalog(at: catalog)
    var (formulas, certified, conjectures) = ([Formula](), 0, 0)
    var query = try context.query(condition)
    query.foldsMirrors = true
    try store.visit(query) { row in
      guard row.formula.image != nil else { return }
      if row.isProved { certified += 1 } else if row.grade == .conjecture { conjectures += 1 }
      if row.needsProof { formulas.append(row.formula.representative.formula) }
    }
    var tally = ProofTally(candidates: conjectures + certified, certified: certified)
    let bulk = BulkProof(prover: prover, workers: workers)
    let started = context.clock()
    try context.stopRequests.observe {
      var next = 0
      while next < formulas.count, !context.stopRequests.isRequested {
        let block = formulas[next..<min(next + ProveQuery.block, formulas.count)]
        try prove(block, bulk, store, &tally)
        next = block.endIndex
        let seconds = context.clock() - started
        let rate = seconds > 0.2 ? Double(next) / seconds : nil
        context.progress(
          CellProgress(
            title: "prove", done: next, total: formulas.count, perSecond: rate,
            secondsLeft: rate.map { Double(formulas.count - next) / $0 }, findings: tally.proved))
      }
      tally.isFinished = next == formulas.count
    }
    return tally.reply
  }

  private func prove(
    _ formulas: ArraySlice<Formula>, _ bulk: BulkProof, _ store: Catalog, _ tally: inout ProofTally
  ) throws {
    var claims: [(finding: Discovery, image: FractionImage, form: WallisFormulas.Expression)] = []
    for formula in formulas {
      guard let image = formula.image, let finding = try store.findings(about: formula).first,
        let form = finding.closedForm.expression
      else { continue }
      claims.append((finding, image, form))
    }
    let outcomes = bulk.prove(claims.map { ($0.image, $0.form) })
    for (claim, outcome) in zip(claims, outcomes) where claim.finding.grade != .certified {
      tally.add(outcome)
    }
    try store.keep(
      zip(claims, outcomes).compactMap { claim, outcome in
        outcome.proof.flatMap { FormulaProof(claim.finding.formula, closedForm: claim.form, base: $0) }
      })
  }
}

extension CatalogRow {
  /// Whether a proof is to be sought: a conjecture, or a limit that is certified without a proof beside it. A rational
  /// limit is its own.
  fileprivate var needsProof: Bool {
    switch grade {
    case .conjecture: true
    case .certified: proof == nil && dynamics.outcome == .value
    default: false
    }
  }
}

/// What a run over many formulas proved.
private struct ProofTally {
  let candidates: Int
  /// Certified before.
  let certified: Int
  var proved = 0
  var reduced = 0
  var open = 0
  var theorems: [String: Int] = [:]
  var isFinished = false

  init(candidates: Int, certified: Int) { (self.candidates, self.certified) = (candidates, certified) }

  mutating func add(_ outcome: Prover.Outcome) {
    switch outcome {
    case .proved(let proof):
      proved += 1
      for theorem in Set(proof.theorems) { theorems[theorem, default: 0] += 1 }
    case .reduced: reduced += 1
    case .open: open += 1
    }
  }

  var reply: Reply {
    let counts = [
      ("proved", proved), ("certified before", certified), ("reduced to a sum", reduced), ("open", open),
    ]
    let used = theorems.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var json: JSONValue {
      [
        "candidates": .integer(candidates), "finished": .bool(isFinished), "proved": .integer(proved),
        "certified": .integer(certified), "reduced": .integer(reduced), "open": .integer(open),
        "theorems": .array(used.map { ["theorem": .string($0.key), "proofs": .integer($0.value)] }),
      ]
    }
    var document: Document {
      var blocks: [Block] = [
        .table(
          Table(
            [.init("outcome"), .init("formulas without mirrors", .right)],
            rows: (counts + [("all", candidates)]).map {
              [Text($0.0), Text(ProgressLine.grouped($0.1), .digits)]
            }))
      ]
      if !used.isEmpty {
        blocks.append(
          .table(
            Table(
              [.init("proofs", .right), .init("theorem")],
              rows: used.map { [Text("\($0.value)", .digits), Text($0.key)] })))
      }
      if !isFinished {
        blocks.append(.paragraph("interrupted; what is proved is kept, and the same command goes on"))
      }
      return Document(blocks)
    }
    let exit: Exit = !isFinished ? .interrupted : proved + certified == 0 ? .nothing : .done
    return Reply(document, json: json, exit: exit)
  }
}
