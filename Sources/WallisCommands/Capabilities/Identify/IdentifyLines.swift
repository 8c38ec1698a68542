internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification

/// Identifies what stands in the lines of a file; in a shell memory does not grow with their number.
///
/// A line that is no number is an answer of its own and ends nothing. What does not depend on the number is prepared
/// once, and images of constants that machine words rule out are not searched. Answers come in the order of the lines,
/// however many workers there are.
struct IdentifyLines {
  /// The file, `-` for standard input.
  let file: String
  /// What is asked about each line.
  let request: IdentifyRequest
  /// Threads that answer.
  let workers: Int

  /// Lines for each worker that are answered before they are written.
  private static let linesPerWorker = 64

  /// How far many numbers are searched unless the request says otherwise.
  static let usual = IdentifyReach.table

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    let lines = try lines(in: context)
    var asked = context.renewed()
    // The lines tell how far the work is; the bases of one are too few for that.
    asked.progress = { _ in }
    let search = try request.search(usual: IdentifyLines.usual, in: asked)
    var (counts, answers) = (LineCounts(started: context.clock()), [JSONValue]())
    while !counts.isStopped, let block = try block(of: lines) {
      for answer in self.answers(to: block, search, in: asked) where !counts.isStopped {
        counts.add(answer.outcome)
        // In a shell every answer is seen as soon as it is there.
        guard let json = answer.json else { continue }
        if let shell = context.shell { shell.write(json.compact + "\n") } else { answers.append(json) }
        if let progress = counts.progress(lines.share, now: context.clock()) { context.progress(progress) }
      }
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

  /// The next lines that say something: one for a single worker, so that nobody waits for the next; nil after the last.
  private func block(of lines: LineReader) throws(Refusal) -> [Line]? {
    var block: [Line] = []
    let size = workers == 1 ? 1 : workers * IdentifyLines.linesPerWorker
    while block.count < size, let bytes = try lines.nextBytes() {
      let line = Line(bytes)
      if !line.text.isEmpty { block.append(line) }
    }
    return block.isEmpty ? nil : block
  }

  private func answers(
    to block: [Line], _ search: IdentifyRequest.Search, in context: VerbContext
  ) -> [LineAnswer] {
    guard block.count > 1 else { return block.map { answer(to: $0, search, in: context) } }
    return WorkerThreads.map(count: block.count, workers: workers) {
      { index in answer(to: block[index], search, in: context) }
    }
  }

  private func answer(
    to line: Line, _ search: IdentifyRequest.Search, in context: VerbContext
  ) -> LineAnswer {
    guard !context.stopRequests.isRequested else { return LineAnswer(outcome: .stopped) }
    var request = request
    request.number = line.text
    do throws(Refusal) {
      guard line.isText else {
        throw Refusal(
          "the line is no UTF-8 text", remedy: "a number or an expression a line", exit: .badData)
      }
      let reply = try request.reply(searching: search, isBrief: true, in: context)
      guard reply.exit != .interrupted else { return LineAnswer(outcome: .stopped) }
      return LineAnswer(
        outcome: reply.exit == .done ? .found : .nothing,
        json: labelled(reply.json, line.text, scope: search.scope.word))
    } catch {
      return LineAnswer(outcome: .bad, json: labelled(error.json, line.text))
    }
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
    case .algebraic: "algebraic"
    case .among: "constants"
    }
  }
}

/// A line without its comment.
private struct Line: Sendable {
  let text: String
  /// Whether it is text at all; what is not is shown with signs in its place.
  let isText: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    let said = bytes.prefix { $0 != UInt8(ascii: "#") }
    let text = String(validating: said, as: UTF8.self)
    isText = text != nil
    self.text = (text ?? String(decoding: said, as: UTF8.self)).trimmingSpaces
  }
}

/// What became of a line, and its answer.
private struct LineAnswer: Sendable {
  enum Outcome { case found, nothing, bad, stopped }

  let outcome: Outcome
  var json: JSONValue?
}

/// What became of the lines.
private struct LineCounts {
  private(set) var (all, isStopped) = (0, false)
  private var (found, bad) = (0, 0)
  private let started: Double
  private var told: Double

  init(started: Double) { (self.started, told) = (started, started) }

  mutating func add(_ outcome: LineAnswer.Outcome) {
    switch outcome {
    case .found: (all, found) = (all + 1, found + 1)
    case .nothing: all += 1
    case .bad: (all, bad) = (all + 1, bad + 1)
    case .stopped: isStopped = true
    }
  }

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
