import Testing
import WallisArithmetic

@Suite struct BallVectorTests {
  /// Every operation on entries encloses what the same operation gives on fractions.
  @Test(arguments: [40, 200]) func operationsEncloseExactResults(bits: Int) {
    var samples = Samples(seed: 61)
    let count = 12
    var vector = BallVector(count: count, bits: bits)
    var exact = [Rational](repeating: 0, count: count)
    for _ in 0..<200 {
      let (index, value) = (samples.int(0...count - 1), samples.rational(bits: 30))
      switch samples.int(0...2) {
      case 0:
        vector[index] = Ball(value, bits: bits)
        exact[index] = value
      case 1:
        vector.add(Ball(value, bits: bits), to: index)
        exact[index] = exact[index] + value
      default:
        let (top, bottom) = (samples.int(-99...99), samples.int(1...9))
        vector.scale(index, by: top, over: bottom)
        exact[index] = exact[index] * Rational(Integer(top), Integer(bottom))
      }
      let entry = vector[index]
      #expect(entry.contains(exact[index]) && entry.accurateDigits >= bits / 4 - 8)
    }
    for (first, last, step) in [(0, 11, 1), (1, 11, 2), (3, 10, 4), (5, 4, 1)] {
      let (sum, range) = (
        vector.sum(from: first, through: last, by: step), stride(from: first, through: last, by: step)
      )
      #expect(sum.contains(range.reduce(Rational(0)) { $0 + exact[$1] }))
    }
  }

  @Test func convolutionsEncloseExactSums() {
    var samples = Samples(seed: 62)
    let (x, y) = (
      (0..<9).map { _ in samples.rational(bits: 40) }, (0..<9).map { _ in samples.rational(bits: 40) }
    )
    var p = BallVector(count: 9, bits: 150)
    var q = BallVector(count: 9, bits: 150)
    for index in 0..<9 {
      p[index] = Ball(x[index], bits: 150)
      q[index] = Ball(y[index], bits: 150)
    }
    for (total, range) in [(8, 0...8), (10, 2...8), (4, 1...3), (5, 5...5)] {
      let sum = p.convolution(with: q, total: total, over: range)
      let square = p.convolution(with: p, total: total, over: range)
      #expect(sum.contains(range.reduce(Rational(0)) { $0 + x[$1] * y[total - $1] }))
      #expect(square.contains(range.reduce(Rational(0)) { $0 + x[$1] * x[total - $1] }))
      #expect(sum.accurateDigits > 20)
    }
  }

  @Test func entriesOfOtherVectorsEncloseExactResults() {
    var samples = Samples(seed: 63)
    let (x, y) = (
      (0..<7).map { _ in samples.rational(bits: 30) }, (0..<9).map { _ in samples.rational(bits: 30) }
    )
    var p = BallVector(count: 7, bits: 120)
    var q = BallVector(count: 9, bits: 120)
    for index in 0..<7 { p[index] = Ball(x[index], bits: 120) }
    for index in 0..<9 { q[index] = Ball(y[index], bits: 120) }
    let dot = p.dot(2..<6, with: q, from: 4)
    #expect(dot.contains((2..<6).reduce(Rational(0)) { $0 + x[$1] * y[$1 + 2] }) && dot.accurateDigits > 20)
    let empty = p.dot(3..<3, with: q, from: 0)
    #expect(empty.isExact && empty.containsZero)
    let sizes = p.magnitudes
    let parts = p.negativeParts
    for index in 0..<7 {
      #expect(sizes[index].contains(x[index].magnitude))
      #expect(parts[index].contains(x[index].signum < 0 ? x[index].magnitude : 0))
    }
    let kept = p.copy()
    p.add(5, of: q, to: 1)
    p.add(8, of: q, times: Ball(-3, bits: 120), to: 2)
    #expect(p[1].contains(x[1] + y[5]) && p[2].contains(x[2] - Rational(3) * y[8]))
    #expect(kept[1].contains(x[1]) && kept[2].contains(x[2]))
    let powers = BallVector(powersOf: Ball(Rational(2, 3), bits: 90), count: 5)
    for k in 0..<5 { #expect(powers[k].contains(Rational(Integer(2).power(k), Integer(3).power(k)))) }
  }
}
