internal import ArgumentParser
internal import Foundation
internal import WallisDocuments

/// `run`: replays a session.
struct RunVerb: Verb {
  static let declaration = VerbDeclaration(
    "run", "Run the cells of a session and print it with its outputs.",
    discussion: """
      `-` reads standard input: a session, or lines as they stand in a cell, each answered as an object with --json \
      or --jsonl. Searches use a scratch catalog unless \
      --catalog is given. With --check nothing is printed but the differences to the stored outputs, and the exit \
      code is 1 where there are any.

      Lines of the session write files and use catalogs in its folder only, unless you say --trust.

      With --for the session is a plan for a batch run, as `batch` takes it.
      """,
    examples: [
      .init("run sessions/tour.md", "prints the tour with fresh outputs"),
      .init("run sessions/tour.md --check", "compares them with the stored ones, byte for byte"),
      .init("run -", "runs the lines on standard input"),
    ],
    isShellOnly: true)

  @Argument(help: ArgumentHelp("A session file, or - for standard input.", valueName: "file"))
  var file: Word

  @Flag(help: "Compare with the stored outputs instead of printing.")
  var check = false

  @Flag(help: "Save the fresh outputs in the file.")
  var write = false

  @Flag(help: "Let the session write and use catalogs everywhere.")
  var trust = false

  @Option(name: .customLong("for"), help: ArgumentHelp("Time for a batch run.", valueName: "8h"))
  var time: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'run' works in a shell only") }
    guard !(write && (check || file.string == "-")) else {
      throw Refusal("--write goes with a file, and not with --check")
    }
    var context = context
    context.form = file.string == "-" ? global.form : .document
    if !trust { context.reach = Reach(ofSession: file.string == "-" ? "" : file.string) }
    if let time { return try batch(time.string, shell, context) }
    let scratch = try ScratchFolder(option: global.catalog)
    defer { scratch.remove() }
    let replay = SessionReplay(interpreter: CellInterpreter(context: context))
    var run = SessionRun(replay: replay, catalog: scratch.catalog, progress: context.progress)
    guard file.string != "-" else { return try lines(shell.readAll(), &run, context) }
    let session = try SessionFile(contentsOf: file.string)
    if session.cells.isEmpty {
      let places = "they stand between ```wallis and ```; run - takes lines as they are"
      context.remark(Document([.paragraph("\(file.string) has no cells: \(places)")]), global)
    }
    if check { return try checked(session, &run) }
    let fresh = run.fresh(session) { _ in }
    if write {
      guard run.exit != .interrupted else { return Reply(Document(), exit: .interrupted) }
      try fresh.write(to: file.string)
      return Reply(Document(), exit: run.exit)
    }
    shell.write(fresh.text.safeForTerminals)
    return Reply(Document(), exit: run.exit)
  }

  private func batch(_ time: String, _ shell: Shell, _ context: VerbContext) throws -> Reply {
    guard !check, !write else { throw Refusal("--for goes with neither --check nor --write") }
    return try BatchRun(file.string, time: time, trust: trust, global, context).result(shell).reply()
  }

  private func lines(_ bytes: [UInt8], _ run: inout SessionRun, _ context: VerbContext) throws -> Reply {
    let session = try SessionFile(parsing: bytes, name: "standard input")
    if session.cells.isEmpty {
      let documents = run.lines(String(decoding: bytes, as: UTF8.self), width: context.width)
      if let shell = context.shell {
        let presentation = Presentation(shell, global, isTerminal: shell.outputIsTerminal)
        let texts = documents.map(presentation.render)
        shell.write(global.wantsJSON ? texts.joined() : StoredOutput.joined(texts))
      }
      return Reply(Document(), exit: run.exit)
    }
    if check { return try checked(session, &run) }
    context.shell?.write(run.fresh(session) { _ in }.text.safeForTerminals)
    return Reply(Document(), exit: run.exit)
  }

  private func checked(_ session: SessionFile, _ run: inout SessionRun) throws -> Reply {
    var differences: [SessionDifference] = []
    let fresh = run.fresh(session) { differences.append($0) }
    if run.exit == .interrupted { return Reply(Document(), exit: .interrupted) }
    let same = Array(fresh.text.utf8) == Array(session.text.utf8)
    let cells = ProgressLine.counted(session.cells.count, "cell")
    var json: JSONValue {
      [
        "cells": .integer(session.cells.count), "same": .bool(same),
        "different": .array(differences.map { .integer($0.cell) }),
      ]
    }
    if same { return Reply(Document([.paragraph("\(cells), all outputs as stored")]), json: json) }
    return Reply(Document(differences.flatMap(\.blocks)), json: json, exit: .nothing)
  }
}

/// A session while its cells run.
private struct SessionRun {
  var replay: SessionReplay
  let catalog: String
  let progress: @Sendable (CellProgress) -> Void

  var exit: Exit { Exit(rawValue: replay.exit) ?? .badData }

  /// The session with fresh outputs; `report` is told about every cell whose output changed.
  mutating func fresh(_ session: SessionFile, report: (SessionDifference) -> Void) -> SessionFile {
    var session = session
    var number = 0
    for (index, part) in session.parts.enumerated() {
      guard case .cell(var cell) = part else { continue }
      number += 1
      let stored = cell.output
      let output = replay.output(of: cell.source, catalog: catalog, progress: progress)
      if exit == .interrupted { return session }
      cell.output = output
      if output != stored {
        report(SessionDifference(cell: number, source: cell.source, stored: stored, fresh: output))
      }
      session.parts[index] = .cell(cell)
    }
    return session
  }

  mutating func lines(_ source: String, width: Int) -> [Document] {
    replay.run(source, catalog: catalog, width: width, progress: progress)
  }
}

/// A cell whose fresh output is not the stored one.
private struct SessionDifference {
  let cell: Int
  let source: String
  let stored: String?
  let fresh: String?

  /// The cell, then the lines that went (-) and came (+).
  var blocks: [Block] {
    [.heading("cell \(cell) differs"), .code(source), .code(changedLines.joined(separator: "\n"))]
  }

  private var changedLines: [String] {
    let (old, new) = (lines(stored), lines(fresh))
    return new.difference(from: old).map { change in
      switch change {
      case .remove(_, let line, _): "- " + line
      case .insert(_, let line, _): "+ " + line
      }
    }
  }

  private func lines(_ text: String?) -> [String] {
    text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
  }
}

/// A folder for the catalog of one replay.
struct ScratchFolder {
  /// Path of the catalog.
  let catalog: String
  private let folder: String?

  /// A new folder, unless a catalog is given.
  init(option: String?) throws {
    if let option {
      (catalog, folder) = (option, nil)
      return
    }
    ScratchFolder.sweep()
    let path = NSTemporaryDirectory() + ScratchFolder.prefix + "\(getpid())-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    (catalog, folder) = (path + "/scratch.sqlite", path)
  }

  private static let prefix = "wallis-run-"

  /// Removes the folders of replays that were killed.
  private static func sweep() {
    let place = NSTemporaryDirectory()
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    where name.hasPrefix(prefix) {
      let process = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = pid_t(process), process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: place + name)
    }
  }

  /// Removes the folder with the catalog.
  func remove() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}
