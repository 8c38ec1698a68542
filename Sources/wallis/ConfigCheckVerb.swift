internal import ArgumentParser
internal import WallisCommands
internal import WallisNotebook

/// `config check`: reads the configuration and says what is wrong with it.
struct ConfigCheckVerb: Verb {
  static let declaration = VerbDeclaration(
    "config check", "Check the configuration file and show what it chooses.",
    discussion: """
      The file is config.toml in $XDG_CONFIG_HOME/wallis. It may set editing (emacs or vi), theme (dark, light, mono \
      or colour-blind), mouse and ascii (true or false), notation (how closed forms are shown: words among unicode, pi \
      or zeta, gamma or lemniscate, G or catalan), and under [keys] other keys for the actions that `wallis keys` lists, \
      for example: run = ["F9", "Alt-Enter"].
      """,
    examples: [.init("config check", "says what is wrong, with the line")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let path = context.locations.configuration + "/config.toml"
    let configuration = Configuration(contentsOf: path)
    return Reply(
      configuration.report(on: path),
      json: [
        "file": .string(path),
        "problems": .array(configuration.problems.map { .string($0.message) }),
      ],
      exit: configuration.problems.isEmpty ? .done : .badData)
  }
}
