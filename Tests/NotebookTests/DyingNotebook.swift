import Foundation
import Synchronization
import WallisDocuments

@testable import WallisNotebook

/// A disk that may be full.
final class Disk: Sendable {
  private let full = Atomic(false)

  var isFull: Bool {
    get { full.load(ordering: .relaxed) }
    set { full.store(newValue, ordering: .relaxed) }
  }

  /// The journals of a folder on this disk; on a full one half of what is to be written still fits.
  func journals(_ path: String) -> JournalFolder {
    JournalFolder(path: path) { [self] descriptor, bytes in
      guard isFull else { return write(descriptor, bytes.baseAddress, bytes.count) }
      if bytes.count > 1 { return write(descriptor, bytes.baseAddress, bytes.count / 2) }
      errno = ENOSPC
      return -1
    }
  }
}

/// A file store whose process dies at a chosen step: the step itself is not made, or made by half, and nothing after.
final class DyingStore: NotebookStore, @unchecked Sendable {
  private let store: FileStore
  private let disk: Disk
  /// Steps left to live; nil lives on.
  var lifetime: Int?
  private(set) var isDead = false

  init(_ store: FileStore, _ disk: Disk) { (self.store, self.disk) = (store, disk) }

  /// Whether the process still lives for this step.
  private func lives() -> Bool {
    if let left = lifetime {
      lifetime = left - 1
      if left <= 0 { isDead = true }
    }
    return !isDead
  }

  func save(_ request: SaveRequest) -> SaveOutcome {
    guard lives() else { return .failed(Diagnostic("dead")) }
    if disk.isFull { return .failed(Diagnostic("cannot write \(request.path): No space left on device")) }
    return store.save(request)
  }

  func append(_ entry: JournalEntry) throws(Diagnostic) { if lives() { try store.append(entry) } }

  func restart(on base: JournalBase, with entry: JournalEntry) throws(Diagnostic) {
    if lives() { try store.restart(on: base, with: entry) }
  }

  func journalFlush() -> @Sendable () throws(Diagnostic) -> Void { store.journalFlush() }

  func remember(_ input: String) {}

  func close(_ quitting: Quitting) throws(Diagnostic) { if lives() { try store.close(quitting) } }
}

/// What a notebook shows of its cells.
struct Shown: Equatable, CustomStringConvertible {
  var text: String
  var cells: [String]

  init(_ model: NotebookModel) {
    text = model.content.sessionFile.text
    cells = model.cells.map { "\($0.content.kind) \($0.content.source) → \($0.content.output?.text ?? "-")" }
  }

  var description: String { cells.joined(separator: "\n") }
}
