internal import CTerm
internal import Foundation
internal import Synchronization
package import WallisCommands
internal import WallisDocuments
internal import WallisNotebook

/// Opens the notebook and returns when the user quits: what `wallis` does without a verb, and `wallis notebook`.
///
/// The terminal is as before on every way out, faults and signals included. Cells run as `<program> cell`. What a
/// killed notebook left in its journal is recovered.
///
/// - Parameters:
///   - options: what to open and how.
///   - shell: the streams of the process; the notebook itself reads and writes the terminal.
/// - Returns: the exit code: 0 after quitting, 2 where there is no terminal that can do it, 3 where the file cannot
///   be read or is no session, 129 where the terminal went away.
package func runNotebook(_ options: NotebookOptions, shell: Shell) -> Int32 {
  let refuse = { (diagnostic: Diagnostic, code: Int32) -> Int32 in
    shell.complain(PlainRenderer(width: shell.width).render(Document([.diagnostic(diagnostic)])))
    return code
  }
  let options = options.resolved
  do {
    if let keys = options.keys { return try playNotebook(keys, options, shell) }
    let ascii = options.ascii || !ct_locale_is_utf8()
    return try onOwnThread { try showNotebooks(options, shell, ascii: ascii) }
  } catch let refusal as Refusal {
    return refuse(refusal.diagnostic, refusal.exit.rawValue)
  } catch let diagnostic as Diagnostic {
    return refuse(diagnostic, Exit.badData.rawValue)
  } catch {
    return refuse(Diagnostic("\(error)"), Exit.badData.rawValue)
  }
}

/// Shows a notebook, then those that the user goes on to, until the user quits. One that cannot be opened is said to be
/// so in the one before.
private func showNotebooks(_ first: NotebookOptions, _ shell: Shell, ascii: Bool) throws -> Int32 {
  var (options, before): (NotebookOptions, NotebookOptions?) = (first, nil)
  while true {
    let notebook: OpenedNotebook
    do throws(Diagnostic) {
      notebook = try OpenedNotebook(options, shell, ascii: ascii)
    } catch {
      guard let back = before else { throw error }
      (options, before) = (back, nil)
      options.warning = error.message
      continue
    }
    let (code, next) = try TerminalSession(options, shell).run(notebook)
    guard let next else { return code }
    (before, options.warning) = (options, nil)
    options.file = SessionName.opened(next)
  }
}

extension OpenedNotebook {
  /// The notebook that the options mean.
  init(_ options: NotebookOptions, _ shell: Shell, ascii: Bool) throws(Diagnostic) {
    let locations = Locations(variables: shell.variables)
    var start = options.model(ascii: ascii)
    if options.keys == nil {
      start.history = FileStore.history(at: locations.history)
      start.left = SpoolFolder(locations.state + "/runs").left(by: options.file.map(absolutePath))
    }
    try self.init(path: options.file, journals: locations.state + "/journals", options: start)
    store.backups = locations.state + "/backups"
    if options.keys == nil { store.historyPath = locations.history }
  }
}

extension NotebookOptions {
  /// The options with the file that their name means.
  fileprivate var resolved: NotebookOptions {
    var options = self
    options.file = file.map(SessionName.opened)
    return options
  }

  /// Whoever answers questions about the catalog.
  func viewer(_ shell: Shell) -> CatalogViewer { CatalogViewer(table: verbs, catalog: catalog, shell) }

  /// What of the options concerns the model.
  func model(ascii: Bool) -> NotebookModel.Options {
    var start = NotebookModel.Options()
    (start.ascii, start.catalog, start.size) = (ascii || configuration.ascii, catalog, size)
    (start.editing, start.theme) = (configuration.editing, configuration.theme)
    start.style = style ?? configuration.style
    (start.keyMap, start.mouse) = (configuration.keyMap, configuration.mouse)
    start.warning =
      warning
      ?? configuration.problems.first.map {
        "configuration: \($0.message); see `wallis config check`"
      }
    start.words = verbs.completionWords + words
    start.optionWords = verbs.completionOptions
    start.conditionWords = verbs.completionsOfConditions
    return start
  }
}

/// Runs a body on a thread of its own with a stack of 8 MiB and waits for its end.
private func onOwnThread(_ body: @escaping @Sendable () throws -> Int32) throws -> Int32 {
  let result = Mutex<Result<Int32, any Error>?>(nil)
  let finished = DispatchSemaphore(value: 0)
  let thread = Thread {
    let outcome = Result { try body() }
    result.withLock { $0 = outcome }
    finished.signal()
  }
  thread.stackSize = 8 << 20
  thread.start()
  finished.wait()
  return try result.withLock { $0 }?.get() ?? Exit.badData.rawValue
}

/// The path from the root, so that a notebook is the same from whichever folder it is opened.
func absolutePath(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}
