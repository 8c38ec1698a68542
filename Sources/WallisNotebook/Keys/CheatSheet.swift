public import WallisDocuments

/// The keys of the notebook as a document, from the table that the notebook itself uses: what `wallis keys` prints.
public func keyCheatSheet(_ map: KeyMap = .standard) -> Document {
  Document(
    KeyContext.allCases.flatMap { context -> [Block] in
      let rows = cheatSheetRows(map, context).map { row in
        [Text(row.keys, .keyword), Text(row.name, .name), Text(row.description)]
      }
      let columns = ["keys", "action", "what it does"].map { Table.Column($0) }
      return [.heading(Text(context.title)), .table(Table(columns, rows: rows))]
    })
}

/// One action in one context: its keys, separated by spaces and commas, its name and description.
func cheatSheetRows(_ map: KeyMap, _ context: KeyContext) -> [(
  keys: String, name: String, description: String
)] {
  map.actions.filter { $0.contexts.contains(context) && !$0.keys.isEmpty }.map { action in
    (action.keyNames.joined(separator: ", "), action.name, action.description)
  }
}
