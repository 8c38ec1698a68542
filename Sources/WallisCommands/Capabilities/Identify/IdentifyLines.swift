internal import WallisDocuments

/// Identifies what stands in the lines of a file, one after the other.
///
/// A line that is no number is an answer of its own and ends nothing.
struct IdentifyLines {
  /// The file, `-` for standard input.
  let file: String
  /// What is asked about each line.
  let request: IdentifyRequest

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    let text = try context.text(ofFile: file)
    let lines = text.split(whereSeparator: \.isNewline).map { String($0.prefix { $0 != "#" }).trimmingSpaces }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else {
      throw Refusal("\(file) holds no numbers", remedy: "a number or an expression a line", exit: .badData)
    }
    var (answers, exit): ([JSONValue], Exit) = ([], .nothing)
    for line in lines {
      guard !context.stopRequests.isRequested else {
        exit = .interrupted
        break
      }
      let (answer, isFound) = answer(to: line, in: context)
      if isFound { exit = .done }
      // In a shell every answer is seen as soon as it is there.
      if let shell = context.shell { shell.write(answer.compact + "\n") } else { answers.append(answer) }
    }
    return Reply(Document(answers.map { .code($0.compact) }), exit: exit)
  }

  private func answer(to line: String, in context: VerbContext) -> (JSONValue, isFound: Bool) {
    var request = request
    request.number = line
    do throws(Refusal) {
      let reply = try request.reply(in: context.renewed())
      return (labelled(reply.json, line), reply.exit == .done)
    } catch {
      return (labelled(error.json, line), false)
    }
  }

  /// The answer with the line that it belongs to, after the version of the format.
  private func labelled(_ answer: JSONValue?, _ line: String) -> JSONValue {
    guard case .object(let members)? = answer else { return ["input": .string(line)] }
    return .object(members.prefix(1) + [.init("input", .string(line))] + members.dropFirst())
  }
}
