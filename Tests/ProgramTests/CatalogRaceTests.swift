import Foundation
import Testing

@Suite struct CatalogRaceTests {
  /// Searches begun together in a folder without a catalog make one catalog, and all of them finish.
  @Test func searchesThatBeginTogetherMakeOneCatalog() throws {
    let wallis = try WallisProcess()
    let started = try (1...4).map { height in
      try wallis.start(["search", "dynamics", "--a", "\(height)", "--b", "1,0..3,0", "--quiet"])
    }
    for run in try started.map({ try $0.wait() }) { #expect(run.exit == 0, "\(run.error)") }
    let jobs = try wallis.run("jobs")
    #expect(jobs.output.components(separatedBy: "finished").count == 5, "\(jobs.output)")
  }
}
