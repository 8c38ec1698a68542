internal import WallisArithmetic
package import WallisFormulas

extension SymmetricProduct {
  /// The steps that prove the reduction, the limits of the fractions apart.
  var steps: [ProofStep] {
    let (one, two) = (factors[0], factors[factors.count - 1])
    let index = start == 0 ? "k" : start > 0 ? "k+\(start)" : "k\(start)"
    let what =
      factors.count == 2
      ? "products h(k)x(k)y(k), n = \(index), of those of \(one), x(k) = a(k)x(k-1) + b(k)x(k-2), and of \(two)"
      : "products h(k)x(k)\(product.rank == 3 ? "" : "x(k)")y(k), n = \(index), of two of those of \(one), "
        + "x(k) = a(k)x(k-1) + b(k)x(k-2)"
    let certificate = (["h(k)/h(k-1) = \(gauge.text(variable: "k"))"] + factors.map { "\($0)" })
      .joined(separator: "; ")
    return [
      ProofStep(
        kind: .reduction, statement: "all solutions of the recurrence are sums of \(what)",
        certificate: certificate)
    ] + (limit.map { [$0.step] } ?? [])
  }
}

extension ReducedLimit {
  /// What the limit is.
  var step: ProofStep {
    let named = zip(ReducedLimit.names, parts).map { "\($0) = \(ClosedForm($1.formula))" }
      .joined(separator: ", ")
    return ProofStep(
      kind: .equivalence, statement: "p(n)/q(n) tends to \(ClosedForm(combination)), \(named)",
      certificate: nil)
  }

  /// The limit with the fractions in it: `4/pcf(2n+1, n^2) + pcf(n+3, -n)`.
  package var formula: Expression { value(parts.map(\.formula)).closedFormOrder }
}

extension OrderReduction {
  /// The step that proves the recurrence of lower order.
  var steps: [ProofStep] {
    func list(_ functions: [RationalFunction]) -> String {
      "[\(functions.map { $0.text() }.joined(separator: ", "))]"
    }
    let count = quotient.count - 1
    let places = count == 1 ? "n = \(start)" : "n = \(start), …, \(start + count - 1)"
    return [
      ProofStep(
        kind: .reduction,
        statement:
          "the recurrence is a product MR of operators in n and E^(-1), E^(-1) u(n) = u(n-1), and Rp = Rq = 0 at "
          + "\(places), so from there on: p and q obey R, \(reduced)",
        certificate: "M = \(list(quotient)); R = \(list(factor))")
    ]
  }
}

extension ReductionProof {
  /// The steps, the last one stating the closed form.
  package var steps: [ProofStep] {
    let last = ProofStep(
      kind: .exact, statement: "so the limit is \(ClosedForm(closedForm))", certificate: nil)
    switch argument {
    case .products(let certificate, let proofs):
      return certificate.steps + proofs.flatMap(\.steps) + [last]
    case .fraction(let factor, let proof):
      let image = factor.reduced.image.map {
        ProofStep(
          kind: .equivalence, statement: "its limit is \(ClosedForm($0.formula))",
          certificate: $0.map.entries.map { "\($0)" }.joined(separator: " "))
      }
      return factor.steps + (image.map { [$0] } ?? []) + proof.steps + [last]
    case .factor(let factor, let proof): return factor.steps + proof.steps
    }
  }

  /// The limit in limits of fractions.
  package var formula: Expression {
    switch argument {
    case .products(let certificate, _): certificate.limit?.formula ?? closedForm
    case .fraction(let factor, _): factor.reduced.image?.formula ?? closedForm
    case .factor(_, let proof): proof.formula
    }
  }

  /// The names of the theorems that it rests on, with references, each once.
  package var theorems: [String] {
    switch argument {
    case .products(_, let proofs): proofs.flatMap(\.theorems).uniqued
    case .fraction(_, let proof): proof.theorems
    case .factor(_, let proof): proof.theorems
    }
  }
}
