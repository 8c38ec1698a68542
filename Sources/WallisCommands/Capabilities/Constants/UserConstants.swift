internal import Foundation
internal import WallisDocuments
internal import WallisFormulas

/// Constants that the user defined, by an expression or by digits, in a text file of the configuration folder.
///
///     # comment
///     mine = sqrt(2)+pi
///
/// Every line stands for itself: what a definition uses is written out when it is made, so that none depends on
/// another. Names are those of the expression grammar and never hide what comes with Wallis.
struct UserConstants: Equatable {
  /// Names and what they stand for, in alphabetical order.
  private(set) var sources: [String: String] = [:]

  /// No constants.
  init() {}

  /// Path of the file.
  static func path(_ locations: Locations) -> String { locations.configuration + "/constants.txt" }

  /// The constants of the file; none where it is missing.
  ///
  /// - Throws: a `Refusal` for a file that cannot be read, with the line that has no meaning.
  init(_ locations: Locations) throws(Refusal) {
    let path = UserConstants.path(locations)
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Refusal(
        "\(path) cannot be read as text", remedy: "it holds lines like: mine = sqrt(2)+pi", exit: .badData)
    }
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let (name, source) = try UserConstants.parts(String(line))
      sources[name] = source
    }
  }

  /// Adds a definition such as `mine = sqrt(2)+pi`.
  ///
  /// - Returns: the name.
  /// - Throws: a `Refusal` for a name that is taken or malformed, and for what is no number.
  mutating func define(_ definition: String, in context: VerbContext) throws(Refusal) -> String {
    let (name, text) = try UserConstants.parts(definition)
    if let meaning = KnownNames.meaning(of: name) ?? Constant.named(name).map({ _ in "a constant" }) {
      throw Refusal("\(name) is \(meaning) already", remedy: "choose another name")
    }
    let closed = try context.workspace.closed(text)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 20)
    guard value.evaluation.enclosure != nil else {
      throw Refusal("\(text) is no number: it \(value.evaluation.outcome.status)", exit: .nothing)
    }
    sources[name] = closed.text
    return name
  }

  /// Removes a definition.
  mutating func forget(_ name: String) throws(Refusal) {
    guard sources.removeValue(forKey: name) != nil else {
      let nearest = NearestName.nearest(to: name, among: sources.keys.sorted())
      throw Refusal(
        "there is no constant '\(name)' of yours",
        remedy: nearest.map { "did you mean '\($0)'?" } ?? "constants lists them")
    }
  }

  /// Writes the file, whole or not at all.
  func save(_ locations: Locations) throws(Refusal) {
    let path = UserConstants.path(locations)
    let lines = ["# Constants of your own, one a line: name = expression"]
    let text = (lines + sources.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }).joined(
      separator: "\n")
    do {
      try FileManager.default.createDirectory(
        atPath: locations.configuration, withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Refusal(
        "\(path) cannot be written", remedy: "set XDG_CONFIG_HOME to a folder of yours", exit: .badData)
    }
  }

  /// Those that an expression gives to any number of digits, for identification; digits and fractions are no basis.
  func searchable(digits: Int) -> [Constant] {
    sources.sorted { $0.key < $1.key }.compactMap { name, source in
      guard (try? DecimalInput(source)) == nil,
        let expression = try? WallisFormulas.Expression(parsing: source),
        let value = try? expression.evaluate(digits: 20), value.outcome == .value
      else { return nil }
      return try? Constant.expression(expression, digits: digits, name: name)
    }
  }

  private static func parts(_ line: String) throws(Refusal) -> (name: String, source: String) {
    let fields = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard fields.count == 2, !fields[1].isEmpty else {
      throw Refusal("'\(line)' defines nothing", remedy: "for example: mine = sqrt(2)+pi", exit: .badData)
    }
    guard fields[0].count >= 2, fields[0].allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw Refusal(
        "'\(fields[0])' is no name", remedy: "two letters or more, without digits", exit: .badData)
    }
    return (fields[0], fields[1])
  }
}
