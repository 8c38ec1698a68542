import TestSupport
import Testing
import WallisArithmetic

@Suite struct FunctionTests {
  /// Functions of balls are those of PARI to 50 digits.
  @Test func agreesWithPari() throws {
    let bits = 256
    var claims: [String] = []
    func claim(_ value: Ball, _ expression: String) {
      let digits = value.decimal(digits: 50)
      #expect(digits != nil, "\(expression)")
      if let digits { claims.append("my(v=\(expression));abs(v-(\(digits)))<1e-48*abs(v)") }
    }
    for fraction in [Rational(1, 3), Rational(7, 9), Rational(1, 100)] {
      let (x, t) = (Ball(fraction, bits: bits), "(\(fraction))")
      for (value, name) in [
        (x.squareRoot, "sqrt"), (x.log, "log"), (x.exp, "exp"), (x.sin, "sin"), (x.cos, "cos"),
        (x.tan, "tan"),
        (x.asin, "asin"), (x.acos, "acos"), (x.atan, "atan"), (x.sinh, "sinh"), (x.cosh, "cosh"),
        (x.tanh, "tanh"), (x.asinh, "asinh"), (x.atanh, "atanh"), (x.gamma, "gamma"), (x.zeta, "zeta"),
        (x.digamma, "psi"), (x.lambertW, "lambertw"), (x.erfc, "erfc"), (x.erf, "1-erfc"),
      ] { claim(value, "\(name)\(t)") }
      let (order, o) = (Ball(Rational(5, 2), bits: bits), "5/2")
      claim(order.acosh, "acosh(\(o))")
      claim(order.besselI(x), "besseli(\(o),\(t))")
      claim(order.besselJ(x), "besselj(\(o),\(t))")
      claim(order.besselK(x), "besselk(\(o),\(t))")
      claim(Ball(1, bits: bits).exponentialIntegral(x), "eint1(\(t))")
      claim(order.hurwitzZeta(x), "zetahurwitz(\(o),\(t))")
      claim(Ball(3, bits: bits).polylog(x), "polylog(3,\(t))")
      claim(x.agm(order), "agm(\(t),\(o))")
      claim(x.power(order), "\(t)^(\(o))")
      claim(x.root(5), "sqrtn(\(t),5)")
      claim(x.power(-3), "\(t)^-3")
    }
    for (constant, name) in [
      (Ball.NamedConstant.pi, "Pi"), (.e, "exp(1)"), (.euler, "Euler"), (.catalan, "Catalan"),
      (.log2, "log(2)"),
      (.log10, "log(10)"), (.apery, "zeta(3)"), (.glaisher, "exp(1/12-zeta'(-1))"),
    ] { claim(Ball(constant, bits: bits), name) }
    let refuted = try Pari.refuted(claims, definitions: "default(realprecision,77)")
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// Orders at which few terms count, and those just below, where Arb sums: PARI's sums of many terms, and values of huge
  /// orders that are their first terms.
  @Test func sumsOfLargeOrderAgreeWithPari() throws {
    var claims: [String] = []
    func claim(_ value: Ball, _ expression: String) {
      let digits = value.decimal(digits: 50)
      #expect(digits != nil, "\(expression)")
      if let digits { claims.append("my(v=\(expression));abs(v-(\(digits)))<1e-48*abs(v)") }
    }
    for (order, bits) in [(20, 512), (62, 512), (33, 256), (49, 256), (80, 256), (999, 256)] {
      let s = Ball(order, bits: bits)
      for x in [Rational(1, 2), Rational(-9, 10), Rational(-1), Rational(999, 1000)] {
        claim(s.polylog(Ball(x, bits: bits)), "sum(k=1,600,(\(x))^k/(k*1.)^\(order))")
      }
      for shift in [Rational(1, 3), Rational(7)] {
        let value = Ball(Rational(3, 5), bits: bits).lerch(s, Ball(shift, bits: bits))
        claim(value, "sum(k=0,400,(3/5)^k/(k+\(shift)*1.)^\(order))")
      }
      let part = order.isMultiple(of: 2) ? "sin" : "cos"
      claim(Ball(2, bits: bits).clausen(order: order), "sum(k=1,600,\(part)(2*k)/(k*1.)^\(order))")
    }
    let refuted = try Pari.refuted(claims, definitions: "default(realprecision,77)")
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
    let huge = Ball(Integer(4_294_967_296), bits: 256)
    let value = huge.polylog(Ball(Rational(1, 2), bits: 256)).decimal(digits: 30)
    #expect(value.map { "\($0)" } == "0.500000000000000000000000000000")
  }

  @Test func undefinedValuesHoldNothing() {
    let minus = Ball(-2, bits: 64)
    #expect(!minus.squareRoot.isFinite && !minus.log.isFinite && !minus.asin.isFinite)
    #expect(!(minus / Ball(0, bits: 64)).isFinite && !Ball(0, bits: 64).digamma.isFinite)
  }
}
