internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// A LaTeX document: a theorem and its proof for each, every step a displayed identity.
struct ProofPaper: ProofFormat {
  let name = "latex"
  let summary = "a document with theorems and proofs"
  let commentMark = "% "

  func text(of proofs: [FormulaProof]) -> String {
    let head = [
      "\\documentclass{article}", "\\usepackage[T1]{fontenc}", "\\usepackage{amsmath,amsthm}",
      "\\newtheorem{theorem}{Theorem}", "\\allowdisplaybreaks", "\\begin{document}",
    ]
    let lines = head + proofs.flatMap(ProofPaper.lines) + ["\\end{document}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ proof: FormulaProof) -> [String] {
    let form = Math.text(proof.closedForm)
    let theorem = ["\\begin{theorem}"] + display("\(proof.formula.latex) = \(form)") + ["\\end{theorem}"]
    let end = (proof.isOfFraction ? [] : ["So the sum is $\(form)$."]) + ["\\end{proof}"]
    return theorem + ["\\begin{proof}"] + image(proof) + proof.base.chain.flatMap(paragraphs) + end
  }

  /// What a formula that is no fraction has to do with the one below.
  private static func image(_ proof: FormulaProof) -> [String] {
    guard !proof.isOfFraction, let image = proof.formula.image else { return [] }
    return ["The partial values are $\(map(image.map, of: "x"))$, $x$ the convergents of"]
      + display(Formula(image.fraction).latex)
  }

  private typealias Math = ProofMathematics

  private static func display(_ formulas: String...) -> [String] {
    formulas.flatMap { ["\\begin{equation*}", "  \($0)", "\\end{equation*}"] }
  }

  private static func prose(_ text: String) -> String { LatexRenderer().escaped(text) }

  private static func statement(_ proof: Proof) -> [String] {
    display("\(Formula(proof.fraction).latex) = \(Math.text(proof.closedForm))")
  }

  private static func paragraphs(_ proof: Proof) -> [String] {
    switch proof.argument {
    case .exact: ["By exact arithmetic"] + statement(proof)
    case .theorem(let theorem):
      ["By \(prose(theorem.name)) (\(prose(theorem.reference)))"]
        + display("\(Formula(theorem.fraction).latex) = \(Math.text(theorem.value)).") + so(proof)
    case .infiniteSum(let sum):
      paragraphs(sum) + [prose("The sums grow beyond all bounds, and the limit is that of the map.")]
        + so(proof)
    case .sum(let evaluated): paragraphs(evaluated) + so(proof)
    case .field(let along): paragraphs(along) + so(proof)
    case .moved(let link, let base): paragraphs(link, from: base.fraction, to: proof.fraction) + so(proof)
    case .linked(let link, _): paragraphs(link) + so(proof)
    }
  }

  private static func so(_ proof: Proof) -> [String] { ["So the limit is"] + statement(proof) }

  private static func map(_ map: MoebiusMap, of symbol: String) -> String {
    Math.text(map.image(of: .name(symbol)))
  }
}

extension ProofPaper {
  private static func paragraphs(_ sum: ExplicitSum) -> [String] {
    let m = Integer(sum.start)
    let (a, b) = (sum.fraction.a.shifted(by: m), sum.fraction.b.shifted(by: m))
    let previous = Math.text(sum.solution.shifted(by: -1), in: "n")
    let tail = sum.start == 0 ? "" : ", of the tail from index \(sum.start) on,"
    let limit = sum.map.map { "The limit is $\(map($0, of: "S"))$ for" } ?? "The limit is that of the sum"
    return ["The recurrence of the convergents of"] + display(Formula(sum.fraction).latex)
      + ["that is $u_n = a(n)u_{n-1} + b(n)u_{n-2}$\(tail) has a solution with"]
      + display(
        "\\frac{y_n}{y_{n-1}} = \(Math.text(sum.solution, in: "n"))",
        "\(Math.text(sum.solution, in: "n")) = \(Math.text(a, in: "n")) + "
          + "\\left(\(Math.text(b, in: "n"))\\right)\\Big/\\left(\(previous)\\right).")
      + [limit]
      + display(
        "S = \\sum_{k=0}^{\\infty} t_k, \\qquad t_0 = \(Math.text(sum.term.first))",
        "\\frac{t_{k+1}}{t_k} = \(Math.text(sum.term.ratio, in: "k")).")
      + [prose("For the convergence: \(sum.term.reason).")]
  }

  private static func paragraphs(_ proof: SumProof) -> [String] {
    paragraphs(proof.sum) + paragraphs(proof.series)
  }

