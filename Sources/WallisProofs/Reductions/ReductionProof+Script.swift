internal import WallisArithmetic
internal import WallisFormulas

extension ReductionProof {
  /// The proof as a script for PARI/GP: the proofs of the parts, then the identities that reduce the recurrence to them,
  /// expanded anew; it stops with an error at the first that does not hold.
  package var gpScript: String {
    let form = ClosedForm(closedForm)
    func whole(_ parts: [String], _ script: [String], _ value: String) -> String {
      let checks = script.count { $0.hasPrefix("check(") || $0.hasSuffix("passed++;") } + 1
      let head = ["\\\\ \(product) = \(form)", "passed = 0;"]
      let end = [
        "near(\(value), \(form.text(.gp)), \"closed form\");",
        "if(passed < \(checks), fail(\"a step that cannot be computed\"));",
        "print(\"proved: \(product) = \(form)\");",
      ]
      return (parts + [(head + script + end).joined(separator: "\n") + "\n"]).joined(separator: "\n")
    }
    func text(_ value: Expression) -> String { "(\(ClosedForm(value).text(.gp)))" }
    switch argument {
    case .products(let certificate, let proofs):
      let values = proofs.map { text($0.closedForm) }
      let monomials =
        values.count == 2
        ? "[\(values[0])*\(values[1]), \(values[0]), \(values[1]), 1]"
        : "[\(values[0])^(\(product.rank)-j) | j <- [1..\(product.rank)]]"
      return whole(
        proofs.map(\.gpScript), certificate.script + ["w = \(monomials)~;"], "(F(P)*w)/(F(Q)*w)")
    case .fraction(let factor, let proof):
      let image = factor.reduced.image.map { text($0.map.image(of: proof.closedForm)) } ?? "0"
      return whole([proof.gpScript], factor.script, image)
    case .factor(let factor, let proof): return whole([proof.gpScript], factor.script, text(proof.closedForm))
    }
  }
}

extension OrderReduction {
  /// MR expanded, and R applied to p and q at so many places as M has order.
  fileprivate var script: [String] {
    let c = (product.recurrence ?? []).map { $0.gpText("n") }.joined(separator: ", ")
    func list(_ functions: [RationalFunction]) -> String {
      "[\(functions.map { $0.gpText("n") }.joined(separator: ", "))]"
    }
    let (order, count) = (factor.count - 1, quotient.count - 1)
    return [
      "r = \(product.rank);", "c(n) = [\(c)];", "t(n) = \(list(factor));", "m(n) = \(list(quotient));",
      "check(c('n) - sum(i = 0, \(count), m('n)[i+1]*concat([vector(i), t('n-i), vector(\(count)-i)])), \"factors\");",
      MatrixProduct.valuesScript(from: product.first, to: "\(start + count - 1)", last: "r"),
    ]
      + product.start.map { row in
        let values = row.map { "\($0)" }.joined(separator: ", ")
        return
          "w = u([\(values)]); for(i = 1, \(count), "
          + "if(t(\(start - 1)+i)*Vecrev(w[i..i+\(order)])~ != 0, fail(\"values\"))); passed++;"
      }
  }
}

extension MatrixProduct {
  /// u(v), the last values of a solution of the recurrence c of order r to an index, from its first r.
  fileprivate static func valuesScript(from first: Int, to last: String, last count: String) -> String {
    "u(v) = for(n = \(first), \(last), v = concat(v, -sum(i = 1, r, c(n)[i+1]*v[#v+1-i])/c(n)[1])); "
      + "v[#v-(\(count))+1..#v];"
  }
}

extension SymmetricProduct {
  /// The coefficients of the recurrence over products of x(m+1), x(m), and what gives p and q over convergents.
  fileprivate var script: [String] {
    let rank = product.rank
    let c = (product.recurrence ?? []).map { $0.gpText("n") }.joined(separator: ", ")
    func list(_ row: [Integer]) -> String { "[\(row.map { "\($0)" }.joined(separator: ", "))]" }
    let definitions = factors.enumerated().flatMap { place, fraction in
      [
        "a\(place)(n) = \(fraction.a.gpText("n"));", "b\(place)(n) = \(fraction.b.gpText("n"));",
        "x\(place) = state(a\(place), b\(place));", "v\(place) = convergents(a\(place), b\(place));",
      ]
    }
    let isPair = factors.count == 2
    let entry = isPair ? "x0[j+1]~*x1[j+1]" : "(x0[j+1]*['X, 1]~)^\(rank - 1)"
    let monomials =
      isPair
      ? "[v0[k][1]*v1[k][1], v0[k][1]*v1[k][2], v0[k][2]*v1[k][1], v0[k][2]*v1[k][2]]"
      : "[v0[k][1]^(\(rank)-j)*v0[k][2]^(j-1) | j <- [1..\(rank)]]"
    return [
      "r = \(rank);", "c(n) = [\(c)];",
      "g(k) = (\(gauge.numerator.gpText("k")))/(\(gauge.denominator.gpText("k")));",
      "state(a, b) = my(v = [[0, 1], [1, 0]]); for(j = 2, r, v = concat(v, [a('m+j)*v[j] + b('m+j)*v[j-1]])); v;",
      "convergents(a, b) = my(v = [[1, 0], [a(0), 1]]); for(k = 1, r-2, v = concat(v, [a(k)*v[k+1] + b(k)*v[k]])); v;",
    ] + definitions + [
      "check(sum(j = 0, r, c(\(start)+'m+r)[r-j+1]*prod(t = 1, j, g('m+t))*\(entry)), \"products in the recurrence\");",
      MatrixProduct.valuesScript(from: product.first, to: "\(start)+r-2", last: "r"),
      "P = u(\(list(product.start[0]))); Q = u(\(list(product.start[1])));",
      "B = matconcat(vector(r, k, prod(t = 0, k-2, g(t))*\(monomials))~);", "F(v) = matsolve(B, v~)~;",
    ]
  }
}
