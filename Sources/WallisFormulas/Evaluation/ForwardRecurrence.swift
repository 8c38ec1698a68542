internal import WallisArithmetic

/// Convergents by the forward recurrence in floating point: the check of the enclosures, on another path.
///
/// Digits come from `ConvergentEnclosure` or the tail series; this value only has to agree with them.
struct ForwardRecurrence: ~Copyable {
  private var a: PolynomialValues
  private var b: PolynomialValues
  private var previousP: MutableReal
  private var p: MutableReal
  private var previousQ: MutableReal
  private var q: MutableReal
  private var term: MutableReal

  init(_ fraction: ContinuedFraction, bits: Int) {
    a = PolynomialValues(fraction.a)
    b = PolynomialValues(fraction.b)
    previousP = MutableReal(1, bits: bits)
    var first = MutableReal(1, bits: bits)
    first.multiply(by: MutableInteger(fraction.a[0]))
    p = first
    previousQ = MutableReal(0, bits: bits)
    q = MutableReal(1, bits: bits)
    term = MutableReal(0, bits: bits)
  }

  /// The convergent at `depth` after advancing from depth 0.
  mutating func convergent(depth: Int) -> Ball {
    for n in stride(from: 1, through: depth, by: 1) { step(n) }
    return p.ball / q.ball
  }

  /// (T·p(N−1) + b(N)·p(N−2)) / (T·q(N−1) + b(N)·q(N−2)): the limit when T is the tail T(N).
  mutating func value(tail: Ball, at depth: Int, fraction: ContinuedFraction) -> Ball {
    for n in stride(from: 1, through: depth - 1, by: 1) { step(n) }
    let numerator = fraction.b.value(at: depth)
    return (tail * p.ball + previousP.ball * numerator) / (tail * q.ball + previousQ.ball * numerator)
  }

  private mutating func step(_ n: Int) {
    if a.isWord(at: n), b.isWord(at: n) {
      let (an, bn) = (a.word(at: n), b.word(at: n))
      ForwardRecurrence.advance(&previousP, &p, &term, an, bn)
      ForwardRecurrence.advance(&previousQ, &q, &term, an, bn)
    } else {
      stepLarge(n)
    }
  }

  private static func advance(
    _ previous: inout MutableReal, _ current: inout MutableReal, _ term: inout MutableReal, _ a: Int, _ b: Int
  ) {
    previous.multiply(by: b)
    term.setProduct(current, a)
    previous.add(term)
    MutableReal.swap(&previous, &current)
  }

  private mutating func stepLarge(_ n: Int) {
    b.withValue(at: n) {
      previousP.multiply(by: $0)
      previousQ.multiply(by: $0)
    }
    a.withValue(at: n) { term.setProduct(p, $0) }
    previousP.add(term)
    a.withValue(at: n) { term.setProduct(q, $0) }
    previousQ.add(term)
    MutableReal.swap(&previousP, &p)
    MutableReal.swap(&previousQ, &q)
  }
}
