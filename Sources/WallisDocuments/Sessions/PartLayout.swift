extension SessionFile {
  /// What the text of a part leaves open: blank lines, fences, line ends. Nil where a new session would have the same.
  struct PartLayout: Decodable {
    var leading: String?
    var raw: String?
    var input: FencedBlock?
    var gap: String?
    var stored: FencedBlock?
  }
}

extension SessionFile.Part {
  /// The layout of a part, as members of an object; empty where it is that of a new session.
  func layout(isFirst: Bool) -> [JSONValue.Member] {
    func block(_ block: FencedBlock) -> JSONValue {
      [
        "opening": .string(block.opening), "body": .string(block.body), "closing": .string(block.closing),
      ]
    }
    let usual = isFirst ? "" : "\n"
    var members = leading.flatMap { $0 == usual ? nil : [JSONValue.Member("leading", .string($0))] } ?? []
    switch self {
    case .prose(let prose):
      if prose.raw != SessionProse(prose.text).raw { members.append(.init("raw", .string(prose.raw))) }
    case .cell(let cell):
      let new = SessionCell(source: cell.source, output: cell.output)
      if new.input != cell.input { members.append(.init("input", block(cell.input))) }
      if new.gap != cell.gap { members.append(.init("gap", .string(cell.gap))) }
      if let stored = cell.stored, new.stored != stored { members.append(.init("stored", block(stored))) }
    }
    return members
  }

  /// The part with the layout that it had, as far as its text is still the same.
  func laidOut(_ layout: SessionFile.PartLayout?) -> SessionFile.Part {
    guard let layout else { return self }
    switch self {
    case .prose(let prose):
      var own = SessionProse(leading: layout.leading, raw: layout.raw ?? prose.raw)
      own.text = prose.text
      return .prose(own)
    case .cell(let cell):
      var own = SessionCell(leading: layout.leading, input: layout.input ?? cell.input)
      own.source = cell.source
      own.stored = cell.output == nil ? nil : layout.stored ?? cell.stored
      own.gap = own.stored == nil ? "" : layout.gap ?? ""
      own.output = cell.output
      return .cell(own)
    }
  }
}
