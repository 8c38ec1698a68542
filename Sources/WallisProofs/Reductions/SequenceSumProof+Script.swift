internal import WallisArithmetic
internal import WallisFormulas

extension SequenceSumProof {
  /// The proof as a script for PARI/GP that stops with an error at the first identity that does not hold.
  package var gpScript: String {
    let form = ClosedForm(closedForm)
    guard let (sequence, first) = SequenceTerms.sequence(terms.call) else { return "" }
    let c = sequence.c.map { $0.gpText("n") }.joined(separator: ", ")
    let values = sequence.values.map { "\($0)" }.joined(separator: ", ")
    let order = sequence.values.count
    let offset = first - sequence.first + order
    let parts = series.flatMap { proof -> [String] in
      let ratio = proof.term.ratio.gpText("k")
      return [
        "rho(k) = \(ratio);", "y(n) = rho(n-\(terms.start)-1);",
        "check(sum(i = 0, #c('n)-1, c('n)[i+1]/prod(j = 0, i-1, y('n-j))), \"solution of the recurrence\");",
        "w = w - vector(r, k, \(proof.term.first)*prod(j = 0, k-2, rho(j)));",
      ] + proof.script + ["total = total + s;"]
    }
    let whole = expression.replacing(terms.call, with: .name("x"))
    let checks = parts.count { $0.hasPrefix("check(") } + 2
    return
      ([
        "default(realprecision, 60);", "passed = 0;", "fail(what) = print(\"not proved: \", what); quit(1);",
        "check(x, what) = if(x != 0, fail(what)); passed++;",
        "near(x, y, what) = if(abs(x - y) > 10^-50*(1 + abs(y)), fail(what)); passed++;", "c(n) = [\(c)];",
        "r = \(order);", "u = [\(values)];",
        "for(n = \(sequence.first), \(terms.start)+r-1, u = concat(u, -sum(i = 1, r, c(n)[i+1]*u[#u+1-i])/c(n)[1]));",
        "total = vecsum(u[\(offset + 1)..#u-r]); w = u[#u-r+1..#u];",
      ] + parts + [
        "check(w, \"values\");", "x = total;",
        "near(\(ClosedForm(whole).text(.gp)), \(form.text(.gp)), \"closed form\");",
        "if(passed < \(checks), fail(\"a step that cannot be computed\"));", "print(\"proved: \(form)\");",
      ]).joined(separator: "\n") + "\n"
  }
}
