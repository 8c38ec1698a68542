import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct PolynomialTests {
  static func samples(_ count: Int, seed: UInt64, degree: Int = 5) -> [Polynomial] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Polynomial(
        (0...Int.random(in: 0...degree, using: &generator)).map { _ in
          Int.random(in: -9...9, using: &generator)
        })
    }
  }

  @Test func evaluationIsAHomomorphism() {
    for x in Self.samples(12, seed: 1) {
      for y in Self.samples(12, seed: 2) {
        for n in [-3, 0, 1, 7, 1_000_000] {
          #expect((x + y).value(at: n) == x.value(at: n) + y.value(at: n))
          #expect((x * y).value(at: n) == x.value(at: n) * y.value(at: n))
          #expect(x.shifted(by: -4).value(at: n) == x.value(at: n - 4))
        }
      }
    }
  }

  @Test func factorsMultiplyBack() {
    for x in Self.samples(20, seed: 3) {
      for y in Self.samples(4, seed: 4) where !(x * y).isZero {
        let product = x * y
        let rebuilt = product.irreducibleFactors.reduce(Polynomial([1] as [Int])) {
          $0 * $1.factor.power($1.multiplicity)
        }
        #expect(rebuilt.degree == product.degree)
        #expect(product.leading * rebuilt == rebuilt.leading * product)
        #expect(product.quotient(by: y) == x)
        #expect(product.gcd(y).degree == y.degree)
      }
    }
  }

  @Test func integerRoots() {
    let roots: [Integer] = [-7, -1, 0, 3, 12]
    let product = roots.reduce(Polynomial([5] as [Int])) {
      $0 * (Polynomial.variable - Polynomial(constant: $1))
    }
    #expect((product * product).integerRoots == roots)
    #expect(
      Polynomial([1, 0, 1] as [Int]).integerRoots.isEmpty && Polynomial([1, 2] as [Int]).integerRoots.isEmpty)
  }

  @Test func texts() {
    #expect("\(Polynomial([5, 27, 51, 34] as [Int]))" == "34n^3+51n^2+27n+5")
    #expect("\(Polynomial([0, -1, 1] as [Int]))" == "n^2-n" && "\(Polynomial.zero)" == "0")
    #expect("\(Polynomial([-1] as [Int]))" == "-1" && "\(Polynomial([0, -3] as [Int]))" == "-3n")
  }

  @Test func nonNegativityIsSound() {
    for x in Self.samples(60, seed: 5) {
      for start in [-5, 0, 1, 8] where x.isNonNegative(from: Integer(start)) {
        for n in start...(start + 40) { #expect(x.value(at: n).signum >= 0, "\(x) at \(n)") }
      }
    }
    #expect(Polynomial([-100, 0, 1] as [Int]).isNonNegative(from: 10))
    #expect(!Polynomial([-100, 0, 1] as [Int]).isNonNegative(from: 9))
  }

  @Test func wordValuesAgree() {
    for x in Self.samples(30, seed: 6, degree: 9) {
      var values = PolynomialValues(x)
      for n in [0, 77, 4_000] + (0...41).map({ 1 << $0 }) {
        if values.isWord(at: n) { #expect(Integer(values.word(at: n)) == x.value(at: n)) }
        #expect(values.withValue(at: n) { $0.integer } == x.value(at: n))
      }
    }
    let apery = PolynomialValues(Polynomial([0, 0, 0, 0, 0, 0, -1] as [Int]))
    #expect(apery.isWord(at: 512) && !apery.isWord(at: 5_000))
  }

  @Test func productTreeAgreesWithRecurrence() {
    let inputs = [([1, 2], [0, 0, 1]), ([5, 27, 51, 34], [0, 0, 0, 0, 0, 0, -1]), ([-3], [2, 0, 7, 1])]
    for (a, b) in inputs {
      for depth in [1, 2, 47, 48, 49, 200, 1001] {
        var aValues = PolynomialValues(Polynomial(a))
        var bValues = PolynomialValues(Polynomial(b))
        let tree = ContinuantMatrix(a: &aValues, b: &bValues, steps: 1...depth)
        var recurrence = ContinuantMatrix()
        recurrence.append(a: &aValues, b: &bValues, steps: 1...depth)
        #expect(tree.e00.integer == recurrence.e00.integer && tree.e01.integer == recurrence.e01.integer)
        #expect(tree.e10.integer == recurrence.e10.integer && tree.e11.integer == recurrence.e11.integer)
      }
    }
  }
}
