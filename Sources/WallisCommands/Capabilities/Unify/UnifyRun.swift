internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisIdentification
internal import WallisMatrixFields
internal import WallisProofs

/// Links the formulas of the catalog that satisfy a condition. What is found is stored after every block of comparisons.
struct UnifyRun {
  let condition: String
  let catalog: String

  /// Comparisons between two writes.
  private static let block = 64

  func reply(in context: VerbContext) throws -> Reply {
    let store = try context.openCatalog(at: catalog)
    let rows = try self.rows(store, context)
    var graph = FormulaGraph(rows.map { LinkSubject($0.fraction) })
    try recall(&graph, rows, store)
    let known = graph.links.count
    let (tried, isFinished) = try complete(&graph, rows, store, context)
    let proved = try isFinished ? carry(graph, rows, store) : 0
    let fields = try isFinished ? self.fields(graph) : nil
    return UnifyView(
      members: rows, graph: graph, numbers: try store.components(), known: known, tried: tried,
      fields: fields, proved: proved, certified: try certified(rows, store), isFinished: isFinished
    ).reply
  }

  /// The convergent fractions of the condition without their mirrors, the simplest first.
  private func rows(_ store: Catalog, _ context: VerbContext) throws -> [UnifiedFormula] {
    var rows: [UnifiedFormula] = []
    var query = try context.query(condition)
    query.foldsMirrors = true
    try store.visit(query) { row in
      let formula = row.formula.representative.formula
      guard let fraction = formula.fraction, !fraction.b.isZero,
        Classification(fraction).convergence.map({ $0 != .finite }) ?? false
      else { return }
      rows.append(UnifiedFormula(row: row, formula: formula, fraction: fraction))
    }
    return rows.sorted { UnifyRun.order($0.formula) < UnifyRun.order($1.formula) }
  }

  /// Short formulas first.
  private static func order(_ formula: Formula) -> (Int, String) {
    (formula.description.utf8.count, formula.key)
  }

  private func recall(_ graph: inout FormulaGraph, _ rows: [UnifiedFormula], _ store: Catalog) throws {
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.formula.key, $0) })
    for stored in try store.links() {
      guard let from = places[stored.from.key], let to = places[stored.to.key] else { continue }
      if let equivalence = stored.checked {
        graph.add(.link(.init(from: from, to: to, equivalence: equivalence)))
      } else if stored.certificate == nil {
        graph.add(.none(to, from))
      }
    }
  }

  private func complete(
    _ graph: inout FormulaGraph, _ rows: [UnifiedFormula], _ store: Catalog, _ context: VerbContext
  ) throws -> (tried: Int, isFinished: Bool) {
    var (waiting, tried, found, isFinished) = ([StoredLink](), 0, 0, true)
    try context.stopRequests.observe {
      try graph.complete { trial, done in
        let link = UnifyRun.stored(trial, rows)
        waiting.append(link)
        tried += 1
        found += link.certificate == nil ? 0 : 1
        if waiting.count == UnifyRun.block {
          try store.keep(waiting)
          waiting.removeAll(keepingCapacity: true)
        }
        context.progress(
          CellProgress(
            title: "unify", done: done, total: rows.count, perSecond: nil, secondsLeft: nil, findings: found))
        isFinished = !context.stopRequests.isRequested
        return isFinished
      }
      try store.keep(waiting)
    }
    return (tried, isFinished)
  }

  private static func stored(_ trial: FormulaGraph.Trial, _ rows: [UnifiedFormula]) -> StoredLink {
    switch trial {
    case .link(let link):
      StoredLink(
        from: rows[link.from].formula, to: rows[link.to].formula, certificate: link.equivalence.text)
    case .none(let later, let earlier):
      StoredLink(from: rows[earlier].formula, to: rows[later].formula, certificate: nil)
    }
  }

  /// Carries the proofs that hold to all members of their components, and keeps them.
  ///
  /// - Returns: how many formulas are proved now that were not.
  private func carry(_ graph: FormulaGraph, _ rows: [UnifiedFormula], _ store: Catalog) throws -> Int {
    var proofs: [Int: Proof] = [:]
    for place in graph.components.joined() {
      if let proof = try proof(rows[place], store) { proofs[place] = proof }
    }
    let all =
      proofs.sorted { $0.key < $1.key }.map { (place: $0.key, proof: $0.value) } + graph.carried(proofs)
    let new = all.filter { !rows[$0.place].row.isProved }
    try store.keep(new.map { $0.proof.written(as: form(rows[$0.place])) })
    return new.count
  }

  /// How the limit is written: as the catalog has it, else as it is identified; nil where neither says.
  private func form(_ member: UnifiedFormula) -> ClosedForm? {
    if let form = member.closedForm { return form }
    return NumberSource(limitOf: member.fraction).flatMap { source in
      Identification().identify(source, suggested: Constant.suggested(by: member.fraction)).best?.formula
        .closedForm
    }
  }

  /// A proof that is kept, or one that is found without other formulas.
  private func proof(_ member: UnifiedFormula, _ store: Catalog) throws -> Proof? {
    if member.row.proof != nil {
      return try ProofMemory(of: member.formula, in: store).proof(of: nil)?.base
    }
    guard let form = member.closedForm?.expression else { return nil }
    return Prover().prove(member.fraction, claim: form).proof
  }

  /// Names of the matrix fields that formulas are lines of, by the simplest members of their components.
  private func fields(_ graph: FormulaGraph) throws -> [Int: String] {
    let membership = FieldMembership(try KnownFields.all())
    var fields: [Int: String] = [:]
    for place in graph.subjects.indices where graph.root(place) == place {
      fields[place] = membership.field(of: graph.subjects[place])
    }
    return fields
  }

  /// Places of the formulas that are proved now.
  private func certified(_ rows: [UnifiedFormula], _ store: Catalog) throws -> Set<Int> {
    Set(try rows.indices.filter { try store.row(for: rows[$0].row.formula)?.isProved == true })
  }
}

extension Proof {
  /// The proof with the closed form as the catalog writes it, where that is the same number.
  fileprivate func written(as form: ClosedForm?) -> Proof {
    form?.expression.flatMap { stating($0) } ?? self
  }
}

/// A formula of the catalog, of a mirror pair the one that is stored.
struct UnifiedFormula {
  /// The row that satisfies the condition, perhaps that of the mirror.
  let row: CatalogRow
  let formula: Formula
  let fraction: ContinuedFraction

  /// The closed form of `formula`: the opposite of that of its mirror.
  var closedForm: ClosedForm? { row.formula == formula ? row.closedForm : row.closedForm?.opposite }
}