  private static func paragraphs(_ proof: SeriesProof) -> [String] {
    let used = zip(proof.telescoping.coefficients, proof.theorems).filter { !$0.0.isZero }
    let sums = used.map { "\(Math.text($0.0))\\cdot \(Math.factor($0.1.factor, in: "k"))" }
    let remainder = proof.telescoping.remainder
    let ratio = Math.text(proof.terms.ratio, in: "k")
    let next = "\\left(\(ratio)\\right)\\left(\(Math.text(remainder.shifted(by: 1), in: "k"))\\right)"
    let edge = proof.boundary.map { Math.text($0) } ?? "?"
    return ["Let $\\tau_0 = 1$ and $\\tau_{k+1}/\\tau_k = \(ratio)$. Then $t_k = R(k)\\tau_k$ with"]
      + display("R(k) = \(Math.text(proof.factor, in: "k")), \\qquad G(k) = \(Math.text(remainder, in: "k"))")
      + ["where"]
      + display(
        (sums + [next, "-\\left(\(Math.text(remainder, in: "k"))\\right)"]).joined(separator: " + ")
          .replacing(" + -\\left", with: " - \\left").prefixed(with: "R(k) = "))
      + ["and the differences $G(k+1)\\tau_{k+1} - G(k)\\tau_k$ add up to $\(edge)$."]
      + used.flatMap { theorem($0.1) } + ["Hence"] + display("S = \(Math.text(proof.value)).")
  }

  private static func theorem(_ theorem: SumTheorem) -> [String] {
    ["By \(prose(theorem.name)) (\(prose(theorem.reference)))"]
      + display(
        "\\sum_{k=0}^{\\infty} \(Math.factor(theorem.factor, in: "k"))\\,\\tau_k = \(Math.text(theorem.value))."
      )
  }

  private static func paragraphs(
    _ link: FormulaLink, from base: ContinuedFraction, to fraction: ContinuedFraction
  ) -> [String] {
    let how =
      link.kind == .shift
      ? "an inflation of the first fraction with $n\(link.shift < 0 ? "-" : "+")\(link.shift.magnitude)$ for $n$"
      : "an inflation of the first fraction"
    return ["The fraction"] + display(Formula(fraction).latex) + ["is \(how),"] + display(Formula(base).latex)
      + ["and its limit is $\(map(link.map, of: "x"))$, $x$ that of the first."]
  }

  private static func paragraphs(_ proof: FieldProof) -> [String] {
    let (first, second) = proof.matrices
    let term = proof.series.term
    return [prose("The matrix field \(proof.field.name) (\(proof.field.reference)) of")]
      + display(
        "M_X(x, y) = \(Math.matrix(first))", "M_Y(x, y) = \(Math.matrix(second))",
        "M_X(x, y)\\,M_Y(x+1, y) = M_Y(x, y)\\,M_X(x, y+1)")
      + [
        "is conservative, and $M_Y$ is triangular on the edge $x = 0$: with $z$ the value from $(1, y)$ on and",
        "$V(y) = a(0, y) + z$",
      ]
      + display(
        "\\frac{1}{V(y)} = \\frac{1}{q(y)} + \\frac{e(y)}{q(y)}\\,\\frac{1}{V(y+1)}, \\qquad "
          + "q(y) = \(Math.text(proof.edge.q, in: "y")), \\quad e(y) = \(Math.text(proof.edge.e, in: "y")),",
        "\\frac{1}{V(\(Math.text(proof.start[1])))} = S = \\sum_{k=0}^{\\infty} t_k, \\qquad "
          + "t_0 = \(Math.text(term.first)), \\quad \\frac{t_{k+1}}{t_k} = \(Math.text(term.ratio, in: "k"))."
      )
      + [prose("For the convergence: \(term.reason).")] + paragraphs(proof.series)
      + [prose("Now \(proof.pathStatement).")]
      + ["The line has the fraction"] + display(Formula(proof.fraction).latex)
      + ["whose limit is $\(map(proof.map, of: "S"))$."]
  }

  private static func paragraphs(_ link: LinkCertificate) -> [String] {
    let (g1, g2) = link.multipliers
    let folds = link.folds == [1, 1] ? "" : ", of \(link.folds[0]) and \(link.folds[1]) steps at once,"
    return ["For the steps\(folds) of"] + display(Formula(link.first).latex) + ["and of"]
      + display(Formula(link.second).latex)
      + ["that is for"]
      + display(
        "A(n) = \(Math.step(link.foldedFractions[0]))", "B(n) = \(Math.step(link.foldedFractions[1]))",
        "U(n) = \(Math.matrix(link.matrix.rows))",
        "g_1(n) = \(Math.text(g1, in: "n")), \\qquad g_2(n) = \(Math.text(g2, in: "n"))",
        "A(n)\\,U(n+1)\\,g_2(n) = g_1(n)\\,U(n)\\,B(n)")
      + [
        "holds. $U$ carries minimal solutions into minimal solutions: the limit of the former is "
          + "$\(map(link.map, of: "x"))$, $x$ that of the latter."
      ]
  }
}

extension String {
  fileprivate func prefixed(with head: String) -> String { head + self }
}
