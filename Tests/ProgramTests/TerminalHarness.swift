import Foundation
import TestSupport
import Testing

/// Tests of the program in a terminal, one after another: each has a terminal, a notebook and its cells running, and
/// mostly waits for them.
@Suite(.serialized, .prompt) struct Terminal {}

/// The real program in a real terminal: tmux with a socket of its own, driven by keys and read as text.
///
/// Nothing sleeps for a fixed time: what is waited for is polled up to a deadline.
final class TerminalHarness {
  let folder: String
  private let socket = "wallis-\(UUID().uuidString)"

  /// A terminal of a size with a shell in it.
  ///
  /// - Throws: where tmux is missing; `make test` installs it.
  init(columns: Int = 80, rows: Int = 24, term: String = "tmux-256color", variables: [String: String] = [:])
    throws
  {
    folder = NSTemporaryDirectory() + socket
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #require(
      TerminalHarness.tmux != nil, "tmux is missing: `make test` installs it, or `apt-get install tmux`")
    var settings = [
      "LC_ALL": "C.UTF-8", "TERM": term, "HOME": folder, "XDG_STATE_HOME": folder + "/state",
      "XDG_DATA_HOME": folder + "/data", "PS1": "ready> ",
    ]
    settings.merge(variables) { $1 }
    let assignments = settings.sorted { $0.key < $1.key }.map { "\($0)='\($1)'" }.joined(separator: " ")
    try tmux(
      "-u", "new-session", "-d", "-s", "t", "-x", "\(columns)", "-y", "\(rows)",
      "cd '\(folder)'; exec env \(assignments) sh -i")
    try tmux("set", "-g", "escape-time", "0")
    try waitFor("ready>")
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The built program, beside the bundle of the tests.
  static let program: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath
    let folder = bundle ?? CommandLine.arguments[0]
    return (folder as NSString).deletingLastPathComponent + "/wallis"
  }()

  private static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A command of tmux; its output.
  ///
  /// Started by hand: the server that the first command leaves behind would keep a pipe, or Foundation's own
  /// channel to the process, open for ever.
  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let program = try #require(TerminalHarness.tmux)
    let path = folder + "/tmux-\(UUID().uuidString)"
    defer { unlink(path) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var environment = ProcessInfo.processInfo.environment
    (environment["LC_ALL"], environment["TMUX"]) = ("C.UTF-8", nil)
    // The threads of a test run block signals; a server that inherits this cannot even be killed by tmux itself.
    var (attributes, none, all) = (posix_spawnattr_t(), sigset_t(), sigset_t())
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = [program, "-L", socket, "-f", "/dev/null"] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var (process, status): (pid_t, Int32) = (0, 0)
    try #require(posix_spawn(&process, program, &actions, &attributes, &argv, &envp) == 0)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// Presses keys by the names of tmux: `Enter`, `Escape`, `M-Enter`, `C-c`, `F1`.
  func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", "-t", "t", key) } }

  /// Types text.
  func type(_ text: String) throws { try tmux("send-keys", "-t", "t", "-l", text) }

  /// Opens the selected cell of the notebook, types text into it and runs it.
  func run(_ cell: String) throws {
    try press("Enter")
    try type(cell)
    try press("F5")
  }

  /// Types a line for the shell.
  func shell(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Starts the program in the shell and waits for its first screen. What it ends with is in the file `code` then.
  func start(_ arguments: String, expecting text: String) throws {
    try shell("clear; '\(TerminalHarness.program)' \(arguments); echo $? > code")
    try waitFor(text)
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-t", "t", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Pastes text through tmux, marked as a paste where the program asked for that.
  func paste(_ text: String) throws {
    let file = folder + "/paste"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try tmux("load-buffer", file)
    try tmux("paste-buffer", "-p", "-t", "t")
  }

  /// Closes the window as a user does who closes the terminal.
  func killWindow() throws { try tmux("kill-window", "-t", "t") }

  /// The screen as text.
  func screen() throws -> String { try tmux("capture-pane", "-p", "-t", "t") }

  /// The screen with the escapes for colours.
  func colouredScreen() throws -> String { try tmux("capture-pane", "-e", "-p", "-t", "t") }

  /// A variable of tmux, for example `alternate_on`.
  func variable(_ name: String) throws -> String {
    try tmux("display", "-p", "-t", "t", "#{\(name)}").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Waits until the screen shows `text`; the test fails with the screen after 30 seconds.
  @discardableResult
  func waitFor(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
    try waitUntil("the screen shows \(text)", location) { $0.contains(text) }
  }

  /// Waits until the screen satisfies a condition.
  @discardableResult
  func waitUntil(
    _ what: String, _ location: SourceLocation = #_sourceLocation, _ condition: (String) throws -> Bool
  ) throws -> String {
    let deadline = Patience.deadline(seconds: 30)
    var last = ""
    repeat {
      last = try screen()
      if try condition(last) { return last }
      usleep(20_000)
    } while ContinuousClock.now < deadline
    try #require(Bool(false), "waited in vain until \(what):\n\(last)", sourceLocation: location)
    return last
  }

  /// Waits until a file in the folder has content, and returns it.
  func waitForFile(_ name: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
    try waitUntil("the file \(name) is there", location) { _ in !read(name).isEmpty }
    return read(name).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func read(_ name: String) -> String {
    (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// The number of the running program, found as the child of the shell.
  func processNumber() throws -> pid_t {
    let shell = try #require(pid_t(try variable("pane_pid")))
    return try #require(children(of: shell).last, "the program is not running")
  }

  /// Kills the running program and gives the terminal back as its user has to, who types `reset`.
  ///
  /// What is typed before the modes are as they were goes wrong: Return is no end of a line until then, so the line feed
  /// is Ctrl-J, and nothing else is typed before the shell has said that it is done.
  func killProgram(_ location: SourceLocation = #_sourceLocation) throws {
    kill(try processNumber(), SIGKILL)
    #expect(try waitForFile("code", location) == "137", sourceLocation: location)
    try type("reset -Q; stty sane; rm code; echo done > sane")
    try press("C-j")
    _ = try waitForFile("sane", location)
    unlink(folder + "/sane")
  }

  /// Numbers of the processes that a process has started, from any of its threads.
  func children(of process: pid_t) -> [pid_t] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return tasks.flatMap { task in
      let path = "/proc/\(process)/task/\(task)/children"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return text.split(separator: " ").compactMap { pid_t($0) }
    }
  }

  /// The modes of the terminal as the shell sees them.
  func modes(_ name: String) throws -> String {
    try shell("stty -g > \(name)")
    return try waitForFile(name)
  }
}
