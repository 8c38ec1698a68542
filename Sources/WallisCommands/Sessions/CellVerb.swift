internal import ArgumentParser
internal import Foundation
internal import WallisDocuments

/// `cell`: the interpreter behind a pipe, for viewers.
struct CellVerb: Verb {
  static let declaration = VerbDeclaration(
    "cell", "Run one cell for a viewer: a request as JSON on standard input, events as JSON lines on output.",
    examples: [], isHidden: true, isShellOnly: true)

  @Option(help: ArgumentHelp("Write the events to a spool that a viewer has made.", valueName: "file"))
  var spool: String?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'cell' works in a shell only") }
    let input = shell.readAll()
    shell.log?("request \(String(decoding: input, as: UTF8.self))")
    guard let request = try? JSONDecoder().decode(CellRequest.self, from: Data(input)) else {
      throw Refusal("standard input holds no cell request", exit: .badData)
    }
    if let memory = request.memory { boundMemory(memory) }
    let kept = spool.flatMap { CellSpool(path: $0) }
    guard spool == nil || kept != nil else { throw Refusal("the spool cannot be written", exit: .badData) }
    let finish = CellInterpreter(context: context).run(request) { event in
      let line = (try? JSONEncoder().encode(event)).map { String(decoding: $0, as: UTF8.self) }
      shell.log?("event \(line ?? "that JSON cannot hold")")
      if let kept { return kept.write(event) }
      if let line { shell.write(line + "\n") }
    }
    return Reply(Document(), exit: Exit(rawValue: finish.exit) ?? .badData)
  }
}

/// Lets this process allocate no more than some bytes: what needs more ends it. One with a sanitizer of the compiler holds
/// room for its own use from the start, more than any bound; there the bytes are further ones.
private func boundMemory(_ bytes: Int) {
  let held = heldMemory()
  let most = rlim_t(held < bytes ? bytes : held + bytes)
  var limit = rlimit(rlim_cur: most, rlim_max: most)
  setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
}

/// Bytes of data and stacks that this process has asked for so far; 0 where the system does not tell.
private func heldMemory() -> Int {
  let sizes = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
  return sizes.count > 5 ? (Int(sizes[5]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
}
