internal import ArgumentParser
internal import Foundation
internal import WallisDocuments

/// `batch`: works on a plan of searches as long as there is time.
struct BatchVerb: Verb {
  static let declaration = VerbDeclaration(
    "batch", "Work through a plan of searches, overnight for example, and report what came of it.",
    discussion: """
      The plan is a session: its cells run from top to bottom, its searches use the usual catalog and go on where an \
      earlier run of the same plan stopped. With --for they end when the time is over. A cell that fails is reported, \
      and the next one runs. An interruption or SIGTERM keeps what is done within two seconds (exit 130); the same \
      command goes on, after a restart of the machine too.

      At the end: what was scanned, found and left, what failed, how many of the new closed forms are certified, and \
      the harvest of this run. --report writes all of it to a file, as a web page with its plot where the name ends in \
      .html, as Markdown otherwise. --notify runs a command of the shell when all is done, with the report on its \
      standard input and the numbers in WALLIS_BATCH_SCANNED, WALLIS_BATCH_FOUND, WALLIS_BATCH_FAILURES and \
      WALLIS_BATCH_FINISHED.

      Lines of the plan write files and use catalogs in its folder only, unless you say --trust.
      """,
    examples: [
      .init("batch plan.md --for 8h", "works on the searches of a plan overnight"),
      .init(
        "batch plan.md --for 8h --report morning.html --report morning.md", "the report as a page and as text"
      ),
      .init("batch plan.md --notify 'mail -s wallis me@example.org'", "until all is done; then a mail"),
    ],
    isShellOnly: true)

  @Argument(help: ArgumentHelp("A session file, or - for standard input.", valueName: "file"))
  var file: Word

  @Option(name: .customLong("for"), help: ArgumentHelp("The time that there is.", valueName: "8h"))
  var time: Word?

  @Option(help: ArgumentHelp("File for the report; may be given again.", valueName: "file"))
  var report: [Word] = []

  @Option(help: ArgumentHelp("Command to run at the end.", valueName: "command"))
  var notify: Word?

  @Flag(help: "Let the plan write and use catalogs everywhere.")
  var trust = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'batch' works in a shell only") }
    for path in report.map(\.string) { try BatchVerb.checkFolder(of: path) }
    let run = try BatchRun(file.string, time: time?.string, trust: trust, global, context)
    let result = run.result(shell)
    // After a night nothing may stand between the user and the report.
    var faults: [Diagnostic] = []
    let pages = report.isEmpty ? nil : result.pages(context)
    for path in report.map(\.string) {
      do {
        try AtomicFile.write((pages?.text(for: path) ?? "").utf8, to: path)
      } catch {
        faults.append(error)
      }
    }
    if let notify { faults += BatchVerb.notify(notify.string, result).map { [$0] } ?? [] }
    return result.reply(besides: faults)
  }

  /// Refuses, before the night, a report that could not be written after it.
  private static func checkFolder(of path: String) throws(Refusal) {
    let folder = path.folderOfPath.isEmpty ? "." : path.folderOfPath
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Refusal(
        "cannot write \(path): no folder that takes it", remedy: "a folder that is there and may be written",
        exit: .badData)
    }
  }

  /// Runs a command with the report on its standard input; returns what went wrong.
  private static func notify(_ command: String, _ result: BatchResult) -> Diagnostic? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = ProcessInfo.processInfo.environment.merging(result.variables) { $1 }
    let pipe = Pipe()
    process.standardInput = pipe
    do {
      try process.run()
      // A command that does not read ends the pipe.
      signal(SIGPIPE, SIG_IGN)
      try? pipe.fileHandleForWriting.write(contentsOf: Data(StoredOutput.text(of: [result.document]).utf8))
      try? pipe.fileHandleForWriting.close()
      process.waitUntilExit()
    } catch {
      return Diagnostic("the command of --notify cannot be run: \(error.localizedDescription)")
    }
    guard process.terminationStatus != 0 else { return nil }
    return Diagnostic("the command of --notify ended with \(process.terminationStatus)")
  }
}

extension BatchVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { report.map(\.string) }
  var spared: [AtomicFile.Spared] { [.init(file.string, "the plan")] }
}
