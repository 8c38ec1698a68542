import Foundation

/// The program that was built beside the tests, run as a process.
struct WallisProcess {
  /// What a run left.
  struct Run {
    var exit: Int32
    var output: String
    var error: String
  }

  /// The folder with the program: that of the test bundle.
  static let program: URL = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appendingPathComponent("wallis")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : root.appendingPathComponent(".build/debug/wallis")
  }()

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A folder of its own for catalog, data and state.
  final class Folder: Sendable {
    let path = NSTemporaryDirectory() + "wallis-" + UUID().uuidString
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  let folder: Folder
  var variables: [String: String] = [:]

  init() throws { folder = try Folder() }

  /// Starts the program; `wait` ends it.
  func start(_ words: [String], input: String? = nil) throws -> Running {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = environment
    return try Running(process, input: input, folder: folder)
  }

  /// Runs the program to its end.
  func run(_ words: String..., input: String? = nil) throws -> Run {
    try start(words, input: input).wait()
  }

  /// Runs a line of the shell in which `$WALLIS` is the program.
  func shell(_ line: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = environment.merging(["WALLIS": Self.program.path]) { $1 }
    return try Running(process, input: nil, folder: folder).wait()
  }

  /// Writes a file into the folder.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  /// Where a sanitizer says what it finds in the program, and what it leaves out.
  static let ofSanitizers = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }

  private var environment: [String: String] {
    [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "WALLIS_CATALOG": folder.path + "/catalog.sqlite",
    ].merging(Self.ofSanitizers) { $1 }.merging(variables) { $1 }
  }

  /// A started program. Its streams go to files, so that no pipe can fill up.
  struct Running {
    let process: Process
    private let output: URL
    private let error: URL

    init(_ process: Process, input: String?, folder: Folder) throws {
      self.process = process
      let name = folder.path + "/" + UUID().uuidString
      (output, error) = (URL(fileURLWithPath: name + ".out"), URL(fileURLWithPath: name + ".err"))
      for file in [output, error] { try Data().write(to: file) }
      let typed = URL(fileURLWithPath: name + ".in")
      try Data((input ?? "").utf8).write(to: typed)
      process.standardInput = try FileHandle(forReadingFrom: typed)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: error)
      try process.run()
    }

    func wait() throws -> Run {
      process.waitUntilExit()
      return Run(
        exit: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        error: try String(contentsOf: error, encoding: .utf8))
    }
  }
}
