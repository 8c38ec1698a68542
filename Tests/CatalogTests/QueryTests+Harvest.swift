import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

extension QueryTests {
  @Test("The harvest ranks claims and finds records") func harvest() throws {
    let scratch = try Scratch()
    let catalog = try catalog(scratch)
    let evidence = Evidence(
      digitsSupplied: 30, digitsConsumed: 3, surplus: 27, basesTried: 4, decoyHits: 0, residual: "0")
    try catalog.write { db in
      for (key, closedForm, grade) in [
        ("pcf 1 1", "phi", Grade.certified), ("pcf 1,0 1", "2*pi*sqrt(3)", .conjecture),
        ("pcf 2 -1", "e", .suspicious),
      ] {
        let formula = try #require(FormulaKinds.standard.formula(key: key))
        try FindingStore(db, .standard).insert(
          Discovery(
            formula: formula, value: "1", closedForm: ClosedForm(reading: closedForm, rule: .current),
            grade: grade,
            evidence: evidence))
      }
    }
    let all = try catalog.harvest(CatalogQuery("identified"), groups: 9, each: 2)
    #expect(
      all.groups.map(\.constant) == ["pi*sqrt(3)", "pi", nil], "suspicious claims are no closed forms yet")
    #expect(all.count == 3 && all.unknown == 2 && all.groups.map(\.count) == [1, 1, 1])
    #expect(all.groups.map { $0.best.count } == [1, 1, 1] && all.groups.allSatisfy { $0.record == nil })
    let few = try catalog.harvest(CatalogQuery("known = Brouncker"), groups: 9, each: 2)
    #expect(few.groups.map(\.constant) == ["pi"] && few.unknown == 0)
    #expect(try catalog.harvest(CatalogQuery("identified"), groups: 1, each: 1).groupCount == 3)
    for name in ["pi", "pi*sqrt(3)"] {
      let own = try catalog.harvest(CatalogQuery("closedForm has \"\(name)\""), groups: 9, each: 2)
      #expect(own.groups.map(\.constant) == [name])
    }
  }

  @Test("A record is faster than all that is known of its constant") func records() {
    func claim(_ order: Int, rate: Double?, isNew: Bool = true, isKnown: Bool = false) -> HarvestedClaim {
      HarvestedClaim(
        order: order, id: Int64(order), grade: .conjecture, isNew: isNew, isKnown: isKnown, delta: nil,
        rate: rate)
    }
    func record(_ claims: [HarvestedClaim]) -> Int? {
      var groups = HarvestedClaims()
      for claim in claims { groups.add(claim, occurrences: "pi") }
      return groups.ranked().first?.record?.order
    }
    #expect(record([claim(1, rate: 2), claim(2, rate: 1, isKnown: true)]) == 1)
    #expect(record([claim(1, rate: 2), claim(2, rate: 3, isNew: false)]) == nil)
    #expect(record([claim(1, rate: 2), claim(2, rate: 2, isKnown: true)]) == nil)
    #expect(record([claim(1, rate: 2), claim(2, rate: 1)]) == nil, "there is nothing to compare with")
  }
}
