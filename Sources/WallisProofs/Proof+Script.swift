internal import WallisArithmetic
internal import WallisFormulas

extension Proof {
  /// The proof as a script for PARI/GP that expands every identity and stops with an error at the first that does not
  /// hold; theorems are named, and their values compared with the closed form to fifty digits.
  public var gpScript: String {
    let head = [
      "\\\\ \(fraction) = \(ClosedForm(closedForm))", "default(realprecision, 60);",
      "passed = 0;", "fail(what) = print(\"not proved: \", what); quit(1);",
      "check(x, what) = if(x != 0, fail(what)); passed++;",
      "near(x, y, what) = if(abs(x - y) > 10^-50*(1 + abs(y)), fail(what)); passed++;",
    ]
    // PARI goes on after errors of its own, a division by zero say: then a check is missing at the end.
    let checks = script.count { $0.hasPrefix("check(") || $0.hasPrefix("near(") }
    let end = "if(passed < \(checks), fail(\"a step that cannot be computed\"));"
    return (head + script + [end, "print(\"proved: \(fraction) = \(ClosedForm(closedForm))\");"])
      .joined(separator: "\n") + "\n"
  }

  private var script: [String] {
    let form = ClosedForm(closedForm).text(.gp)
    switch argument {
    case .exact(let limit):
      let value = limit.expression.map { ClosedForm($0).text(.gp) } ?? form
      return ["\\\\ the limit follows by exact arithmetic", "near(\(value), \(form), \"closed form\");"]
    case .theorem(let theorem):
      return [
        "\\\\ \(theorem.name): \(theorem.reference)",
        "near(\(ClosedForm(theorem.value).text(.gp)), \(form), \"closed form\");",
      ]
    case .infiniteSum(let sum): return sum.script + ["\\\\ the sums grow beyond all bounds"]
    case .sum(let proof):
      let limit = proof.sum.map.map { $0.gpText("s") } ?? "s"
      return proof.script + ["near(\(limit), \(form), \"closed form\");"]
    case .field(let proof):
      return proof.script + ["near(\(proof.map.gpText("s")), \(form), \"closed form\");"]
    case .moved(let link, let proof):
      return proof.script
        + [
          "near(\(link.map.gpText("(\(ClosedForm(proof.closedForm).text(.gp)))")), \(form), \"closed form\");"
        ]
    case .linked(let link, let proof):
      return proof.script + link.script
        + [
          "near(\(link.map.gpText("(\(ClosedForm(proof.closedForm).text(.gp)))")), \(form), \"closed form\");"
        ]
    }
  }
}

extension FormulaProof {
  /// The script of the proof; for an image of a fraction the last check is that of its own limit.
  public var gpScript: String {
    guard !isOfFraction, let image = formula.image else { return base.gpScript }
    let value = image.map.gpText("(\(ClosedForm(base.closedForm).text(.gp)))")
    let form = ClosedForm(closedForm)
    let lines = ["near(\(value), \(form.text(.gp)), \"limit\");", "print(\"proved: \(formula) = \(form)\");"]
    return base.gpScript + lines.joined(separator: "\n") + "\n"
  }
}

