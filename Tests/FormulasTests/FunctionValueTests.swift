import Foundation
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Every function against mpmath, at special points, on branch cuts and elsewhere; see `Fixtures/function-values.py`.
@Suite struct FunctionValueTests {
  private static func lines() throws -> [(expression: String, value: String)] {
    let url = try #require(
      Bundle.module.url(forResource: "function-values", withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t")
      return (String(parts[0]), String(parts[1]))
    }
  }

  @Test func valuesAgreeTo40Digits() throws {
    let tolerance = Ball(Rational(1, Integer.powerOfTen(40)), bits: 64)
    for (text, value) in try Self.lines() {
      let expected = Ball(try DecimalInput(value).middle, bits: 240)
      do {
        let own = try #require(try Expression(parsing: text).evaluate(digits: 44).enclosure, "\(text)")
        let error = (own - expected).magnitude
        let bound = tolerance * (expected.magnitude + (expected.containsZero ? 1 : 0))
        #expect(
          (error - bound).isNegative || error.magnitudeExponent.map { $0 < -140 } ?? true, "\(text) \(value)")
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
  }

  @Test func everyFunctionIsTried() throws {
    let tried = try Set(Self.lines().map { $0.expression.prefix { $0 != "(" } })
    let missing = FunctionTable.names.filter { name in
      !tried.contains(name[...]) && !["pcf", "cohen", "cycle", "cf"].contains(name)
    }
    #expect(missing.isEmpty)
  }

  @Test(
    "points without a real value are said to be such",
    arguments: [
      "polylog(1,1)", "polylog(2,2)", "polylog(1/2,1)", "zeta(1)", "gamma(0)", "gamma(-3)", "factorial(-1)",
      "psi(0)",
      "psi(1,-2)", "psi(1/2,3)", "psi(-1,3)", "log(0)", "log(-1)", "sqrt(-1)", "asin(2)", "acos(-3/2)",
      "acosh(1/2)",
      "atanh(1)", "atanh(-2)", "cot(0)", "coth(0)", "besselk(0,0)", "besselk(1,-1)", "besseli(-1/2,0)",
      "besselj(1/2,-1)", "agm(1,-2)", "ellipk(1)", "ellipk(2)", "ellipe(2)", "li(1)", "li(-2)", "Ei(0)",
      "clausen(1,0)",
      "clausen(0,1)", "clausen(1/2,1)", "hurwitz(1,2)", "hurwitz(2,-3)", "hurwitz(1/2,-1/2)", "lerch(2,1,1)",
      "lerch(1,1,1)", "lerch(1/2,2,-3)", "dirichletl(2,6)", "dirichletl(2,9)", "dirichletl(1,1)",
      "dirichletl(2,1/2)",
      "gamma(0,0)", "gamma(1/2,-1)", "H(-1)", "H(-2,2)", "binomial(-1,1/2)", "hyp([1],[-2],1)",
      "hyp([1,1],[2],2)",
      "hyp([1,1,1],[2],1/2)", "hyp([1,1,1],[2,2],2)", "hyp([1,1,1],[1,1],1)", "hyp([2,1,3],[1/2,1],-1)",
      "(-2)^(1/2)", "0^-1", "1/0",
    ])
  func pointsWithoutValue(_ text: String) throws {
    let expression = try Expression(parsing: text)
    #expect(throws: SyntaxError.self) { try expression.evaluate(digits: 30) }
  }

  @Test(
    "what a precision cannot decide is decided by another one",
    arguments: [
      ("log(sqrt(1+10^-100)-1)", "-230.95165647996454"), ("1/(exp(10^-60)-1)/10^60", "1.0000000000000000"),
      ("tan(10^300)", "5.8600819259448981"), ("acosh(exp(10^-200))*10^100", "1.4142135623730950"),
    ])
  func precisionIsRaised(_ text: String, _ value: String) throws {
    // PARI: \p 400 for the tangent; series at 1 and 0 for the others.
    let own = try #require(try Expression(parsing: text).evaluate(digits: 16).enclosure)
    let expected = Ball(try DecimalInput(value).middle, bits: 100)
    #expect(((own - expected) / expected).magnitude.approximation < 1e-14, "\(own.approximation)")
  }
}
