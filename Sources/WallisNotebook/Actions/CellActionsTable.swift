/// Actions on whole cells, outside editing.
let cellActions: [NotebookAction] = [
  NotebookAction(
    "edit", "Enter", in: [.cells], "type in the selected cell", footer: .init(10, "edit"),
    doing: { $0.edit() }),
  NotebookAction("edit-outside", "E", in: [.cells], "edit the cell with $VISUAL or $EDITOR") {
    $0.editOutside()
  },
  NotebookAction("next", "j Down", in: [.cells], "select the next cell", doing: { $0.selectNeighbour(1) }),
  NotebookAction(
    "previous", "k Up", in: [.cells], "select the previous cell", doing: { $0.selectNeighbour(-1) }),
  NotebookAction("first", "g,g Home", in: [.cells], "select the first cell", doing: { $0.select(0) }),
  NotebookAction(
    "last", "G End", in: [.cells], "select the last cell", doing: { $0.select($0.cells.count - 1) }),
  NotebookAction("page-down", "PageDown Space", in: [.cells], "scroll down", doing: { $0.page(1) }),
  NotebookAction("page-up", "PageUp", in: [.cells], "scroll up", doing: { $0.page(-1) }),
  NotebookAction("insert-above", "a", in: [.cells], "insert a cell above") { model in
    model.insertCell(CellContent(.input), at: model.selection)
    return []
  },
  NotebookAction("insert-below", "b", in: [.cells], "insert a cell below", footer: .init(60, "new cell")) {
    model in
    model.insertCell(CellContent(.input), at: model.selection + 1)
    return []
  },
  NotebookAction("delete", "d,d", in: [.cells], "delete the selected cell") { $0.deleteCell() },
  NotebookAction(
    "undo", "u z Ctrl-_", in: [.cells], "undo the last change, of the catalog too", footer: .init(70, "undo")
  ) { $0.undo() },
  NotebookAction("redo", "Ctrl-R Ctrl-Y", in: [.cells], "repeat what was undone") { $0.redo() },
  NotebookAction("copy", "c", in: [.cells], "copy the selected cell", doing: { $0.copyCell() }),
  NotebookAction("cut", "x", in: [.cells], "cut the selected cell") { $0.cutCell() },
  NotebookAction("paste", "v", in: [.cells], "paste the copied cell below", doing: { $0.pasteCell() }),
  NotebookAction("move-down", "J", in: [.cells], "move the cell down", doing: { $0.moveCell(1) }),
  NotebookAction("move-up", "K", in: [.cells], "move the cell up", doing: { $0.moveCell(-1) }),
  NotebookAction("prose", "m", in: [.cells], "make the cell prose", doing: { $0.convert(to: .prose) }),
  NotebookAction("input", "y", in: [.cells], "make the cell input", doing: { $0.convert(to: .input) }),
  NotebookAction("run-all", "R", in: [.cells], "run all cells from top to bottom") { $0.runAll() },
  NotebookAction(
    "run-stale", "r", in: [.cells], "run the cells that have changed, or what they use, since they were run"
  ) { $0.runStale() },
  NotebookAction(
    "clear-output", "o", in: [.cells], "remove the output of the cell", doing: { $0.clearOutput() }),
  NotebookAction("search", "/", in: [.cells], "look for text in all cells", doing: { $0.openSearch() }),
  NotebookAction("next-match", "n", in: [.cells], "go to the next match", doing: { $0.searchAgain(1) }),
  NotebookAction(
    "previous-match", "N", in: [.cells], "go to the previous match", doing: { $0.searchAgain(-1) }),
  NotebookAction(
    "forget-search", "Esc", in: [.cells], "unmark what was found", doing: { $0.display.searched = "" }),
  NotebookAction(
    "find-action", ":", in: [.cells], "find any action by name, or run a verb line",
    footer: .init(40, "actions"),
    inPalette: false, doing: { $0.open(PalettePane()) }),
  NotebookAction(
    "show-keys", "? F1", in: [.cells], "show the keys", footer: .init(30, "keys"), inPalette: false,
    doing: { $0.toggleHelp() }),
]
