import Foundation
import TestSupport
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// Jobs of any method in a catalog, and those that earlier versions left.
@Suite struct JobTests {
  private static let methods = SearchMethods.standard.adding([SquaresRequest.self])

  @Test("A method that the catalog never heard of runs, dies, goes on and exports as uninterrupted")
  func unheardOf() throws {
    let scratch = try Scratch()
    let request = SquaresRequest(1, 50, furtherRounds: 2)
    let whole = try scratch.catalog("whole")
    let job = try whole.createJob(for: Plan(request), engine: .test)
    let expected = try SearchRunner(job: job, store: whole, workers: 2, methods: Self.methods).run()
    var deaths = 0
    while true {
      let catalog = try scratch.catalog("killed")
      let job = try catalog.latestUnfinishedJob() ?? catalog.createJob(for: Plan(request), engine: .test)
      let dying = InterceptedStore(catalog, commitsLeft: 1)
      do {
        let last = try SearchRunner(job: job, store: dying, workers: 2, methods: Self.methods).run()
        #expect(last.stored == expected.stored && last.findings == expected.findings)
        break
      } catch is InterceptedStore.Death { deaths += 1 }
      try catalog.close()
    }
    let killed = try scratch.catalog("killed")
    #expect(deaths > 15 && expected.isFinished && expected.funnel["a square"] == 8)
    #expect(try killed.exported() == whole.exported())
    #expect(try killed.coverage().map(\.covered.space.description) == ["numbers 1..50 and 2 rounds"])
    #expect(try killed.job(1).size == JobSize(candidates: 64, chunks: 17 + 3 + 3))
  }

  @Test("Jobs that version 0.1 began and left go on with the same chunks to what it would have exported")
  func begunByVersion01() throws {
    let scratch = try Scratch()
    let fixture = try #require(
      Bundle.module.url(forResource: "begun-by-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    try FileManager.default.copyItem(at: fixture, to: URL(fileURLWithPath: scratch.path("old")))
    let catalog = try scratch.catalog("old")
    let begun = try catalog.jobs()
    #expect(begun.map(\.request.method) == ["dynamics", "esma", "field"])
    #expect(begun.map(\.chunksDone) == [1, 1, 2] && begun.allSatisfy { $0.size == nil })
    // Parts of 256, 256 and 188 formulas, two classes, five lines.
    let sizes = [(700, 3), (120, 2), (5, 5)].map { JobSize(candidates: $0.0, chunks: $0.1) }
    for (job, size) in zip(begun, sizes) {
      let before = try catalog.chunksDone(ofJob: job.number)
      let summary = try SearchRunner(
        job: job, store: catalog, workers: 2, resources: SearchResources(known: knownFormulas())
      ).run()
      #expect(summary.isFinished && summary.funnel.total == size.candidates)
      #expect(try catalog.job(job.number).size == size)
      #expect(try catalog.chunksDone(ofJob: job.number) == before.union(0..<size.chunks))
    }
    let expected = try #require(
      Bundle.module.url(forResource: "resumed-by-0.1", withExtension: "txt", subdirectory: "Fixtures"))
    // Made by the program of version 0.1: three searches killed by SIGKILL, the file copied, the copy resumed by the
    // same program and exported. Since then five limits 0 are proved to be that, the residues tell full reduction of three
    // formulas whose fits at depths 80 and 400 missed it, and two residuals of findings are smaller.
    let (now, then) = try (
      statements(catalog.exported()),
      statements(String(contentsOf: expected, encoding: .utf8)).map { Version01.written($0) }
    )
    #expect(now == then, "\(now.difference(from: then))")
  }

  /// What an export of any format states, without the four-valued reduction, which version 0.1 did not know.
  private func statements(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("end\t") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isNew = fields[0] == "formula" && Reduction(rawValue: String(fields.last ?? "")) != nil
      return (isNew ? fields.dropLast() : fields[...]).joined(separator: "\t")
    }
  }

  /// The list that came with version 0.1.
  private func knownFormulas() throws -> KnownFormulasFile {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "catalogs/known.txt")
    return try KnownFormulasFile(parsing: String(contentsOf: file, encoding: .utf8))
  }

  @Test("Finished jobs of version 0.1 get their sizes from what they did") func finishedByVersion01() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    _ = try catalog.scan()
    try catalog.write { try $0.execute(sql: "UPDATE job SET candidates = NULL, chunks = NULL") }
    #expect(try catalog.job(1).size == nil)
    try catalog.write { db in
      for trigger in ["jobInserted", "jobUpdated", "chunkInserted", "chunkUpdated"] {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: "ALTER TABLE job DROP COLUMN candidates; ALTER TABLE job DROP COLUMN chunks")
      try db.execute(sql: "ALTER TABLE chunk DROP COLUMN formulas; DROP TABLE counted")
      try CatalogSchema.addSizesOfJobs(db)
    }
    let job = try catalog.job(1)
    #expect(job.size == JobSize(candidates: 576, chunks: 42) && job.storedCount == nil)
  }
}
