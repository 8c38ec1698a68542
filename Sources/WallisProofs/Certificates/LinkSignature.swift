internal import WallisArithmetic
public import WallisFormulas

/// What linked fractions have in common, computed from the coefficients without digits; it may only reject.
///
/// Let P(θ) be the product of the steps [[0, b], [1, a]] at θ + 1, …, θ + p over the field of p² elements. A link
/// A(n)U(n+1)g₂(n) = g₁(n)U(n)B(n) makes the P of both conjugate up to a factor, as U(θ + p) = U(θ): tr²/det agrees. The
/// steps of a fraction that is folded k times have the product P(kθ)^k. Where solutions differ by a power n^s, s modulo
/// integers agrees, too.
///
/// - Reference: Katz (1970), Publ. math. IHÉS 39, 175–232, for the p-curvature; van der Put and Singer (1997), Galois
///   Theory of Difference Equations, chapter 5.
public struct LinkSignature: Sendable, Hashable {
  private let convergence: ConvergenceClass?
  private let exponent: Double?
  /// By the number of steps that are folded, then by the prime.
  private let traces: [[Trace]]

  /// tr²/det of a product.
  private enum Trace: Sendable, Hashable {
    case finite(QuadraticResidueField.Element)
    /// det = 0.
    case infinite
    /// Both are 0, which says nothing.
    case undefined
  }

  private static let primes = [43, 47, 59]
  private static let folds = [1, 2, 3]

  /// The signature of a fraction.
  public init(_ fraction: ContinuedFraction) {
    convergence = fraction.b.isZero ? nil : Classification(fraction).convergence
    exponent = fraction.b.isZero ? nil : LinkCertificate.powerOfError(fraction)
    let products = LinkSignature.primes.map { LinkSignature.traces(of: fraction, prime: $0) }
    traces = LinkSignature.folds.indices.map { fold in products.map { $0[fold] } }
  }

  /// Numbers of steps of one and of the other that may be linked, the simplest first; none where nothing may be.
  public func plausibleFolds(with other: LinkSignature) -> [[Int]] {
    guard convergence != nil, convergence == other.convergence, exponentsAgree(with: other) else { return [] }
    return LinkCertificate.tried.filter { folds in
      let agreements = zip(traces[folds[0] - 1], other.traces[folds[1] - 1]).count {
        $0 == $1 || $0 == .undefined || $1 == .undefined
      }
      // A prime that divides what the link is made of may say anything.
      return agreements >= LinkSignature.primes.count - 1
    }
  }

  private func exponentsAgree(with other: LinkSignature) -> Bool {
    guard let x = exponent, let y = other.exponent, x.isFinite, y.isFinite else {
      return exponent?.isFinite == other.exponent?.isFinite
    }
    return [x - y, x + y].contains { abs($0 - $0.rounded()) < 1e-6 }
  }

  /// tr²/det of P(kθ)^k for each k that is folded, θ = 5 + 7i.
  private static func traces(of fraction: ContinuedFraction, prime: Int) -> [Trace] {
    let field = QuadraticResidueField(prime: prime)
    let (a, b) = (fraction.a.residues(prime), fraction.b.residues(prime))
    return folds.map { fold in
      let point = QuadraticResidueField.Element(x: 5 * fold % prime, y: 7 * fold % prime)
      guard case .finite(let x) = trace(a, b, at: point, field) else {
        return trace(a, b, at: point, field)
      }
      // With det = 1: tr(P²) = tr² − 2, tr(P³) = tr³ − 3tr.
      switch fold {
      case 2: return .finite(square(field.difference(x, 2), field))
      case 3: return .finite(field.product(x, square(field.difference(x, 3), field)))
      default: return .finite(x)
      }
    }
  }

  private static func square(
    _ x: QuadraticResidueField.Element, _ field: QuadraticResidueField
  ) -> QuadraticResidueField.Element { field.product(x, x) }

  private static func trace(
    _ a: [Int], _ b: [Int], at start: QuadraticResidueField.Element, _ field: QuadraticResidueField
  ) -> Trace {
    typealias Element = QuadraticResidueField.Element
    // Rows (p, q) of the product, each with the entry before and the last one.
    var (before, last) = ((p: Element.one, q: Element.zero), (p: Element.zero, q: Element.one))
    var (point, determinant) = (start, Element.one)
    for _ in 0..<field.prime {
      point.x = (point.x + 1) % field.prime
      let (x, y) = (field.value(a, at: point), field.value(b, at: point))
      let next = (
        p: field.sum(field.product(x, last.p), field.product(y, before.p)),
        q: field.sum(field.product(x, last.q), field.product(y, before.q))
      )
      (before, last) = (last, next)
      determinant = field.product(
        determinant, Element(x: (field.prime - y.x) % field.prime, y: (field.prime - y.y) % field.prime))
    }
    let trace = field.sum(before.p, last.q)
    guard determinant.isZero else {
      return .finite(field.product(square(trace, field), field.inverse(determinant)))
    }
    return trace.isZero ? .undefined : .infinite
  }
}

extension Polynomial {
  /// Coefficients modulo a small prime, constant term first.
  fileprivate func residues(_ prime: Int) -> [Int] { residues(modulo: UInt64(prime)).map { Int($0) } }
}
