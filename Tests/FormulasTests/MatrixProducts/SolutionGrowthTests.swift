import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Growth of solutions that are known in closed form.
@Suite struct SolutionGrowthTests {
  private func polynomials(_ texts: [String]) throws -> [Polynomial] {
    try texts.map { try Expression(parsing: $0).polynomial() }
  }

  /// n!^s λⁿ R(n) with R = n^k(1 + e/n + …) solves R(n−1)u(n) = n^s λ R(n)u(n−1).
  @Test(arguments: [
    (0, 2, "n^3+5n^2-1"), (1, -3, "n+4"), (2, 1, "7n^2-14n+3"), (-1, 5, "n^4-n^3"), (3, 7, "1"),
  ])
  func hypergeometricTerms(_ s: Int, _ base: Int, _ factor: String) throws {
    let r = try polynomials([factor])[0]
    let power = Polynomial.variable.power(abs(s))
    let c = [
      (s < 0 ? power : Polynomial([1])) * r.shifted(by: -1),
      -(Integer(base) * (s > 0 ? power : Polynomial([1])) * r),
    ]
    let growth = try #require(SolutionGrowth.all(of: c).first)
    let root = try #require(growth.roots.first)
    #expect(growth.factorialPower == Rational(Integer(s)) && root.value == Rational(Integer(base)))
    #expect(root.power == Rational(Integer(r.degree)))
    let correction = r.degree > 0 ? Rational(r[r.degree - 1], r.leading) : 0
    #expect(root.correction == correction, "\(root)")
  }

  /// (n + 4)n!(−3)ⁿ = n!(−3)ⁿ n(1 + 4/n), and 7n² − 14n + 3 = 7n²(1 − 2/n + …).
  @Test func texts() throws {
    let first = SolutionGrowth.all(of: try polynomials(["n+3", "3n(n+4)"]))
    #expect(first.flatMap(\.texts) == ["n!·3^n·n·(1+4/n)"])
    let second = SolutionGrowth.all(of: try polynomials(["7n^2-28n+24", "-7n^2+14n-3"]))
    #expect(second.flatMap(\.texts) == ["1^n·n^2·(1-2/n)"])
  }

  /// Apéry's numbers grow like (1 + √2)^(4n) n^(−3/2), Delannoy's like (3 + √8)^n n^(−1/2), Motzkin's like 3ⁿ n^(−3/2).
  @Test(arguments: [
    (["n^3", "-34n^3+51n^2-27n+5", "(n-1)^3"], Rational(-3, 2)), (["n", "-6n+3", "n-1"], Rational(-1, 2)),
    (["n+2", "-2n-1", "-3n+3"], Rational(-3, 2)),
  ])
  func combinatorialNumbers(_ texts: [String], _ power: Rational) throws {
    let growths = SolutionGrowth.all(of: try polynomials(texts))
    #expect(growths.count == 1 && growths[0].roots[0].power == power, "\(growths)")
  }

  /// A double root has solutions like exp(c√n) or powers of logarithms: no power of n is claimed.
  @Test func doubleRoots() throws {
    let growths = SolutionGrowth.all(of: try polynomials(["n", "-2n+1", "n-1"]))
    #expect(growths.flatMap(\.roots).allSatisfy { $0.power == nil && $0.modulus == 1 })
  }
}
