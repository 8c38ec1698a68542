import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// A catalog in which a stranger wrote what no catalog says, with right checksums, is read or refused in words: whatever
/// ends the program here ends the tests.
@Suite struct StrangerTests {
  private let scratch: Scratch
  private let sound: DatabaseQueue
  private let empty: DatabaseQueue
  /// What most of the other tables are about.
  private let first: Formula

  /// A value in the place of another, as SQL.
  private struct Forgery: CustomStringConvertible {
    let (table, column, value): (String, String, String)
    var description: String { "\(table).\(column) = \(value)" }
  }

  init() throws {
    scratch = try Scratch()
    let catalog = try scratch.catalog("sound.sqlite")
    let box = try CoefficientBox(degree: 0, height: 3)
    let plan = try Plan(DynamicsRequest(a: box, b: box, identify: true), chunkSize: 7)
    let job = try catalog.createJob(for: plan, engine: .test)
    _ = try SearchRunner(job: job, store: catalog, workers: 1, resources: .standIn).run()
    try catalog.write { db in
      try db.execute(sql: StrangerTests.written)
      // What is required anywhere may be missing in a stranger's catalog.
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name <> 'grdb_migrations'")
    }
    sound = try CatalogCopy(of: catalog.pool).privately(StrangerTests.configuration)
    let key = try #require(
      try sound.read { try String.fetchOne($0, sql: "SELECT key FROM formula WHERE id = 1") })
    first = try #require(FormulaKinds.standard.formula(key: key))
    empty = try CatalogCopy(of: scratch.catalog("empty.sqlite").pool).privately(StrangerTests.configuration)
  }

  /// A row at least in every table that a search leaves empty.
  private static let written = """
    INSERT INTO family (name, label, isNamed, invariant, path, representative, checked, verified, refuted)
      SELECT 'mine', 'pi', 1, 'factorial', 'wide > narrow', key, 3, 2, 1 FROM formula WHERE id = 1;
    INSERT INTO familyMember (formula, family, map, link, origin, shift, digits)
      SELECT 1, 1, '1 0 0 1', 'shift', key, 1, 20 FROM formula WHERE id = 2;
    INSERT INTO link (formula, other, certificate) VALUES (1, 2, NULL);
    INSERT INTO component (formula, number) VALUES (1, 1);
    INSERT INTO proof (formula, closedForm, summary, text) VALUES (1, 'pi', 'a sum', 'proof');
    INSERT INTO exclusion (formula, basis, below) VALUES (1, 'pi', '10^9');
    INSERT INTO note (formula, text) VALUES (1, 'seen');
    INSERT INTO counted (job, formula, signs) VALUES (1, 1, 3);
    INSERT OR IGNORE INTO occurrence (finding, name) SELECT min(id), 'pi' FROM finding;
    """

  private static var configuration: Configuration {
    var configuration = Catalog.configuration(patience: 1, kinds: .standard)
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// A catalog in memory that nobody else sees.
  private func copy(of queue: DatabaseQueue, path: String) throws -> Catalog {
    let copy = try CatalogCopy(of: queue).privately(Self.configuration)
    return Catalog(
      path: path, kinds: .standard, now: nil, pool: copy, file: CatalogFile(path: path).identity, held: nil,
      source: nil)
  }

  /// Columns whose packed values are read, too.
  private let packs: Set = ["signs", "status", "delta"]

  /// The sound catalog with a value in the place of another, packed where that can be; nil where SQLite refuses the value.
  private func forged(_ forgery: Forgery) throws -> Catalog? {
    let catalog = try copy(of: sound, path: scratch.path("sound.sqlite"))
    let isWritten = try catalog.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let keys = try CheckedTable(forgery.table, in: db).keyColumns
      let row = keys.map { "\($0) = (SELECT \($0) FROM \(forgery.table) LIMIT 1)" }.joined(separator: " AND ")
      let sql = "UPDATE \(forgery.table) SET \(forgery.column) = \(forgery.value) WHERE \(row)"
      do { try db.execute(sql: sql) } catch { return false }
      if packs.contains(forgery.column) { try? ColumnPacker(db, many: 0).packAll() }
      return true
    }
    return isWritten ? catalog : nil
  }

  private static func columns(_ queue: DatabaseQueue) throws -> [(
    table: String, column: String, isText: Bool
  )] {
    try queue.read { db in
      var columns: [(table: String, column: String, isText: Bool)] = []
      for table in CheckedTable.names + ["formulaBlock", "formulaColumn"] {
        for row in try Row.fetchAll(db, sql: "SELECT name, type FROM pragma_table_info('\(table)')") {
          let name = try row.decode(String.self, atIndex: 0)
          let type = try row.decode(String.self, atIndex: 1)
          if name != "checksum" { columns.append((table, name, type == "TEXT")) }
        }
      }
      return columns
    }
  }

  /// Whether a function answers; what it throws has to be an error of the catalog, in words.
  private func answers(_ forgery: Forgery, _ body: () throws -> Void) -> Bool {
    do { try body() } catch let error as CatalogError {
      let isInWords = !["Optional(", "SELECT", "Data("].contains { error.message.contains($0) }
      #expect(isInWords, "\(forgery): \(error.message)")
      return false
    } catch {
      Issue.record("\(forgery): \(error)")
      return false
    }
    return true
  }

  /// How many of the ways to read refuse the catalog.
  private func refusals(_ catalog: Catalog, _ forgery: Forgery) throws -> Int {
    let all = try CatalogQuery()
    let sorted = try CatalogQuery("delta > -9 or value = 1", sort: "-delta,closedForm", limit: 9)
    let reads: [() throws -> Void] = [
      { _ = try catalog.answer(all) }, { _ = try catalog.answer(sorted) },
      { _ = try catalog.rows(catalog.places(all), in: 0..<1, of: all) }, { _ = try catalog.statistics() },
      { _ = try catalog.exported() }, { _ = try catalog.clusterPoints(all) },
      { for family in try catalog.families() { _ = try catalog.members(of: family) } },
      { _ = try catalog.membership(of: first) }, { _ = try catalog.jobs() }, { _ = try catalog.coverage() },
      { _ = try catalog.chunksDone(ofJob: 1) }, { _ = try catalog.findings(ofJob: 1) },
      { _ = try catalog.formulas(ofJob: 1) }, { _ = try (catalog.links(), catalog.components()) },
      { _ = try (catalog.notes(about: first), catalog.proofs(about: first)) },
      { _ = try (catalog.findings(), catalog.exclusions(about: first)) },
      { try catalog.visitIdentified { _ in } }, { try catalog.visitBestFindings(all) { _ in } },
      { _ = try catalog.unidentified(all, without: "pi") }, { _ = try catalog.unreadClosedForms() },
      { _ = try catalog.harvest(all, groups: 3, each: 3) },
      { _ = try catalog.metricPairs(all, x: "delta", y: "digits") },
      { _ = try catalog.metricPoints(all, x: "delta", y: "error.gamma") },
      { _ = try WatchedCatalog(catalog).selection(sorted) },
      {
        try catalog.write { db in
          try LinkStore(db, .standard).renumber()
          try ColumnPacker(db).packMissing()
        }
      },
    ]
    return reads.count { !answers(forgery, $0) }
  }

  @Test func everyColumnMayHoldAnything() throws {
    let (numbers, texts) = (
      ["9223372036854775807", "-9223372036854775808", "-1", "300", "1e300"], ["''", "'9e999999'"]
    )
    let others = ["'text'", "x'00ff'", "NULL"]
    var (refused, merged, tried) = (0, 0, 0)
    for (place, column) in try Self.columns(sound).enumerated() {
      let kinds = column.isText ? [texts, others] : [numbers, numbers.reversed(), others]
      let values = LongSuite.isOn ? kinds.flatMap { $0 } : kinds.map { $0[place % $0.count] }
      for value in values {
        let forgery = Forgery(table: column.table, column: column.column, value: value)
        guard let catalog = try forged(forgery) else { continue }
        tried += 1
        refused += try refusals(catalog, forgery) > 0 ? 1 : 0
        let target = try copy(of: empty, path: scratch.path("nowhere"))
        merged += answers(forgery) { _ = try target.merge(catalog) } ? 1 : 0
      }
    }
    #expect(tried > 250 && refused > 40 && merged > 40 && merged < tried, "\(tried) \(refused) \(merged)")
  }

  @Test func whatIsSoundIsTaken() throws {
    let catalog = try copy(of: sound, path: scratch.path("sound.sqlite"))
    let forgery = Forgery(table: "nothing", column: "nothing", value: "nothing")
    #expect(try refusals(catalog, forgery) == 0)
    #expect(try copy(of: empty, path: scratch.path("nowhere")).merge(catalog).notes == 1)
  }

  @Test func theColumnIsNamed() throws {
    let catalog = try #require(try forged(Forgery(table: "formula", column: "signs", value: "-1")))
    let path = scratch.path("sound.sqlite")
    let error = CatalogError.corrupt(path: path, detail: "-1 cannot stand in the column signs")
    #expect(throws: error) { try catalog.clusterPoints(CatalogQuery()) }
    #expect(
      error.remedy?.contains("catalog check") == true && error.remedy?.contains("catalog salvage") == true)
  }

  @Test func aStrangerIsBlamedForWhatCannotBeMerged() throws {
    let target = try copy(of: empty, path: scratch.path("nowhere"))
    for (column, value, said) in [
      ("digits", "'many'", "a row of formula holds a value of another kind than belongs there"),
      ("signs", "7", "a row breaks a rule of catalogs"),
    ] {
      let catalog = try #require(try forged(Forgery(table: "formula", column: column, value: value)))
      let error = #expect(throws: CatalogError.self) { _ = try target.merge(catalog) }
      #expect(
        error?.message.hasPrefix("\(catalog.path) is refused: \(said)") == true, "\(error?.message ?? "")")
    }
  }

  @Test func theCheckNamesValuesOfAnotherKind() throws {
    let catalog = try #require(try forged(Forgery(table: "job", column: "version", value: "x'ff'")))
    try catalog.backup(to: scratch.path("forged.sqlite"))
    let damages = try Catalog.check(at: scratch.path("forged.sqlite")).damages
    #expect(
      damages.contains {
        $0.place == "job" && $0.detail == "it holds a value of another kind than belongs there"
      },
      "\(damages)")
  }

  /// Rows far from one another are in no blocks; what would be packed for ever is not packed.
  @Test func rowsFarAwayAreNotPacked() throws {
    for number in ["9223372036854775807", "-9223372036854775808", "1 << 40", "1 << 29"] {
      let catalog = try #require(try forged(Forgery(table: "formula", column: "id", value: number)))
      try catalog.write { try ColumnPacker($0, many: 0).packMissing() }
      #expect(try catalog.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM formulaBlock") ?? 0 } < 4)
      #expect(try catalog.answer(CatalogQuery()).rows.count > 3)
    }
  }
}
