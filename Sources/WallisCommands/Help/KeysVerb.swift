internal import ArgumentParser
internal import WallisDocuments

/// `keys`: the cheat sheet of the notebook.
struct KeysVerb: Verb {
  static let declaration = VerbDeclaration(
    "keys", "Print the keys of the notebook.", examples: [.init("keys", "prints the cheat sheet")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let keys = context.keys else { throw Refusal("this program has no notebook", exit: .nothing) }
    return Reply(keys())
  }
}
