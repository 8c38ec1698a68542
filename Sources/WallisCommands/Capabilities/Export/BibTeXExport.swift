internal import WallisFormulas
internal import WallisIdentification

/// The publications of the formulas that are known, an entry each, with the formulas in comments before it.
struct BibTeXExport: ExportFormat {
  let name = "bibtex"
  let summary = "the publications of the known ones"

  func text(of subject: ExportSubject) throws(Refusal) -> String {
    let literature = try subject.literature()
    var (order, formulas): ([Publication], [String: [String]]) = ([], [:])
    for statement in subject.statements {
      guard let match = literature.match(statement.formula) else { continue }
      for publication in Publication.publications(of: match.known) {
        if formulas[publication.key] == nil { order.append(publication) }
        formulas[publication.key, default: []].append("\(statement.formula)")
      }
    }
    guard !order.isEmpty else {
      throw Refusal(
        "none of these formulas is in the list of known ones", remedy: "export --format latex", exit: .nothing
      )
    }
    return order.map { publication in
      subject.comments("% ", formulas[publication.key] ?? []) + publication.entry
    }.joined(separator: "\n")
  }
}

/// Something published that formulas are cited from.
struct Publication: Sendable {
  /// Name of the entry.
  let key: String
  /// Kind of the entry: `article`, `book`, `misc`.
  private let kind: String
  /// Its fields in order.
  private let fields: [(name: String, value: String)]
  /// What a reference to it contains.
  private let mark: String

  /// - Parameter mark: what the references of `known.txt` to it contain.
  init(_ mark: String, _ kind: String, _ key: String, _ fields: KeyValuePairs<String, String>) {
    (self.mark, self.kind, self.key) = (mark, kind, key)
    self.fields = fields.map { ($0.key, $0.value) }
  }

  /// The publications that a known formula is cited from; its reference as it is where the table has none.
  static func publications(of known: KnownFormula) -> [Publication] {
    let found = all.filter { known.reference.contains($0.mark) }
    guard found.isEmpty else { return found }
    let key = known.author.filter { $0.isASCII && $0.isLetter } + known.reference.filter(\.isNumber).prefix(4)
    return [
      Publication(known.reference, "misc", key, ["author": known.author, "howpublished": known.reference])
    ]
  }

  /// The entry in the syntax of BibTeX.
  var entry: String {
    "@\(kind){\(key),\n" + fields.map { "  \($0.name) = {\($0.value)},\n" }.joined() + "}\n"
  }
}
