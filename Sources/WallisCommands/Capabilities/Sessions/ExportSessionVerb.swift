internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas

/// `export session`: a session file for other programs.
struct ExportSessionVerb: Verb {
  static let declaration = VerbDeclaration(
    "export session", "Write a session as Markdown, HTML, LaTeX or a script.",
    discussion: "What is stored in the file is written; nothing is run. A script is run by `wallis run -`.",
    examples: [
      .init("export session sessions/tour.md --format html --output tour.html", "a web page of its own"),
      .init("export session notes.md --format script", "the inputs, prose and outputs as comments"),
    ])

  @Argument(help: ArgumentHelp("Session file.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("\(SessionExport.all.map(\.name).joined(separator: ", ")).", valueName: "format"))
  var format = Word(argument: "html")

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard let format = SessionExport.named(format.string) else {
      let names = SessionExport.all.map(\.name)
      throw Refusal(
        "there is no format '\(format.string)' for sessions",
        remedy: NearestName.nearest(to: format.string, among: names).map { "did you mean '\($0)'?" }
          ?? "one of: \(names.joined(separator: ", "))")
    }
    let session = try SessionFile(contentsOf: file)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return try Exported(text: format.text(session, title: name)).reply(to: output)
  }
}
