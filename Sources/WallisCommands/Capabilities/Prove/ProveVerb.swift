internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs
internal import WallisSearch

/// `prove`: the limit of a fraction by exact steps.
struct ProveVerb: Verb {
  static let declaration = VerbDeclaration(
    "prove", "Prove the limit of a fraction, a series or a recurrence by steps that a program re-checks.",
    discussion: """
      The recurrence is searched for a first-order right factor; with one the limit is an explicit sum, and its terms \
      are written as a combination of terms of theorems and a difference: an identity of rational functions. Fractions \
      with deg a at most 1 and deg b at most 2 are quotients of contiguous hypergeometric functions, those of lines \
      of a matrix field follow from a sum along its edge. Where that does not reach, a matrix of polynomials is sought \
      that carries the fraction into a known one that is proved so. Without a closed form the one that identify finds \
      is proved, or the one that the sum gives is printed. A proof of a formula of the catalog is kept there, and shown when it is asked for again: it is checked \
      from its text first, and made anew where a step does not hold. The solutions of a recurrence of order 3 or 4 are \
      sought among products of those of two fractions, to whose limits its own is reduced; then recurrences of lower \
      order that p and q obey. A sequence whose sum is to be proved is taken apart into hypergeometric terms.

      certified: every step is exact, or a theorem with its reference. conjecture: the sum is proved, its value is \
      not. --format text writes the proof as lines that verify re-checks from nothing but them, gp as a script that \
      stops at the first identity that does not hold, latex as a theorem with its proof, lean as statements for Lean 4: \
      the identities with the tactic ring, the rest as hypotheses. The exit code is 1 where nothing is proved.
      """,
    examples: [
      .init("prove 'pcf(2, 4n^2+4n+1) = pi/(4-pi)'", "Leibniz's series inside a fraction"),
      .init("prove 'pcf(n+3, -n)'", "the closed form is found first"),
      .init("prove 'sum(k=0..inf, (-1)^k/(2k+1)) = pi/4'", "a series, by Euler's fraction"),
      .init(
        "prove 'rec([2n-1, -(2n+1)(5n^2-1), -n^2(2n-1)(5n^2-1), n^2(n-1)^4(2n+1)], p=[1, 16, 576], "
          + "q=[1, 9, 361], from=3)'",
        "products of two solutions of order 2"),
      .init("prove 'pcf(6, (2n-1)^2)' --format text", "lines for verify"),
      .init("prove 'pcf(2n+1, n^2)' --format lean", "statements for Lean 4"),
      .init("prove --query 'identified and not proved'", "all closed forms of the catalog"),
    ])

  @Argument(
    help: ArgumentHelp(
      "A continued fraction, a series or a recurrence, perhaps = a closed form.", valueName: "formula"))
  var formula: [Word] = []

  @Option(
    help: ArgumentHelp(
      "Prove the closed forms of all formulas of the catalog that satisfy a condition.",
      valueName: "condition"))
  var query: Word?

  @Flag(help: "With --query: seek links to known formulas too, where no sum tells the limit.")
  var deep = false

  @Option(help: "With --query: worker threads; all cores unless given.")
  var workers: Int?

  @Option(
    help: ArgumentHelp(
      "How the proof is written: \(ProofFormats.steps), \(ProofFormats.standard.names.joined(separator: ", ")).",
      valueName: "format"))
  var format = Word(argument: ProofFormats.steps)

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let format = try ProofFormats.standard.format(named: format.string)
    if let query { return try reply(toQuery: query.string, in: context) }
    let text = formula.map(\.string).joined(separator: " ")
    let sides = text.equalitySides.map(\.trimmingSpaces)
    guard (1...2).contains(sides.count), !sides.contains("") else {
      throw Refusal("'\(text)' is no formula", remedy: "for example: prove 'pcf(2n+1, n^2) = 4/pi'")
    }
    if let reply = try ofSequence(sides, format, in: context) { return reply }
    let (subject, shown) = try context.formula([Word(argument: sides[0])])
    let isReducible = subject.product.map { $0.rank > 2 } ?? false
    guard isReducible || subject.image != nil else {
      throw Refusal(
        "no method proves a limit of '\(shown)'", remedy: "continued fractions, series, and recurrences")
    }
    let claim = try sides.dropFirst().first.map { try context.workspace.closed($0) }
    if let claim, let refutation = try refutation(sides[0], claim.text, in: context) { return refutation }
    let form = claim?.expression.closedFormOrder
    guard let image = subject.image else {
      return try ReductionAttempt(subject: subject, shown: shown, claim: form, format: format)
        .reply(in: context)
    }
    return try ProofAttempt(
      subject: subject, image: image, shown: shown, claim: form, catalog: context.catalogPath(global),
      format: format
    ).reply(in: context)
  }

  private func reply(toQuery query: String, in context: VerbContext) throws -> Reply {
    guard formula.isEmpty else {
      throw Refusal("a formula and --query together", remedy: "prove one or the other")
    }
    let prover = deep ? try context.prover() : Prover()
    return try ProveQuery(
      condition: query, catalog: context.catalogPath(global), prover: prover,
      workers: SearchRun.workers(workers)
    ).reply(in: context)
  }

  /// The proof of an expression with the sum of a sequence in it; nil for other formulas.
  private func ofSequence(
    _ sides: [String], _ format: (any ProofFormat)?, in context: VerbContext
  ) throws -> Reply? {
    guard sides[0].contains("rec("), let closed = try? context.workspace.closed(sides[0]),
      SequenceTerms.call(in: closed.expression) != nil
    else { return nil }
    let claim = try sides.dropFirst().first.map { try context.workspace.closed($0) }
    if let claim, let refutation = try refutation(sides[0], claim.text, in: context) { return refutation }
    return try SequenceSumAttempt(
      expression: closed.expression, shown: closed.text, claim: claim?.expression.closedFormOrder,
      format: format
    ).reply(in: context)
  }

  /// A claim that digits refute needs no proof.
  private func refutation(_ formula: String, _ claim: String, in context: VerbContext) throws -> Reply? {
    let values = try [formula, claim].map { side in
      let closed = try context.workspace.closed(side)
      return try NumberValue(closed.expression, of: closed.text, digits: 50)
    }
    let view = VerificationView(left: values[0], right: values[1], digits: 50)
    return view.agreement == false ? view.reply : nil
  }
}

extension VerbContext {
  /// A prover that links to the known formulas.
  func prover() throws(Refusal) -> Prover {
    Prover(
      known: try knownFormulas().formulas.compactMap { known in
        guard let fraction = known.formula.fraction, let form = known.closedForm.expression else {
          return nil
        }
        return Prover.Known(fraction: fraction, closedForm: form)
      })
  }
}
