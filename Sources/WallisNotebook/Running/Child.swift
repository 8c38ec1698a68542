internal import Foundation
internal import WallisCommands

/// A child process that leads a process group, with pipes on its three standard streams.
struct Child {
  /// Why a process could not be started.
  struct Failure: Error {
    let reason: String
  }

  let process: pid_t
  private let input: Int32
  private let output: Int32
  private let complaints: Int32

  /// Starts a program at nice 10 with default signal actions.
  init(program: String, arguments: [String]) throws(Failure) {
    var pipes: [Int32] = []
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0, ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }) else {
        let reason = String(cString: strerror(errno))
        pipes.forEach { close($0) }
        throw Failure(reason: reason)
      }
      pipes += ends
    }
    var process: pid_t = 0
    let code = spawn(program, arguments, streams: [pipes[0], pipes[3], pipes[5]], session: false, &process)
    for end in [pipes[0], pipes[3], pipes[5]] { close(end) }
    (input, output, complaints) = (pipes[1], pipes[2], pipes[4])
    guard code == 0 else {
      for end in [pipes[1], pipes[2], pipes[4]] { close(end) }
      throw Failure(reason: "\(program): \(String(cString: strerror(code)))")
    }
    Priority.lower(process, leadsSession: false)
    self.process = process
  }

  /// Sends the input, hears every event until the child closes its output, and returns what it complained last.
  func converse(input bytes: [UInt8], hear: (CellEvent) -> Void) -> String {
    blockBrokenPipeSignal()
    send(bytes)
    var (events, complaint) = (LineSplitter(), [UInt8]())
    var open = [output, complaints]
    while !open.isEmpty {
      var polled = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
      for entry in polled where entry.revents != 0 {
        guard let bytes = receive(entry.fd) else {
          open.removeAll { $0 == entry.fd }
          continue
        }
        if entry.fd == complaints {
          complaint = Array((complaint + bytes).suffix(4096))
        } else {
          decode(events.add(bytes), &complaint).forEach(hear)
        }
      }
    }
    close(output)
    close(complaints)
    return lastLines(complaint)
  }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(input)
  }

  /// The next bytes; nil at the end.
  private func receive(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      return count > 0 ? Array(buffer[..<count]) : nil
    }
  }

  /// Events of the lines; of progress that came in one piece only the last counts. What is no event is kept as
  /// complaint.
  private func decode(_ lines: [[UInt8]], _ complaint: inout [UInt8]) -> [CellEvent] {
    var events: [CellEvent] = []
    for line in lines where !line.isEmpty {
      guard let event = try? JSONDecoder().decode(CellEvent.self, from: Data(line)) else {
        complaint += line + [UInt8(ascii: "\n")]
        continue
      }
      if case .progress = event, case .progress? = events.last { events.removeLast() }
      events.append(event)
    }
    return events
  }
}

/// The last three lines with something in them, on one.
func lastLines(_ bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
  return lines.suffix(3).joined(separator: " ")
}

/// Starts a program in a session of its own, so that neither the end of this program nor that of the terminal
/// reaches it: input from memory, no output, complaints to a file.
func spawnFree(_ program: String, _ arguments: [String], input: [UInt8], log: String) throws(Child.Failure)
  -> pid_t
{
  // An unlinked file holds the input, whatever its length; a pipe might have to wait for its reader.
  var template = Array((log + ".XXXXXX").utf8CString)
  let file = mkstemp(&template)
  guard file >= 0 else { throw Child.Failure(reason: String(cString: strerror(errno))) }
  unlink(template)
  let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
  let complaints = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  defer { for descriptor in [file, null, complaints] where descriptor >= 0 { close(descriptor) } }
  let line = input + [UInt8(ascii: "\n")]
  // Half a request must not start: a full disk is told instead.
  guard null >= 0, complaints >= 0, fcntl(file, F_SETFD, FD_CLOEXEC) == 0,
    line.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == line.count,
    lseek(file, 0, SEEK_SET) == 0
  else { throw Child.Failure(reason: "\(log): \(String(cString: strerror(errno)))") }
  var process: pid_t = 0
  let code = spawn(program, arguments, streams: [file, null, complaints], session: true, &process)
  guard code == 0 else { throw Child.Failure(reason: "\(program): \(String(cString: strerror(code)))") }
  Priority.lower(process, leadsSession: true)
  return process
}

/// Cuts a stream of bytes into lines.
struct LineSplitter {
  private var rest: [UInt8] = []

  /// The lines that these bytes complete, without line feeds.
  mutating func add(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var piece = bytes[...]
    while let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(rest + piece[..<end])
      rest = []
      piece = piece[(end + 1)...]
    }
    rest += piece
    return lines
  }
}

/// A child that ends before it has read its input must not end this program: in this thread the write just fails.
private func blockBrokenPipeSignal() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &signals, nil)
}

/// POSIX_SPAWN_SETSID of the GNU C library, which hides it from Swift.
private let beginSession: Int32 = 0x80

/// Starts a program as leader of a process group, or of a session.
private func spawn(
  _ program: String, _ arguments: [String], streams: [Int32], session: Bool, _ process: inout pid_t
) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, stream) in streams.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var (all, none) = (sigset_t(), sigset_t())
  sigfillset(&all)
  sigemptyset(&none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setpgroup(&attributes, 0)
  let leading = session ? beginSession : Int32(POSIX_SPAWN_SETPGROUP)
  let flags = leading | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
  posix_spawnattr_setflags(&attributes, Int16(flags))
  var argv = ([program] + arguments).map { strdup($0) } + [nil]
  var environment = childEnvironment().map { strdup($0) } + [nil]
  defer { (argv + environment).forEach { free($0) } }
  return posix_spawn(&process, program, &actions, &attributes, &argv, &environment)
}

/// The environment of this program; a crash of a child is reported by its cell, so Swift's own report, which may
/// ask questions on the terminal, is switched off.
private func childEnvironment() -> [String] {
  var environment = ProcessInfo.processInfo.environment
  environment["SWIFT_BACKTRACE"] = "enable=no"
  return environment.map { "\($0)=\($1)" }
}
