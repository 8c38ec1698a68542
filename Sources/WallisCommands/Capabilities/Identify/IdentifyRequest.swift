internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// Asks for closed forms of a number.
struct IdentifyRequest: Codable, Sendable {
  static let standardDigits = 50

  var number: String
  /// Digits of the first evaluation of a formula; nil for as many as the search needs.
  var digits: Int?
  /// Constants to which the search is restricted, separated by commas.
  var with: String?
  /// Total degree of the monomials in those constants; without constants, the degree of polynomials.
  var degree: Int?
  /// How far the search goes; nil for what is usual.
  var reach: IdentifyReach?
  /// Seconds after which the search of a number is cut; nil for none, 0 for the table alone.
  var time: Double?
  /// Bases after which a wide search ends.
  var budget: Int?
  /// Catalog that a formula is looked up in.
  var catalog: String?
  /// How closed forms are written for people.
  var format = Notation.plain
  /// Whether to search although the catalog knows that this search comes to nothing.
  var again = false

  /// Where the closed form is looked for, with the constants evaluated; the same for any number.
  struct Search {
    let scope: SearchScope
    let digits: Int
    let identification: Identification
  }

  /// - Parameter usual: how far it goes where the request does not say.
  func search(usual: IdentifyReach = .standard, in context: VerbContext) throws(Refusal) -> Search {
    let scope = try IdentifyScope(self).scope(usual: usual, in: context)
    let digits = try searchedDigits(scope)
    return Search(
      scope: scope, digits: digits,
      identification: try identification(scope, digits: digits, in: context))
  }

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    try reply(searching: search(in: context), in: context)
  }

  /// - Parameter isBrief: whether the bounds of many bases are put together in JSON as they are for people.
  func reply(searching search: Search, isBrief: Bool = false, in context: VerbContext) throws(Refusal)
    -> Reply
  {
    let (scope, identification) = (search.scope, search.identification)
    let (source, formula, parts, note) = try source(search.digits, in: context)
    let subject = formula?.image == nil ? nil : formula
    let (memory, novelty) = try known(subject, search: identification.name, in: context)
    if !again, let excluded = memory?.excluded { return settled(excluded) }
    let suggested = parts.reduce(into: [Constant]()) { list, part in
      for constant in Constant.suggested(by: part) where !list.contains(constant) { list.append(constant) }
    }
    let (found, isStopped, isLate) = run(identification, source, suggested, context)
    let report =
      isStopped || isLate ? found : try proved(after: found, source, parts, identification, in: context)
    let proof = isStopped ? nil : try proof(report, of: formula, in: context)
    let notKept = isStopped || isLate ? nil : try memory?.keep(report, proof, in: context)
    var search: NoveltySearch?
    if let subject { search = try NoveltySearch(subject, known: context.knownFormulas()) }
    let view = IdentificationView(
      report: report, novelty: novelty, answer: { [search] in search?.answer(in: context).word }, note: note,
      notation: format, isStopped: isStopped, cut: isLate ? time : nil,
      proof: proof, isBrief: isBrief)
    let exit: Exit = isStopped ? .interrupted : report.best == nil ? .nothing : .done
    return Reply(
      view.document, json: view.json, exit: exit, result: result(report),
      remark: notKept ?? (exit == .nothing ? hint(scope, report) : nil))
  }

  private func source(
    _ digits: Int, in context: VerbContext
  ) throws(Refusal) -> (NumberSource, Formula?, parts: [Formula], note: String?) {
    do {
      return try IdentifySource(number: number, digits: digits).source(in: context)
    } catch var refusal {
      let name = number.hasPrefix("@") ? String(number.dropFirst()) : number
      if context.isReadableFile(name) { refusal.diagnostic.remedy = "a file is read with --file \(name)" }
      throw refusal
    }
  }

  /// What the catalog and the literature know about a formula.
  private func known(
    _ formula: Formula?, search: String, in context: VerbContext
  ) throws(Refusal) -> (IdentificationMemory?, Novelty?) {
    guard let formula else { return (nil, nil) }
    let known = try context.knownFormulas()
    let store = try context.catalogIfPresent(
      at: catalog ?? context.locations.catalog(option: context.catalog))
    let novelty = try Novelty(formula, known: known, catalog: store)
    guard let store else { return (nil, novelty) }
    return (try IdentificationMemory(of: formula, in: store, known: known, search: search), novelty)
  }

  /// A proof of the best closed form where digits alone speak for it; nil where none is found.
  private func proof(
    _ report: IdentificationReport, of formula: Formula?, in context: VerbContext
  ) throws(Refusal) -> Proof? {
    guard let image = formula?.image, let best = report.best, best.grade == .conjecture,
      let form = best.formula.closedForm.expression,
      case .proved(let proof) = try context.prover().prove(image, claim: form)
    else { return nil }
    return proof
  }

  /// The report, or where it found nothing that of the search among the limits of the formulas within the number that
  /// theorems tell.
  private func proved(
    after report: IdentificationReport, _ source: NumberSource, _ parts: [Formula],
    _ identification: Identification, in context: VerbContext
  ) throws(Refusal) -> IdentificationReport {
    guard report.best == nil, with == nil, degree == nil, !parts.isEmpty, identification.scope != .table
    else {
      return report
    }
    let prover = try context.prover()
    let limits = parts.compactMap { part -> Constant? in
      guard let image = part.image, case .proved(let proof) = prover.prove(image, claim: nil) else {
        return nil
      }
      return Constant.limit(proof.closedForm(of: image, claim: nil))
    }
    guard !limits.isEmpty else { return report }
    let among = Identification(constants: limits, recomputedDigits: identification.recomputedDigits)
      .identify(source, after: report)
    return among.best == nil ? report : among
  }

  /// The search over the table and the user's own constants.
  private func identification(
    _ scope: SearchScope, digits: Int, in context: VerbContext
  ) throws(Refusal) -> Identification {
    let own = try context.ownConstants()
    return Identification(
      constants: Constant.all + own.searchable(digits: 2 * digits + 50), scope: scope,
      recomputedDigits: digits, own: own.searchableBases(digits: 2 * digits + 50))
  }

  /// The answer where the same search has come to nothing before.
  private func settled(_ excluded: [BulkIdentification.Exclusion]) -> Reply {
    let exclusions = excluded.map { ($0.basis, $0.below) }
    var json: JSONValue {
      [
        "verdict": "nothing", "digits": .null, "digitsNeeded": .null, "basesTried": 0,
        "findings": .array([]), "excluded": IdentificationView.json(exclusions),
      ]
    }
    return Reply(
      Document([
        .paragraph("nothing found by an earlier search"), .table(IdentificationView.table(exclusions)),
      ]),
      json: json, exit: .nothing,
      remark: Document([.paragraph("the catalog knew; to search nevertheless: " + Text("--again", .name))]))
  }

  /// Digits for each term that were not asked for otherwise.
  private func searchedDigits(_ scope: SearchScope) throws(Refusal) -> Int {
    if let digits {
      guard (24...1000).contains(digits) else {
        throw Refusal("--digits \(digits)", remedy: "between 24 and 1000 digits are searched")
      }
      return digits
    }
    switch scope {
    case .among(let constants, let degree):
      let terms = SearchScope.monomialCount(constants.count, degree: degree) + 2
      return max(IdentifyRequest.standardDigits, 8 * terms)
    case .algebraic(let degree): return max(IdentifyRequest.standardDigits, 12 * (degree + 1))
    case .table, .standard, .wide: return IdentifyRequest.standardDigits
    }
  }

  private func run(
    _ identification: Identification, _ source: NumberSource, _ suggested: [Constant], _ context: VerbContext
  ) -> (IdentificationReport, isStopped: Bool, isLate: Bool) {
    let started = context.clock()
    var (isStopped, isLate) = (false, false)
    let report = context.stopRequests.observe {
      identification.identify(source, suggested: suggested) { advance in
        let seconds = context.clock() - started
        let rate = seconds > 0.2 ? Double(advance.bases) / seconds : nil
        let total = identification.bases
        context.progress(
          CellProgress(
            title: "identify", done: min(advance.bases, total), total: total, perSecond: rate,
            secondsLeft: rate.map { Double(max(0, total - advance.bases)) / $0 }, findings: advance.findings))
        isStopped = context.stopRequests.isRequested
        isLate = time.map { $0 > 0 && seconds >= $0 } ?? false
        return !isStopped && !isLate
      }
    }
    return (report, isStopped, isLate)
  }

  /// What `%` stands for: the closed form, where expressions can say it.
  private func result(_ report: IdentificationReport) -> String? {
    guard let text = report.best.map({ "\($0.formula)" }) else { return nil }
    return (try? WallisFormulas.Expression(parsing: text)) == nil ? nil : text
  }

  private func hint(_ scope: SearchScope, _ report: IdentificationReport) -> Document? {
    guard scope == .standard, report.verdict == .nothing else { return nil }
    let text: Text = "to search further: " + Text("identify … --wide", .name)
    return Document([.paragraph(text)])
  }
}
