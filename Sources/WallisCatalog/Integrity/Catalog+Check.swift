internal import GRDB
package import WallisFormulas
internal import WallisMatrixFields
internal import WallisProofs

extension Catalog {
  /// Reads everything in a catalog and says what is wrong: damaged pages, a damaged schema, rows that are not those that
  /// were written, rows that cannot be read, closed forms that are not the limit of their formula, proofs of which a
  /// step does not hold.
  ///
  /// The catalog is only read, at one moment, through a private copy.
  /// - Parameter limit: most damages to list.
  /// - Throws: `CatalogError` for what is no catalog at all, or one of a newer version.
  package static func check(
    at path: String, limit: Int = 100, kinds: FormulaKinds = .standard
  ) throws(CatalogError) -> CatalogHealth {
    guard try !CatalogFile(path: path).prepare(creating: false) else { return CatalogHealth() }
    var check = CatalogCheck(kinds, limit: limit)
    do {
      let configuration = Catalog.configuration(patience: 10, kinds: kinds)
      let file = try readOnly(path, configuration).queue
      try file.read(CatalogFile(path: path).checkOwner)
      try check.run(CatalogCopy(of: file).privately(configuration), path)
    } catch CatalogError.foreign {
      throw .foreign(path: path)
    } catch CatalogError.newerSchema {
      throw .newerSchema(path: path)
    } catch {
      check.note("file", CatalogError(error, path: path).message)
    }
    return check.health
  }
}

/// A check while it goes on.
private struct CatalogCheck {
  private let kinds: FormulaKinds
  private let limit: Int
  private(set) var health = CatalogHealth()

  init(_ kinds: FormulaKinds, limit: Int) { (self.kinds, self.limit) = (kinds, limit) }

  mutating func note(_ place: String, row: String? = nil, _ detail: String) {
    guard health.damages.count < limit else { return health.isCutOff = true }
    health.damages.append(CatalogDamage(place: place, row: row, detail: detail))
  }

  /// - Parameter copy: may be written to; nobody else sees it.
  mutating func run(_ copy: DatabaseQueue, _ path: String) throws {
    try copy.writeWithoutTransaction { db in try checkPages(db) }
    guard try !copy.read(CatalogSchema.migrator.hasBeenSuperseded) else {
      if health.isSound { throw CatalogError.newerSchema(path: path) }
      return note("schema", "the list of migrations names one that this version does not know")
    }
    if try copy.read(CatalogSchema.firstPending) != nil {
      health.isOlder = true
      try CatalogSchema.migrator.migrate(copy)
    }
    copy.writeWithoutTransaction { db in
      attempt("schema") { try $0.checkSchema(db) }
      attempt("words") { try $0.checkWords(db) }
      for name in CheckedTable.names { attempt(name) { try $0.checkRows(of: name, in: db) } }
      attempt("formulaColumn") { try $0.checkBlocks(db) }
      attempt("formula") { try $0.checkFormulas(db) }
      attempt("finding") { try $0.checkFindings(db) }
      attempt("proof") { try $0.checkProofs(db) }
      attempt("link") { try $0.checkLinks(db) }
    }
  }

  private mutating func attempt(_ place: String, _ step: (inout CatalogCheck) throws -> Void) {
    do { try step(&self) } catch { note(place, CatalogError(error, path: "").detail) }
  }

  private mutating func checkPages(_ db: Database) throws {
    for pragma in ["integrity_check(100)", "foreign_key_check"] {
      for row in try Row.fetchAll(db, sql: "PRAGMA \(pragma)") {
        let (isOrphan, text): (Bool, String) = (pragma == "foreign_key_check", try row[0])
        guard text != "ok" else { continue }
        note(isOrphan ? text : "file", isOrphan ? "a row refers to one that is missing" : text)
      }
    }
  }

  private mutating func checkSchema(_ db: Database) throws {
    let fresh = try DatabaseQueue()
    try CatalogSchema.migrator.migrate(fresh)
    let (own, expected) = (try CatalogCheck.schema(db), try fresh.read(CatalogCheck.schema))
    for name in Set(own.keys).union(expected.keys).sorted() where own[name] != expected[name] {
      note("schema", "'\(name)' is not as this version makes it")
    }
  }

  private static func schema(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT GLOB 'sqlite_stat*'")
    return Dictionary(try rows.map { try ($0[0], $0[1]) }) { first, second in first + second }
  }

  /// Compares the index of words with the texts it was made of.
  private mutating func checkWords(_ db: Database) throws {
    do {
      try db.execute(sql: "INSERT INTO words (words) VALUES ('integrity-check')")
    } catch {
      note("words", "the index of words is damaged; salvage makes it anew")
    }
  }

  private mutating func checkRows(of name: String, in db: Database) throws {
    let table = try CheckedTable(name, in: db)
    let key = table.keyColumns.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
    let what = name == "formula" ? "key" : key
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(what), checksum IS NULL, checksum IS NOT \(table.checksum()) FROM \(name)
        WHERE checksum IS NOT \(table.checksum()) OR \(table.isMistyped)
        """)
    while let row = try rows.next() {
      let (place, isMissing, isChanged): (String?, Bool, Bool) = try (row[0], row[1], row[2])
      let fault =
        isChanged ? "it is not what was written" : "it holds a value of another kind than belongs there"
      note(name, row: place, isMissing ? "it has no checksum" : fault)
    }
    health.rows.append((name, try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(name)") ?? 0))
  }

  private mutating func checkBlocks(_ db: Database) throws {
    for block in try ColumnPacker(db).differingBlocks() {
      note(
        "formulaColumn", row: "block \(block)",
        "its columns are not those of the rows; compact packs them anew")
    }
  }

  private mutating func checkFormulas(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT key, canonicalKey, value, exact, status, reason FROM formula ORDER BY id")
    while let row = try rows.next() {
      let key: String = try row[0]
      guard kinds.formula(key: key)?.key == key else {
        note("formula", row: key, "its key cannot be read")
        continue
      }
      do { _ = try Limit(row) } catch { note("formula", row: key, "its limit cannot be read") }
    }
  }

  private mutating func checkFindings(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT key, closedForm, structure, finding.value AS found, formula.value, exact, status, reason
        FROM finding JOIN formula ON formula.id = finding.formula ORDER BY finding.id
        """)
    while let row = try rows.next() {
      let (key, text): (String, String) = try (row["key"], row["closedForm"])
      let name = "\(key) = \(text)"
      do {
        let closedForm = try ClosedForm(text: text, structure: row["structure"])
        let (limit, found) = try (Limit(row), Limit(value: row["found"], outcome: .value))
        if !limit.agrees(with: found) || limit.agrees(with: closedForm) == false
          || found.agrees(with: closedForm) == false
        {
          note("finding", row: name, "it is not the limit of its formula")
        }
      } catch {
        note("finding", row: name, "it cannot be read")
      }
    }
  }

  private mutating func checkProofs(_ db: Database) throws {
    try ProofStore(db, kinds).forEach { proof in
      let name = "\(proof.formula) = \(proof.closedForm)"
      do throws(ProofFault) { _ = try proof.checked() } catch {
        note("proof", row: name, "it does not hold, line \(error.line): \(error.message)")
      }
    }
  }

  private mutating func checkLinks(_ db: Database) throws {
    try LinkStore(db, kinds).forEach(where: "certificate IS NOT NULL") { link in
      if link.checked == nil {
        note("link", row: "\(link.from) ~ \(link.to)", "its certificate does not hold")
      }
    }
  }
}
