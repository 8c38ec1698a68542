package import WallisDocuments
package import WallisFormulas
package import WallisIdentification
package import WallisProofs

/// What is exported: statements, each a formula with the closed form of its limit.
package struct ExportSubject {
  /// A formula, the closed form of its limit, and what supports that.
  package struct Statement: Sendable {
    /// The left-hand side, of any kind.
    package let formula: Formula
    /// The right-hand side.
    package let closedForm: ClosedForm
    /// Grade, author or link, in a few words.
    package let remark: String
    /// Whether the equality is proved, here or in the literature; else it rests on digits.
    package let isProved: Bool

    /// A statement.
    package init(_ formula: Formula, _ closedForm: ClosedForm, isProved: Bool, remark: String) {
      (self.formula, self.closedForm, self.isProved, self.remark) = (formula, closedForm, isProved, remark)
    }

    /// Whether the closed form reads as it is written: text of others that does not may be anything, a command too.
    var isReadable: Bool { ClosedForm(reading: "\(closedForm)", rule: .current).expression != nil }

    /// Whether it has a value: then all names in it are those of constants and functions, in every language.
    var isComputable: Bool { isReadable && closedForm.ball(digits: 5) != nil }
  }

  /// How two names of a family hang together.
  package struct Link: Sendable {
    /// What is linked: formulas, or the label of the family.
    package let (from, to): (String, String)
    /// The map or the shift, in a few words.
    package let label: String
    /// Whether the link is an identity, not a comparison of digits.
    package let isExact: Bool

    /// A link.
    package init(from: String, to: String, label: String, isExact: Bool) {
      (self.from, self.to, self.label, self.isExact) = (from, to, label, isExact)
    }
  }

  /// One word for what the statements are: `discoveries`, `family`.
  package let name: String
  /// What they have in common, a line each, the title first; empty where nothing is to be said.
  package let head: [String]
  /// The statements in the order of their keys.
  package let statements: [Statement]
  /// The same for spreadsheets: the names of the columns.
  package let columns: [String]
  /// The formulas of the literature, for who wants to cite them.
  package let literature: () throws(Refusal) -> any KnownFormulas
  /// The proofs of the statements that have one, every step checked, and the statements without.
  package let proofs: () throws(Refusal) -> (proofs: [FormulaProof], others: [Statement])
  /// How the formulas hang together, and what they hang on; nil where that is not known.
  package let graph: (centre: String, links: [Link])?
  private let makeTable: () -> Table
  private let makeRows: () -> [[String]]
  private let makeJSON: () -> JSONValue

  /// What is exported; of `table`, `rows` and `json`, an object, what is read is made.
  package init(
    name: String, head: [String], statements: [Statement], table: @autoclosure @escaping () -> Table,
    columns: [String], rows: @autoclosure @escaping () -> [[String]],
    graph: (centre: String, links: [Link])?, json: @autoclosure @escaping () -> JSONValue,
    literature: @escaping () throws(Refusal) -> any KnownFormulas = { () throws(Refusal) in NothingKnown() },
    proof: @escaping (Statement) throws(Refusal) -> FormulaProof? = { (_) throws(Refusal) in nil }
  ) {
    proofs = { () throws(Refusal) in
      var (proofs, others) = ([FormulaProof](), [Statement]())
      for statement in statements {
        if let proof = try proof(statement) { proofs.append(proof) } else { others.append(statement) }
      }
      return (proofs, others)
    }
    (self.name, self.head, self.statements, self.columns) = (name, head, statements, columns)
    (makeTable, makeRows, makeJSON, self.graph) = (table, rows, json, graph)
    self.literature = literature
  }

  /// The same for people.
  package var table: Table { makeTable() }

  /// The same for spreadsheets: a row a statement.
  package var rows: [[String]] { makeRows() }

  /// The objects of its longest list, or the object itself where it has none.
  var elements: [JSONValue] {
    guard case .object(let members) = json else { return [json] }
    let lists = members.compactMap { member in
      if case .array(let list) = member.value { list } else { nil }
    }
    return lists.max { $0.count < $1.count } ?? [json]
  }

  /// The same for programs: one object, `schema` its first member.
  package var json: JSONValue { makeJSON().withSchema }
}
