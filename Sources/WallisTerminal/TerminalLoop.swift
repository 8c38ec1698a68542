internal import CTerm
internal import Foundation
internal import WallisNotebook

/// The notebook on a terminal: sleeps until a key, a report or an alarm comes, lets the model answer, shows the frame.
///
/// Everything here happens on the thread that calls `run`; other threads only leave messages in the mailbox.
struct TerminalLoop: ~Copyable {
  private var model: NotebookModel
  private let performer: EffectPerformer
  private let mailbox: Mailbox
  private let editor: OutsideEditor
  private let keyboard = Keyboard()
  private var screen = Screen()
  private var alarms: [(alarm: Alarm, at: ContinuousClock.Instant)] = []
  private var ending: TerminalEnding?
  /// Readable when whoever started this program is gone, and with it the claim to the terminal.
  private let parent = ct_parent()

  init(
    _ model: NotebookModel, _ performer: EffectPerformer, _ mailbox: Mailbox, _ editor: OutsideEditor
  ) {
    (self.model, self.performer, self.mailbox, self.editor) = (model, performer, mailbox, editor)
  }

  /// Searches that run.
  var searches: Int { model.runningSearches }

  /// Runs until the user quits or the terminal is gone. The terminal must have been taken over.
  mutating func run() -> TerminalEnding {
    answer([.resize(screen.size)])
    ct_mouse(model.hasMouse)
    while ending == nil {
      screen.show(view(model), model.theme)
      wait()
    }
    return ending ?? .lost
  }

  /// Sleeps until something happens, then answers all of it.
  private mutating func wait() {
    var entries = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: parent, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&entries, nfds_t(entries.count), patience)
    // A terminal that is gone is readable for ever.
    let isGone = entries[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
    guard !isGone, entries[2].revents & Int16(POLLIN) == 0 else { return leave() }
    answer(mailbox.take())
    answer(keyboard.read(typing: model.context == .editing))
    ring()
  }

  /// Milliseconds until the next alarm; -1 for ever.
  private var patience: Int32 {
    guard let next = alarms.map(\.at).min() else { return -1 }
    let left = (next - ContinuousClock.now) / .milliseconds(1)
    return Int32(min(max(left.rounded(.up), 0), 1e9))
  }

  private mutating func ring() {
    let now = ContinuousClock.now
    let due = alarms.filter { $0.at <= now }
    alarms.removeAll { $0.at <= now }
    answer(due.map { .alarm($0.alarm) })
  }

  private mutating func answer(_ messages: [Message]) {
    for message in messages where ending == nil {
      for effect in model.update(message) where ending == nil { perform(effect) }
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch performer.perform(effect) {
    case .wake(let alarm, let seconds): alarms.append((alarm, ContinuousClock.now + .seconds(seconds)))
    case .copy(let text): copyToClipboard(text)
    case .mouse(let wanted): ct_mouse(wanted)
    case .redraw: screen.forget()
    case .suspend: suspend()
    case .edit(let cell, let text): edit(cell, text)
    case .quit(let quitting): ending = .quit(quitting)
    case .openAnother(let path): ending = .another(path)
    default: break
    }
  }

  /// Stops as Ctrl-Z does; cells go on running. Back again, everything is drawn anew.
  private mutating func suspend() {
    ct_suspend()
    screen.forget()
    answer([.resize(screen.size), .resumed])
  }

  /// Lets the user's own editor have the terminal; what happens meanwhile is answered afterwards.
  private mutating func edit(_ cell: CellID, _ text: String) {
    let outcome = editor.edit(text)
    screen.forget()
    answer([.resize(screen.size), .resumed, .edited(cell, outcome)])
  }

  private mutating func leave() {
    for effect in model.farewell() { _ = performer.perform(effect) }
    ending = .lost
  }
}

/// How the loop ended.
enum TerminalEnding: Equatable {
  case quit(Quitting)
  /// The user goes to the notebook in another file.
  case another(String)
  /// The terminal is gone.
  case lost
}

/// Hands text to the clipboard by the terminal's own escape.
private func copyToClipboard(_ text: String) {
  ct_copy(Data(text.utf8).base64EncodedString())
}
