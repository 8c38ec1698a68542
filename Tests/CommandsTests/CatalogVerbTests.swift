import Foundation
import Testing
import WallisCatalog
import WallisDocuments

@testable import WallisCommands

@Suite struct CatalogVerbTests {
  /// A folder with a catalog of its own, removed with the test.
  final class Folder: Sendable {
    let path = NSTemporaryDirectory() + "wallis-" + UUID().uuidString
    var catalog: String { path + "/c.sqlite" }
    /// A folder with a catalog in which nothing is, or without one.
    init(hasCatalog: Bool = true) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      if hasCatalog { try Folder.emptyCatalog.get().write(to: URL(fileURLWithPath: catalog)) }
    }

    /// Copied, since making one takes ten times as long.
    private static let emptyCatalog = Result {
      let folder = try Folder(hasCatalog: false)
      do { _ = try Catalog.open(at: folder.catalog) }
      return try Data(contentsOf: URL(fileURLWithPath: folder.catalog))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// 48 formulas, Brouncker's among them.
  private let space = ["search", "dynamics", "--a", "1..2,0..1", "--b", "-1..1,0..3,0", "--identify"]

  private func run(
    _ words: [String], catalog: String, stop: StopRequests = StopRequests(), input: String = ""
  ) -> (exit: Exit, output: String, error: String) {
    let record = RecordedShell()
    let shell = record.shell(input: input)
    let exit = Program(table: .standard, shell: shell, stopRequests: stop).run(
      words + ["--catalog", catalog])
    return (exit, record.output, record.error)
  }

  @Test func aSearchFillsTheCatalog() throws {
    let folder = try Folder()
    let search = run(space, catalog: folder.catalog)
    #expect(search.exit == .done)
    #expect(search.output.contains("4/pi"))
    #expect(!search.output.contains("job"), "job numbers, times and rates go to standard error")
    #expect(search.error.contains("formulas/s"))
    #expect(
      run(["catalog", "query", "closedForm = \"4/pi\""], catalog: folder.catalog).output.contains("2n+1"))
    #expect(run(["catalog", "query", "delta > 99"], catalog: folder.catalog).exit == .nothing)
    #expect(run(["catalog", "list", "--sort", "-delta"], catalog: folder.catalog).exit == .done)
    #expect(run(["catalog", "show", "pcf(2n+1, n^2)"], catalog: folder.catalog).output.contains("4/pi"))
    #expect(run(["catalog", "stats"], catalog: folder.catalog).output.contains("with a closed form"))
    #expect(run(["coverage"], catalog: folder.catalog).output.contains("0..1"))
    #expect(run(["jobs"], catalog: folder.catalog).output.contains("finished"))
    #expect(run(["resume"], catalog: folder.catalog).output == "no job is unfinished\n")
    #expect(run(["resume", "1"], catalog: folder.catalog).output == "job 1 is finished\n")
  }

  @Test func jsonLinesHaveEachFindingOnce() throws {
    let folder = try Folder()
    let lines = run(space + ["--jsonl"], catalog: folder.catalog).output.split(separator: "\n")
    #expect(lines.last?.hasPrefix(#"{"schema":2,"job":1,"#) == true)
    #expect(lines.dropLast().contains { $0.contains(#""closedForm":"4/pi""#) })
    #expect(Set(lines).count == lines.count)
  }

  @Test func anInterruptedSearchResumesToTheSameCatalog() throws {
    let (whole, parts) = (try Folder(), try Folder())
    // 836 formulas in several chunks, shallow so that the test is quick.
    let space = [
      "search", "dynamics", "--a", "1..2,0..1", "--b", "-2..3,-2..2,-3..3", "--identify", "--depth", "40",
      "--against", "80",
    ]
    #expect(run(space, catalog: whole.catalog).exit == .done)
    let stop = StopRequests()
    stop.request()
    let interrupted = run(space, catalog: parts.catalog, stop: stop)
    #expect(interrupted.exit == .interrupted)
    let words = interrupted.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("resume 1 --catalog '\(parts.catalog)'"), "\(words)")
    #expect(run(["resume", "--workers", "1"], catalog: parts.catalog).exit == .done)
    let exports = [whole, parts].map { run(["catalog", "export"], catalog: $0.catalog).output }
    #expect(exports[0] == exports[1])
    #expect(exports[0].contains("\nfinding\tpcf "))
  }

  @Test func exportedTextImportsToTheSameCatalog() throws {
    let (first, second) = (try Folder(), try Folder())
    _ = run(space, catalog: first.catalog)
    let file = first.path + "/export.txt"
    #expect(run(["catalog", "export", "--output", file], catalog: first.catalog).exit == .done)
    #expect(run(["catalog", "import", file], catalog: second.catalog).exit == .done)
    let exported = try String(contentsOfFile: file, encoding: .utf8)
    #expect(run(["catalog", "export"], catalog: second.catalog).output == exported)
    #expect(run(["catalog", "import", "-"], catalog: second.catalog, input: "rubbish\n").exit == .badData)
  }

  @Test func discoveriesForOtherPrograms() throws {
    let folder = try Folder()
    _ = run(space, catalog: folder.catalog)
    let text = run(["export"], catalog: folder.catalog).output
    #expect(text.contains("pcf(2n+1, n^2) = 4/pi  # conjecture"))
    let latex = run(["export", "pcf(2n+1, n^2)", "--format", "latex"], catalog: folder.catalog).output
    #expect(
      latex.contains(
        #"\frac{4}{\pi} &= 1 + \cfrac{1}{3 + \cfrac{4}{5 + \cfrac{9}{7 + \ddots + \cfrac{{n}^{2}}{2n+1 + \ddots}}}}"#
      ))
    let gp = run(["export", "pcf(2n+1, n^2)", "--format", "gp"], catalog: folder.catalog).output
    #expect(gp.contains("check(n->2*n+1, n->n^2, 4/Pi,"))
  }

  @Test func badCatalogsAreRefused() throws {
    let folder = try Folder()
    try "not a database, but text".write(toFile: folder.catalog, atomically: true, encoding: .utf8)
    #expect(run(["jobs"], catalog: folder.catalog).exit == .badData)
    #expect(run(space, catalog: folder.catalog).exit == .badData)
    #expect(run(["jobs"], catalog: folder.path + "/none.sqlite").exit == .badData)
    #expect(run(space, catalog: "/proc/none/c.sqlite").exit == .badData)
  }

  @Test func aPlanSaysWhatASearchWouldTake() throws {
    let folder = try Folder(hasCatalog: false)
    let plan = run(
      ["search", "dynamics", "--degree", "1,2", "--height", "3", "--plan"], catalog: folder.catalog)
    // 7² − 1 polynomials a times 7³ − 1 polynomials b.
    #expect(plan.output.contains("16,416"))
    #expect(!FileManager.default.fileExists(atPath: folder.catalog))
  }

  @Test func mistakesInASpacePointAtThem() throws {
    let folder = try Folder()
    let bad = run(["search", "dynamics", "--a", "1..x", "--b", "1"], catalog: folder.catalog)
    #expect(bad.exit == .usage && bad.error.contains("^"))
    #expect(run(["search", "dynamics"], catalog: folder.catalog).exit == .usage)
    #expect(
      run(["search", "dynamics", "--degree", "1", "--height", "2"], catalog: folder.catalog).exit == .usage)
    #expect(run(space + ["--workers", "0"], catalog: folder.catalog).exit == .usage)
    #expect(run(space + ["--shard", "3/2"], catalog: folder.catalog).exit == .usage)
  }
}
