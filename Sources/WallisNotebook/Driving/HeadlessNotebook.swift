package import WallisCommands

/// A notebook without a terminal: keys by name go in, the screen comes out as text. For tests, demonstrations and
/// `wallis notebook --keys`.
package final class HeadlessNotebook {
  /// The notebook.
  package private(set) var model: NotebookModel
  /// How it quit; nil as long as it has not.
  package private(set) var quitting: Quitting?
  /// How often it asked to be suspended.
  package private(set) var suspensions = 0
  /// What it handed to the clipboard last; nil as long as it has not.
  package private(set) var clipboard: String?
  /// The file that it was left for; nil where it was not.
  package private(set) var next: String?
  /// What stands for the user's own editor.
  package var editor: (String) -> EditOutcome = { _ in .failed("an editor needs a terminal") }
  private let performer: EffectPerformer
  private let mailbox = Mailbox()
  private var alarms: [(alarm: Alarm, at: Double)] = []
  private var now = 0.0

  /// Drives `model`, with these means to run cells and keep files.
  package init(
    _ model: NotebookModel, runner: any CellRunner, store: any NotebookStore,
    viewer: (any CatalogAnswering)? = nil
  ) {
    self.model = model
    performer = EffectPerformer(
      runner: runner, store: store, viewer: viewer, mailbox: mailbox, background: false)
    send(.resize(model.size))
  }

  /// Presses keys, named and separated by spaces: `j Enter Alt-Enter Ctrl-C`.
  ///
  /// - Throws: a `KeyScript.Mistake` where a name is that of no key; the keys before it have been pressed.
  package func press(_ names: String) throws(KeyScript.Mistake) {
    for name in names.split(separator: " ") {
      guard let key = Key(named: String(name)) else {
        throw KeyScript.Mistake(text: "no key is called \(name)")
      }
      send(.key(key))
    }
  }

  /// Presses the keys that type this text; a line feed is Enter.
  package func type(_ text: String) {
    for character in text { send(.key(character.isNewline ? Key(.enter) : Key(.character(character)))) }
  }

  /// Pastes text.
  package func paste(_ text: String) { send(.paste(text)) }

  /// Gives the screen another size.
  package func resize(columns: Int, rows: Int) { send(.resize(ScreenSize(columns: columns, rows: rows))) }

  /// Lets time pass for alarms.
  package func advance(seconds: Double) {
    now += seconds
    let due = alarms.filter { $0.at <= now }
    alarms.removeAll { $0.at <= now }
    for entry in due { send(.alarm(entry.alarm)) }
  }

  /// Waits until nothing runs, at most some seconds; false where something still runs.
  @discardableResult
  package func settle(seconds: Double = 60) -> Bool {
    wait(seconds: seconds) { !$0.model.isBusy || $0.quitting != nil }
  }

  /// Waits until a condition holds, at most some seconds; false where it does not.
  func wait(seconds: Double, until condition: (HeadlessNotebook) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    deliver()
    while !condition(self) {
      guard ContinuousClock.now < deadline else { return false }
      if mailbox.wait(seconds: 0.05) { deliver() }
    }
    return true
  }

  /// What the screen shows.
  package var frame: Frame { view(model) }

  /// What the screen shows, a line feed after every row.
  package var screen: String { frame.text }

  /// Sends a message and carries out everything that follows from it and is ready.
  package func send(_ message: Message) {
    guard quitting == nil else { return }
    act(model.update(message))
    deliver()
  }

  private func deliver() {
    while quitting == nil {
      let messages = mailbox.take()
      guard !messages.isEmpty else { return }
      for message in messages where quitting == nil { act(model.update(message)) }
    }
  }

  private func act(_ effects: [Effect]) {
    for effect in effects where quitting == nil {
      switch performer.perform(effect) {
      case .wake(let alarm, let seconds): alarms.append((alarm, now + seconds))
      case .suspend: suspensions += 1
      case .copy(let text): clipboard = text
      case .edit(let cell, let text): mailbox.post(.edited(cell, editor(text)))
      case .quit(let how): quitting = how
      case .openAnother(let path): (quitting, next) = (.clean, path)
      default: break
      }
    }
  }
}

extension NotebookModel {
  /// Whether a computation runs or waits, a pane included.
  package var isBusy: Bool {
    panes.isBusy || busyCells > 0 || file.saving != nil || !runs.errands.isEmpty || typing.lookup != nil
  }
}
