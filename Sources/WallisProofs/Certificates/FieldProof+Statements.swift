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

  /// The theorems that tell the sum of the axis, with references, each once.
  public var theorems: [String] { axis.series.usedTheorems.map(\.citation).uniqued }

  /// Why axis and line have one limit.
  public var pathStatement: String {
    let w = edge.text(variable: "x")
    return
      "from (\(FieldLine.text(start))) every point of the line (\(FieldLine.text(direction))) is reached along x, "
      + "then along y: there M_Y keeps the cone of (0, 1) and (\(w), \(weight)), both of whose ends the axis carries to its limit"
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
          "M_X(x, y)M_Y(x+1, y) = M_Y(x, y)M_X(x, y+1) for M_X = \(x), M_Y = \(y): the matrix field \(field.name)",
        certificate: "\(x) \(y)")
    ] + axis.sum.provedSteps + axis.series.steps + [
      ProofStep(kind: .field, statement: pathStatement, certificate: nil),
      ProofStep(
        kind: .equivalence,
        statement: "the line has the fraction \(fraction): its limit is \(map), x that of the axis",
        certificate: map.entries.map { "\($0)" }.joined(separator: " ")),
    ]
  }
}
