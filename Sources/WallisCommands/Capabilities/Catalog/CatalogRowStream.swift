internal import WallisCatalog
internal import WallisDocuments

/// The JSON of `CatalogRowsView`, written row by row, so that memory does not grow with their number.
struct CatalogRowStream {
  let shell: Shell
  /// Whether each row is an object on a line of its own.
  let isLines: Bool
  private(set) var isEmpty = true

  init(shell: Shell, isLines: Bool) { (self.shell, self.isLines) = (shell, isLines) }

  mutating func write(_ row: CatalogRow) {
    let json = CatalogRowsView.json(row)
    if isLines {
      shell.write(json.compact + "\n")
    } else {
      shell.write((isEmpty ? head + "\n    " : ",\n    ") + json.pretty.replacing("\n", with: "\n    "))
    }
    isEmpty = false
  }

  /// - Parameter total: all rows that satisfy the condition; nil where they were not counted.
  func end(total: Int?) {
    let total: JSONValue = total.map(JSONValue.integer) ?? .null
    let members: JSONValue = ["total": total]
    guard !isLines else { return shell.write(members.withSchema.compact + "\n") }
    shell.write((isEmpty ? head : "\n  ") + "],\n  \"total\": \(total.compact)\n}\n")
  }

  /// The object to its first row.
  private var head: String {
    let members: JSONValue = ["rows": .array([])]
    return String(members.withSchema.pretty.prefix { $0 != "[" }) + "["
  }
}
