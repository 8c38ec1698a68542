import Testing
import WallisArithmetic

@Suite struct MutableRealTests {
  /// Rounding to nearest costs half a unit of the last place a step, no more.
  @Test(arguments: [24, 53, 300]) func staysCloseToExactResults(bits: Int) {
    var samples = Samples(seed: 63)
    var value = MutableReal(1, bits: bits)
    var exact: Rational = 1
    var steps = 0
    while steps < 40 {
      let factor = samples.int(2...1_000_000)
      let large = samples.integer(bits: 100) * 2 + 1
      switch samples.int(0...3) {
      case 0:
        value.multiply(by: factor)
        exact = exact * Rational(Integer(factor))
      case 1:
        value.multiply(by: MutableInteger(large))
        exact = exact * Rational(large)
      case 2:
        var product = MutableReal(0, bits: bits)
        product.setProduct(value, factor)
        MutableReal.swap(&value, &product)
        exact = exact * Rational(Integer(factor))
      default:
        var product = MutableReal(7, bits: bits)
        product.setProduct(value, MutableInteger(large))
        product.add(value)
        MutableReal.swap(&value, &product)
        exact = exact * Rational(large + 1)
      }
      steps += 1
      let ball = value.ball
      let error = Ball(Integer(4 * steps), bits: 64).scaled(byPowerOfTwo: -bits)
      #expect(
        ball.isExact
          && (ball / Ball(exact, bits: bits + 64) - 1).union(Ball(0, bits: 64)).magnitude.isBelow(error))
    }
  }

  @Test func wordsAreExactWhereTheyFit() {
    for word in [0, 1, -1, 1 << 52, Int.min] {
      let ball = MutableReal(word, bits: 64).ball
      #expect(ball.contains(Rational(Integer(word))) && ball.isExact && ball.bits == 64)
    }
    let rounded = MutableReal((1 << 24) + 1, bits: 24).ball
    #expect(rounded.contains(Rational(Integer(1 << 24))), "ties go to even")
  }

  /// 3·(2²⁴ − 3) = 50331639 lies one below a multiple of 4, and 50331640 + 2²⁴ − 1 as well: both are rounded up.
  @Test func roundsToNearest() {
    let start = (1 << 24) - 3
    var products: [Ball] = []
    var sum = MutableReal(50_331_640, bits: 24)
    var value = MutableReal(start, bits: 24)
    value.multiply(by: 3)
    products.append(value.ball)
    value = MutableReal(start, bits: 24)
    value.multiply(by: MutableInteger(3))
    products.append(value.ball)
    value.setProduct(MutableReal(start, bits: 24), 3)
    products.append(value.ball)
    value.setProduct(MutableReal(start, bits: 24), MutableInteger(3))
    products.append(value.ball)
    #expect(products.allSatisfy { $0.contains(50_331_640) })
    sum.add(MutableReal((1 << 24) - 1, bits: 24))
    let total = sum.ball
    #expect(total.contains(67_108_856))
  }
}

extension Ball {
  fileprivate func isBelow(_ other: Ball) -> Bool { (other - self).isPositive }
}
