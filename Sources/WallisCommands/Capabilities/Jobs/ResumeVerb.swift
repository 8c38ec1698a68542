internal import ArgumentParser

/// `resume`: goes on with an interrupted search.
struct ResumeVerb: Verb {
  static let declaration = VerbDeclaration(
    "resume", "Go on with an interrupted search.",
    discussion: """
      The result is the one that an uninterrupted search would have given. Of a search that was handed to other machines \
      (--submit) the shards that are complete are merged, and those that failed or were refused are handed over again.
      """,
    examples: [
      .init("resume", "the latest unfinished job"), .init("resume 3 --workers 1", "job 3, with one worker"),
    ])

  @Argument(help: ArgumentHelp("Number of the job.", valueName: "N"))
  var job: Int?

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let workers = try SearchRun.workers(workers)
    return try SearchRun(
      context: context, catalog: context.catalogPath(global), workers: workers, options: global
    ).resume(job)
  }
}
