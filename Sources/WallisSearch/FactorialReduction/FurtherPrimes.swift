internal import CResidueSieve

/// The residues of single fractions modulo primes, for one b.
struct FurtherPrimes {
  /// Values of b modulo a prime and where it has a root; nil where the prime says nothing about b.
  private struct Values {
    let prime: Int
    let root: Int
    let values: [UInt16]

    init?(_ b: [Int], _ prime: Int) {
      let residues = b.map { $0.modulo(prime) }
      guard residues.last != 0 else { return nil }
      let values = (0..<prime).map { n in UInt16(residues.reversed().reduce(0) { ($0 * n + $1) % prime }) }
      guard let root = values.firstIndex(of: 0) else { return nil }
      (self.prime, self.root, self.values) = (prime, root, values)
    }
  }

  private let values: [Values]
  private let b: [Int]

  /// Those of some primes at which b (constant term first) has a root and that do not divide its leading coefficient.
  init(_ b: [Int], primes: [Int] = SievePrimes.all) {
    self.b = b
    values = primes.compactMap { Values(b, $0) }
  }

  /// Whether a fraction is nilpotent at all primes that say something.
  /// - Parameter a: partial denominators, constant term first, the last coefficient not zero.
  func pass(_ a: [Int]) -> Bool {
    let degree = UInt32(a.count - 1)
    let discriminant = LeadingDiscriminant(a, b)
    return a.withUnsafeBufferPointer { a in
      a.withMemoryRebound(to: Int64.self) { coefficients in
        values.allSatisfy { prime in
          guard !discriminant.isBad(at: prime.prime), let first = coefficients.baseAddress else {
            return true
          }
          return rs_period(UInt32(prime.prime), UInt32(prime.root), prime.values, first, degree)
            != Int32(RS_REGULAR)
        }
      }
    }
  }
}

/// A² + 4B of the leading coefficients where deg b = 2 deg a: its prime divisors say nothing unless it is zero.
struct LeadingDiscriminant {
  /// A and B; nil where nothing is asked.
  private let leading: (a: Int, b: Int)?

  /// For polynomials with the constant term first.
  init(_ a: [Int], _ b: [Int]) {
    guard b.count == 2 * a.count - 1, let top = a.last, let bottom = b.last else {
      leading = nil
      return
    }
    let square = top.multipliedReportingOverflow(by: top)
    let four = bottom.multipliedReportingOverflow(by: -4)
    let isZero = !square.overflow && !four.overflow && square.partialValue == four.partialValue
    leading = isZero ? nil : (top, bottom)
  }

  /// Whether a prime divides it.
  func isBad(at prime: Int) -> Bool {
    guard let leading else { return false }
    let (a, b) = (leading.a.modulo(prime), leading.b.modulo(prime))
    return (a * a + 4 * b) % prime == 0
  }
}
