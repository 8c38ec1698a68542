internal import WallisArithmetic
internal import WallisFormulas

/// A sequence of order 2 by one hypergeometric solution: u(N + k) = y(k)(c + w(1) + … + w(k)) with y(0) = 1.
///
/// With c₀u(n) + c₁u(n−1) + c₂u(n−2) = 0 solved by y, the differences of u/y obey w(n)/w(n−1) =
/// c₂(n)y(n−2)/(c₀(n)y(n)).
struct NestedSum {
  /// N.
  let start: Int
  /// y(n)/y(n−1) and w(n)/w(n−1), by the index of the sequence.
  let (outer, inner): (RationalFunction, RationalFunction)
  /// c and w(1).
  let (constant, first): (Rational, Rational)

  /// The first that exists; nil where the sequence has another order, or no hypergeometric solution.
  init?(of call: Expression) {
    guard let (sequence, first) = SequenceTerms.sequence(call), sequence.c.count == 3, !sequence.c[2].isZero,
      let outer = HypergeometricRatios(of: sequence.c).ratios.first(where: {
        SequenceTerms.solves($0, sequence.c)
      })
    else { return nil }
    let inner = RationalFunction(sequence.c[2], sequence.c[0]) / (outer * outer.shifted(by: -1))
    let start = [outer, inner].compactMap { $0.regularPlace(from: max(first, sequence.first - 2)) }.max()
    guard let start, start - sequence.first < 10_000 else { return nil }
    let u = SequenceTerms.values(sequence, to: start + 2)
    let place = start - sequence.first + 2
    guard let next = outer.value(at: start + 1), !next.isZero else { return nil }
    (self.start, self.outer, self.inner) = (start, outer, inner)
    (constant, self.first) = (u[place], u[place + 1] / next - u[place])
  }

  var steps: [ProofStep] {
    let (y, w) = (
      outer.shifted(by: Integer(start + 1)).text(variable: "k"),
      inner.shifted(by: Integer(start + 2)).text(variable: "k")
    )
    return [
      ProofStep(
        kind: .reduction,
        statement:
          "the sequence is u(k+\(start)) = y(k)·(\(constant) + w(1) + … + w(k)) for k >= 0, by a right factor of order 1: "
          + "y(0) = 1, y(k+1)/y(k) = \(y); w(1) = \(first), w(k+2)/w(k+1) = \(w)",
        certificate: "y(n)/y(n-1) = \(outer.text())")
    ]
  }
}
