/// Actions in the line at the bottom, in help and in panes.
let paneActions: [NotebookAction] = [
  NotebookAction(
    "accept", "Enter", in: [.prompt], "take what was typed or chosen", footer: .init(10, "take"),
    inPalette: false
  ) {
    $0.acceptPane()
  },
  NotebookAction(
    "dismiss", "Esc Ctrl-G", in: [.prompt], "go back", footer: .init(20, "back"), inPalette: false
  ) {
    $0.dismissPane()
  },
  NotebookAction(
    "close", "Esc q Enter ?", in: [.reading], "close", footer: .init(10, "close"), inPalette: false
  ) {
    $0.dismissPane()
  },
  NotebookAction(
    "scroll-down", "j Down", in: [.reading], "scroll down a line", footer: .init(20, "down"),
    inPalette: false,
    doing: { $0.movePane(1) }),
  NotebookAction(
    "scroll-up", "k Up", in: [.reading], "scroll up a line", footer: .init(30, "up"), inPalette: false,
    doing: { $0.movePane(-1) }),
  NotebookAction(
    "scroll-page-down", "PageDown Space", in: [.reading], "scroll down a page", inPalette: false,
    doing: { $0.page(1) }),
  NotebookAction(
    "scroll-page-up", "PageUp", in: [.reading], "scroll up a page", inPalette: false, doing: { $0.page(-1) }),
]
