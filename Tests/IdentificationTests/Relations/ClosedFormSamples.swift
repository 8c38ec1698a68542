import TestSupport
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Closed forms of every shape in a fixed order, the same on every machine.
///
/// `Fixtures/closed-forms-0.1.txt` holds their texts line by line: a change here needs that file to be written again
/// by the program whose texts it records.
struct ClosedFormSamples {
  private var generator = SeededGenerator(seed: 20_261_128)

  /// The constants of the version that wrote the file, in its order: samples stay what they are when the table grows.
  private static let constants = Constant.all.filter { names.contains($0.name) }

  private static let names = Set(
    """
    pi e log(2) euler catalan log(3) log(1+sqrt(2)) zeta(2) zeta(3) zeta(5) pi^2 phi sqrt(2) sqrt(3) sqrt(5)
    sqrt(17) gauss lemniscate gamma(1/3) gamma(1/4) e^2 sqrt(e) tan(1) besseli(1,2)/besseli(0,2)
    besselj(1,2)/besselj(0,2) gompertz log(5) log(6) log(7) log(10) log(phi) sqrt(2)*log(1+sqrt(2))
    sqrt(3)*log(2+sqrt(3)) sqrt(5)*log(phi) atan(1/2) sqrt(2)*atan(1/sqrt(2)) parabolic pi^3 sqrt(pi)
    sqrt(2*pi) pi*sqrt(2) pi*sqrt(3) zeta(4) zeta(7) zeta(9) gieseking polylog(2,1/2) e^3 exp(1/3) exp(pi)
    exp(sqrt(2)*log(2)) sin(1) cos(1) sinh(1) cosh(1) tan(1/2) sqrt(2)*tanh(sqrt(2)) sqrt(3)*tanh(sqrt(3))
    sqrt(5)*tanh(sqrt(5)) sqrt(2)*tan(sqrt(2)) sqrt(3)*tan(sqrt(3)) sqrt(pi*e/2)*erfc(1/sqrt(2))
    besseli(1,1)/besseli(0,1) besseli(1,2*sqrt(2))*sqrt(2)/besseli(0,2*sqrt(2))
    besseli(1,2*sqrt(3))*sqrt(3)/besseli(0,2*sqrt(3)) besseli(1,4)/besseli(0,4)
    besselj(1,2*sqrt(2))*sqrt(2)/besselj(0,2*sqrt(2)) gamma(1/5) gamma(1/6) gamma(1/8) gamma(1/3)^3/pi omega
    plastic tribonacci cbrt(2) cbrt(3) dottie khinchin glaisher levy erdosborwein
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// All of them, made once.
  static func all() -> [NormalForm] { everything }

  private static let everything: [NormalForm] = {
    var samples = ClosedFormSamples()
    return samples.fractionsAndRoots() + samples.images() + samples.imagesOfDerived() + samples.sums()
      + samples.algebraicNumbers()
  }()

  /// A fraction whose limit suggests a constant, with that constant's image.
  static func suggested() -> [NormalForm] { fromCoefficients }

  private static let fromCoefficients: [NormalForm] = {
    var samples = ClosedFormSamples()
    return (0..<200).flatMap { index -> [NormalForm] in
      let a = Polynomial([samples.small(6), 1 + abs(samples.small(4))].map { Integer($0) })
      let b = Polynomial((0...index % 3).map { _ in Integer(samples.small(5)) })
      let constants = Constant.suggested(by: ContinuedFraction(a: a, b: b))
      return constants.prefix(2).compactMap { samples.image($0) }
    }
  }()

  private mutating func small(_ height: Int) -> Int { Int.random(in: -height...height, using: &generator) }

  /// An integer that is often 0 or 1, as those of closed forms are.
  private mutating func coefficient() -> Integer {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1: 0
    case 2: Integer(Int.random(in: 0...1, using: &generator) * 2 - 1)
    default: Integer(small(30))
    }
  }

  private mutating func image(_ constant: Constant) -> NormalForm? {
    let values = (0..<4).map { _ in coefficient() }
    return NormalForm(values[0], values[1], over: values[2], values[3], of: constant)
  }

  private mutating func fractionsAndRoots() -> [NormalForm] {
    let fractions = (0..<60).map { _ in NormalForm(Rational(Integer(small(40)), Integer(1 + abs(small(12)))))
    }
    let roots = (0..<300).compactMap { _ in
      QuadraticNumber(
        p: coefficient(), q: Integer(small(9)), d: Integer(abs(small(90))), r: Integer(1 + abs(small(9))))
    }
    return fractions + roots.map { NormalForm($0) }
  }

  private mutating func images() -> [NormalForm] {
    ClosedFormSamples.constants.flatMap { constant in (0..<14).compactMap { _ in image(constant) } }
  }

  private mutating func imagesOfDerived() -> [NormalForm] {
    let plain = ClosedFormSamples.constants.filter {
      if case .quadratic = $0.nature { false } else { !$0.name.hasPrefix("sqrt") && !$0.name.contains("^") }
    }
    return (0..<120).flatMap { _ -> [NormalForm] in
      guard let x = plain.randomElement(using: &generator),
        let y = ClosedFormSamples.constants.randomElement(using: &generator),
        x != y
      else { return [] }
      let positive: [Constant] = x.ball(bits: 64).isPositive ? [.squareRoot(x), .logarithm(x)] : []
      let derived = [.product(x, y), .quotient(x, y), .power(x, 4 + abs(small(3)))] + positive
      return derived.filter(ClosedFormSamples.isIrrational).flatMap { constant in
        (0..<2).compactMap { _ in image(constant) }
      }
    }
  }

  /// Whether a constant is no fraction with a small denominator, as log(exp(1/3)) would be.
  private static func isIrrational(_ constant: Constant) -> Bool {
    let value = constant.ball(bits: 200)
    return value.isFinite
      && !(1...60).contains {
        ((value * $0).scaled(byPowerOfTwo: 60)).nearestInteger
          == (value * $0).nearestInteger.shifted(left: 60)
      }
  }

  private mutating func sums() -> [NormalForm] {
    (0..<700).compactMap { index in
      let constants = (0..<(2 + index % 3)).compactMap { _ in
        ClosedFormSamples.constants.randomElement(using: &generator)
      }
      guard Set(constants).count == constants.count else { return nil }
      let top = (0...constants.count).map { _ in coefficient() }
      let bottom =
        index % 2 == 0
        ? [Integer(1 + abs(small(6)))] + constants.map { _ in 0 }
        : (0...constants.count).map { _ in coefficient() }
      return NormalForm(top, over: bottom, of: constants)
    }
  }

  private mutating func algebraicNumbers() -> [NormalForm] {
    (0..<400).compactMap { index in
      let degree = 3 + index % 4
      var polynomial = Polynomial((0...degree).map { _ in coefficient() })
      if index % 2 == 0 {
        // (b·x − a)^degree = c: a shifted root.
        let shift = Polynomial([Integer(small(3)), Integer(1 + abs(small(2)))])
        let power = (0..<degree).reduce(Polynomial(constant: 1)) { product, _ in product * shift }
        polynomial = Integer(1 + abs(small(2))) * power - Polynomial(constant: Integer(small(20)))
      }
      let factors = polynomial.degree < 3 ? [] : polynomial.irreducibleFactors
      guard factors.count == 1, factors[0].multiplicity == 1, !polynomial.realRoots(bits: 64).isEmpty else {
        return nil
      }
      return AlgebraicNumber(rootOf: polynomial, near: Ball(small(3), bits: 64)).map { NormalForm($0) }
    }
  }
}
