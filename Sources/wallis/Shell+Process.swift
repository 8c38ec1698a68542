internal import Foundation
internal import WallisCommands

extension Shell {
  /// The streams of this process.
  static var process: Shell {
    var shell = Shell(
      write: { send($0, to: 1) },
      complain: { send($0, to: 2) },
      readLine: { Swift.readLine(strippingNewline: true) },
      readAll: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
      inputIsTerminal: isatty(0) == 1, outputIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1,
      width: terminalWidth(), variables: ProcessInfo.processInfo.environment,
      clock: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 })
    shell.now = { Date().formatted(.iso8601) }
    shell.log = DebugLog.opened(shell.variables)
    return shell
  }

  /// Writes all of the text; a reader that went away ends the process, as a pipe does, and so does a full disk, which
  /// is told.
  private static func send(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { fail(descriptor, errno) }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func fail(_ descriptor: Int32, _ reason: Int32) -> Never {
    guard descriptor == 1, reason != EPIPE else { _exit(descriptor == 1 ? 141 : 1) }
    send("error: standard output cannot be written: \(String(cString: strerror(reason)))\n", to: 2)
    _exit(Exit.limit.rawValue)
  }

  private static func terminalWidth() -> Int {
    var size = winsize()
    for descriptor: Int32 in [1, 2, 0]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }
}
