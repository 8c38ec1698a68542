internal import Synchronization

/// A file that SQLite has open in this process.
///
/// POSIX drops all locks that a process has on a file as soon as the process closes any descriptor of it; then another
/// process may take the log away from under a connection. So a file that is held is never opened beside SQLite.
final class HeldFile: Sendable {
  private let identity: CatalogFile.Identity

  private static let counts = Mutex<[CatalogFile.Identity: Int]>([:])

  /// Holds the file until the last reference goes; to be made before SQLite opens it.
  init(_ identity: CatalogFile.Identity) {
    self.identity = identity
    HeldFile.counts.withLock { $0[identity, default: 0] += 1 }
  }

  deinit {
    let identity = identity
    HeldFile.counts.withLock { counts in
      let left = (counts[identity] ?? 1) - 1
      counts[identity] = left > 0 ? left : nil
    }
  }

  /// Runs `body`, which opens and closes the file, where nobody holds it; nobody can in the meantime.
  ///
  /// - Returns: nil where it is held.
  static func unlessHeld<Value>(_ identity: CatalogFile.Identity, _ body: () -> Value) -> Value? {
    counts.withLock { counts in counts[identity] == nil ? body() : nil }
  }
}
