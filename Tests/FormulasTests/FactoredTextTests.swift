import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct FactoredTextTests {
  /// Worked out by hand.
  @Test(arguments: [
    ([-1, -6, -15, -20, -15, -6, -1], "-(n+1)^6"), ([5, 27, 51, 34], "(2n+1)(17n^2+17n+5)"),
    ([0, 1, 1], "n(n+1)"),
    ([0, 0, 4, 4], "4n^2(n+1)"), ([1, 2], "2n+1"), ([0, 0, 0, -3], "-3n^3"), ([2, 2], "2n+2"), ([7], "7"),
    ([], "0"),
    ([1, 0, 1], "n^2+1"), ([0, 1, -2], "-n(2n-1)"), ([1, -4, 4], "(2n-1)^2"),
  ])
  func plain(_ coefficients: [Int], _ text: String) {
    #expect(Polynomial(coefficients.map { Integer($0) }).factored(.plain) == text)
  }

  @Test func latex() {
    let polynomial = Polynomial([0, -1, -2, -1].map { Integer($0) })
    #expect(polynomial.factored(.latex) == "-n(n+1)^{2}")
    let apery = ContinuedFraction(a: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1])
    #expect(
      apery.latex.hasSuffix(
        "- \\ddots - \\cfrac{{n}^{6}}{(2n+1)(17{n}^{2}+17n+5) - \\ddots}}}}"), "\(apery.latex)")
    #expect(
      ContinuedFraction(a: [1], b: [1]).latex == "1 + \\cfrac{1}{1 + \\cfrac{1}{1 + \\cfrac{1}{1 + \\ddots}}}"
    )
    // b(2) = 0: the fraction ends there.
    #expect(ContinuedFraction(a: [3], b: [2, -1]).latex == "3 + \\cfrac{1}{3}")
  }

  /// The grammar reads the product as the polynomial that it is.
  @Test func productsAreReadBack() throws {
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<200 {
      let factors = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Polynomial(
          (0...Int.random(in: 0...2, using: &generator)).map { _ in
            Integer(Int.random(in: -3...3, using: &generator))
          })
      }
      let product = factors.reduce(Polynomial([Integer(1)])) { $0 * $1 }
      let text = product.factored(.plain)
      #expect(try Expression(parsing: text).polynomial() == product, "\(text)")
    }
  }
}
