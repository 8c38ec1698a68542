internal import CTerm
internal import Foundation
internal import WallisCommands
internal import WallisDocuments
internal import WallisNotebook

/// The time between taking the terminal over and giving it back.
struct TerminalSession {
  private let options: NotebookOptions
  private let shell: Shell

  init(_ options: NotebookOptions, _ shell: Shell) { (self.options, self.shell) = (options, shell) }

  /// Shows the notebook until the user quits.
  ///
  /// - Returns: the exit code, or the name of the notebook that this one was left for.
  /// - Throws: a `Refusal` where the terminal cannot show it.
  func run(_ notebook: OpenedNotebook) throws -> (code: Int32, next: String?) {
    let mailbox = Mailbox()
    let spools = SpoolFolder(Locations(variables: shell.variables).state + "/runs")
    let performer = EffectPerformer(
      runner: ChildRunner(program: program, spools: spools, owner: options.file), store: notebook.store,
      viewer: options.viewer(shell), mailbox: mailbox, background: true)
    let complaints = Complaints(folder: Locations(variables: shell.variables).state)
    defer { complaints.giveBack() }
    try takeOver(mailbox, complaints.path)
    var loop = TerminalLoop(
      notebook.model, performer, mailbox, OutsideEditor(variables: shell.variables))
    let ending = loop.run()
    ct_stop()
    complaints.giveBack()
    if let words = ending.words { shell.complain(words + "\n") }
    let left = loop.searches
    if left > 0 {
      shell.complain(
        "\(left) search\(left == 1 ? " goes" : "es go") on; the notebook shows \(left == 1 ? "it" : "them") when it is opened again.\n"
      )
    }
    if case .another(let next) = ending { return (0, next) }
    return (ending.code, nil)
  }

  /// The file of this program, whatever happens to its name later.
  private var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: options.program)) ?? options.program
  }

  private func takeOver(_ mailbox: Mailbox, _ log: String?) throws(Refusal) {
    let details = log.map { "; details in \($0)" } ?? ""
    let parting =
      "\r\nwallis: the notebook crashed\(details). What its journal holds comes back at the next start.\r\n"
    let reason: String
    switch ct_start(mailbox.wakeDescriptor, wantsColour, parting) {
    case Int32(CT_STARTED): return
    case Int32(CT_NO_TERMINAL): reason = "the notebook needs a terminal"
    case Int32(CT_UNKNOWN_TERMINAL):
      reason = "no terminal of the kind TERM=\(shell.variables["TERM"] ?? "") is known here"
    default: reason = "a terminal of the kind TERM=\(shell.variables["TERM"] ?? "") cannot show a notebook"
    }
    throw Refusal(
      reason, remedy: "`wallis repl` works on any terminal, `wallis run FILE` on none")
  }

  private var wantsColour: Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto: (shell.variables["NO_COLOR"] ?? "").isEmpty
    }
  }
}

extension TerminalEnding {
  /// What to say about unsaved changes; nil where there are none.
  fileprivate var words: String? {
    switch self {
    case .quit(.keepingJournal): "Unsaved changes are kept; they come back when the notebook is opened again."
    case .quit(.unkept): "error: unsaved changes are lost: the journal could not be written."
    case .quit(.losing): "Unsaved changes were given up."
    case .quit(.clean), .another, .lost: nil
    }
  }

  /// Exit code of the program.
  fileprivate var code: Int32 {
    switch self {
    case .quit(.unkept): Exit.badData.rawValue
    case .quit, .another: 0
    case .lost: 128 + SIGHUP
    }
  }
}

/// Standard error during the session: libraries must not write over the screen, so it goes to a file.
private final class Complaints {
  let path: String?
  private var saved: Int32

  init(folder: String) {
    let path = folder + "/notebook.log"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    self.path = file >= 0 ? path : nil
    if file < 0 { file = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    saved = fcntl(2, F_DUPFD_CLOEXEC, 10)
    dup2(file, 2)
    close(file)
  }

  /// Once; later calls do nothing.
  func giveBack() {
    guard saved >= 0 else { return }
    dup2(saved, 2)
    close(saved)
    saved = -1
  }
}
