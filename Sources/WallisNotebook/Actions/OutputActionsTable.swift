/// Actions while the user looks into the output of a cell.
let outputActions: [NotebookAction] = [
  NotebookAction(
    "look-into", "l Right", in: [.cells], "look into the output: scroll it, sort its table",
    doing: { $0.lookInto() }),
  NotebookAction("copy-output", "Y", in: [.cells, .output], "copy the output to the clipboard") {
    $0.copyOutput()
  },
  NotebookAction(
    "copy-digits", "D", in: [.cells, .output], "copy the digits of the value to the clipboard"
  ) { $0.copyDigits() },
  NotebookAction(
    "copy-latex", "", in: [.cells, .output], "copy the closed form, or the formula of the cell, as LaTeX"
  ) { $0.copyFormula(as: .latex) },
  NotebookAction(
    "copy-gp", "", in: [.cells, .output], "copy the closed form, or the formula of the cell, for PARI/GP"
  ) { $0.copyFormula(as: .gp) },
  NotebookAction("draw-formula", "f", in: [.cells], "draw the formula in two dimensions") {
    $0.drawFormula()
  },
  inOutput("output-leave", "Esc q Enter", "go back to the cells", .init(10, "back")) { $0.leaveOutput() },
  inOutput("output-down", "j Down", "scroll down a line", .init(20, "down")) { $0.scrollOutput(1) },
  inOutput("output-up", "k Up", "scroll up a line", .init(30, "up")) { $0.scrollOutput(-1) },
  inOutput("output-page-down", "PageDown Space", "scroll down a page") { $0.scrollOutput($0.outputRows - 3) },
  inOutput("output-page-up", "PageUp", "scroll up a page") { $0.scrollOutput(3 - $0.outputRows) },
  inOutput("output-first", "g,g Home", "go to the first line") { $0.scrollOutput(-1_000_000) },
  inOutput("output-last", "G End", "go to the last line") { $0.scrollOutput(1_000_000) },
  inOutput("column-right", "l Right", "choose the next column", .init(40, "column")) { $0.chooseColumn(1) },
  inOutput("column-left", "h Left", "choose the column before") { $0.chooseColumn(-1) },
  inOutput("sort", "s", "sort by the column, the other way round, or not", .init(50, "sort")) {
    $0.sortOutput()
  },
]

private func inOutput(
  _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
  _ body: @escaping @Sendable (inout NotebookModel) -> Void
) -> NotebookAction {
  NotebookAction(name, keys, in: [.output], description, footer: footer, inPalette: false, doing: body)
}
