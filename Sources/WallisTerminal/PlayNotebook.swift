internal import Foundation
internal import WallisCommands
internal import WallisDocuments
internal import WallisNotebook

/// Plays a file of keys on a notebook without a terminal and writes the frames that it asks for, the last one
/// always. A screen that is not as the script expects is told on standard error and makes the exit code 1.
func playNotebook(_ keys: String, _ options: NotebookOptions, _ shell: Shell) throws -> Int32 {
  let script = try readScript(keys, shell)
  let headless = try headlessNotebook(options, shell)
  var frames = ""
  let failures = headless.play(script) { frames += section($0, $1) }
  headless.settle()
  frames += section("end", headless.frame)
  if headless.quitting == nil { headless.send(.key(Key(.character("q"), .control))) }
  if headless.quitting == nil { headless.send(.key(Key(.character("q"), .control))) }
  if let path = options.frames { try AtomicFile.write(frames.utf8, to: path) } else { shell.write(frames) }
  for failure in failures { shell.complain(failure + "\n") }
  return failures.isEmpty ? 0 : Exit.nothing.rawValue
}

/// A notebook on a file keeps it and its journal; a new one keeps nothing, so that every play is the same.
private func headlessNotebook(_ options: NotebookOptions, _ shell: Shell) throws -> HeadlessNotebook {
  let runner = ChildRunner(program: options.program)
  guard options.file != nil else {
    return HeadlessNotebook(
      NotebookModel(options: options.model(ascii: options.ascii)), runner: runner, store: ScratchStore(),
      viewer: options.viewer(shell))
  }
  let notebook = try OpenedNotebook(options, shell, ascii: options.ascii)
  return HeadlessNotebook(
    notebook.model, runner: runner, store: notebook.store, viewer: options.viewer(shell))
}

private func readScript(_ path: String, _ shell: Shell) throws -> KeyScript {
  let bytes: [UInt8]
  if path == "-" {
    bytes = shell.readAll()
  } else if let data = FileManager.default.contents(atPath: path) {
    bytes = Array(data)
  } else {
    throw Diagnostic("cannot read \(path)")
  }
  do {
    return try KeyScript(String(decoding: bytes, as: UTF8.self))
  } catch {
    throw Diagnostic("\(path), \(error.text)", remedy: "keys have names such as j, Enter, Alt-Enter, Ctrl-C")
  }
}

private func section(_ title: String, _ frame: Frame) -> String {
  "=== \(title.safeForTerminals) (\(frame.size.columns)x\(frame.size.rows))\n" + frame.text
}
