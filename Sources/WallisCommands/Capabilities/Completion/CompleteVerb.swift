internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `complete`: what a shell may offer, for `complete -C 'wallis complete' wallis` in bash.
struct CompleteVerb: Verb {
  static let declaration = VerbDeclaration(
    "complete", "List the words that may stand at the end of a command line, for shells.",
    discussion: "In ~/.bashrc: complete -o default -C 'wallis complete' wallis",
    examples: [.init("complete wallis ev", "what begins with ev")], isHidden: true, isShellOnly: true)

  /// bash adds the command, the word and the one before it; COMP_LINE is what counts.
  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let line = context.shell?.variables["COMP_LINE"] ?? words.map(LeadingMinus.restore).joined(separator: " ")
    let found = context.table.completions(of: line)
    return Reply(
      Document(found.isEmpty ? [] : [.code(found.joined(separator: "\n"))]),
      exit: found.isEmpty ? .nothing : .done)
  }
}

extension VerbTable {
  /// Words that may complete a command line that begins with the program's name, in alphabetical order.
  func completions(of line: String) -> [String] {
    var typed = line.split(separator: " ", omittingEmptySubsequences: false).dropFirst().map(String.init)
    let beginning = typed.popLast() ?? ""
    typed.removeAll(where: \.isEmpty)
    if let option = typed.last, option.hasPrefix("--"), let (verb, _) = match(typed),
      let values = VerbTable.values(of: option, verb, beginning)
    {
      return values
    }
    if beginning.hasPrefix("-"), let (verb, _) = match(typed) {
      return optionNames(of: verb).filter { $0.hasPrefix(beginning) }
    }
    let conditions = conditions(of: line)
    guard conditions.isEmpty else { return conditions }
    let place = typed.count
    let names = declarations.map(\.words).filter { $0.count > place && $0.starts(with: typed) }.map {
      $0[place]
    }
    return Set(names).filter { $0.hasPrefix(beginning) }.sorted()
  }

  /// What may complete a condition; inside quotes, which a shell takes for one word, with all that stands before it.
  private func conditions(of line: String) -> [String] {
    let rest = line.drop { $0 != " " }.dropFirst()
    guard let (typed, words) = conditionWords(of: String(rest)) else { return [] }
    var (mark, quoted): (Character?, String) = (nil, "")
    for character in rest {
      if let open = mark {
        if character == open { mark = nil } else { quoted.append(character) }
      } else if character == "'" || character == "\"" {
        (mark, quoted) = (character, "")
      }
    }
    let before = mark == nil ? "" : String(quoted.dropLast(typed.count))
    return words.map { before + $0.word }.sorted()
  }

  /// The values that an option takes and that begin so; nil where they are not known.
  private static func values(of option: String, _ verb: any Verb.Type, _ beginning: String) -> [String]? {
    switch option {
    case "--columns", "--sort": return lists(of: QueryFieldTable.all.map(\.name), beginning)
    case "--constants", "--constant": return lists(of: NamedNumber.all.map(\.name), beginning)
    case "--with" where verb is IdentifyVerb.Type:
      return lists(of: NamedNumber.all.map(\.name), beginning)
    case "--notation": return lists(of: NotationPreferences.words, beginning)
    case "--scope": return IdentifyReach.allCases.map(\.rawValue).filter { $0.hasPrefix(beginning) }
    case "--color": return ColorChoice.allCases.map(\.rawValue).filter { $0.hasPrefix(beginning) }
    case "--format" where verb is ExportVerb.Type:
      return ExportFormats.standard.all.map(\.name).filter { $0.hasPrefix(beginning) }.sorted()
    case "--format" where verb is CatalogQueryVerb.Type || verb is CatalogListVerb.Type:
      return RowFormat.allCases.map(\.rawValue).filter { $0.hasPrefix(beginning) }.sorted()
    default: return nil
    }
  }

  /// Lists of names that begin so, `-` for falling order before any of them.
  private static func lists(of names: [String], _ beginning: String) -> [String] {
    let last = beginning.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let (before, sign) = (beginning.dropLast(last.count), last.hasPrefix("-") ? "-" : "")
    return names.filter { $0.hasPrefix(last.dropFirst(sign.count)) }.map { before + sign + $0 }.sorted()
  }

  /// The options of a verb, as its help lists them.
  private func optionNames(of verb: any Verb.Type) -> [String] {
    let listed = verb.helpMessage(columns: 200).split(separator: "\n").compactMap { line -> String? in
      guard let start = line.firstRange(of: "--"),
        line[..<start.lowerBound].allSatisfy({ " -h,".contains($0) })
      else { return nil }
      return String(line[start.lowerBound...].prefix { $0 != " " && $0 != "," })
    }
    return Set(listed).sorted()
  }
}
