/// Actions in the line at the bottom, in help and in panes.
let overlayActions: [NotebookAction] = [
  NotebookAction(
    "accept", "Enter", in: [.prompt], "take what was typed or chosen", footer: .init(10, "take"),
    inPalette: false
  ) {
    $0.accept()
  },
  NotebookAction(
    "dismiss", "Esc Ctrl-G", in: [.prompt], "go back", footer: .init(20, "back"), inPalette: false
  ) { $0.dismiss() },
  NotebookAction(
    "close", "Esc q Enter ?", in: [.reading], "close", footer: .init(10, "close"), inPalette: false
  ) { $0.dismiss() },
  NotebookAction(
    "scroll-down", "j Down", in: [.reading], "scroll down a line", footer: .init(20, "down"),
    inPalette: false,
    doing: { $0.choose(1) }),
  NotebookAction(
    "scroll-up", "k Up", in: [.reading], "scroll up a line", footer: .init(30, "up"), inPalette: false,
    doing: { $0.choose(-1) }),
  NotebookAction(
    "scroll-page-down", "PageDown Space", in: [.reading], "scroll down a page", inPalette: false,
    doing: { $0.page(1) }),
  NotebookAction(
    "scroll-page-up", "PageUp", in: [.reading], "scroll up a page", inPalette: false, doing: { $0.page(-1) }),
  NotebookAction(
    "find-key", "/", in: [.reading], "find a key or an action by a word", inPalette: false,
    doing: { $0.findKey() }),
  inJobs("choose-next-job", "j Down", "choose the next search") { model in
    model.chooseJob(1)
    return []
  },
  inJobs("choose-previous-job", "k Up", "choose the search before") { model in
    model.chooseJob(-1)
    return []
  },
  inJobs("pause", "p Space", "pause the search, or let it go on", .init(20, "pause")) { $0.pauseJob() },
  inJobs("cancel-job", "c x", "cancel the search; what is done is kept", .init(30, "cancel")) {
    $0.cancelJob()
  },
  inJobs("resume", "r", "go on with an unfinished search in a new cell", .init(40, "resume")) {
    $0.resumeJob()
  },
  inJobs("go-to-cell", "Enter", "go to the cell of the search", .init(10, "go to cell")) { $0.goToJob() },
  inJobs("close-jobs", "Esc q", "close", .init(50, "close")) { $0.dismiss() },
  inJobs("jobs-page-down", "PageDown", "scroll down a page") { model in
    model.page(1)
    return []
  },
  inJobs("jobs-page-up", "PageUp", "scroll up a page") { model in
    model.page(-1)
    return []
  },
]

private func inJobs(
  _ name: String, _ keys: String, _ description: String, _ footer: NotebookAction.Footer? = nil,
  _ body: @escaping @Sendable (inout NotebookModel) -> [Effect]
) -> NotebookAction {
  NotebookAction(name, keys, in: [.jobs], description, footer: footer, inPalette: false, perform: body)
}