extension FieldProof {
  fileprivate var script: [String] {
    func rows(_ texts: [[String]]) -> String {
      texts.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    }
    let (y, from) = (start[1], start[1] + Rational(Integer(margin)))
    return [
      "X(x, y) = [\(rows(matrices.first))];", "Y(x, y) = [\(rows(matrices.second))];",
      "check(X('x, 'y)*Y('x+1, 'y) - Y('x, 'y)*X('x, 'y+1), \"conservation\");",
      "check([X('x, 'y)[1,1], X('x, 'y)[2,1] - 1, X(0, 'y)[1,2], Y(0, 'y)[1,2], Y(1, 'y)[2,1] - 1], \"edge\");",
      "q(y) = Y(0, y)[2,2];", "e(y) = Y(1, y)[2,2] - X(0, y+1)[2,2];",
      "rho(k) = \(series.term.ratio.gpText("k"));",
      "check(rho('k) - e(\(y)+'k)/q(\(y)+'k+1), \"quotient of the terms\");",
      "check(1/q(\(y)) - (\(series.term.first)), \"first term\");", "\\\\ \(series.term.reason)",
      "h(x) = \(width.gpText("x"));",
      width.isZero ? "\\\\ b is not negative" : "check(X('x, 'y)[1,2] + h('x)^2, \"b\");",
      "bound = sign(pollead(pollead(X('x, 'y)[2,2], 'y)))*X('x, 'y)[2,2] - h('x) - h('x+1);",
      "inside = subst(subst(bound, 'x, 1+'s), 'y, \(from)+'t);",
      "check(vecmin(concat([Vec(c) | c <- Vec(inside)])) < 0, \"width\");",
    ] + series.script
  }
}

extension MoebiusMap {
  /// The image of a number in GP.
  fileprivate func gpText(_ x: String) -> String { "((\(a))*\(x)+(\(b)))/((\(c))*\(x)+(\(d)))" }
}

extension ExplicitSum {
  fileprivate var script: [String] {
    let m = Integer(start)
    return [
      "a(n) = \(fraction.a.shifted(by: m).gpText);", "b(n) = \(fraction.b.shifted(by: m).gpText);",
      "r(n) = \(solution.gpText("n"));",
      "check(r('n) - a('n) - b('n)/r('n-1), \"solution of the recurrence\");",
      "rho(k) = \(term.ratio.gpText("k"));",
      "check(rho('k) + b('k+2)/(r('k+2)*r('k+1)), \"quotient of the terms\");",
      "check(\(term.first) + b(1)/(r(0)^2*r(1)), \"first term\");", "\\\\ \(term.reason)",
    ]
  }
}

extension SumProof {
  fileprivate var script: [String] { sum.script + series.script }
}

extension SeriesProof {
  var script: [String] {
    let combination = zip(telescoping.coefficients, theorems).map { " - (\($0))*(\($1.factor.gpText("'k")))" }
    return [
      "tau(k) = \(terms.ratio.gpText("k"));", "R(k) = \(factor.gpText("k"));",
      "G(k) = \(telescoping.remainder.gpText("k"));",
      "check(rho('k) - tau('k)*R('k+1)/R('k), \"class of the terms\");",
      "check(R(0) - (\(term.first)), \"first factor\");",
      "check(R('k) - tau('k)*G('k+1) + G('k)\(combination.joined()), \"telescoping\");",
    ]
      + theorems.map { "\\\\ \($0.name): \($0.reference)" }
      + ["s = \(ClosedForm(value).text(.gp));"]
  }
}

extension LinkCertificate {
  fileprivate var script: [String] {
    let entries = matrix.rows.map { $0.map(\.gpText).joined(separator: ", ") }.joined(separator: "; ")
    func step(_ fraction: ContinuedFraction) -> String {
      "[0, \(fraction.b.gpText); 1, \(fraction.a.gpText)]"
    }
    let (g1, g2) = multipliers
    return [
      "A(n) = \(step(foldedFractions[0]));", "B(n) = \(step(foldedFractions[1]));", "U(n) = [\(entries)];",
      "check(A('n)*U('n+1)*(\(g2.gpText("'n"))) - (\(g1.gpText("'n")))*U('n)*B('n), \"coboundary\");",
    ]
  }
}

extension Polynomial {
  /// The polynomial in GP, which has no products without a sign.
  var gpText: String { gpText("n") }

  func gpText(_ variable: String) -> String {
    let terms = coefficients.enumerated().filter { !$1.isZero }.map { "(\($1))*\(variable)^\($0)" }
    return terms.isEmpty ? "0" : terms.joined(separator: "+")
  }
}

extension RationalFunction {
  func gpText(_ variable: String) -> String {
    "(\(numerator.gpText(variable)))/(\(denominator.gpText(variable)))"
  }
}
