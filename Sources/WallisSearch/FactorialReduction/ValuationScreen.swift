internal import CResidueSieve
internal import WallisArithmetic

/// Tells survivors that reduce in part by valuations in words, before exact convergents are asked.
///
/// Full reduction takes ℓ^D away in every period of a good prime ℓ, D = max(deg a, deg b/2), once the steps have begun.
/// Where the step products gain less over two periods at three primes, or less by two at two primes, the reduction is
/// partial: accidents are single factors at single primes. Where b does not split over the rationals nothing is said: an
/// irreducible factor, which a change of basis brings in, is taken away whole, but at its own primes only.
struct ValuationScreen {
  private static let primes = [11, 13, 17, 19, 23, 29, 31, 37, 41, 43]
  /// Primes that must say something.
  private static let needed = 8

  private let b: [Int]
  private let primes: [Int]

  /// A screen for partial numerators, constant term first.
  init(_ b: [Int]) {
    func saysSomething(_ prime: Int) -> Bool { CanonicalNumerators(b, modulo: prime)?.root != nil }
    let splits = Polynomial(b).irreducibleFactors.allSatisfy { $0.0.degree <= 1 }
    self.b = b
    primes = splits ? ValuationScreen.primes.filter(saysSomething) : []
  }

  /// Whether a fraction that is nilpotent at all good primes reduces in part; false where that is not settled.
  /// - Parameter a: partial denominators, constant term first, the last coefficient not zero.
  func isPartial(_ a: [Int]) -> Bool {
    let discriminant = LeadingDiscriminant(a, b)
    let good = primes.filter { (a.last ?? 0) % $0 != 0 && !discriminant.isBad(at: $0) }
    guard good.count >= ValuationScreen.needed else { return false }
    let expected = max(2 * (a.count - 1), b.count - 1)
    var (short, missingTwo) = (0, 0)
    for (number, prime) in good.enumerated() {
      let missing = expected - gain(a, at: prime)
      if missing > 0 { short += 1 }
      if missing > 1 { missingTwo += 1 }
      if missingTwo == 2 || (number == 2 && short == 3) { return true }
    }
    return false
  }

  private func gain(_ a: [Int], at prime: Int) -> Int {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        a.withMemoryRebound(to: Int64.self) { a in
          b.withMemoryRebound(to: Int64.self) { b in
            Int(
              rs_gain(
                UInt32(prime), a.baseAddress, UInt32(a.count - 1), b.baseAddress, UInt32(b.count - 1), 2, 4))
          }
        }
      }
    }
  }
}
