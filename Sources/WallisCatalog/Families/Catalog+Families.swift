internal import GRDB
package import WallisFamilies
package import WallisFormulas
internal import WallisSearch

extension Catalog {
  /// Stores families. Those of a label and invariant that are there already keep number and name, and gain members;
  /// what is said about them is replaced by what comes from no fewer members, so not by a part of them. A formula that moved to another family leaves the old one, and families without members go.
  package func store(_ families: [Family]) throws(CatalogError) {
    try write { db in
      for family in families {
        let number = try Catalog.number(of: family, in: db)
        let statement = try db.cachedStatement(
          sql: """
            INSERT INTO familyMember (formula, family, map, link, origin, shift, digits)
            SELECT id, ?, ?, ?, ?, ?, ? FROM formula WHERE key = ?
            ON CONFLICT (formula) DO UPDATE SET family = excluded.family, map = excluded.map, link = excluded.link,
              origin = excluded.origin, shift = excluded.shift, digits = excluded.digits
            """)
        for member in family.members {
          let map = member.map.entries.map { "\($0)" }.joined(separator: " ")
          switch member.link {
          case .checked(let digits):
            try statement.execute(arguments: [number, map, "checked", nil, 0, digits, member.formula.key])
          case .exact(let kind, let origin, let shift):
            try statement.execute(
              arguments: [number, map, kind.rawValue, origin.key, shift, nil, member.formula.key])
          }
        }
      }
      try db.execute(sql: "DELETE FROM family WHERE number NOT IN (SELECT family FROM familyMember)")
    }
  }

  private static func number(of family: Family, in db: Database) throws -> Int64 {
    let (invariant, path) = ("\(family.invariant)", family.path.joined(separator: " > "))
    let figures: [(any DatabaseValueConvertible)?] = [
      path, family.representative.key, family.checked, family.verified, family.refuted,
    ]
    if let known = try knownNumber(of: family, in: db) {
      try db.execute(
        sql: """
          UPDATE family SET path = ?, representative = ?, checked = ?, verified = ?, refuted = ?, label = ?
          WHERE number = ? AND ? >= (SELECT COUNT(*) FROM familyMember WHERE family = family.number)
          """, arguments: StatementArguments(figures) + [family.label, known, family.members.count])
      return known
    }
    try db.execute(
      sql: """
        INSERT INTO family (path, representative, checked, verified, refuted, label, isNamed, invariant)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments(figures) + [family.label, family.isNamed, invariant])
    return db.lastInsertedRowID
  }

  /// The number under which a family is stored; nil where it is not. A named constant may have several clusters of one
  /// invariant: the one with a common member is the same family.
  private static func knownNumber(of family: Family, in db: Database) throws -> Int64? {
    let members = family.members.prefix(500)
    return try Int64.fetchOne(
      db,
      sql: """
        SELECT m.family FROM familyMember AS m JOIN family AS g ON g.number = m.family
        JOIN formula AS f ON f.id = m.formula
        WHERE f.key IN (\(members.map { _ in "?" }.joined(separator: ",")))
          AND g.isNamed = ? AND (g.label = ? OR NOT g.isNamed) AND g.invariant = ?
        GROUP BY m.family ORDER BY COUNT(*) DESC, m.family LIMIT 1
        """,
      arguments: StatementArguments(members.map(\.formula.key))
        + [family.isNamed, family.label, "\(family.invariant)"])
  }

  /// Families, those with a constant first, then by size.
  package func families() throws(CatalogError) -> [StoredFamily] {
    try read { try families(where: "1", [], in: $0) }
  }

  /// The family of a number or name; nil when there is none.
  package func family(_ word: String) throws(CatalogError) -> StoredFamily? {
    try read { db in
      try families(where: "g.number = ? OR g.name = ?", [Int(word), word], in: db).first
    }
  }

  /// Families of a label.
  package func families(labelled label: String) throws(CatalogError) -> [StoredFamily] {
    try read { try families(where: "g.label = ?", [label], in: $0) }
  }

  private func families(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> [StoredFamily] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT g.number, g.name, g.label, g.isNamed, g.invariant, g.path, g.representative, g.checked, g.verified,
          g.refuted, SUM((f.signs & 1) + (f.signs >> 1)) AS size
        FROM family AS g JOIN familyMember AS m ON m.family = g.number JOIN formula AS f ON f.id = m.formula
        WHERE \(condition) GROUP BY g.number ORDER BY g.isNamed DESC, size DESC, g.number
        """, arguments: arguments
    ).compactMap { row in
      try kinds.formula(key: row[6]).map { representative in
        try StoredFamily(
          number: row[0], name: row[1], label: row[2], isNamed: row[3], invariant: row[4], path: row[5],
          representative: representative, checked: row[7], verified: row[8], refuted: row[9], size: row[10])
      }
    }
  }

  /// Members of a family with their links, in order of their keys.
  package func members(of family: StoredFamily) throws(CatalogError) -> [Family.Member] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.key, f.signs, f.value, m.map, m.link, m.origin, m.shift, m.digits
          FROM familyMember AS m JOIN formula AS f ON f.id = m.formula WHERE m.family = ? ORDER BY f.key
          """, arguments: [family.number]
      ).compactMap(member)
    }
  }

  /// The family of a formula with its link, that of a mirror following from its partner's; nil where it is in none.
  package func membership(of formula: Formula) throws(CatalogError) -> (
    family: StoredFamily, member: Family.Member
  )? {
    let (stored, isMirrored) = formula.representative
    return try read { db in
      let place = try Row.fetchOne(
        db,
        sql: """
          SELECT f.key, f.signs, f.value, m.map, m.link, m.origin, m.shift, m.digits, m.family
          FROM familyMember AS m JOIN formula AS f ON f.id = m.formula WHERE f.key = ?
          """, arguments: [stored.key])
      guard let place, var member = try member(place),
        let family = try families(where: "g.number = ?", [try place[8] as Int64], in: db).first
      else { return nil }
      if isMirrored, let opposite = MoebiusMap(-1, 0, 0, 1) {
        (member.formula, member.value) = (formula, MirroredText.value(member.value))
        member.map = opposite.after(member.map)
      }
      return (family, member)
    }
  }

  private func member(_ row: Row) throws -> Family.Member? {
    let link: String = try row[4]
    guard let formula = kinds.formula(key: try row[0]), let map = MoebiusMap(parsing: try row[3]) else {
      return nil
    }
    let kind = FormulaLink.Kind(rawValue: link)
    let origin = (try row[5] as String?).flatMap { kinds.formula(key: $0) }
    let how: Family.Link
    if let kind, let origin {
      how = .exact(kind, of: origin, shift: try row[6])
    } else {
      how = .checked(digits: try row[7] ?? 0)
    }
    return Family.Member(
      formula: formula, count: Signs(rawValue: try row[1]).count, value: try row[2] ?? "", map: map, link: how
    )
  }

  /// Names a family; an empty name takes its name away.
  /// - Returns: false when another family has the name.
  package func rename(_ family: StoredFamily, to name: String) throws(CatalogError) -> Bool {
    let name = name.withoutControlCharacters
    return try write { db in
      let isTaken =
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM family WHERE name = ? AND number <> ?)",
          arguments: [name, family.number]) ?? false
      guard !isTaken || name.isEmpty else { return false }
      try db.execute(
        sql: "UPDATE family SET name = ? WHERE number = ?",
        arguments: [name.isEmpty ? nil : name, family.number])
      return true
    }
  }
}
