internal import Foundation
internal import Synchronization
public import WallisCommands

/// Runs every cell in a child process of its own (`wallis cell`), so that neither a crash nor the want of memory nor
/// a library that cannot be interrupted reaches the notebook.
///
/// The child leads a process group and works at nice 10. It gets the request as JSON on standard input and answers
/// with one `CellEvent` a line. When the program quits the children are interrupted, not left behind: what a search
/// has committed is in the catalog, and `resume` continues it.
public final class ChildRunner: CellRunner, Sendable {
  private let program: String
  private let arguments: [String]
  /// Processes that may be signalled: not yet reaped, so that their numbers cannot belong to others.
  private let children = Mutex<[RunID: pid_t]>([:])

  /// A runner that starts `program` with `arguments`.
  public init(program: String, arguments: [String] = ["cell"]) {
    (self.program, self.arguments) = (program, arguments)
  }

  /// Starts a child. One that cannot be started ends at once with the reason.
  public func start(_ run: RunID, _ request: CellRequest, report: @escaping @Sendable (RunReport) -> Void) {
    let child: Child
    do {
      child = try Child(program: program, arguments: arguments)
    } catch {
      return report(.ended(RunEnd(.notStarted(error.reason))))
    }
    children.withLock { $0[run] = child.process }
    let thread = Thread { [self] in
      let input = (try? JSONEncoder().encode(request)) ?? Data()
      let complaint = child.converse(input: [UInt8](input) + [UInt8(ascii: "\n")]) { report(.event($0)) }
      waitWithoutReaping(child.process)
      children.withLock { $0[run] = nil }
      report(.ended(RunEnd(reap(child.process), complaint: complaint)))
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Signals the process group of a run.
  public func stop(_ run: RunID, _ force: StopForce) {
    children.withLock { children in
      guard let process = children[run] else { return }
      kill(-process, force == .kill ? SIGKILL : SIGINT)
    }
  }

  /// First they may commit what is done, then they drop it, then they are killed; all within two seconds.
  public func stopAll() {
    for (signal, patience) in [(SIGINT, 1.2), (SIGINT, 0.5), (SIGKILL, 0.3)] {
      let none = children.withLock { children in
        for process in children.values { kill(-process, signal) }
        return children.isEmpty
      }
      if none { return }
      let deadline = ContinuousClock.now + .seconds(patience)
      while ContinuousClock.now < deadline {
        if children.withLock({ $0.isEmpty }) { return }
        usleep(5_000)
      }
    }
  }
}

private func waitWithoutReaping(_ process: pid_t) {
  var info = siginfo_t()
  while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
}

private func reap(_ process: pid_t) -> RunEnd.Cause {
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { return .notStarted("it was lost") }
  }
  let signal = status & 0x7F
  return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
}
