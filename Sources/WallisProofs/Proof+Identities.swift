internal import WallisArithmetic
internal import WallisFormulas

extension Proof {
  /// The proofs that this one rests on, the first resting on none, this one the last.
  public var chain: [Proof] {
    switch argument {
    case .exact, .theorem, .sum, .infiniteSum, .field: [self]
    case .moved(_, let proof), .linked(_, let proof): proof.chain + [self]
    }
  }

  /// The identities of the last argument of the chain; the other arguments have theirs.
  public var identities: [ProofIdentity] {
    switch argument {
    case .exact, .theorem: []
    case .infiniteSum(let sum): sum.identities
    case .sum(let proof): proof.identities
    case .field(let proof): proof.identities
    case .moved(let link, let proof): [link.identity(from: proof.fraction, to: fraction)]
    case .linked(let link, _): link.identities
    }
  }
}

extension ExplicitSum {
  /// The solution of the recurrence and the quotient of the terms.
  public var identities: [ProofIdentity] {
    let m = Integer(start)
    let (a, b) = (
      RationalFunction(fraction.a.shifted(by: m)), RationalFunction(fraction.b.shifted(by: m))
    )
    let (next, second) = (solution.shifted(by: 1), solution.shifted(by: 2))
    return [
      ProofIdentity(
        "solution of the recurrence", in: "n", .init([solution]),
        [.init([a]), .init([b], over: [solution.shifted(by: -1)])]),
      ProofIdentity(
        "quotient of the terms", in: "k", .init([term.ratio]),
        [.init([-b.shifted(by: 2)], over: [second, next])]),
    ]
  }
}

extension SumProof {
  /// Those of the sum, the class of the terms and the telescoping.
  public var identities: [ProofIdentity] { sum.identities + series.identities }
}

extension FieldProof {
  /// The quotient of the terms along the edge, the class of the terms and the telescoping.
  public var identities: [ProofIdentity] {
    let (q, e) = (FieldEdge.moved(edge.q, to: start[1]), FieldEdge.moved(edge.e, to: start[1]))
    return [
      ProofIdentity(
        "quotient of the terms", in: "k", .init([series.term.ratio]), [.init([e], over: [q.shifted(by: 1)])])
    ] + series.identities
  }
}

extension SeriesProof {
  /// The class of the terms and the telescoping.
  public var identities: [ProofIdentity] {
    let combination = zip(telescoping.coefficients, theorems).filter { !$0.0.isZero }.map {
      ProofIdentity.Product([RationalFunction($0), $1.factor])
    }
    let remainder = telescoping.remainder
    let differences =
      remainder.isZero
      ? []
      : [ProofIdentity.Product([terms.ratio, remainder.shifted(by: 1)]), .init([-remainder])]
    return [
      ProofIdentity(
        "class of the terms", in: "k", .init([term.ratio]),
        [.init([terms.ratio, factor.shifted(by: 1)], over: [factor])]),
      ProofIdentity("telescoping", in: "k", .init([factor]), combination + differences),
    ]
  }
}

extension FormulaLink {
  /// a'(n)a'(n − 1)b(n + t) = a(n + t)a(n + t − 1)b'(n): what inflations and shifts leave alone.
  fileprivate func identity(from base: ContinuedFraction, to other: ContinuedFraction) -> ProofIdentity {
    let (a, b) = (base.a.shifted(by: Integer(shift)), base.b.shifted(by: Integer(shift)))
    return ProofIdentity(
      kind == .shift ? "shift and inflation" : "inflation", in: "n",
      [[other.a, other.a.shifted(by: -1), b]], [[a, a.shifted(by: -1), other.b]])
  }
}

extension LinkCertificate {
  /// The four entries of A(n)U(n+1)g₂(n) = g₁(n)U(n)B(n).
  public var identities: [ProofIdentity] {
    let (a, b) = (foldedFractions[0], foldedFractions[1])
    let (g1, g2) = multipliers
    let next = matrix.rows.map { $0.map { $0.shifted(by: 1) } }
    let u = matrix.rows
    let one = Polynomial(constant: 1)
    func entry(_ name: String, _ left: [[Polynomial]], _ right: [[Polynomial]]) -> ProofIdentity {
      func side(_ terms: [[Polynomial]], _ factor: Polynomial) -> [[Polynomial]] {
        let kept = terms.filter { !$0.contains(.zero) }.map { term in
          (term + [factor]).filter { $0 != one }
        }
        return kept.isEmpty ? [[.zero]] : kept.map { $0.isEmpty ? [one] : $0 }
      }
      return ProofIdentity("coboundary, \(name)", in: "n", side(left, g2), side(right, g1))
    }
    return [
      entry("first entry", [[a.b, next[1][0]]], [[u[0][1]]]),
      entry("second entry", [[a.b, next[1][1]]], [[u[0][0], b.b], [u[0][1], b.a]]),
      entry("third entry", [[next[0][0]], [a.a, next[1][0]]], [[u[1][1]]]),
      entry("fourth entry", [[next[0][1]], [a.a, next[1][1]]], [[u[1][0], b.b], [u[1][1], b.a]]),
    ]
  }
}
