// The panes of the notebook. To add one, write a type that conforms to `Pane` in a file of its own, and its line here:
// keys, footer, help, palette and `wallis keys` read the table.

let panesTable: [any Pane.Type] = [
  HelpPane.self,
  PalettePane.self,
  FindPane.self,
  NamingPane.self,
  TrustPane.self,
  HistoryPane.self,
  OutputPane.self,
  BrowserPane.self,
  MapPane.self,
  InspectorPane.self,
  FinderPane.self,
  VariablesPane.self,
  JobsPane.self,
]
