import RealModule
import TestSupport
import WallisArithmetic
import WallisFormulas
import WallisIdentification

/// Numbers of which it is known whether they mean anything, from a seed, each with the search it is put to.
struct PlantedNumbers {
  /// A number as typed.
  struct Sample: Sendable {
    let text: String
    /// The search, as a place in `searches`.
    let search: Int
    /// What the number was made from; nil for random digits.
    let planted: NormalForm?
  }

  /// A search with the share of all inputs that it gets, and the formulas that are planted for it.
  struct Search: Sendable {
    let identification: Identification
    let share: Int
    let families: [Family]
  }

  /// Formulas that differ in their integers only.
  enum Family: Sendable {
    case rational
    case algebraic(degree: Int)
    /// Images of one of these constants.
    case images([Constant])
    /// Combinations of 1 and these constants, and the quotients of two such.
    case combination([Constant])
    case quotient([Constant])
  }

  let searches: [Search]
  var generator: SeededGenerator

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    searches = try PlantedNumbers.allSearches()
  }

  /// Random digits: the first not 0, the point anywhere near the front.
  mutating func noise(digits: Int, search: Int) -> Sample {
    let whole = Int.random(in: 0...3, using: &generator)
    var text = Bool.random(using: &generator) ? "-" : ""
    for place in 0..<digits {
      if place == whole { text += whole == 0 ? "0." : "." }
      text += "\(Int.random(in: (place == 0 ? 1 : 0)...9, using: &generator))"
    }
    return Sample(text: text, search: search, planted: nil)
  }

  /// A number made from integers that together take at most half of the digits and leave 15.
  mutating func planted(digits: Int, search: Int) -> Sample {
    while true {
      guard let family = searches[search].families.randomElement(using: &generator),
        let form = form(family, digits: digits),
        let shown = form.ball(bits: digits * 4 + 64).decimal(digits: digits)
      else { continue }
      return Sample(text: "\(shown.significand)e\(shown.exponent)", search: search, planted: form)
    }
  }

  /// A place in `searches` by their shares.
  mutating func search() -> Int {
    var ticket = Int.random(in: 0..<searches.reduce(0) { $0 + $1.share }, using: &generator)
    for (place, search) in searches.enumerated() {
      ticket -= search.share
      if ticket < 0 { return place }
    }
    return 0
  }

  private mutating func form(_ family: Family, digits: Int) -> NormalForm? {
    switch family {
    case .rational:
      guard let a = integers(2, digits, longest: digits / 3), !a[1].isZero else { return nil }
      return a[0].isZero ? nil : NormalForm(Rational(a[0], a[1]))
    case .algebraic(let degree): return algebraic(degree, digits)
    case .images(let constants):
      guard let a = integers(4, digits), let c = constants.randomElement(using: &generator) else {
        return nil
      }
      guard a[1] * a[2] != a[0] * a[3] else { return nil }
      return NormalForm(a[0], a[1], over: a[2], a[3], of: c)
    case .combination(let constants):
      guard let a = integers(constants.count + 2, digits) else { return nil }
      return NormalForm(Array(a.dropLast()), over: [a[a.count - 1]], of: constants)
    case .quotient(let constants):
      guard let a = integers(2 * constants.count + 2, digits) else { return nil }
      return NormalForm(Array(a.prefix(a.count / 2)), over: Array(a.suffix(a.count / 2)), of: constants)
    }
  }

  /// A real root of an irreducible polynomial.
  private mutating func algebraic(_ degree: Int, _ digits: Int) -> NormalForm? {
    guard let a = integers(degree + 1, digits) else { return nil }
    let polynomial = Polynomial(a)
    let factors = polynomial.irreducibleFactors
    guard polynomial.degree == degree, factors.count == 1, factors[0].multiplicity == 1 else { return nil }
    guard let root = polynomial.realRoots(bits: 128).randomElement(using: &generator) else { return nil }
    if degree == 2 { return QuadraticNumber(rootOf: a[0], a[1], a[2], near: root).map { NormalForm($0) } }
    return AlgebraicNumber(rootOf: polynomial, near: root).map { NormalForm($0) }
  }

  /// Integers of all sizes up to `longest` digits; nil when they take too many digits together.
  private mutating func integers(_ count: Int, _ digits: Int, longest: Int? = nil) -> [Integer]? {
    let height = longest ?? max(1, digits / (count + 1))
    let all = (0..<count).map { _ in
      let bound = Integer.powerOfTen(Int.random(in: 0...height, using: &generator))
      let magnitude = Integer(Int.random(in: 0...Int.max, using: &generator)).modulo(bound + 1)
      return Bool.random(using: &generator) ? magnitude : -magnitude
    }
    let consumed =
      all.reduce(0) { $0 + ($1.isZero ? 0 : Double.log($1.magnitude.approximation)) } / Double.log(10)
    return consumed <= Double(min(digits / 2, digits - 15)) ? all : nil
  }
}

extension PlantedNumbers {
  /// Every scope; sets of chosen constants are fixed, so that each is prepared once.
  private static func allSearches() throws -> [Search] {
    let few = Array(Constant.all.prefix(10))
    let table: [Family] = [
      .rational, .algebraic(degree: 2), .images(Constant.all), .images(Constant.all), .images(Constant.all),
    ]
    let degrees = (3...8).map { Family.algebraic(degree: $0) }
    let pairs = zip(Constant.all.prefix(20), Constant.all.dropFirst(2)).map { Family.combination([$0, $1]) }
    let products = try derived([
      "pi*e", "pi/catalan", "log(3)*zeta(3)", "euler*log(2)", "gauss/lemniscate", "e*gamma(1/3)",
      "pi*sqrt(3)",
    ])
    let powers = try derived(["pi^3", "sqrt(pi)", "log(pi)", "catalan^2", "log(catalan)", "sqrt(euler)"])
    let triples = zip(few, few.dropFirst(3)).map { Family.combination([$0, $1, few[9]]) }
    return [
      Search(identification: Identification(), share: 60, families: table),
      Search(
        identification: Identification(scope: .standard), share: 8,
        families: degrees + degrees + [.images(products), .images(powers), .images(products)] + pairs),
      Search(
        identification: Identification(constants: few, scope: .wide(budget: 5_000)), share: 8,
        families: triples + [.quotient([few[0], few[3]]), .quotient([few[2], few[5]])]),
    ] + (try chosenSearches())
  }

  private static func chosenSearches() throws -> [Search] {
    try [
      (["pi", "log(2)", "catalan"], 2), (["pi", "e"], 3), (["zeta(3)", "zeta(5)", "pi", "log(3)"], 1),
      (["gamma(1/4)", "sqrt(2)"], 2), (["exp(pi)", "euler"], 2),
      (["sqrt(2)", "sqrt(3)", "sqrt(5)", "sqrt(7)"], 1),
    ].map { names, degree in
      let constants = try derived(names)
      let identification = Identification(scope: .among(constants, degree: degree))
      return Search(
        identification: identification, share: 4,
        families: [
          .combination(constants), .combination(identification.constants), .quotient(constants),
          .images(identification.constants),
        ])
    }
  }

  private static func derived(_ names: [String]) throws -> [Constant] {
    try names.map { try Constant.expression(try Expression(parsing: $0), digits: 300) }
  }
}
