import TestSupport
import Testing
import WallisArithmetic

@Suite struct MutableIntegerTests {
  /// A thousand random steps on four numbers, each followed by its immutable twin; destinations are operands too.
  @Test func agreesWithIntegers() {
    var samples = Samples(seed: 73)
    var x = MutableInteger(1)
    var y = MutableInteger(-3)
    var (p, q): (Integer, Integer) = (1, -3)
    for step in 0..<1000 {
      let (word, large) = (samples.word(), samples.integer(bits: 200))
      switch step % 10 {
      case 0:
        x.multiply(by: word)
        p *= Integer(word)
      case 1:
        x.multiply(by: y)
        p *= q
      case 2:
        x.add(y, times: word)
        p += q * Integer(word)
      case 3:
        x.add(large)
        p += large
      case 4:
        x.subtract(y)
        p -= q
      case 5:
        MutableInteger.swap(&x, &y)
        (p, q) = (q, p)
      case 6:
        x.setProduct(y, MutableInteger(large))
        p = q * large
      case 7:
        x.add(y, times: MutableInteger(large))
        p += q * large
      case 8:
        x.add(y)
        p += q
      default:
        x.set(large)
        p = large
      }
      let (left, right) = (x.integer, y.integer)
      #expect(left == p && right == q, "step \(step)")
      #expect(x.signum == p.signum && x.bitWidth == p.bitWidth)
      if p.bitWidth > 4000 {
        x.set(word)
        p = Integer(word)
      }
    }
  }

  @Test func logarithms() {
    for x in Samples.corners where !x.isZero {
      let expected = Ball(x.magnitude, bits: 200).log.approximation
      #expect(abs(x.logMagnitude - expected) <= 1e-15 * max(1, expected))
    }
    #expect(Integer(0).logMagnitude == -.infinity)
  }
}
