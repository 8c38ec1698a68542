internal import WallisDocuments
internal import WallisFormulas

/// Identifies what stands in the lines of a file, one after the other; in a shell memory does not grow with their number.
///
/// A line that is no number is an answer of its own and ends nothing. What does not depend on the number is prepared
/// once, and images of constants that machine words rule out are not searched.
struct IdentifyLines {
  /// The file, `-` for standard input.
  let file: String
  /// What is asked about each line.
  let request: IdentifyRequest

  /// How far many numbers are searched unless the request says otherwise.
  static let usual = IdentifyReach.table

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    let lines = try lines(in: context)
    var asked = context.renewed()
    // The lines tell how far the work is; the bases of one are too few for that.
    asked.progress = { _ in }
    let search = try request.search(usual: IdentifyLines.usual, isScreened: true, in: asked)
    var (counts, answers) = (LineCounts(started: context.clock()), [JSONValue]())
    while let bytes = try lines.nextBytes() {
      let (line, isText) = IdentifyLines.text(bytes)
      guard !line.isEmpty else { continue }
      if context.stopRequests.isRequested {
        counts.isStopped = true
        break
      }
      let answer = isText ? answer(to: line, search, in: asked, &counts) : refused(line, &counts)
      // In a shell every answer is seen as soon as it is there.
      if let shell = context.shell { shell.write(answer.compact + "\n") } else { answers.append(answer) }
      if let progress = counts.progress(lines.share, now: context.clock()) { context.progress(progress) }
    }
    guard counts.all > 0 || counts.isStopped else {
      throw Refusal("\(file) holds no numbers", remedy: "a number or an expression a line", exit: .badData)
    }
    return Reply(
      Document(answers.map { .code($0.compact) }), exit: counts.exit, remark: remark(counts, search))
  }

  private func lines(in context: VerbContext) throws(Refusal) -> LineReader {
    guard file == "-" else { return try LineReader(path: file) }
    guard let shell = context.shell else { throw Refusal("a cell has no standard input") }
    return LineReader(name: "standard input") { shell.readLine().map { Array(($0 + "\n").utf8) } ?? [] }
  }

  /// A line without its comment, and whether it is text at all; what is not is shown with signs in its place.
  private static func text(_ bytes: ArraySlice<UInt8>) -> (line: String, isText: Bool) {
    let said = bytes.prefix { $0 != UInt8(ascii: "#") }
    let text = String(validating: said, as: UTF8.self)
    return ((text ?? String(decoding: said, as: UTF8.self)).trimmingSpaces, text != nil)
  }

  private func answer(
    to line: String, _ search: IdentifyRequest.Search, in context: VerbContext, _ counts: inout LineCounts
  ) -> JSONValue {
    var request = request
    request.number = line
    counts.all += 1
    do throws(Refusal) {
      let reply = try request.reply(searching: search, isBrief: true, in: context)
      if reply.exit == .done { counts.found += 1 }
      return labelled(reply.json, line, scope: search.scope.word)
    } catch {
      counts.bad += 1
      return labelled(error.json, line)
    }
  }

  private func refused(_ line: String, _ counts: inout LineCounts) -> JSONValue {
    (counts.all, counts.bad) = (counts.all + 1, counts.bad + 1)
    let refusal = Refusal(
      "the line is no UTF-8 text", remedy: "a number or an expression a line", exit: .badData)
    return labelled(refusal.json, line)
  }

  /// The answer with the line that it belongs to, after the version of the format, and how far it was searched.
  private func labelled(_ answer: JSONValue?, _ line: String, scope: String? = nil) -> JSONValue {
    let input = JSONValue.Member("input", .string(line))
    guard case .object(let members)? = answer else { return .object([input]) }
    let scope = scope.map { [JSONValue.Member("scope", .string($0))] } ?? []
    return .object(members.prefix(1) + [input] + scope + members.dropFirst())
  }

  /// What became of the lines, and how far they were searched.
  private func remark(_ counts: LineCounts, _ search: IdentifyRequest.Search) -> Document {
    let further = search.scope == .table ? "; further: --scope standard or wide" : ""
    return Document([
      .paragraph(Text(counts.text, .muted)),
      .paragraph(Text("searched: \(search.identification.name)\(further)", .muted)),
    ])
  }
}

extension SearchScope {
  /// The scope in the word of `--scope`; `constants` where they were chosen.
  fileprivate var word: String {
    switch self {
    case .table: IdentifyReach.table.rawValue
    case .standard: IdentifyReach.standard.rawValue
    case .wide: IdentifyReach.wide.rawValue
    case .among: "constants"
    }
  }
}

/// What became of the lines.
private struct LineCounts {
  var (all, found, bad) = (0, 0, 0)
  var isStopped = false
  private let started: Double
  private var told: Double

  init(started: Double) { (self.started, told) = (started, started) }

  var exit: Exit { isStopped ? .interrupted : found > 0 ? .done : .nothing }

  var text: String {
    let bad = bad == 0 ? "" : ", \(ProgressLine.counted(bad, "line")) passed over that cannot be read"
    return "\(ProgressLine.counted(all, "line")): \(ProgressLine.grouped(found)) with a closed form\(bad)"
  }

  /// Seconds between two reports.
  private static let interval = 0.1

  /// How far the file is, some times a second; nil otherwise, and where its length is not known.
  mutating func progress(_ share: Double?, now: Double) -> CellProgress? {
    guard let share, share > 0, now >= told + LineCounts.interval else { return nil }
    told = now
    let (seconds, total) = (now - started, Int(Double(all) / share))
    return CellProgress(
      title: "identify", done: min(all, total), total: total, perSecond: Double(all) / seconds,
      secondsLeft: seconds * (1 - share) / share, findings: found)
  }
}
