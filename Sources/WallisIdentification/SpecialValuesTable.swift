internal import WallisArithmetic
internal import WallisFormulas

// To add values: an expression between semicolons below, or a template, in which # stands for each argument of its list.
// What is a rational multiple of another entry or of a constant of the table costs time only; a test refuses fractions.

/// Special values of functions that are no constants of the table, in the order in which their images are searched.
enum SpecialValues {
  static let texts: [String] = [
    zetas, polylogarithms, elliptic, circular, errorFunctions, bessel, gammas, products,
  ].flatMap { $0 }

  /// Zeta, Dirichlet L, polygamma and Clausen functions.
  private static let zetas: [String] = [
    list(
      "zeta(8); zeta(10); zeta(11); zeta(12); zeta(13); zeta(14); zeta(15); zeta(16); zeta(17); beta(4); beta(6); beta(8)"
    ),
    expand("pi^#", "4; 5; 6; 7; 8; 10; 12"),
    expand("dirichletl(2,#); dirichletl(4,#)", "-3; -7; -8; -11; -15; -19; -20; -23; -24"),
    expand("dirichletl(3,#)", "5; 8; 12; 13; 17; 21"),
    list("sqrt(3)*gieseking; gieseking/pi; sqrt(3)*gieseking/pi"),
    expand("psi(1,#)", "1/3; 2/3; 1/4; 3/4; 1/5; 2/5; 3/5; 4/5; 1/6; 5/6; 1/8; 3/8; 1/10; 3/10; 1/12; 5/12"),
    expand("psi(2,#)", "1/3; 2/3; 1/4; 3/4; 1/5; 2/5; 1/6"),
    expand("psi(#)", "1/3; 2/3; 1/4; 3/4; 1/5; 2/5; 1/6; 5/6; 1/8; 3/8"),
    expand("clausen(2,#)", "2*pi/5; pi/5; 4*pi/5; 3*pi/5; pi/4; 3*pi/4; pi/6; 5*pi/6; 2*pi/7; 1; 2"),
  ].flatMap { $0 }

  private static let polylogarithms: [String] = expand(
    "polylog(2,#); polylog(3,#); polylog(4,#); polylog(5,#)",
    """
    1/2; 1/3; 2/3; 1/4; 3/4; -1/2; -1/3; -2/3; -1/4; -3/4; 1/5; -1/5; 2/5; 1/6; 1/8; -1/8; 1/9; -1/9; 8/9; 1/phi; \
    1/phi^2; -1/phi
    """)

  private static let elliptic: [String] = [
    expand(
      "ellipk(#); ellipe(#); ellipk(#)/pi; ellipe(#)/pi",
      """
      1/2; 1/3; 2/3; 1/4; 3/4; 1/5; 4/5; 1/8; 7/8; 1/9; 8/9; 1/16; 15/16; 1/25; 1/64; -1/2; -2; -3; -1/3; -1/8; -8
      """),
    list(
      """
      sqrt(2)*ellipe(1/2); gamma(1/4)^2/sqrt(pi); gamma(1/4)^4/pi^2; gamma(1/4)^4/pi^3; gamma(1/3)^6/pi^4; \
      gamma(1/3)^9/pi^4
      """),
  ].flatMap { $0 }

  /// Circular and hyperbolic functions of small fractions, of roots and of multiples of π.
  private static let circular: [String] = [
    expand(
      "sin(#); cos(#); tan(#); sinh(#); cosh(#); tanh(#); exp(#)",
      """
      1/2; 1/3; 2/3; 1/4; 3/4; 1/5; 2/5; 3/5; 4/5; 1/6; 5/6; 2; 3; 4; 5; 6; 3/2; 4/3; 5/2; 5/3; 5/4; 6/5; sqrt(2); sqrt(3)
      """),
    list(
      """
      sinh(pi)/pi; cosh(pi); tanh(pi); pi/tanh(pi); tanh(pi/2); cosh(pi/2); cosh(pi*sqrt(3)/2)/pi; cosh(pi*sqrt(3)/2); \
      sinh(pi*sqrt(2))/(pi*sqrt(2)); pi*sqrt(2)/tanh(pi*sqrt(2)); pi*sqrt(3)*tanh(pi*sqrt(3)/2); pi*tanh(pi/2); \
      pi*sqrt(2)/tan(pi*sqrt(2)); exp(pi/2); exp(pi/3); exp(2*pi); exp(-1)
      """),
  ].flatMap { $0 }

