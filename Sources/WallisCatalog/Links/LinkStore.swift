internal import GRDB
internal import WallisFormulas
internal import WallisProofs

/// Writes and reads links. Of two certificates for one pair the shorter stays, then the one that comes first, and any
/// before none, so that of any two always the same is kept.
struct LinkStore {
  private let db: Database
  private let kinds: FormulaKinds

  init(_ db: Database, _ kinds: FormulaKinds) { (self.db, self.kinds) = (db, kinds) }

  /// - Returns: false where one of the formulas is not in the catalog; then nothing is stored.
  @discardableResult
  func insert(_ link: StoredLink) throws -> Bool {
    guard let formula = try id(of: link.from), let other = try id(of: link.to) else { return false }
    try db.cachedStatement(
      sql: """
        INSERT INTO link (formula, other, certificate) VALUES (?, ?, ?)
        ON CONFLICT (formula, other) DO UPDATE SET certificate = excluded.certificate
        WHERE excluded.certificate IS NOT NULL AND (certificate IS NULL
          OR (length(excluded.certificate), excluded.certificate) < (length(certificate), certificate))
        """
    ).execute(arguments: [formula, other, link.certificate])
    return true
  }

  /// Links that satisfy an SQL condition on `link`, in order of the keys.
  func forEach(where condition: String = "1", _ body: (StoredLink) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.key, g.key, certificate FROM link
        JOIN formula AS f ON f.id = link.formula JOIN formula AS g ON g.id = link.other
        WHERE \(condition) ORDER BY f.key, g.key
        """)
    while let row = try rows.next() {
      guard let from = kinds.formula(key: try row[0]), let to = kinds.formula(key: try row[1]) else {
        throw UnreadableRow("a formula of a link cannot be read")
      }
      try body(StoredLink(from: from, to: to, certificate: try row[2]))
    }
  }

  /// Numbers the components that the links make: those that are there keep the least of their numbers.
  func renumber() throws {
    var parents: [Int64: Int64] = [:]
    func root(_ id: Int64) -> Int64 {
      var id = id
      while let parent = parents[id], parent != id { id = parent }
      return id
    }
    for row in try Row.fetchAll(db, sql: "SELECT formula, other FROM link WHERE certificate IS NOT NULL") {
      let (x, y): (Int64, Int64) = (root(try row[0]), root(try row[1]))
      (parents[x], parents[y]) = (min(x, y), min(x, y))
    }
    var numbers: [Int64: Int] = [:]
    for (id, number) in try knownNumbers() where parents[id] != nil && numbers[root(id)] == nil {
      numbers[root(id)] = number
    }
    var next = (numbers.values.max() ?? 0) + 1
    try db.execute(sql: "DELETE FROM component")
    for id in parents.keys.sorted() {
      let number = numbers[root(id)] ?? next
      if numbers[root(id)] == nil {
        numbers[root(id)] = number
        next += 1
      }
      try db.cachedStatement(sql: "INSERT INTO component (formula, number) VALUES (?, ?)")
        .execute(arguments: [id, number])
    }
  }

  /// Components' numbers by their formulas. Only a forged row has a number beyond that of any formula; it is numbered anew.
  private func knownNumbers() throws -> [(id: Int64, number: Int)] {
    try Row.fetchAll(
      db, sql: "SELECT formula, number FROM component WHERE number < 1 << 62 ORDER BY number, formula"
    ).map { (try $0[0], try $0[1]) }
  }

  private func id(of formula: Formula) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM formula WHERE key = ?"), arguments: [formula.key])
  }
}
