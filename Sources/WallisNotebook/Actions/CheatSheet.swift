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
