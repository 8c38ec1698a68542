internal import Foundation
internal import Synchronization
internal import WallisCommands

/// Turns SIGINT and SIGTERM into requests to stop, and SIGTSTP into one to pause.
///
/// Work that looks at the requests commits what is done and ends by itself; other work, and a second signal, end
/// the process at once with 130. The handler uses atomics, the clock and `_exit` only, which are allowed there.
enum Signals {
  /// A signal handler can reach nothing but globals.
  static let stopRequests = StopRequests(halt: { raise(SIGSTOP) })
  /// Nanoseconds at the first signal of a burst.
  private static let lastSignal = Atomic<Int>(0)
  /// `timeout` and some shells send one signal to the process and another to its group: signals closer together
  /// than this count once.
  private static let burst = 500_000_000

  /// Installs the handlers. Reading goes on after a signal; a child process starts with the default actions.
  /// A parent that started this process from a thread with blocked signals would have them blocked here, too.
  ///
  /// - Parameter pausing: whether SIGTSTP is one; the notebook has its own way with it.
  static func install(pausing: Bool) {
    _ = stopRequests
    _ = lastSignal.load(ordering: .relaxed)
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Signals.arrived() }
      sigaddset(&watched, number)
    }
    if pausing {
      // Searches halt between two commits, all else at once.
      signal(SIGTSTP) { _ in if !Signals.stopRequests.requestPause() { raise(SIGSTOP) } }
      signal(SIGCONT) { _ in Signals.stopRequests.cancelPause() }
      for number in [SIGTSTP, SIGCONT] { sigaddset(&watched, number) }
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, nil)
  }

  private static func arrived() {
    guard stopRequests.isObserved else { _exit(Exit.interrupted.rawValue) }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = time.tv_sec * 1_000_000_000 + time.tv_nsec
    let previous = lastSignal.exchange(now, ordering: .relaxed)
    guard previous == 0 || now - previous > burst else { return }
    if stopRequests.request() > 1 { _exit(Exit.interrupted.rawValue) }
  }
}
