// The keys of the notebook: one row an action. To add an action, add a row to the table of its contexts with a
// name no other row has (a verb, words joined by hyphens), its keys, and what it does; dispatch, footer, help,
// palette and `wallis keys` read the row. A test refuses keys bound twice in one context.

/// Actions that are the same wherever the user is.
let notebookActions: [NotebookAction] = [
  NotebookAction(
    "run", "Alt-Enter Shift-Enter", in: .notebook, "run the cell and go to the next", footer: .init(20, "run")
  ) { $0.runAndAdvance() },
  NotebookAction("run-here", "F5 Ctrl-Enter", in: .notebook, "run the cell and stay") { $0.runSelected() },
  NotebookAction("save", "Ctrl-S", in: .anywhere, "save the notebook") { $0.save() },
  NotebookAction(
    "save-as", "", in: .anywhere, "save the notebook under another name",
    doing: { $0.askForName(leaving: false) }),
  NotebookAction("cancel", "Ctrl-C", in: .anywhere, "cancel what runs; the notebook goes on") { $0.cancel() },
  NotebookAction("export-markdown", "", in: .anywhere, "write the notebook as plain Markdown") {
    $0.export(.markdown)
  },
  NotebookAction("export-html", "", in: .anywhere, "write the notebook as a web page") { $0.export(.html) },
  NotebookAction("export-latex", "", in: .anywhere, "write the notebook as a LaTeX document") {
    $0.export(.latex)
  },
  NotebookAction("export-script", "", in: .anywhere, "write the inputs as a script for wallis run -") {
    $0.export(.script)
  },
  NotebookAction("theme", "", in: .anywhere, "change the colours: dark, light, mono, colour-blind") {
    $0.theme = $0.theme.next
    $0.say("theme \($0.theme.rawValue); the configuration file keeps it: theme = \"\($0.theme.rawValue)\"")
    return [.redraw]
  },
  NotebookAction("mouse", "", in: .anywhere, "take the mouse, or leave it to the terminal") {
    $0.hasMouse.toggle()
    $0.say($0.hasMouse ? "the mouse selects cells and scrolls" : "the mouse belongs to the terminal")
    return [.mouse($0.hasMouse)]
  },
  NotebookAction("vi-keys", "", in: .anywhere, "edit text with the keys of vi, or of emacs again") {
    $0.changeEditing()
    return []
  },
  NotebookAction("redraw", "Ctrl-L", in: .anywhere, "draw the screen anew") { _ in [.redraw] },
  NotebookAction("suspend", "Ctrl-Z", in: .anywhere, "suspend the program; fg continues") { _ in [.suspend] },
  NotebookAction("quit", "Ctrl-Q", in: .anywhere, "save and quit", footer: .init(90, "quit")) { $0.quit() },
  NotebookAction("quit-losing", "", in: .anywhere, "quit and give up what is unsaved") { $0.quitLosing() },
]
