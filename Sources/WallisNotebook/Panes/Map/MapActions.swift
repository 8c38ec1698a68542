internal import WallisCommands

/// The keys of the map, and its lines.
extension MapPane {
  static let actions = [
    NotebookAction(
      "map", "F4", in: .anywhere, "draw the formulas of the catalog by two of their measures",
      doing: { $0.openMap() }),
    key("map-left", "h Left", "go left") { $0.go(-1, 0, &$1) },
    key("map-right", "l Right", "go right") { $0.go(1, 0, &$1) },
    key("map-down", "j Down", "go down") { $0.go(0, 1, &$1) },
    key("map-up", "k Up", "go up") { $0.go(0, -1, &$1) },
    key("map-pan-left", "H Ctrl-Left", "show what is to the left") { $0.pan(-0.25, 0, &$1) },
    key("map-pan-right", "L Ctrl-Right", "show what is to the right") { $0.pan(0.25, 0, &$1) },
    key("map-pan-down", "J PageDown", "show what is below") { $0.pan(0, -0.25, &$1) },
    key("map-pan-up", "K PageUp", "show what is above") { $0.pan(0, 0.25, &$1) },
    key("map-zoom-in", "+ = z", "show the rectangle, or more of what is near the cursor", .init(30, "zoom")) {
      $0.zoomIn(&$1)
    },
    key("map-zoom-out", "-", "show twice as much", .init(35, "out")) { $0.zoomOut(&$1) },
    key("map-all", "0", "show where most formulas are", .init(40, "all")) { $0.showAll(&$1) },
    key("map-rectangle", "v Space", "begin a rectangle, or give it up", .init(20, "rectangle")) {
      pane, notebook in
      pane.anchor = pane.anchor == nil ? pane.place(notebook) : nil
    },
    key("map-rows", "Enter", "look at the formulas there in the browser", .init(10, "rows")) {
      $0.openRows(&$1)
    },
    key("map-across", "x", "choose the metric across", .init(50, "axes")) { pane, _ in
      pane.begin(.across, "across: ", pane.x)
    },
    key("map-upward", "y", "choose the metric up") { pane, _ in pane.begin(.up, "up: ", pane.y) },
    key("map-exchange", "X", "exchange the axes") { pane, notebook in
      (pane.x, pane.y) = (pane.y, pane.x)
      pane.window = pane.density.map { DensityWindow(x: $0.window.y, y: $0.window.x) }
      (pane.earlier, pane.anchor, pane.cursor) = ([], nil, nil)
      pane.count(&notebook)
    },
    key("map-condition", "e :", "change the condition", .init(60, "condition")) { pane, _ in
      pane.begin(.condition, "condition: ", pane.condition)
    },
    key("map-back", "b Backspace", "go back to the part before") { $0.goBack(&$1) },
    key("map-export", "w", "write the map as an image or a table", .init(70, "export")) { pane, notebook in
      let query = pane.condition.isEmpty ? "" : " --query \(pane.condition.quoted)"
      pane.begin(.verb, "run: ", "plot \(pane.x) \(pane.y)\(query) --output map.svg")
      notebook.say("Enter runs this in a new cell; map.png and map.csv are written too")
    },
    key("map-close", "Esc q", "give up the rectangle, or close", .init(80, "close")) { $0.dismiss(&$1) },
  ]

  private static func key(
    _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
    _ body: @escaping @Sendable (inout MapPane, inout NotebookModel) -> Void
  ) -> NotebookAction {
    NotebookAction(name, keys, of: MapPane.self, in: [mapping], description, footer: footer, body)
  }

  private mutating func begin(_ purpose: MapLine, _ label: String, _ text: String) {
    var line = PaneLine(label)
    line.buffer = TextBuffer(text)
    (typing, self.line) = (purpose, line)
  }

  mutating func complete(_ step: Int, _ notebook: inout NotebookModel) {
    guard var line, let typing else { return }
    if typing == .condition { return notebook.completeCondition(&self.line, after: "catalog query ") }
    guard typing == .across || typing == .up else { return }
    let typed = line.text
    let words = DensityRequest.metrics.filter { $0.hasPrefix(typed) && $0 != typed }
    guard let first = words.first else { return notebook.say(DensityRequest.metrics.joined(separator: "  ")) }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    line.buffer.replace(0..<line.buffer.characters.count, with: Array(common))
    self.line = line
    if words.count > 1 { notebook.say(words.joined(separator: "  ")) }
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    guard let line, let typing else { return openRows(&notebook) }
    (self.line, self.typing) = (nil, nil)
    switch typing {
    case .condition: condition = line.text
    case .across: x = line.text.filter { $0 != " " }
    case .up: y = line.text.filter { $0 != " " }
    case .verb: return notebook.runInNewCell(line.text)
    }
    (window, earlier, anchor, cursor) = (nil, [], nil, nil)
    count(&notebook)
  }

  /// Esc: out of the line, then out of the rectangle, then out of the map.
  mutating func dismiss(_ notebook: inout NotebookModel) {
    if line != nil {
      (line, typing) = (nil, nil)
    } else if anchor != nil {
      anchor = nil
    } else {
      notebook.closePane()
    }
  }
}
