internal import WallisCommands
internal import WallisDocuments

/// What is handed to the clipboard of the terminal, always whole.
extension NotebookModel {
  /// Most bytes that terminals take at once.
  static let mostCopied = 70_000

  /// Hands over a text; one that terminals would cut is refused.
  private mutating func copy(_ text: String, _ what: String) -> [Effect] {
    guard text.utf8.count <= NotebookModel.mostCopied else {
      warn(
        "not copied: \(what) has \(text.utf8.count) bytes, and terminals take "
          + "\(NotebookModel.mostCopied) at once; :export-markdown has it whole")
      return []
    }
    say("copied \(what)")
    return [.copy(text)]
  }

  /// The output as text in which no number is broken at the end of a line.
  mutating func copyOutput() -> [Effect] {
    guard let text = selected.content.output?.unbroken, !text.isEmpty else {
      say("this cell has no output")
      return []
    }
    return copy(text, "\(text.utf8.count) bytes of output")
  }

  /// The digits of the value, without line breaks: the longest run of them.
  mutating func copyDigits() -> [Effect] {
    guard let digits = selected.content.output?.digits else {
      say("there are no digits in this output")
      return []
    }
    return copy(digits, "\(digits.count(where: \.isNumber)) digits")
  }

  /// The first closed form of the output, or else the formula of the cell, for another program.
  mutating func copyFormula(as notation: CopiedNotation) -> [Effect] {
    var text = selected.content.output?.trees.lazy.compactMap { Workspace.copied(tree: $0, as: notation) }
      .first
    if text == nil, let formula = cellFormula {
      let names = Workspace(bindings: bindings(above: selection), results: runs.results)
      text = names.copied(formula, as: notation)
    }
    guard let text else {
      say(
        "this cell has no formula that \(notation.rawValue) can say; `export` writes programs for fractions")
      return []
    }
    return copy(text, text)
  }
}

extension CellOutput {
  /// The longest run of digits of a value; nil where there is none.
  var digits: String? {
    let runs: [String]
    switch self {
    case .live(let documents):
      runs = documents.flatMap { $0.blocks.flatMap(\.texts) }.flatMap(\.spans).filter { $0.role == .digits }
        .map(\.string)
    case .stored(let text):
      runs = text.joiningDigits.split { !$0.isNumber && !"+-.…".contains($0) }.map(String.init)
    }
    let numbers = runs.map { $0.filter { $0.isNumber || $0 == "." || $0 == "-" || $0 == "−" } }
    return numbers.filter { $0.contains(where: \.isNumber) }.max { $0.count < $1.count }
  }

  /// The output as text whose lines are as long as they need to be; stored text has the lines of its file.
  var unbroken: String {
    switch self {
    case .stored(let text): text
    case .live(let documents): StoredOutput.text(of: documents, width: 1 << 20)
    }
  }

  /// The trees of the formulas in it, in order.
  var trees: [String] {
    guard case .live(let documents) = self else { return [] }
    return documents.flatMap { $0.blocks.flatMap(\.texts) }.flatMap(\.spans).compactMap(\.tree)
  }
}

extension String {
  /// The text in which digits that were broken at the end of a line go on: below a number that stands behind
  /// a label, in its column, and below a line that fills the columns of stored output.
  fileprivate var joiningDigits: String {
    var (text, column): (String, Int?) = ("", nil)
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let rest = line.drop { $0 == " " }
      if let column, line.count - rest.count == column, rest.first?.isNumber == true {
        text += rest
        continue
      }
      text += "\n" + line
      let before = line.lastIndex(of: " ").map { line[...$0] } ?? ""
      let isLabelled = before.contains { $0 != " " }
      column = isLabelled || line.count >= StoredOutput.width ? before.count : nil
    }
    return text
  }
}

extension Block {
  /// The texts that a block shows.
  fileprivate var texts: [Text] {
    switch self {
    case .heading(let text), .paragraph(let text): [text]
    case .fields(let fields): fields.map(\.value)
    case .table(let table): table.rows.flatMap { $0 }
    case .code, .plot, .diagnostic: []
    }
  }
}
