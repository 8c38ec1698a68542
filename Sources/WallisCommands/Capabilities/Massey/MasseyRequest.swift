internal import Foundation
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// Asks for the rule of a sequence.
struct MasseyRequest: Codable, Sendable {
  static let fewestTerms = 4
  static let mostTerms = 20_000

  var terms: [String]
  var file: String?
  var next = 5

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    guard (0...1000).contains(next) else {
      throw Refusal("--next \(next)", remedy: "between 0 and 1000 further terms")
    }
    let sequence = try MasseyRequest.sequence(try words(context))
    guard sequence.count >= MasseyRequest.fewestTerms else {
      throw Refusal(
        sequence.count == 1 ? "1 term shows nothing" : "\(sequence.count) terms show nothing",
        remedy: "a recurrence of length L needs 2L terms and a few more to be believed", exit: .badData)
    }
    guard sequence.count <= MasseyRequest.mostTerms else {
      throw Refusal(
        "\(sequence.count) terms", remedy: "at most \(MasseyRequest.mostTerms) terms", exit: .limit)
    }
    let finding = SequenceFinding(sequence)
    let view = SequenceFindingView(
      finding: finding, next: finding.next(next, after: sequence), sequence: finding.recurrence(of: sequence))
    return Reply(view.document, json: view.json, exit: finding.rule == nil ? .nothing : .done)
  }

  /// The words of the arguments, of standard input or of the file.
  private func words(_ context: VerbContext) throws(Refusal) -> [String] {
    if let file {
      guard terms.isEmpty else { throw Refusal("terms and --file together", remedy: "give one of them") }
      return MasseyRequest.split(try context.text(ofFile: file))
    }
    let isPiped = terms.isEmpty && context.shell.map { !$0.inputIsTerminal } ?? false
    let words = terms == ["-"] || isPiped ? MasseyRequest.split(try context.text(ofFile: "-")) : []
    guard !terms.isEmpty || !words.isEmpty else {
      throw Refusal("no terms", remedy: "for example: massey 1 1 2 3 5 8 13 21 34 55")
    }
    return terms == ["-"] || isPiped ? words : terms.flatMap(MasseyRequest.split)
  }

  /// Words of a text, without the indices of a b-file and without comments.
  private static func split(_ text: String) -> [String] {
    let plain = TermFile(text).text.replacing("−", with: "-").replacing("...", with: " ")
    return plain.split { $0.isWhitespace || ",;…()[]{}".contains($0) }.map(String.init)
  }

  private static func sequence(_ words: [String]) throws(Refusal) -> [Rational] {
    var sequence: [Rational] = []
    for word in words {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Integer($0) }
      guard parts.count <= 2, numbers.count == parts.count, let top = numbers.first,
        parts.count == 1 || !numbers[1].isZero
      else {
        throw Refusal(
          Diagnostic(
            "'\(word)' is no integer or fraction", source: word, range: 0..<word.count,
            remedy: "terms such as 12, -3 or 2/7"),
          exit: .badData)
      }
      sequence.append(parts.count == 1 ? Rational(top) : Rational(top, numbers[1]))
    }
    return sequence
  }
}

extension VerbContext {
  /// Whether a word is the name of a file that can be read, so that a mistake may be explained by it.
  func isReadableFile(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.count < 1_000 && FileManager.default.isReadableFile(atPath: path)
  }

  /// The text of a file, or of standard input for `-`.
  ///
  /// - Throws: a `Refusal` for what cannot be read, and for standard input in a cell.
  func text(ofFile file: String) throws(Refusal) -> String {
    guard file == "-" else {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw Refusal("\(file) cannot be read as text", remedy: "a file with terms or digits", exit: .badData)
      }
      return text
    }
    guard let shell else {
      throw Refusal("a cell has no standard input", remedy: "write it after the verb, or use --file")
    }
    return String(decoding: shell.readAll(), as: UTF8.self)
  }
}
