import TestSupport
import Testing
import WallisArithmetic

@Suite struct ContinuantTests {
  /// Steps as integer matrices, multiplied by the book.
  private func product(_ a: Polynomial, _ b: Polynomial, _ steps: ClosedRange<Int>) -> [Integer] {
    steps.reduce([1, 0, 0, 1]) { m, n in
      let (x, y) = (a.value(at: n), b.value(at: n))
      return [m[1], m[0] * y + m[1] * x, m[3], m[2] * y + m[3] * x]
    }
  }

  private func pairs() -> [(Polynomial, Polynomial)] {
    var samples = Samples(seed: 71)
    let random = (0..<4).map { _ in
      (samples.polynomial(degree: 3, bits: 40), samples.polynomial(degree: 4, bits: 70))
    }
    return random + [
      (Polynomial([1, 2]), Polynomial([0, 0, 1])), (Polynomial([0, 1]), Polynomial([-5, 1])),
    ]
  }

  @Test(arguments: [1, 2, 3, 48]) func matrixIsTheProduct(leaf: Int) {
    for (a, b) in pairs() {
      for steps in [1...1, 1...7, 4...60, -3...130] {
        var aValues = PolynomialValues(a)
        var bValues = PolynomialValues(b)
        let matrix = ContinuantMatrix(a: &aValues, b: &bValues, steps: steps, leaf: leaf)
        let entries = [matrix.e00.integer, matrix.e01.integer, matrix.e10.integer, matrix.e11.integer]
        #expect(entries == product(a, b, steps))
        let column = ContinuantColumn(a: &aValues, b: &bValues, steps: steps, leaf: leaf)
        #expect([column.upper.integer, column.lower.integer] == [entries[1], entries[3]])
      }
    }
  }

  /// The common divisor of a column by halves is that of the whole: also where all steps have a content, where the column
  /// has one, and where its entries vanish.
  @Test func divisorByHalves() throws {
    let contents = [
      (Polynomial([6, 2]), Polynomial([0, 4, 8])), (Polynomial([2, 1]), Polynomial([4] as [Int])),
      (Polynomial([0, 3]), Polynomial([9, 27])), (Polynomial([1, 3, 2]), Polynomial([4, -5, 3])),
    ]
    for (a, b) in pairs() + contents {
      for (middle, last) in [(1, 9), (20, 60), (60, 130), (100, 260)] {
        var aValues = PolynomialValues(a)
        var bValues = PolynomialValues(b)
        let left = ContinuantMatrix(a: &aValues, b: &bValues, steps: 1...middle)
        let steps = ContinuantColumn(a: &aValues, b: &bValues, steps: (middle + 1)...last)
        let column = ContinuantColumn(product: left, steps)
        let determinant = bValues.product(over: 1...middle)
        let factor = (1...middle).reduce(Integer(1)) { $0 * b.value(at: $1) }
        #expect(determinant.integer == factor)
        guard !factor.isZero else { continue }
        let divisor = ContinuantMatrix.divisor(of: column, from: steps, determinant: determinant)
        #expect(divisor.integer == column.upper.integer.gcd(column.lower.integer), "\(a), \(b) at \(last)")
      }
    }
  }

  @Test func emptyColumnAndFirstTerm() {
    let column = ContinuantColumn()
    #expect(column.upper.integer == 0 && column.lower.integer == 1)
    let matrix = ContinuantMatrix(firstTerm: 7)
    let applied = ContinuantColumn(product: matrix, column)
    #expect(applied.upper.integer == 7 && applied.lower.integer == 1)
  }

  /// A product of two matrices may have one matrix as both factors.
  @Test func squares() {
    var a = PolynomialValues(Polynomial([3] as [Int]))
    var b = PolynomialValues(Polynomial([5] as [Int]))
    let half = ContinuantMatrix(a: &a, b: &b, steps: 1...40)
    let whole = ContinuantMatrix(a: &a, b: &b, steps: 1...80)
    let square = ContinuantMatrix(product: half, half)
    let (x, y) = (
      [square.e00.integer, square.e01.integer, square.e10.integer, square.e11.integer],
      [whole.e00.integer, whole.e01.integer, whole.e10.integer, whole.e11.integer]
    )
    #expect(x == y)
  }

  /// Convergents of simple continued fractions are those of PARI.
  @Test func convergentsAgreeWithPari() throws {
    var samples = Samples(seed: 72)
    var claims: [String] = []
    for _ in 0..<20 {
      let (a, depth) = (
        Polynomial([samples.int(1...9), samples.int(1...9), samples.int(0...9)]), samples.int(1...90)
      )
      var aValues = PolynomialValues(a)
      var bValues = PolynomialValues(Polynomial([1] as [Int]))
      var matrix = ContinuantMatrix(firstTerm: a.value(at: 0))
      matrix.append(a: &aValues, b: &bValues, steps: 1...depth)
      let rows = [[matrix.e01.integer, matrix.e00.integer], [matrix.e11.integer, matrix.e10.integer]]
      claims.append(
        "contfracpnqn(vector(\(depth + 1),n,subst(\(GP.polynomial(a)),x,n-1)))==\(GP.matrix(rows))")
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }
}
