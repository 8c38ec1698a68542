import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// Factors of operators: solutions that are hypergeometric, and recurrences of lower order that p and q obey.
@Suite struct OrderReductionTests {
  private static func polynomial(_ text: String) throws -> Polynomial {
    try Expression(parsing: text).polynomial()
  }

  private static func polynomials(_ texts: [String]) throws -> [Polynomial] { try texts.map(polynomial) }

  /// (1 − gE⁻¹)R for polynomials g and R.
  private static func product(_ g: Polynomial, _ factor: [Polynomial]) -> [Polynomial] {
    let moved = factor.map { -(g * $0.shifted(by: -1)) }
    return (0...factor.count).map {
      ($0 < factor.count ? factor[$0] : .zero) + ($0 > 0 ? moved[$0 - 1] : .zero)
    }
  }

  /// n! solves (1 − E⁻¹)(1 − nE⁻¹); what is found solves the operator in every case.
  @Test(arguments: [
    (["1", "-n-1", "n-1"], ["n"]),
    (["n", "-n^2-2n-1", "2n+2"], []),
  ])
  func solutions(_ operators: [String], _ ratios: [String]) throws {
    let c = try Self.polynomials(operators)
    let found = HypergeometricRatios(of: c)
    #expect(found.isComplete)
    for ratio in found.ratios {
      var (sum, power) = (RationalFunction(0), RationalFunction(1))
      for (i, coefficient) in c.enumerated() {
        if i > 0 { power = power / ratio.shifted(by: Integer(1 - i)) }
        sum = sum + RationalFunction(coefficient) * power
      }
      #expect(sum.isZero, "\(ratio)")
    }
    for text in ratios {
      let ratio = try #require(RationalFunction(parsing: text, in: "n"))
      #expect(found.ratios.contains(ratio), "\(found.ratios)")
    }
  }

  /// Fractions multiplied from the left, of order 3 then: the fraction is found again, and proved.
  @Test(arguments: [
    ("n+2", ["1", "-2n-1", "-n^2"], [1, 4], [1, 3], "4/pi"),
    ("-n^2-1", ["1", "-n-3", "n"], [3, 11], [1, 4], "e"),
    ("2n+5", ["n+1", "-n-1", "-2n-2"], [1, 3], [0, 1], nil),
  ])
  func multiplesOfFractions(_ g: String, _ factor: [String], _ p: [Int], _ q: [Int], _ form: String?) throws {
    let r = try Self.polynomials(factor)
    let c = Self.product(try Self.polynomial(g), r)
    func values(_ start: [Int]) -> [Rational] {
      let x = start.map { Rational(Integer($0)) }
      let next = -(Rational(r[1].value(at: 2)) * x[1] + Rational(r[2].value(at: 2)) * x[0])
      return x + [next / Rational(r[0].value(at: 2))]
    }
    let product = try #require(
      MatrixProduct(recurrence: c.map { RationalFunction($0) }, p: values(p), q: values(q), from: 3))
    let reduction = try #require(OrderReduction(of: product))
    #expect(reduction.reduced.rank == 2)
    let claim = try form.map { try Expression(parsing: $0) }
    guard case .proved(let proof) = Prover().reduce(product, claim: claim) else {
      Issue.record("not proved")
      return
    }
    #expect(try ReductionProof(parsing: proof.text) == proof)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty, "\(proof.gpScript)")
    // With other values p does not solve R: nothing is claimed.
    let other = try #require(
      MatrixProduct(
        recurrence: c.map { RationalFunction($0) }, p: values(p).dropLast() + [7], q: values(q), from: 3))
    #expect(OrderReduction(of: other) == nil)
  }

  /// Two left factors of order 1: the fraction of order 2 is found at once.
  @Test func multiplesOfOrderFour() throws {
    let r = try Self.polynomials(["1", "-2n-1", "-n^2"])
    let c = Self.product(try Self.polynomial("n^2-3"), Self.product(try Self.polynomial("n+2"), r))
    let product = try #require(
      MatrixProduct(
        recurrence: c.map { RationalFunction($0) }, p: [1, 4, 24, 204], q: [1, 3, 19, 160], from: 4))
    let reduction = try #require(OrderReduction(of: product))
    #expect(reduction.reduced.rank == 2 && reduction.quotient.count == 3)
    guard case .proved(let proof) = Prover().reduce(product, claim: try Expression(parsing: "4/pi")) else {
      Issue.record("not proved")
      return
    }
    #expect(try ReductionProof(parsing: proof.text) == proof)
    #expect(try Pari.refuted(["1"], definitions: proof.gpScript).isEmpty, "\(proof.gpScript)")
    #expect(OrderReduction(product, start: reduction.start, factor: reduction.factor.map { -$0 }) != nil)
    var altered = reduction.factor
    altered[1] = altered[1] + RationalFunction(1)
    #expect(OrderReduction(product, start: reduction.start, factor: altered) == nil)
  }

  /// Problem 2.2 of the Ramanujan Challenge, with Euler's constant as its limit, has no factor over ℚ(n) at all.
  @Test func eulersConstantDoesNotFactor() throws {
    let product = try SymmetricProductTests.product(
      """
      rec([-8n^3-51n^2-105n-68, 24n^5+337n^4+1833n^3+4818n^2+6092n+2928,
      -(n+2)(n+3)(24n^5+273n^4+1150n^3+2154n^2+1635n+268), (n+1)(n+2)^4(n+3)(8n^3+75n^2+231n+232)],
      p=[0, 7, 179], q=[1, 12, 306], from=0)
      """)
    guard case .open(let text) = Prover().reduce(product, claim: nil) else {
      Issue.record("taken apart")
      return
    }
    #expect(
      text.contains("no right factor of order 1") && text.contains("no right factor of order 2"), "\(text)")
    #expect(!text.contains("among those tried"))
  }

  /// What would have to be followed through a billion indices is refused at once.
  @Test(arguments: [(0, true), (-1_000_000_000, false)]) func aFarFirstIndexIsRefused(
    _ first: Int, _ isFound: Bool
  ) throws {
    // 2^k − 1 and 2^k, which solve the recurrence with the roots 1 and 2 of 1, 2, 3.
    let c = [1, -6, 11, -6].map { RationalFunction(Rational(Integer($0))) }
    let product = try #require(MatrixProduct(recurrence: c, p: [0, 1, 3], q: [1, 2, 4], from: first))
    let factor = [1, -3, 2].map { RationalFunction(Rational(Integer($0))) }
    #expect((OrderReduction(product, start: max(first, 0), factor: factor) != nil) == isFound)
  }
}
