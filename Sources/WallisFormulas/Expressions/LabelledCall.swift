/// A function whose arguments behind the first are written with labels, in one of the forms that it has.
struct LabelledCall {
  /// The labels, in the order in which the tree holds the arguments.
  let labels: [String]
  /// How it is written, for messages.
  let signature: String

  private static let table: [String: [LabelledCall]] = [
    "rec": [
      LabelledCall(
        labels: ["p", "q", "from"], signature: "rec([c0, c1, c2], p=[p0, p1], q=[q0, q1], from=2)"),
      LabelledCall(labels: ["u", "from"], signature: "rec([c0, c1, c2], u=[u0, u1], from=2)"),
    ],
    "matrixproduct": [
      LabelledCall(
        labels: ["start", "from"],
        signature: "matrixproduct([[a, b], [c, d]], start=[[1, 0], [0, 1]], from=1)")
    ],
  ]

  /// The forms of a function; nil for functions without labels.
  static func forms(of name: String) -> [LabelledCall]? { table[name] }

  /// The labels of a call with so many arguments, the first of which has none; nil for functions without labels.
  static func labels(of name: String, arguments: Int) -> [String]? {
    table[name]?.first { $0.labels.count == arguments - 1 }?.labels
  }
}
