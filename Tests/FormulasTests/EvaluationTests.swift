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
