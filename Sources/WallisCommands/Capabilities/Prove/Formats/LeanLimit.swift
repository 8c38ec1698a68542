internal import WallisArithmetic
internal import WallisFormulas
internal import WallisProofs

/// The limit of one fraction of a chain as a theorem for Lean: what it rests on are hypotheses, each with its reason.
struct LeanLimit {
  private var term = LeanTerm()
  /// Variables of type ℝ beside those of the term.
  private var names = ["L"]
  private var hypotheses: [(name: String, statement: String, reason: String)] = []
  private let place: Int
  private let title: String
  private var conclusion = ""

  init(_ proof: Proof, place: Int) {
    self.place = place
    title = "\(proof.fraction) = \(ClosedForm(proof.closedForm))"
    let value = assume(proof)
    conclusion = term.text(proof.closedForm)
    if value != conclusion {
      hypotheses.append(("closed_form", "(\(value) : ℝ) = \(conclusion)", "an identity of constants"))
    }
  }

  /// Takes in what an argument rests on; the value of L that follows.
  private mutating func assume(_ proof: Proof) -> String {
    switch proof.argument {
    case .exact:
      return assumeLimit(term.text(proof.closedForm), "by exact arithmetic")
    case .theorem(let theorem):
      return assumeLimit(term.text(theorem.value), "\(theorem.name): \(theorem.reference)")
    case .infiniteSum(let sum):
      return assumeLimit(
        sum.limitAtInfinity.map(LeanTerm.number) ?? "0", "solution and quotient above; the sums are unbounded"
      )
    case .sum(let sum): return assume(sum)
    case .field(let along): return assume(along)
    case .moved(let link, let base):
      return assume(link.map, of: base, "the inflation or shift above")
    case .linked(let link, let base):
      return assume(link.map, of: base, "the coboundary above, which carries minimal solutions")
    }
  }

  private mutating func assumeLimit(_ value: String, _ reason: String) -> String {
    hypotheses.append(("limit", "L = \(value)", reason))
    return value
  }

  private mutating func assume(_ map: MoebiusMap, of base: Proof, _ reason: String) -> String {
    names.append("M")
    let value = term.text(base.closedForm)
    hypotheses.append(("base", "M = \(value)", "limit_\(place - 1)"))
    hypotheses.append(("link", "L = \(LeanLimit.image("M", map))", reason))
    return LeanLimit.image(value, map)
  }

  private mutating func assume(_ proof: FieldProof) -> String {
    let value = assume(proof.series)
    hypotheses.append(
      ("path", "L = \(LeanLimit.image("S", proof.map))", "conservation above; \(proof.pathStatement)"))
    return LeanLimit.image(value, proof.map)
  }

  private mutating func assume(_ proof: SumProof) -> String {
    let value = assume(proof.series)
    let reason = "solution and quotient above; \(proof.sum.term.reason)"
    guard let map = proof.sum.map else {
      hypotheses.append(("fraction", "L = S", reason))
      return value
    }
    hypotheses.append(("fraction", "L = \(LeanLimit.image("S", map))", reason))
    return LeanLimit.image(value, map)
  }

  /// Takes in the theorems and the telescoping of a sum S; its value.
  private mutating func assume(_ proof: SeriesProof) -> String {
    let used = zip(proof.telescoping.coefficients, proof.theorems).filter { !$0.0.isZero }
    let sums = used.indices.map { "S\($0 + 1)" }
    names += ["S"] + sums
    var values: [String] = []
    for (name, part) in zip(sums, used) {
      let value = term.text(part.1.value)
      values.append(value)
      hypotheses.append(
        (
          "theorem_\(name)", "\(name) = \(value)", "\(part.1.name): \(part.1.reference); \(part.1.statement)"
        ))
    }
    let edge = proof.boundary.map { term.text($0) } ?? "0"
    func combined(_ sums: [String]) -> String {
      "(\((zip(used, sums).map { "\(LeanTerm.number($0.0)) * \($1)" } + [edge]).joined(separator: " + ")))"
    }
    hypotheses.append(("telescoping", "S = \(combined(sums))", "the telescoping above, summed over k"))
    return combined(values)
  }

  private static func image(_ x: String, _ map: MoebiusMap) -> String {
    func number(_ value: Integer) -> String { LeanTerm.number(Rational(value)) }
    return "((\(number(map.a)) * \(x) + \(number(map.b))) / (\(number(map.c)) * \(x) + \(number(map.d))))"
  }

  /// The theorem; its hypotheses are put into one another, and the last says that the constants agree.
  var text: String {
    let variables = names + term.variables.map(\.name)
    let legend = term.variables.map { "`\($0.name)` stands for \($0.number)." }
    let comment = ProofStatements.comment(([title] + legend).joined(separator: "\n    "))
    let lines = hypotheses.map { "    -- \($0.reason)\n    (\($0.name) : \($0.statement))" }
    let substituted = hypotheses.map(\.name).filter { $0 != "closed_form" }
    let isClosed = substituted.count == hypotheses.count
    return """
      /-- \(comment) -/
      theorem limit_\(place) (\(variables.joined(separator: " ")) : ℝ)
      \(lines.joined(separator: "\n")) :
          L = \(conclusion) := by
        rw [\(substituted.reversed().joined(separator: ", "))]
      """ + (isClosed ? "" : "\n  exact closed_form")
  }
}
