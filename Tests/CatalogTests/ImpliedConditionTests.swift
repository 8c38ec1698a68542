import Testing

@testable import WallisCatalog

/// One condition implies another only where no row satisfies the one alone.
@Suite struct ImpliedConditionTests {
  private static let typed = ["", "2", "2n", "2n+1", "2N+1, 3", "pi", "4/PI", "on pcf"].map { text in
    ["formula", "closedForm", "known", "note"].map { "\($0) ~ '\(text)'" }.joined(separator: " or ")
  }

  private static let conditions =
    BlockTests.conditions.filter { !$0.isEmpty } + typed + typed.map { "delta > 1 and (\($0))" }
    + [
      "value ~ 1.2", "value ~ '1.25'", "value ~ '25'", "not key ~ 5", "not key ~ '5,'",
      "delta > 1 or delta > 2",
    ]

  @Test func impliedRowsAreAmongTheOthers() throws {
    let scratch = try Scratch()
    try BlockTests.catalog(scratch).read { db in
      let search = try #require(try BlockSearch(db, .standard))
      let all = try Self.conditions.map { text in
        let condition = try #require(try CatalogQuery(text).condition)
        return (text: text, condition: condition, rows: try search.matched(condition))
      }
      for one in all {
        #expect(one.condition.implies(one.condition), "\(one.text)")
        for other in all where one.condition.implies(other.condition) {
          let alone = zip(one.rows.masks, other.rows.masks).contains { $0 & ~$1 != 0 }
          #expect(!alone, "\(one.text) implies \(other.text)")
          let within = try search.matched(one.condition, within: other.rows)
          #expect(within.masks == one.rows.masks && within.total == one.rows.total, "\(one.text)")
        }
      }
    }
  }

  @Test func lettersThatAreAddedNarrow() throws {
    func implies(_ one: String, _ other: String) throws -> Bool {
      let conditions = try [one, other].map { try #require(try CatalogQuery($0).condition) }
      return conditions[0].implies(conditions[1])
    }
    for (one, other) in zip(Self.typed.dropFirst(2), Self.typed.dropFirst()).prefix(3) {
      #expect(try implies(one, other) && !implies(other, one), "\(one)")
      #expect(try implies("delta > 1 and (\(one))", other))
    }
    #expect(try implies("value ~ 1.25", "value ~ 1.2") && !implies("value ~ 25", "value ~ 5"))
    #expect(try implies("not key ~ 5", "not key ~ '5,'") && !implies("not key ~ '5,'", "not key ~ 5"))
    #expect(try !implies("delta > 2", "delta > 1"), "nothing is known of numbers")
  }
}