  /// Error functions, exponential integrals and incomplete gamma functions, also with the factors that belong to them.
  private static let errorFunctions: [String] = [
    expand(
      """
      erf(#); sqrt(pi)*erf(#); sqrt(pi)*exp(@)*erf(#); sqrt(pi)*exp(@)*erfc(#); sqrt(pi)*erfi(#); \
      sqrt(pi)*exp(-@)*erfi(#); sqrt(pi)*erfc(#)
      """,
      "1 1; 1/2 1/4; 2 4; 1/3 1/9; 3/2 9/4; 1/4 1/16; 3 9; sqrt(2) 2; sqrt(3) 3; 1/sqrt(2) 1/2; 1/sqrt(3) 1/3"
    ),
    list("sqrt(2*pi)*exp(1/2)*erf(1/sqrt(2)); sqrt(2*pi)*exp(2)*erfc(sqrt(2))"),
    expand(
      "Ei(#); exp(@)*Ei(#)",
      "1 -1; 2 -2; 3 -3; 1/2 -1/2; 1/3 -1/3; -1 1; -2 2; -3 3; -1/2 1/2; -1/3 1/3; -1/4 1/4"),
    expand("im(Ei(#)); re(Ei(#))", "i; i/2; 2*i"),
    list("im(Ei(i))-pi/2; Ei(1)-euler; Ei(-1)-euler; li(2); li(3)"),
    expand(
      "gamma(#,1); e*gamma(#,1); gamma(#,#); gamma(#)-gamma(#,1); e*(gamma(#)-gamma(#,1)); gamma(#)-gamma(#,#)",
      "1/3; 2/3; 1/4; 3/4"),
  ].flatMap { $0 }

  private static let bessel: [String] = [
    expand(
      """
      besselj(0,#); besselj(1,#); besselj(1,#)/besselj(0,#); besseli(0,#); besseli(1,#); besseli(1,#)/besseli(0,#); \
      besselk(0,#); besselk(1,#); besselk(1,#)/besselk(0,#)
      """, "1; 2; 1/2; 3; 4; 2/3; 1/3; sqrt(2); 2*sqrt(2); 2*sqrt(3)"),
    expand(
      """
      besseli(4/3,#)/besseli(1/3,#); besseli(5/3,#)/besseli(2/3,#); besseli(5/4,#)/besseli(1/4,#); \
      besseli(7/4,#)/besseli(3/4,#)
      """, "1; 1/2; 2; 2/3; 1/4"),
  ].flatMap { $0 }

  /// Values of the gamma function, and quotients of two of one denominator.
  private static let gammas: [String] = [
    [5, 6, 7, 8, 9, 10, 12, 24].flatMap { d in coprime(d).map { "gamma(\($0)/\(d))" } },
    [3, 4, 5, 6, 8, 10, 12].flatMap { d in quotients(coprime(d).map { "gamma(\($0)/\(d))" }) },
    list(
      """
      gamma(1/4)^4; gamma(1/3)^3; (gamma(1/3)/gamma(2/3))^3; (gamma(1/4)/gamma(3/4))^4; (gamma(5/6)/gamma(1/3))^2; \
      (gamma(2/3)/gamma(1/6))^2; gamma(1/3)/gamma(5/6); gamma(1/6)/gamma(2/3); gamma(1/3)^2/gamma(1/6)
      """),
  ].flatMap { $0 }

  private static func coprime(_ d: Int) -> [Int] { (1..<d).filter { Integer(d).gcd(Integer($0)) == 1 } }

  private static func quotients(_ values: [String]) -> [String] {
    values.indices.flatMap { i in
      values[(i + 1)...].flatMap { ["\(values[i])/\($0)", "(\(values[i])/\($0))^2"] }
    }
  }

  /// Logarithms, and products and quotients of constants.
  private static let products: [String] = [
    expand("log(#)", "11; 13; 17; 19; 23; 3/2; 4/3; 5/3; 5/4; log(2); log(3); zeta(3); catalan"),
    list(
      """
      log(2)*log(3); log(2)^3; log(2)^2; log(3)^2; pi*log(2); pi*log(3); pi^2*log(2); log(2)^4; zeta(3)/pi^2; zeta(3)/pi^3; \
      zeta(5)/pi^4; catalan/pi; catalan/pi^2; catalan/pi^3; zeta(3)*log(2); atan(1/3); atan(2); sqrt(3)*log(3); euler^2; \
      exp(euler); exp(-euler); exp(catalan); e*euler; exp(zeta(3)); pi^pi; pi^e; 2^pi; glaisher^2; log(glaisher); agm(1,2); \
      agm(1,3); 2^sqrt(3); 3^sqrt(2); exp(2*catalan/pi)
      """),
  ].flatMap { $0 }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0.drop { $0 == " " }) }
  }

  /// Every template with every argument in the place of #, and what follows it after a blank in the place of @.
  private static func expand(_ templates: String, _ arguments: String) -> [String] {
    list(arguments).flatMap { argument in
      let parts = argument.split(separator: " ")
      return list(templates).map {
        $0.replacing("#", with: parts[0]).replacing("@", with: parts[parts.count - 1])
      }
    }
  }
}
