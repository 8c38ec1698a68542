internal import Foundation

/// Ends this process when nobody reads its output any more.
///
/// An interpreter behind a pipe would otherwise compute on when its viewer was killed, until it next has something
/// to say. What a search has committed is kept, so that there is nothing to clean up.
enum ReaderWatch {
  /// Watches from a thread of its own; without a pipe on standard output nothing happens.
  static func start() {
    var status = stat()
    guard fstat(1, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
    let thread = Thread {
      var entry = pollfd(fd: 1, events: 0, revents: 0)
      while poll(&entry, 1, -1) < 0, errno == EINTR {}
      if entry.revents & Int16(POLLERR) != 0 { _exit(141) }
    }
    thread.stackSize = 1 << 16
    thread.start()
  }
}
