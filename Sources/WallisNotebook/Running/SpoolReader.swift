internal import Foundation
internal import WallisCommands

/// Reads a spool while it is written.
final class SpoolReader {
  let path: String
  private let descriptor: Int32
  private let stateOffset: Int
  private var offset: Int
  private var lines = LineSplitter()
  private var lastState: CellSpool.State?
  let header: CellSpool.Header

  /// Nil where the file is gone or no spool.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0, let data = FileManager.default.contents(atPath: path),
      let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let header = try? JSONDecoder().decode(CellSpool.Header.self, from: data[..<end]), header.version == 1
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    self.header = header
    stateOffset = end + 1
    offset = stateOffset + CellSpool.stateLength
  }

  deinit { close(descriptor) }

  /// Whether its writer holds the lock.
  var isAlive: Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return false
  }

  /// Number of the process that writes it; nil before it has begun.
  var process: pid_t? { state.map(\.process).flatMap { $0 > 0 ? $0 : nil } }

  /// Its last progress; nil before the first.
  var progress: CellProgress? { state?.progress }

  private var state: CellSpool.State? {
    let bytes = read(at: stateOffset, CellSpool.stateLength)
    return try? JSONDecoder().decode(CellSpool.State.self, from: Data(bytes))
  }

  /// What is new since the last look: progress that changed, then events in order.
  func news() -> [CellEvent] {
    var events: [CellEvent] = []
    if let state, state != lastState {
      lastState = state
      if let progress = state.progress { events.append(.progress(progress)) }
    }
    while true {
      let bytes = read(at: offset, 65_536)
      guard !bytes.isEmpty else { return events }
      offset += bytes.count
      for line in lines.add(bytes) {
        if let event = try? JSONDecoder().decode(CellEvent.self, from: Data(line)) { events.append(event) }
      }
    }
  }

  private func read(at offset: Int, _ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let read = pread(descriptor, &buffer, count, off_t(offset))
    return Array(buffer.prefix(max(0, read)))
  }
}
