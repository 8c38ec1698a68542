internal import GRDB
internal import WallisFormulas

/// A family as the exchange carries it: what is stored, without numbers.
struct FamilyRecord {
  static let fields = "label isNamed invariant path representative checked verified refuted name"
  static let memberFields = "key map link origin shift digits"

  private static let columns = [
    "label", "isNamed", "invariant", "path", "representative", "checked", "verified", "refuted", "name",
  ]
  private static let memberColumns = ["map", "link", "origin", "shift", "digits"]

  /// Values in the order of `fields`.
  private let values: [DatabaseValue]
  /// Values in the order of `memberFields`, by key.
  private var members: [[DatabaseValue]] = []

  /// All families in a fixed order.
  static func all(in db: Database) throws -> [FamilyRecord] {
    let names = columns.joined(separator: ", ")
    return try Row.fetchAll(db, sql: "SELECT number, \(names) FROM family ORDER BY \(names)").map { row in
      var family = FamilyRecord(values: Array(row.databaseValues.dropFirst()))
      family.members = try Row.fetchAll(
        db,
        sql: """
          SELECT f.key, \(memberColumns.map { "m.\($0)" }.joined(separator: ", ")) FROM familyMember AS m
          JOIN formula AS f ON f.id = m.formula WHERE m.family = ? ORDER BY f.key
          """, arguments: [try row[0] as Int64]
      ).map { Array($0.databaseValues) }
      return family
    }
  }

  private init(values: [DatabaseValue]) { self.values = values }

  /// The line of the family, then those of its members.
  var lines: [String] {
    [FamilyRecord.line("family", values)] + members.map { FamilyRecord.line("member", $0) }
  }

  private static func line(_ kind: String, _ values: [DatabaseValue]) -> String {
    var line = ExchangeLine(kind)
    for value in values {
      switch value.storage {
      case .string(let text): line.append(text)
      case .int64(let number): line.append(Int(number))
      case .null, .double, .blob: line.append(nil as String?)
      }
    }
    return line.text
  }

  /// Reads the fields of a family after the first.
  init(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) {
    var values = [try reader.text().withoutControlCharacters.databaseValue]
    let isNamed = try reader.integer()
    guard isNamed == 0 || isNamed == 1 else { throw .init("'\(isNamed)' is neither 0 nor 1") }
    values += [isNamed.databaseValue, try reader.text().databaseValue]
    values.append((try reader.optionalText() ?? "").databaseValue)
    values.append(try reader.formula().key.databaseValue)
    for _ in 0..<3 { values.append(try reader.count().databaseValue) }
    values.append(try reader.optionalText()?.withoutControlCharacters.databaseValue ?? .null)
    self.init(values: values)
  }

  /// Reads the fields of a member after the first.
  mutating func addMember(_ reader: inout ExchangeReader) throws(ExchangeReader.Problem) {
    let (formula, map, link) = (try reader.formula(), try reader.text(), try reader.text())
    let origin = try reader.optionalText()
    guard MoebiusMap(parsing: map) != nil else { throw .init("'\(map)' is no map") }
    guard link == "checked" ? origin == nil : FormulaLink.Kind(rawValue: link) != nil && origin != nil else {
      throw .init("'\(link)' is no link")
    }
    let (shift, digits) = (try reader.integer(), try reader.optionalText())
    guard digits.map({ Int($0) != nil }) ?? true else { throw .init("'\(digits ?? "")' is not an integer") }
    members.append([
      formula.key.databaseValue, map.databaseValue, link.databaseValue, origin?.databaseValue ?? .null,
      shift.databaseValue, digits.flatMap { Int($0) }?.databaseValue ?? .null,
    ])
  }

  /// Adds the members that no family has yet to the family of this label, made where there is none; nothing is said anew
  /// about families that are there.
  func insert(into db: Database) throws {
    let free = try members.filter { member in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM familyMember WHERE familyMember.formula = formula.id)
          FROM formula WHERE key = ?
          """, arguments: [member[0]]) ?? false
    }
    guard !free.isEmpty else { return }
    let number = try knownNumber(in: db) ?? insertFamily(into: db)
    for member in free {
      try db.execute(
        sql: """
          INSERT INTO familyMember (formula, family, \(FamilyRecord.memberColumns.joined(separator: ", ")))
          SELECT id, ?, ?, ?, ?, ?, ? FROM formula WHERE key = ?
          """, arguments: StatementArguments([number.databaseValue] + member.dropFirst() + [member[0]]))
    }
  }

  private func knownNumber(in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT number FROM family WHERE label = ? AND isNamed = ? AND invariant = ? AND path = ?
          AND representative = ? ORDER BY number
        """, arguments: StatementArguments(values.prefix(5)))
  }

  private func insertFamily(into db: Database) throws -> Int64 {
    let marks = FamilyRecord.columns.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO family (\(FamilyRecord.columns.joined(separator: ", "))) VALUES (\(marks))",
      arguments: StatementArguments(values))
    return db.lastInsertedRowID
  }
}

extension String {
  /// A name as it can stand on a line.
  var withoutControlCharacters: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
