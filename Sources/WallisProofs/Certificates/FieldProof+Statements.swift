internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

extension FieldProof {
  private func texts(_ axis: Int, _ dx: Int = 0, _ dy: Int = 0) -> [[String]] {
    field.axes[axis].matrix.numerators.map { row in
      row.map { $0.shifted(0, by: dx).shifted(1, by: dy).text(["x", "y"]) }
    }
  }

  /// Entries of M_X(x, y) and M_Y(x, y), for example `x^3+2*x*y`.
  public var matrices: (first: [[String]], second: [[String]]) { (texts(0), texts(1)) }
  /// Entries of M_Y(x + 1, y).
  public var shiftedSecond: [[String]] { texts(1, 1, 0) }
  /// Entries of M_X(x, y + 1).
  public var shiftedFirst: [[String]] { texts(0, 0, 1) }

  /// The field with what is unusual of its parameters, for example `log c1=2,c3=1`.
  var fieldText: String {
    field.settings.isEmpty ? field.name : "\(field.name) \(field.settings.text)"
  }

  /// The theorems that tell the sum, with references, each once.
  public var theorems: [String] { series.usedTheorems.map(\.citation).uniqued }

  /// The sum that the values along the edge give.
  public var edgeStatement: String {
    let (q, e) = (edge.q.text(variable: "y"), edge.e.text(variable: "y"))
    return
      "on the edge x = 0 M_Y is triangular: with z the value from (1, y) on, V(y) = a(0, y) + z has 1/V(y) = 1/q + "
      + "(e/q)/V(y+1), q = \(q), e = \(e); so 1/V(\(start[1])) = S, S = Σ t(k), k ≥ 0, t(0) = \(series.term.first), "
      + "t(k+1)/t(k) = \(series.term.ratio.text(variable: "k")), where V(y) is like a(0, y)"
  }

  /// Why the line has the limit that the edge tells.
  public var pathStatement: String {
    let bound = width.isZero ? "b(x) ≥ 0" : "|a(x, y)| ≥ h(x) + h(x+1), h = \(width.text(variable: "x")),"
    let from = start[1] + Rational(Integer(margin))
    return
      "every point of the line (\(FieldLine.text(direction))) from (\(FieldLine.text(start))) is reached from the edge along "
      + "y, then along x: there \(bound) for x ≥ 1 and y ≥ \(from), which keeps tails between 0 and \(width.isZero ? "∞" : "h(x)"), "
      + "so the line has the limit that the edge tells\(start[0] > 1 ? ", \(between)" : "")"
  }

  private var between: String {
    "after the steps M_X from (1,\(start[1])) to its start"
  }

  /// The steps, the closed form apart.
  var steps: [ProofStep] {
    func matrix(_ rows: [[String]]) -> String {
      "[" + rows.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", ") + "]"
    }
    let (x, y) = (matrix(matrices.first), matrix(matrices.second))
    return [
      ProofStep(
        kind: .field,
        statement:
          "M_X(x, y)M_Y(x+1, y) = M_Y(x, y)M_X(x, y+1) for M_X = \(x), M_Y = \(y): the matrix field \(fieldText)",
        certificate: "\(x) \(y)"),
      ProofStep(kind: .field, statement: edgeStatement, certificate: nil),
      ProofStep(kind: .convergence, statement: series.term.reason, certificate: nil),
    ] + series.steps + [
      ProofStep(kind: .field, statement: pathStatement, certificate: nil),
      ProofStep(
        kind: .equivalence,
        statement: "the line has the fraction \(fraction): its limit is \(map), x = S",
        certificate: map.entries.map { "\($0)" }.joined(separator: " ")),
    ]
  }
}
