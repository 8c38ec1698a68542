internal import Glibc
internal import Synchronization

/// Where other threads leave messages for the notebook. Its descriptor becomes readable when there is one, so that
/// the notebook sleeps until something happens.
package final class Mailbox: Sendable {
  /// Readable when there is a message; valid as long as the mailbox lives.
  package let descriptor: Int32
  /// A byte written here, by a signal handler for example, makes `descriptor` readable.
  package let wakeDescriptor: Int32
  private let messages = Mutex<[Message]>([])

  /// An empty mailbox.
  package init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "the system gives no pipe")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, wakeDescriptor) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(wakeDescriptor)
  }

  /// Leaves a message.
  package func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    // A full pipe is readable already, so a refused byte is no loss.
    _ = write(wakeDescriptor, &byte, 1)
  }

  /// Takes all messages, oldest first.
  package func take() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }

  /// Sleeps until there is a message or the time is over; true where there is one.
  package func wait(seconds: Double) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(min(max(seconds, 0), 1e6) * 1000)) > 0
  }
}
