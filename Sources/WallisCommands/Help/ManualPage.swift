internal import ArgumentParser
internal import WallisDocuments

/// The page of `man wallis`: all verbs with their options and examples, as a file for groff.
struct ManualPage {
  let table: VerbTable

  /// Columns of the verbatim parts; `man` indents them by seven.
  private static let width = 72

  var text: String {
    var lines = [
      ".TH WALLIS 1 \"\" \"Wallis \(ManualPage.escaped(Version.number))\" \"User commands\"",
      ".SH NAME", "wallis \\- discover formulas for mathematical constants",
      ".SH SYNOPSIS", ".B wallis",
      "[\\fIverb\\fR [\\fIargument\\fR ...]] [\\-\\-json] [\\-\\-catalog \\fIfile\\fR]",
      ".SH DESCRIPTION",
    ]
    for (number, paragraph) in ManualPage.description.enumerated() {
      if number > 0 { lines.append(".PP") }
      lines.append(ManualPage.escaped(paragraph))
    }
    lines.append(".SH VERBS")
    for verb in table.verbs where !verb.declaration.isHidden { lines += section(verb) }
    for (title, entries) in ManualPage.lists {
      lines.append(".SH " + title)
      for (word, meaning) in entries {
        lines += [".TP", ".B " + ManualPage.escaped(word), ManualPage.escaped(meaning)]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A verb as its help shows it.
  private func section(_ verb: any Verb.Type) -> [String] {
    let help = verb.helpMessage(columns: ManualPage.width).split(
      separator: "\n", omittingEmptySubsequences: false
    ).flatMap { ManualPage.broken(String($0)) }
    return [".SS \"wallis " + ManualPage.escaped(verb.declaration.name) + "\"", ".nf"]
      + help.map(ManualPage.escaped) + [".fi"]
  }

  private static let description = [
    "Wallis enumerates continued fractions, series and other formulas, measures how they converge, identifies their limits "
      + "with constants, proves what it finds where it can, and keeps everything in a catalog.",
    "Without a verb, or with `notebook`, it opens a notebook in the terminal. Inside it `help` and F1 explain everything "
      + "that stands here, and the functions of expressions.",
  ]

  private static let lists = [
    (
      "FILES",
      [
        ("$XDG_DATA_HOME/wallis/catalog.sqlite", "The catalog, unless --catalog names another one."),
        ("$XDG_CONFIG_HOME/wallis/config.toml", "Keys, theme and notation; `wallis config check` reads it."),
      ]
    ),
    (
      "ENVIRONMENT",
      [
        ("WALLIS_CATALOG", "The catalog where --catalog names none."),
        ("WALLIS_NOTATION", "How closed forms are written, as in the configuration."),
        ("WALLIS_LOG", "A file for what the program does."),
        ("NO_COLOR", "Where it is set, nothing is coloured."),
      ]
    ),
    (
      "EXIT STATUS",
      [
        ("0", "Done."), ("1", "Nothing was found."), ("2", "The request is wrong."),
        ("3", "A file or a catalog is bad."), ("4", "Too large, or a limit of the machine."),
        ("130", "Interrupted; what was done is kept."),
      ]
    ),
  ]

  /// The lines of a synopsis, which the help leaves long.
  private static func broken(_ line: String) -> [String] {
    guard line.hasPrefix("USAGE: "), line.count > width else { return [line] }
    var lines = [""]
    for word in line.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.count + word.count >= width {
        lines.append("         " + word)
      } else {
        lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word
      }
    }
    return lines
  }

  /// Text that groff shows as it is.
  static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

/// `manual`: the manual page, for installations.
struct ManualVerb: Verb {
  static let declaration = VerbDeclaration(
    "manual", "Print the manual page, for groff.",
    examples: [.init("manual", "wallis manual | man -l -")], isHidden: true, isShellOnly: true)

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let shell = context.shell else { throw Refusal("'manual' works in a shell only") }
    shell.write(ManualPage(table: context.table).text)
    return Reply(Document())
  }
}
