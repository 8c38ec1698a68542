package import WallisDocuments

/// The keys of the notebook as a document, from the table that the notebook itself uses: what `wallis keys` prints.
package func keyCheatSheet(_ map: KeyMap = .standard) -> Document {
  Document(
    map.contexts.flatMap { context -> [Block] in
      let rows = cheatSheetRows(map, context).map { row in
        [Text(row.keys, .keyword), Text(row.name, .name), Text(row.description)]
      }
      let columns = ["keys", "action", "what it does"].map { Table.Column($0) }
      return [.heading(Text(context.title)), .table(Table(columns, rows: rows))]
    })
}

/// One action in one context: its keys, separated by spaces and commas, its name and description.
///
/// - Parameter isComplete: whether actions without keys are listed, as the palette calls them.
func cheatSheetRows(_ map: KeyMap, _ context: KeyContext, isComplete: Bool = false) -> [(
  keys: String, name: String, description: String
)] {
  map.actions.filter { $0.contexts.contains(context) && (isComplete || !$0.keys.isEmpty) }.map { action in
    let keys = action.keys.isEmpty ? ":\(action.name)" : action.keyNames.joined(separator: ", ")
    return (keys, action.name, action.description)
  }
}
