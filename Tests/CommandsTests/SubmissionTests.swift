import Foundation
import Testing
import WallisCatalog
import WallisSearch

@testable import WallisCommands

/// Searches that are handed to other machines: the scripts, and who may hand over what.
@Suite struct SubmissionTests {
  private let folder: CatalogVerbTests.Folder
  private let state: [String: String]

  init() throws {
    folder = try CatalogVerbTests.Folder()
    state = ["XDG_STATE_HOME": folder.path + "/state"]
  }

  private static let search = [
    "search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify", "--depth", "40",
    "--against",
    "80",
  ]

  private func run(_ words: [String]) -> (exit: Exit, output: String, error: String) {
    wallis(words + ["--catalog", folder.catalog], variables: state)
  }

  /// The words that a request is written as ask for the same request.
  @Test(
    arguments: [
      "search dynamics --degree 1,2 --height 3 --identify",
      "search dynamics --degree 2,4 --height 9 --sample 1000 --seed 7 --screen --depth 60 --against 120",
      "search dynamics --a 'x*(n^3+(n+1)^3)+y*(2n+1)' --b '-z^2*n^6' --ranges 'x=1..3,y=-20..20,z=1..2'",
      "search factorial --a '1..20,-20..20,-20..20,-20..20' --b -n^6 --b '2n^6 - 1'",
      "search factorial --degree 2,4 --height 12 --partial --no-identify",
      "search factorial --degree 1,2 --height 10 --roots 2 --leading 4 --inflated",
      "search series --symbols 3 --below 1 --bases 1/4,-1/8,1/64,-1 --digits 70",
      "search series --symbols 0 --bases -1 --over 2k+1 --over k+1 --degree 0",
      "search series --symbols 1,2 --base-height 7 --over '(k+1)^2*(2k+1)' --constant 'zeta(3)' --constant pi",
    ]) func words(_ line: String) throws
  {
    let context = VerbContext.test()
    func request(_ words: [String]) throws -> StoredRequest {
      let verb = try #require(try VerbTable.standard.parse(words) as? any SearchVerb)
      return try StoredRequest(verb.divisible(in: context))
    }
    let typed = try WordSplitter.words(of: line)
    let verb = try #require(try VerbTable.standard.parse(typed) as? any SearchVerb)
    let own = try verb.divisible(in: context)
    #expect(try request(["search", own.name] + own.words) == StoredRequest(own))
    var part = own
    part.shard = try Shard(index: 2, count: 3)
    #expect(try request(["search", own.name] + own.words + ["--shard", "2/3"]) == StoredRequest(part))
  }

  @Test func scripts() throws {
    let submission = Submission(
      catalog: "/c", job: 3, name: "wallis-3-k2", system: "slurm", shards: 2500, folder: "/a b/it's",
      words: ["search", "dynamics", "--a", "$(x)'`y`\n#"], program: "/usr/bin/wallis", workers: 2,
      partition: "long", time: "1-8:00:00", hosts: nil)
    #expect(submission.tasks == 1000 && submission.shards(ofTask: 1) == [1, 1001, 2001])
    #expect(Set((1...1000).flatMap { submission.shards(ofTask: $0) }).count == 2500)
    #expect(submission.tasks(of: [1001, 1, 2, 2500]) == [1, 2, 500])
    let task = TaskScript.text(submission)
    #expect(task.contains(#"'search' 'dynamics' '--a' '$(x)'\''`y`"#))
    #expect(task.contains(#"cd -- '/a b/it'\''s' || exit 3"#))
    let array = try #require(SlurmArray().files(of: submission)["slurm.sh"])
    for line in [
      "#SBATCH --job-name=wallis-3-k2", "#SBATCH --array=1-1000", "#SBATCH --cpus-per-task=2",
      "#SBATCH --partition=long", "#SBATCH --time=1-8:00:00",
    ] { #expect(array.contains(line + "\n")) }
    #expect(!array.contains("$(x)"))
    #expect(TaskScript.list(submission).split(separator: "\n").count == 1000)
    #expect(SlurmArray.list([1, 2, 3, 7, 9, 10]) == "1-3,7,9-10" && SlurmArray.list([5]) == "5")
    // A list of one line each where tasks are not counted.
    let listed = Submission(
      catalog: "/c", job: 3, name: "n", system: "script", shards: 2500, folder: "/f", words: [],
      program: "/w",
      workers: 1)
    #expect(listed.tasks == 2500 && listed.shards(ofTask: 2500) == [2500])
  }

  @Test(
    "What makes no sense is refused before anything is written",
    arguments: [
      (["--submit", "lsf"], "is nothing known"), (["--shards", "3"], "--shards without --submit"),
      (["--submit", "script", "--shards", "0"], "0 shards"),
      (["--submit", "script", "--shards", "1000"], "1000 shards of"),
      (["--submit", "script", "--shards", "3", "--shard", "1/3"], "--shard with --submit"),
      (["--submit", "slurm", "--partition", "a b"], "is no partition"),
      (["--submit", "slurm", "--partition", "a\n#SBATCH --wrap=x"], "is no partition"),
      (["--submit", "slurm", "--time", "soon"], "is no time of Slurm"),
      (["--submit", "parallel", "--time", "10"], "--time does not go with --submit parallel"),
      (["--submit", "parallel", "--hosts", "/none"], "cannot be read"),
    ]) func refusals(_ words: [String], _ said: String)
  {
    let reply = run(Self.search + words)
    #expect(reply.exit == .usage && inOneLine(reply.error).contains(said), "\(reply.error)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    #expect(names.allSatisfy { $0.hasPrefix("c.sqlite") && !$0.contains("shards") }, "\(names)")
  }

  @Test("A plain search, a session and a stranger do not act for whoever submitted")
  func whoMayAct() throws {
    let submitted = run(Self.search + ["--submit", "script", "--shards", "3"])
    #expect(submitted.exit == .done, "\(submitted.error)")
    #expect(inOneLine(submitted.output).contains("job 1, script: 0 of 3 shards merged, 3 left (1-3)"))
    #expect(FileManager.default.fileExists(atPath: folder.catalog + ".shards-1/commands"))
    #expect(inOneLine(run(["jobs"]).output).contains("submitted") && run(["jobs"]).output.contains("3 left"))
    #expect(run(Self.search).error.contains("handed this search to other machines"))
    // Submitting again is going on.
    #expect(
      inOneLine(run(Self.search + ["--submit", "script", "--shards", "5"]).output).contains("0 of 3 shards"))
    let stranger = wallis("resume", "1", "--catalog", folder.catalog)
    #expect(stranger.exit == .badData && inOneLine(stranger.error).contains("not by you on this machine"))
    let session =
      "```wallis\nresume 1\n```\n\n```wallis\n\((Self.search + ["--submit", "script"]).joined(separator: " "))\n```\n"
    let ran = wallis("run", "-", "--catalog", folder.catalog, input: session, variables: state)
    #expect(inOneLine(ran.output + ran.error).contains("from a shell only"), "\(ran)")
  }
}

extension SearchVerb {
  /// What it asks for, as a request that can be divided.
  fileprivate func divisible(in context: VerbContext) throws -> any DivisibleMethod {
    try #require(try request(in: context) as? any DivisibleMethod)
  }
}
