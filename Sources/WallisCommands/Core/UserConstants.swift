internal import Foundation
internal import WallisDocuments
internal import WallisFormulas

/// Constants that the user defined, by an expression or by digits, in a text file of the configuration folder.
///
///     # comment
///     mine = sqrt(2)+pi
///     weights = pi^2, log(2)^2, zeta(3)
///
/// A list stands for a basis: `identify` searches combinations of what is in it.
///
/// Every line stands for itself: what a definition uses is written out when it is made, so that none depends on
/// another. Names are those of the expression grammar and never hide what comes with Wallis.
struct UserConstants: Equatable {
  /// Names and what they stand for, in alphabetical order.
  var sources: [String: String] = [:]
  /// Names of bases and the expressions in them, separated by commas.
  var bases: [String: String] = [:]

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
      if UserConstants.isBasis(source) { bases[name] = source } else { sources[name] = source }
    }
  }

  static func isBasis(_ source: String) -> Bool { source.parts.count > 1 }

  /// Removes a definition.
  mutating func forget(_ name: String) throws(Refusal) {
    guard sources.removeValue(forKey: name) ?? bases.removeValue(forKey: name) != nil else {
      let nearest = NearestName.nearest(to: name, among: (Array(sources.keys) + bases.keys).sorted())
      throw Refusal(
        "there is no constant '\(name)' of yours",
        remedy: nearest.map { "did you mean '\($0)'?" } ?? "constants lists them")
    }
  }

  /// Writes the file, whole or not at all.
  func save(_ locations: Locations) throws(Refusal) {
    let path = UserConstants.path(locations)
    let lines = ["# Constants of your own, one a line: name = expression; a list is a basis"]
    let all = [sources, bases].flatMap { $0.sorted { $0.key < $1.key } }.map { "\($0.key) = \($0.value)" }
    let text = (lines + all).joined(separator: "\n")
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

  /// The constants of each basis, for identification.
  func searchableBases(digits: Int) -> [[Constant]] {
    bases.sorted { $0.key < $1.key }.compactMap { _, list in
      let constants = list.parts.compactMap { text, _ -> Constant? in
        if let known = Constant.named(text) { return known }
        guard let expression = try? WallisFormulas.Expression(parsing: text) else { return nil }
        return try? Constant.expression(expression, digits: digits)
      }
      return constants.count > 1 ? constants : nil
    }
  }

  static func parts(_ line: String) throws(Refusal) -> (name: String, source: String) {
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
