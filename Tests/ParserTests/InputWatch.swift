import Foundation
import Synchronization
import TestSupport

/// Knows what is being read at this moment and for how long: the input is in a file before it is read, so that it is
/// there after a crash, and a reader that does not come back ends the process with its name.
final class InputWatch: Sendable {
  /// Seconds of processor time within which an input has to be read.
  static let allowance = 2.0 * Patience.factor
  /// Seconds of processor time after which nobody waits any more.
  private static let patience = 20.0 * Patience.factor

  /// File that holds the input.
  let path: String
  private let descriptor: Int32
  private let inputs = Atomic<Int>(0)
  private let isDone = Atomic<Bool>(false)

  /// Watches the thread that calls it, until `end`.
  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    var clock = clockid_t()
    pthread_getcpuclockid(pthread_self(), &clock)
    Thread.detachNewThread { [self, clock] in watch(clock) }
  }

  deinit { close(descriptor) }

  /// Seconds of processor time that reading takes.
  /// - Throws: what `read` throws.
  func time(_ name: String, _ input: [UInt8], _ read: ([UInt8]) throws -> Void) -> (
    seconds: Double, error: (any Error)?
  ) {
    let bytes = Array("\(name)\n".utf8) + input
    pwrite(descriptor, bytes, bytes.count, 0)
    ftruncate(descriptor, off_t(bytes.count))
    inputs.add(1, ordering: .relaxed)
    let start = InputWatch.seconds(CLOCK_THREAD_CPUTIME_ID)
    do { try read(input) } catch { return (InputWatch.seconds(CLOCK_THREAD_CPUTIME_ID) - start, error) }
    return (InputWatch.seconds(CLOCK_THREAD_CPUTIME_ID) - start, nil)
  }

  /// Nothing is read any more.
  func end() {
    isDone.store(true, ordering: .relaxed)
    unlink(path)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func watch(_ clock: clockid_t) {
    var (seen, since) = (-1, 0.0)
    while !isDone.load(ordering: .relaxed) {
      let (now, used) = (inputs.load(ordering: .relaxed), InputWatch.seconds(clock))
      if now != seen { (seen, since) = (now, used) }
      if used - since > InputWatch.patience {
        print("a reader does not come back; its name and input are in \(path)")
        abort()
      }
      usleep(200_000)
    }
  }
}
