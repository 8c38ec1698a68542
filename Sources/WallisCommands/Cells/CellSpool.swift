internal import Foundation
internal import Synchronization

/// What a search has to say, kept in a file instead of a pipe, so that it can go on when its viewer is closed and be
/// followed by the next one.
///
/// First line: the header as JSON. Second line, always `stateLength` bytes: process and progress, overwritten in
/// place. Every further line: an event as JSON. Whoever writes the file holds a lock on it, by which viewers see that
/// it is alive.
package final class CellSpool: Sendable {
  /// Bytes of the second line, its line feed included.
  package static let stateLength = 1024

  /// What the run is about.
  package struct Header: Codable, Sendable, Equatable {
    /// Version of the format.
    package var version = 1
    /// The lines of the cell.
    package var source: String

    /// A header.
    package init(source: String) { self.source = source }
  }

  /// How far the run is.
  package struct State: Codable, Sendable, Equatable {
    /// Number of the process, which leads a process group; 0 before it has begun.
    package var process: Int32
    /// Its last progress.
    package var progress: CellProgress?

    /// A state.
    package init(process: Int32, progress: CellProgress? = nil) {
      (self.process, self.progress) = (process, progress)
    }
  }

  private let descriptor: Int32
  private let stateOffset: Int
  private let lock = Mutex<Void>(())

  /// Makes the file of a run that is about to begin.
  package static func create(at path: String, _ header: Header) -> Bool {
    guard let line = try? JSONEncoder().encode(header) else { return false }
    let text = line + [UInt8(ascii: "\n")] + stateLine(State(process: 0))
    return FileManager.default.createFile(
      atPath: path, contents: text, attributes: [.posixPermissions: 0o600])
  }

  /// Takes a spool over as its writer; nil where that is impossible.
  package init?(path: String) {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0,
      let end = FileManager.default.contents(atPath: path)?.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    (descriptor, stateOffset) = (file, end + 1)
    put(State(process: getpid()))
  }

  /// Keeps an event.
  package func write(_ event: CellEvent) {
    if case .progress(let progress) = event {
      return put(State(process: getpid(), progress: progress))
    }
    guard let line = try? JSONEncoder().encode(event) else { return }
    lock.withLock { _ in
      lseek(descriptor, 0, SEEK_END)
      send(line + [UInt8(ascii: "\n")])
    }
  }

  private func put(_ state: State) {
    lock.withLock { _ in
      lseek(descriptor, off_t(stateOffset), SEEK_SET)
      send(CellSpool.stateLine(state))
    }
  }

  private func send(_ bytes: Data) {
    var rest = [UInt8](bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// A state in exactly `stateLength` bytes; one that does not fit does without progress.
  private static func stateLine(_ state: State) -> Data {
    var line = (try? JSONEncoder().encode(state)) ?? Data()
    if line.count >= stateLength {
      line = (try? JSONEncoder().encode(State(process: state.process))) ?? Data()
    }
    return line + Data(repeating: UInt8(ascii: " "), count: stateLength - 1 - line.count) + [
      UInt8(ascii: "\n")
    ]
  }
}
