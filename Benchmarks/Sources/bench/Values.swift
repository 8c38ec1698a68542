import Foundation
import WallisArithmetic
import WallisFormulas

/// Apéry's fraction for 6/ζ(3) to 10,000 digits beside PARI/GP: its own zeta(3) and the same product tree.
enum Values {
  static let apery = ContinuedFraction(a: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1])
  /// Terms for 10,000 digits: each gives 4 log10(1 + √2)·2 = 3.06 digits.
  static let terms = 6_560

  static func figures() throws -> [Figure] {
    let tree = shortest(of: 30, productTree)
    let full = try shortest(of: 20) { try apery.evaluate(digits: 10_000) }
    let digits = full.answer.decimal(atMost: 10_000)?.text ?? ""
    let pari = try pariTimes()
    let agree =
      digits == tree.answer && (pari == nil || pari?.digits.prefix(9_990) == tree.answer.prefix(9_990))
    return [
      Figure(
        "Apéry's fraction, 10,000 digits, certified and evaluated twice", ours: milliseconds(full.seconds),
        beside: pari.map {
          "bound 5 ms; PARI's tree \(milliseconds($0.tree)), its zeta(3) \(milliseconds($0.zeta))"
        } ?? "bound 5 ms; gp is not installed",
        digest: digest(digits), isMet: full.seconds <= 0.005 && agree,
        ratio: pari.map { full.seconds / $0.tree }),
      Figure(
        "the same by one exact product tree", ours: milliseconds(tree.seconds), beside: "no bound",
        digest: digest(tree.answer), isMet: agree),
    ]
  }

  private static func productTree() -> String {
    var a = PolynomialValues(apery.a)
    var b = PolynomialValues(apery.b)
    let steps = ContinuantMatrix(a: &a, b: &b, steps: 1...terms)
    let product = ContinuantMatrix(product: ContinuantMatrix(firstTerm: 5), steps)
    let bits = 33_300
    let value = Ball(product.e01.integer, bits: bits) / Ball(product.e11.integer, bits: bits)
    return value.decimal(digits: 10_000)?.description ?? ""
  }

  private static func pariTimes() throws -> (tree: Double, zeta: Double, digits: String)? {
    guard let gp = find("gp") else { return nil }
    let script = """
      default(realprecision, 10020); default(parisizemax, "1G");
      M(n) = [0, -n^6; 1, 34*n^3+51*n^2+27*n+5];
      T(l, r) = if (r - l < 8, my(m = M(l)); for (i = l+1, r, m = m*M(i)); m, my(k = (l+r)\\2); T(l, k)*T(k+1, r));
      f() = { my(m = [1, 5; 0, 1]*T(1, \(terms))); 1.*m[1,2]/m[2,2] };
      best = 10^9; for (i = 1, 20, t = getwalltime(); for (j = 1, 5, v = f()); best = min(best, getwalltime()-t));
      print(best/5.); z = 10^9;
      for (i = 1, 3, default(realprecision, 10021+i); t = getwalltime(); zeta(3); z = min(z, getwalltime()-t));
      print(z*1.); default(realprecision, 10000); print(v);
      """
    let lines = try ProgramRun(gp, ["-q", "-f"], input: script).output.split(separator: "\n").map(String.init)
    guard lines.count == 3, let tree = Double(lines[0].prefix(12)), let zeta = Double(lines[1].prefix(12))
    else {
      return nil
    }
    return (tree / 1e3, zeta / 1e3, lines[2])
  }
}
