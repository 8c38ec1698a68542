internal import WallisDocuments

/// Identifies what stands in the lines of a file, one after the other; in a shell memory does not grow with their number.
///
/// A line that is no number is an answer of its own and ends nothing.
struct IdentifyLines {
  /// The file, `-` for standard input.
  let file: String
  /// What is asked about each line.
  let request: IdentifyRequest

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    let lines = try lines(in: context)
    let asked = context.renewed()
    let search = try request.search(in: asked)
    var (counts, answers) = (LineCounts(), [JSONValue]())
    while let line = try lines.next() {
      let text = String(line.prefix { $0 != "#" }).trimmingSpaces
      guard !text.isEmpty else { continue }
      if context.stopRequests.isRequested {
        counts.isStopped = true
        break
      }
      let answer = answer(to: text, search, in: asked, &counts)
      // In a shell every answer is seen as soon as it is there.
      if let shell = context.shell { shell.write(answer.compact + "\n") } else { answers.append(answer) }
    }
    guard counts.all > 0 || counts.isStopped else {
      throw Refusal("\(file) holds no numbers", remedy: "a number or an expression a line", exit: .badData)
    }
    return Reply(
      Document(answers.map { .code($0.compact) }), exit: counts.exit, remark: counts.remark)
  }

  private func lines(in context: VerbContext) throws(Refusal) -> LineReader {
    guard file == "-" else { return try LineReader(path: file) }
    guard let shell = context.shell else { throw Refusal("a cell has no standard input") }
    return LineReader(name: "standard input") { shell.readLine().map { Array(($0 + "\n").utf8) } ?? [] }
  }

  private func answer(
    to line: String, _ search: IdentifyRequest.Search, in context: VerbContext, _ counts: inout LineCounts
  ) -> JSONValue {
    var request = request
    request.number = line
    counts.all += 1
    do throws(Refusal) {
      let reply = try request.reply(searching: search, in: context)
      if reply.exit == .done { counts.found += 1 }
      return labelled(reply.json, line)
    } catch {
      counts.bad += 1
      return labelled(error.json, line)
    }
  }

  /// The answer with the line that it belongs to, after the version of the format.
  private func labelled(_ answer: JSONValue?, _ line: String) -> JSONValue {
    guard case .object(let members)? = answer else { return ["input": .string(line)] }
    return .object(members.prefix(1) + [.init("input", .string(line))] + members.dropFirst())
  }
}

/// What became of the lines.
private struct LineCounts {
  var (all, found, bad) = (0, 0, 0)
  var isStopped = false

  var exit: Exit { isStopped ? .interrupted : found > 0 ? .done : .nothing }

  var remark: Document {
    let bad = bad == 0 ? "" : ", \(ProgressLine.counted(bad, "line")) passed over that cannot be read"
    return Document([
      .paragraph(
        Text(
          "\(ProgressLine.counted(all, "line")): \(ProgressLine.grouped(found)) with a closed form\(bad)",
          .muted))
    ])
  }
}
