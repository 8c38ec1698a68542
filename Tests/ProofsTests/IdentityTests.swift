import RealModule
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

@Suite struct IdentityTests {
  /// The sides of these are equal by theorems of NIST DLMF, chapters 4, 5, 10 and 25.
  @Test(arguments: [
    ("sqrt(12)*sqrt(3)", "6"), ("(1+sqrt(5))/2", "phi"), ("log(12)", "2*log(2)+log(3)"),
    ("zeta(2)", "pi^2/6"),
    ("zeta(4)*90", "pi^4"), ("gamma(1/2)^2", "pi"), ("gamma(7/2)", "15*sqrt(pi)/8"),
    ("gamma(1/4)*gamma(3/4)", "pi*sqrt(2)"), ("gamma(1/3)*gamma(2/3)", "2*pi/sqrt(3)"),
    ("psi(1/2)", "-euler-2*log(2)"), ("psi(3/4)-psi(1/4)", "pi"),
    ("psi(5/3)", "3/2-euler+pi/(2*sqrt(3))-3*log(3)/2"),
    ("hurwitz(2, 1/4)", "pi^2+8*catalan"), ("hurwitz(3, 3/4)", "28*zeta(3)-pi^3"),
    ("hurwitz(3, 1/3)-hurwitz(3, 2/3)", "4*pi^3/(3*sqrt(3))"), ("beta(3)", "pi^3/32"),
    ("atan(1/2)+atan(1/3)", "pi/4"), ("4*atan(1/5)-atan(1/239)", "pi/4"), ("atan(sqrt(3))", "pi/3"),
    ("tanh(1)", "(e^2-1)/(e^2+1)"), ("1/(exp(1/2)-exp(-1/2))", "sqrt(e)/(e-1)"), ("cot(1)*tan(1)", "1"),
    ("besseli(0,2)-besseli(2,2)", "besseli(1,2)"),
    ("besselj(1/3-1,2/3)+besselj(4/3,2/3)", "besselj(1/3,2/3)"),
    ("gauss*pi", "lemniscate"), ("cbrt(2)^3*sqrt(8)", "4*sqrt(2)"), ("polylog(2, 1/2)", "pi^2/12-log(2)^2/2"),
    ("psi(1, 1/2)", "pi^2/2"), ("lerch(1/4, 1, 1/2)", "2*log(3)"), ("erfc(sqrt(4)/2)", "erfc(1)"),
  ])
  func identitiesHold(_ left: String, _ right: String) throws {
    let (x, y) = (try Expression(parsing: left), try Expression(parsing: right))
    #expect(ExactIdentity.areEqual(x, y))
    #expect(!ExactIdentity.areEqual(x, Expression(.sum(y, .fraction(Rational(1, 1_000_003))))))
  }

  /// Numbers that agree to many digits and are different.
  @Test(arguments: [
    ("exp(pi*sqrt(163))", "640320^3+744"), ("sqrt(2)+sqrt(3)", "pi"), ("psi(1/5)", "psi(1/5)+10^(-30)"),
  ])
  func lookalikesAreNotEqual(_ left: String, _ right: String) throws {
    #expect(!ExactIdentity.areEqual(try Expression(parsing: left), try Expression(parsing: right)))
  }

  /// Every special value against the function itself.
  @Test func specialValuesAgreeWithTheFunctions() throws {
    var count = 0
    for q in [1, 2, 3, 4, 6, 8, 12] {
      for p in 1...(2 * q) where Integer(p).gcd(Integer(q)) == 1 {
        let x = Expression.fraction(Rational(Integer(p), Integer(q)))
        var calls = [Expression.call("gamma", x), .call("psi", x), .call("atan", x)]
        for order in 2...5 { calls.append(.call("hurwitz", .integer(Integer(order)), x)) }
        if p <= q {
          for z in [Rational(1, 16), Rational(1, 4), Rational(1, 64), Rational(-1, 4), Rational(-1, 8)] {
            calls.append(Expression(.call("lerch", [.fraction(z), .integer(1), x])))
          }
        }
        for call in calls {
          let direct = try #require(try call.evaluate(digits: 20).enclosure).approximation
          let node = ConstantNode(call).approximation
          #expect(abs(direct - node) <= 1e-9 * max(1, abs(direct)), "\(ClosedForm(call)): \(node)")
          count += 1
        }
      }
    }
    #expect(count > 300)
  }
}

extension ConstantNode {
  /// The number that the node stands for, in doubles.
  fileprivate var approximation: Double {
    switch self {
    case .rational(let x): x.approximation
    case .atom(.rootOfPi): Double.pi.squareRoot()
    case .atom(.root(let prime, let degree)): Double.root(Rational(prime).approximation, degree)
    case .atom(.exponential(let x)): Double.exp(x.approximation)
    case .atom(.other(let x)): (try? x.evaluate(digits: 20).enclosure?.approximation) ?? .nan
    case .sum(let parts): parts.reduce(0) { $0 + $1.approximation }
    case .product(let parts): parts.reduce(1) { $0 * $1.approximation }
    case .quotient(let x, let y): x.approximation / y.approximation
    case .power(let x, let exponent): Double.pow(x.approximation, exponent)
    }
  }
}
