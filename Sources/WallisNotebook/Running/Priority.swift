internal import Foundation

/// How work makes room for keys.
enum Priority {
  private static let (childNice, threadNice): (Int32, Int32) = (10, 5)

  /// Has a child process wait behind whatever somebody looks at.
  ///
  /// Linux may share the processor among sessions first, and among the processes of each by their nice values only then; so
  /// a child that leads a session of its own has its session give way, too.
  static func lower(_ process: pid_t, leadsSession: Bool) {
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process), childNice)
    guard leadsSession, !lowerSession(of: process), errno == EAGAIN else { return }
    // The system takes ten of these a second, whoever gives them.
    Thread.detachNewThread {
      for _ in 0..<10 {
        usleep(110_000)
        if lowerSession(of: process) || errno != EAGAIN { return }
      }
    }
  }

  private static func lowerSession(of process: pid_t) -> Bool {
    let group = open("/proc/\(process)/autogroup", O_WRONLY | O_CLOEXEC)
    guard group >= 0 else { return false }
    defer { close(group) }
    let value = Array("\(childNice)".utf8)
    return value.withUnsafeBytes { write(group, $0.baseAddress, $0.count) } == value.count
  }

  /// Has this thread wait behind that of the screen: on Linux each thread has a nice value of its own.
  static func lowerThread() {
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, threadNice)
  }
}
