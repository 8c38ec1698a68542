internal import Foundation
package import WallisCommands
internal import WallisDocuments

/// Carries out effects: runs, files, journal. What concerns the screen is left to whoever drives the notebook.
package final class EffectPerformer {
  private let runner: any CellRunner
  private let store: any NotebookStore
  private let mailbox: Mailbox
  private let saving: DispatchQueue?
  private let questions: CatalogQuestions

  /// Means to carry effects out.
  ///
  /// - Parameters:
  ///   - background: whether saving and questions happen away from this thread, so that they never hold up keys.
  ///   - viewer: answers questions about the catalog.
  package init(
    runner: any CellRunner, store: any NotebookStore, viewer: (any CatalogAnswering)? = nil, mailbox: Mailbox,
    background: Bool
  ) {
    (self.runner, self.store, self.mailbox) = (runner, store, mailbox)
    questions = CatalogQuestions(viewer, mailbox, background: background)
    saving = background ? DispatchQueue(label: "wallis.saving") : nil
  }

  /// Carries out an effect.
  ///
  /// - Returns: the effect itself where the driver has to act: alarm, suspension, clipboard, redrawing, quitting. At quitting
  ///   the runs have been stopped and the journal is closed.
  package func perform(_ effect: Effect) -> Effect? {
    switch effect {
    case .run(let run, let request): start(run, request)
    case .ask(let run, let question): questions.ask(question, as: run)
    case .reopenCatalog: questions.reopen()
    case .attach(let run, let left):
      let mailbox = mailbox
      runner.attach(run, to: left) { mailbox.post(.run(run, $0)) }
    case .pause(let run, let halted): runner.pause(run, halted)
    case .belong(let path): runner.belong(to: path)
    case .stop(let run, let force): runner.stop(run, force)
    case .journal(let entry): report { () throws(Diagnostic) in try store.append(entry) }
    case .syncJournal: syncJournal()
    case .restartJournal(let base, let entry): restartJournal(base, entry)
    case .remember(let input): store.remember(input)
    case .save(let request): save(request)
    case .export(let request):
      let (store, mailbox) = (store, mailbox)
      aside { mailbox.post(.exported(request.path, store.save(request))) }
    case .listFiles(let beginning):
      let mailbox = mailbox
      aside { mailbox.post(.files(beginning, paths(beginning: beginning))) }
    case .quit(let quitting): return .quit(leave(quitting))
    case .openAnother:
      _ = leave(.clean)
      return effect
    case .wake, .suspend, .edit, .redraw, .copy, .mouse: return effect
    }
    return nil
  }

  private func start(_ run: RunID, _ request: CellRequest) {
    let mailbox = mailbox
    runner.start(run, request) { mailbox.post(.run(run, $0)) }
  }

  /// Runs away from the thread of the screen where there is another.
  private func aside(_ body: @escaping @Sendable () -> Void) {
    if let saving { saving.async(execute: body) } else { body() }
  }

  private func restartJournal(_ base: JournalBase, _ entry: JournalEntry) {
    report { () throws(Diagnostic) in
      try store.restart(on: base, with: entry)
      mailbox.post(.journalKept)
    }
  }

  /// Ends what runs and closes the journal.
  ///
  /// - Returns: how quitting really went.
  private func leave(_ quitting: Quitting) -> Quitting {
    runner.stopAll()
    saving?.sync {}
    return close(quitting)
  }

  private func report(_ body: () throws(Diagnostic) -> Void) {
    do { try body() } catch { mailbox.post(.journalFailed(error)) }
  }

  /// How quitting really went.
  private func close(_ quitting: Quitting) -> Quitting {
    do {
      try store.close(quitting)
      return quitting
    } catch {
      return .unkept
    }
  }

  /// A slow disk must not hold up keys.
  private func syncJournal() {
    let (flush, mailbox) = (store.journalFlush(), mailbox)
    let work: @Sendable () -> Void = {
      do throws(Diagnostic) { try flush() } catch { mailbox.post(.journalFailed(error)) }
    }
    if let saving { saving.async(execute: work) } else { work() }
  }

  private func save(_ request: SaveRequest) {
    let (store, mailbox) = (store, mailbox)
    if let saving {
      saving.async { mailbox.post(.saved(store.save(request))) }
    } else {
      mailbox.post(.saved(store.save(request)))
    }
  }
}

/// The files and folders whose paths begin with a text, in alphabetical order; hidden ones where the text asks for
/// them.
private func paths(beginning text: String) -> [String] {
  let slash = text.lastIndex(of: "/")
  let folder = slash.map { String(text[...$0]) } ?? ""
  let name = slash.map { String(text[text.index(after: $0)...]) } ?? text
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
  let found = names.filter { $0.hasPrefix(name) && (name.hasPrefix(".") || !$0.hasPrefix(".")) }.sorted()
  return found.prefix(200).map { entry in
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder + entry, isDirectory: &isFolder)
    return folder + entry + (isThere && isFolder.boolValue ? "/" : "")
  }
}
