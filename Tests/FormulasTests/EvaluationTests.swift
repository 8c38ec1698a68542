import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

func fraction(_ a: String, _ b: String) throws -> ContinuedFraction {
  try #require(try Expression(parsing: "pcf(\(a), \(b))").continuedFraction())
}

@Suite struct EvaluationTests {
  @Test("reference limits to 40 digits", arguments: referenceValues)
  func referenceLimit(_ row: ReferenceValue) throws {
    let evaluation = try fraction(row.a, row.b).evaluate(digits: 50)
    let value = try #require(evaluation.decimal(atMost: 50))
    #expect(value.digits == 50)
    let expected = row.digits.dropLast(row.digits.count > 10 ? 1 : 0)
    #expect(value.text.hasPrefix(expected), "\(value.text) by \(evaluation.verification)")
  }
}

@Suite struct EvaluationWorkTests {
  /// a changes sign near n = 1,666, and the tail obeys its law long after: attempts at ever more bits.
  @Test func attemptsTogetherAreBounded() throws {
    let fraction = try fraction("968n-1612688", "30n^3-85n^2-100n+105")
    var limits = EvaluationLimits()
    limits.work = 1e8
    let error = #expect(throws: ResourceLimit.self) { try fraction.evaluate(digits: 25, limits: limits) }
    #expect(error?.message.hasPrefix("25 digits of this fraction would need more than") == true)
  }
}

@Suite struct ManyDigitsTests {
  @Test(
    "2,500 digits by enclosures and blocks agree with 300 by the recurrence",
    arguments: ["2n+1|n^2", "34n^3+51n^2+27n+5|-n^6", "n+3|-n", "-3|1"])
  func prefixes(_ text: String) throws {
    let parts = text.split(separator: "|").map(String.init)
    let fraction = try fraction(parts[0], parts[1])
    let long = try #require(try fraction.evaluate(digits: 2_500).decimal(atMost: 2_500))
    let short = try #require(try fraction.evaluate(digits: 300).decimal(atMost: 300))
    #expect(long.digits == 2_500 && long.text.hasPrefix(short.text.dropLast()))
  }
}
