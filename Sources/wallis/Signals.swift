internal import Foundation
internal import WallisCommands

/// Turns SIGINT and SIGTERM into requests to stop.
///
/// Work that looks at the requests commits what is done and ends by itself; other work, and a second signal, end
/// the process at once with 130. The handler uses atomics and `_exit` only, which are allowed there.
enum Signals {
  /// A signal handler can reach nothing but globals.
  static let stopRequests = StopRequests()

  /// Installs the handlers. Reading goes on after a signal; a child process starts with the default actions.
  static func install() {
    _ = stopRequests
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        let requests = Signals.stopRequests.request()
        if requests > 1 || !Signals.stopRequests.isObserved { _exit(Exit.interrupted.rawValue) }
      }
    }
  }
}
