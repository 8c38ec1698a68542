internal import WallisFormulas

// To add a basis: a line of expressions, separated by commas, that have no relation with rational coefficients among
// themselves and 1; a test looks for one. A basis that is a part of another is worth a line of its own: fewer terms need
// fewer digits.

/// Constants that come together: of one weight, over one field, or in values of one function.
enum GradedBases {
  /// Each line lists what stands beside 1 in a combination.
  static let lines: [String] = [weights, fields, functions, quotients].flatMap { $0 }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map { String($0) } }

  /// Polylogarithms, zeta values and their products with π and logarithms, by weight.
  private static let weights = lines(
    """
    log(2), log(3), log(5)
    log(2), log(3), log(5), log(7)
    pi, log(2), log(3)
    pi, log(2), log(5)
    pi^2, log(2)^2
    catalan, pi*log(2)
    pi^2, pi*log(2)
    pi^2, pi*log(2), catalan, log(2)^2
    pi^2, log(2), log(2)^2
    pi^2, log(3)^2
    pi^2, log(2)^2, log(2)*log(3), log(3)^2
    pi^2, log(2)^2, log(2)*log(3), log(3)^2, polylog(2,1/3)
    pi^2, log(phi)^2
    pi^2, pi*sqrt(3)
    pi^2, sqrt(3)*gieseking
    pi^2, pi*sqrt(3), log(3)
    pi*log(3), gieseking
    catalan, pi, pi*log(2)
    pi, pi^2, pi^3
    pi, pi^2, pi^3, pi^4
    pi^2, pi^4
    pi^2, pi^4, pi^6
    log(2), log(2)^2, log(2)^3
    zeta(3), pi^2*log(2), log(2)^3
    zeta(3), pi^2*log(2)
    zeta(3), pi^3
    zeta(3), pi*catalan
    zeta(3), pi*catalan, pi^2*log(2), log(2)^3
    pi^3, pi*log(2)^2
    zeta(3), pi^2*log(3), log(3)^3
    zeta(3), pi^2*log(phi), log(phi)^3
    zeta(3), pi^2, log(2)
    zeta(3), pi^2, pi^4
    pi^2, zeta(3), zeta(5)
    zeta(3), zeta(5), zeta(7)
    pi^2, pi*catalan, zeta(3)
    pi*gieseking, zeta(3)
    pi^4, pi^2*log(2)^2, log(2)^4, zeta(3)*log(2), polylog(4,1/2)
    pi^4, zeta(3)*log(2)
    pi^4, zeta(3)
    pi^4, zeta(3), pi^2, zeta(5)
    beta(4), pi^3*log(2)
    catalan^2, pi^4
    zeta(5), pi^2*zeta(3)
    zeta(5), pi^2*zeta(3), pi^4*log(2)
    zeta(5), pi^2*zeta(3), zeta(3), pi^2
    zeta(3)^2, pi^6
    zeta(7), pi^2*zeta(5), pi^4*zeta(3)
    zeta(3)^2, zeta(5), pi^6
    """)

  /// What integrals over one quadratic or cyclotomic field give.
  private static let fields =
    lines(
      """
      sqrt(2), sqrt(3), sqrt(5)
      sqrt(2), sqrt(3), sqrt(6)
      sqrt(2), sqrt(5), sqrt(10)
      sqrt(3), sqrt(5), sqrt(15)
      sqrt(2), sqrt(3), sqrt(5), sqrt(7)
      pi*sqrt(3), log(2), log(3)
      pi*sqrt(3), log(2)
      pi, pi*sqrt(3), log(2), log(3)
      pi, pi*sqrt(2), log(2), sqrt(2)*log(1+sqrt(2))
      pi*sqrt(2), log(2)
      pi*sqrt(3), sqrt(3)*log(2+sqrt(3)), log(2), log(3), pi
      pi*sqrt(1+2/sqrt(5)), log(5), sqrt(5)*log(phi)
      pi*sqrt(1-2/sqrt(5)), log(5), sqrt(5)*log(phi)
      log(5), sqrt(5)*log(phi)
      log(2), sqrt(2)*log(1+sqrt(2))
      log(2), log(3), sqrt(3)*log(2+sqrt(3))
      sqrt(2), log(1+sqrt(2))
      sqrt(3), pi
      sqrt(2), pi
      sqrt(3), log(2+sqrt(3))
      sqrt(5), log(phi)
      sqrt(3), pi, log(2+sqrt(3))
      sqrt(2), pi, log(1+sqrt(2))
      pi, pi*sqrt(2), pi*sqrt(3)
      """) + units.map { d, unit in "pi*sqrt(\(d)), sqrt(\(d))*log(\(unit))" }

  /// Fundamental units of real quadratic fields.
  private static let units: [(Int, String)] = [
    (2, "1+sqrt(2)"), (3, "2+sqrt(3)"), (5, "phi"), (6, "5+2*sqrt(6)"), (7, "8+3*sqrt(7)"),
    (10, "3+sqrt(10)"),
    (11, "10+3*sqrt(11)"), (13, "(3+sqrt(13))/2"), (15, "4+sqrt(15)"),
  ]

  /// Values of one function and of its derivatives and neighbours.
  private static let functions = lines(
    """
    e, exp(-1)
    e, e^2
    e, e^2, exp(-1)
    e, e^2, e^3
    sin(1), cos(1)
    euler, log(2)
    euler, pi, log(2)
    euler, pi*sqrt(3), log(3)
    euler, pi*sqrt(3), log(2), log(3)
    euler, log(pi), log(2)
    euler, euler^2, pi^2
    euler, pi, pi*sqrt(2), log(2), sqrt(2)*log(1+sqrt(2))
    euler, log(5), sqrt(5)*log(phi), pi*sqrt(1+2/sqrt(5))
    ellipk(1/2), ellipe(1/2)
    ellipk(1/3), ellipe(1/3)
    ellipk(1/4), ellipe(1/4)
    ellipk(3/4), ellipe(3/4)
    ellipk(2/3), ellipe(2/3)
    ellipk(1/9), ellipe(1/9)
    gamma(1/3)^3/pi, pi^2/gamma(1/3)^3
    gamma(1/4)^2/sqrt(pi), pi*sqrt(pi)/gamma(1/4)^2
    gamma(1/4)^4/pi, pi^3/gamma(1/4)^4
    gamma(1/4)^4/pi^2, pi^2/gamma(1/4)^4
    pi, im(Ei(i))
    besselj(0,1), besselj(1,1)
    besselj(0,2), besselj(1,2)
    besseli(0,1), besseli(1,1)
    besseli(0,2), besseli(1,2)
    sqrt(pi)*erf(1), exp(-1)
    e*sqrt(pi)*erf(1), e
    Ei(1), e
    e*Ei(-1), e
    sqrt(pi)*erfi(1), e
    """)

  /// Quotients by powers of π.
  private static let quotients = lines(
    """
    pi, 1/pi
    1/pi, 1/pi^2
    1/pi, log(2)/pi
    1/pi, catalan/pi
    1/pi, sqrt(3)/pi
    1/pi, sqrt(2)/pi
    catalan/pi, log(2)
    zeta(3)/pi^2, log(2)
    zeta(3)/pi^2, 1/pi^2
    log(2)/pi, log(3)/pi
    """)

  /// Pairs of which quotients of combinations are searched before those of the table.
  static let rational = lines(
    """
    pi, pi^2
    e, e^2
    log(2), log(2)^2
    log(2), log(3)
    pi, sqrt(3)
    pi, sqrt(2)
    """)

  /// Logarithms of what powers are multiplied, and exponents of powers of e.
  static let factors =
    lines(
      """
      log(2), log(3), log(5), log(7), log(pi)
      log(2), log(3), log(pi), log(gamma(1/3))
      log(2), log(3), log(5), log(7), log(pi), log(gamma(1/4))
      log(2), log(3), log(5), log(7), log(pi), log(zeta(3))
      log(2), log(3), log(5), log(pi), log(catalan)
      log(2), log(3), log(pi), log(log(2))
      log(2), log(3), log(pi), log(log(3))
      log(2), log(3), log(pi), log(euler)
      log(2), log(5), log(phi), log(pi), log(gamma(1/5)), log(gamma(2/5))
      log(2), log(3), log(5), log(7), log(pi), log(gamma(1/3))
      log(2), log(1+sqrt(2)), log(pi), log(gamma(1/4)), log(gamma(1/8))
      log(2), log(3), log(1+sqrt(3)), log(pi), log(gamma(1/3)), log(gamma(1/4))
      log(2), log(3), log(11), log(13), log(pi)
      log(2), log(3), log(phi), log(5), log(pi)
      log(2), log(3), log(1+sqrt(2)), log(2+sqrt(3)), log(pi)
      euler, log(2), log(3), log(pi)
      pi, log(2), log(3)
      zeta(3), pi^2, log(2), log(3)
      catalan/pi, log(2), log(3), log(pi)
      zeta(3)/pi^2, log(2), log(3)
      log(glaisher), log(2), log(3), log(pi), euler
      """) + periods.map { chowlaSelberg($0.d, $0.residues, $0.units) }

  private static let periods: [(d: Int, residues: [Int], units: [String])] = [
    (7, [1, 2, 4], []), (8, [1, 3], ["1+sqrt(2)"]), (11, [1, 3, 4, 5, 9], []), (15, [1, 2, 4, 8], ["phi"]),
    (20, [1, 3, 7, 9], ["phi"]), (24, [1, 5, 7, 11], ["1+sqrt(2)"]),
  ]

  /// The product of Γ(k/d) over residues that are norms from the field of discriminant −d: periods of elliptic curves with
  /// complex multiplication (Chowla and Selberg, J. Reine Angew. Math. 227 (1967) 86–110).
  private static func chowlaSelberg(_ d: Int, _ residues: [Int], _ units: [String]) -> String {
    let primes = [2, 3, 5, 7, 11].filter { d % $0 == 0 || $0 == 2 }.map { "log(\($0))" }
    let product = residues.map { "gamma(\($0)/\(d))" }.joined(separator: "*")
    let all = primes + units.map { "log(\($0))" } + ["log(pi)", "log(\(product))"]
    return all.joined(separator: ", ")
  }

  /// Exponents by which powers of e, 2, 3 and π are told: log v is a Möbius image of one of them.
  static let exponents = lines(
    """
    pi
    euler
    catalan
    zeta(3)
    pi^2
    log(2)
    log(3)
    log(5)
    log(pi)
    phi
    e
    sqrt(pi)
    pi*log(2)
    pi*log(3)
    pi*log(pi)
    e*log(pi)
    e*log(2)
    e*log(3)
    euler*log(2)
    euler*log(pi)
    sqrt(2)*log(2)
    sqrt(3)*log(2)
    sqrt(5)*log(2)
    sqrt(2)*log(3)
    sqrt(3)*log(3)
    sqrt(2)*log(pi)
    sqrt(3)*log(pi)
    phi*log(2)
    phi*log(pi)
    log(2)^2
    log(2)*log(3)
    pi*sqrt(2)
    pi*sqrt(3)
    pi*sqrt(5)
    pi*sqrt(7)
    pi*sqrt(43)
    pi*sqrt(67)
    pi*sqrt(163)
    catalan/pi
    zeta(3)/pi^2
    exp(-1)
    log(2)/pi
    """)
}
