internal import RealModule
public import WallisArithmetic
public import WallisFormulas
internal import WallisMatrixFields

/// Two continued fractions that compute the same thing: after steps are folded, A(n)U(n+1)·g₂(n) = g₁(n)·U(n)B(n).
///
/// U carries solutions of the second recurrence into solutions of the first. It carries the minimal one to the minimal
/// one where the quotient of the solutions outgrows all powers of n, or at least those by which U and its inverse can
/// change it; then limit(first) = map(limit(second)).
///
/// - Reference: Shalyt et al. (2025), "From Euler to AI", section 4; Pincherle for the limits.
public struct LinkCertificate: Sendable, Equatable {
  /// The first fraction.
  public let first: ContinuedFraction
  /// The second fraction.
  public let second: ContinuedFraction
  /// How many steps of each are one step of the identity.
  public let folds: [Int]
  /// U(n); it is used beyond its last singular place.
  public let matrix: PolynomialMatrix
  /// limit(first) = map(limit(second)) where `carriesLimits` says so; what U(n) suggests elsewhere.
  public let map: MoebiusMap

  /// Whether the identity proves the map of the limits too.
  public private(set) var carriesLimits = false

  /// The fractions of the folded steps, A(n) and B(n) being their steps.
  public var foldedFractions: [ContinuedFraction] { folded }

  private let folded: [ContinuedFraction]

  /// The certificate with these parts; nil where a step of it does not hold.
  public init?(
    _ first: ContinuedFraction, _ second: ContinuedFraction, folds: [Int], matrix: PolynomialMatrix
  ) {
    guard folds.count == 2, folds.allSatisfy({ (1...9).contains($0) }), matrix.rank == 2,
      let one = LinkCertificate.folded(first, folds[0]), let other = LinkCertificate.folded(second, folds[1]),
      CoboundaryLink.holds(one.fraction, other.fraction, matrix)
    else { return nil }
    let last = matrix.determinant.integerRoots.last ?? 0
    guard let start = max(last, 0).word, start <= LinkCertificate.furthestStart else { return nil }
    let entries = matrix.value(at: start + 1)
    guard let heart = MoebiusMap(entries[0, 0], entries[0, 1], entries[1, 0], entries[1, 1]),
      let front = LinkCertificate.rest(of: one.fraction, after: start),
      let back = LinkCertificate.rest(of: other.fraction, after: start)
    else { return nil }
    (self.first, self.second, self.folds, self.matrix) = (first, second, folds, matrix)
    folded = [one.fraction, other.fraction]
    map = one.map.after(front.inverse).after(heart).after(back).after(other.map.inverse)
    carriesLimits = growthsDiffer
  }

  private static let furthestStart = 1_000

  /// limit ↦ b(m+1)/(a(m+1) + …), what the steps after m compute; nil where the fraction ends before.
  private static func rest(of fraction: ContinuedFraction, after m: Int) -> MoebiusMap? {
    guard let tail = fraction.tailMap(steps: m),
      let front = MoebiusMap(1, -fraction.a.value(at: m), 0, 1)
    else { return nil }
    return front.after(tail)
  }

  private static func folded(
    _ fraction: ContinuedFraction, _ k: Int
  ) -> (fraction: ContinuedFraction, map: MoebiusMap)? {
    k == 1 ? (fraction, .identity) : fraction.folded(k)
  }

  /// Whether minimal solutions correspond: the growth of the quotient of solutions exceeds what U may change.
  private var growthsDiffer: Bool {
    let rates = folded.map { LinkCertificate.powerOfError($0) }
    guard let x = rates[0], let y = rates[1] else { return false }
    guard x.isFinite, y.isFinite else { return true }
    // Solutions of one class grow by a factor like n^g a step: the second entry of a pair weighs n^g.
    let growths = folded.map { Double(max(2 * $0.a.degree, $0.b.degree)) / 2 }
    let weights = [[0, -growths[1]], [growths[0], growths[0] - growths[1]]]
    let sizes = (0..<2).flatMap { i in
      (0..<2).filter { !matrix[i, $0].isZero }.map { Double(matrix[i, $0].degree) + weights[i][$0] }
    }
    let determinant = Double(matrix.determinant.degree) + growths[0] - growths[1]
    return x + y > 2 * (sizes.max() ?? 0) - determinant + 1e-6
  }

  /// s where the error of the convergents is like n^−s, ∞ for what is smaller; nil without a limit.
  static func powerOfError(_ fraction: ContinuedFraction) -> Double? {
    let classification = Classification(fraction)
    switch classification.kind {
    case .terminates, .diverges, .oscillates: return nil
    case .factorial, .exponential, .doubleRootFirstOrder, .numeratorFirstOrder: return .infinity
    case .constant: return classification.discriminantDegree == nil ? 1 : .infinity
    case .doubleRootFlat: return 1
    case .doubleRootSecondOrder:
      return (1 + 4 * (classification.discriminantCoefficient?.approximation ?? 0)).squareRoot()
    case .numeratorSecondOrder:
      // Δ = 4b/a² + …: its leading coefficient is 4B/A².
      let quotient = classification.discriminantCoefficient?.approximation ?? .infinity
      return (4 / quotient).squareRoot()
    }
  }
}

extension LinkCertificate {
  /// Folds that are tried, the cheapest first.
  static let tried = [[1, 1], [1, 2], [2, 1], [1, 3], [3, 1], [2, 3], [3, 2]]

  /// Seeks the certificate of two fractions whose limits a Möbius map connects; nil where none is found.
  public init?(relating first: ContinuedFraction, _ second: ContinuedFraction) {
    self.init(relating: LinkSubject(first), LinkSubject(second))
  }

  /// The same for fractions that are compared with many.
  public init?(relating first: LinkSubject, _ second: LinkSubject) {
    let folds = first.plausibleFolds(with: second)
    guard !folds.isEmpty else { return nil }
    for digits in [60, 150] {
      guard let x = first.limit(digits: digits), let y = second.limit(digits: digits) else { return nil }
      guard let map = MoebiusMap(from: y, to: x) else { continue }
      self.init(first.fraction, second.fraction, map: map, amongFolds: folds)
      return
    }
    return nil
  }

  /// The same where limit(first) = map(limit(second)) is supposed.
  public init?(relating first: ContinuedFraction, _ second: ContinuedFraction, map: MoebiusMap) {
    let folds = LinkSignature(first).plausibleFolds(with: LinkSignature(second))
    self.init(first, second, map: map, amongFolds: folds)
  }

  private init?(
    _ first: ContinuedFraction, _ second: ContinuedFraction, map: MoebiusMap, amongFolds likely: [[Int]]
  ) {
    for folds in LinkCertificate.plausible(first, second) where likely.contains(folds) {
      guard let one = LinkCertificate.folded(first, folds[0]),
        let other = LinkCertificate.folded(second, folds[1]),
        let link = CoboundaryLink(
          one.fraction, other.fraction, map: one.map.inverse.after(map).after(other.map)),
        let certificate = LinkCertificate(first, second, folds: folds, matrix: link.matrix)
      else { continue }
      self = certificate
      return
    }
    return nil
  }

  /// The certificate read the other way; nil where its steps do not begin.
  public var inverse: LinkCertificate? {
    matrix.inverseDirection.flatMap { LinkCertificate(second, first, folds: folds.reversed(), matrix: $0) }
  }

  /// Folds that make the rates of convergence equal where both are geometric; all that are tried elsewhere.
  private static func plausible(_ first: ContinuedFraction, _ second: ContinuedFraction) -> [[Int]] {
    guard let x = rate(first), let y = rate(second) else {
      return rate(first) == nil && rate(second) == nil ? tried : []
    }
    return tried.filter { abs(Double($0[0]) * x - Double($0[1]) * y) < 1e-6 * (x + y) }
  }

  /// log |λ₁/λ₂| of the characteristic roots; nil where their moduli agree or a root is 0.
  private static func rate(_ fraction: ContinuedFraction) -> Double? {
    guard case .exponential = Classification(fraction).kind else { return nil }
    let (a, b) = (fraction.a.leading, fraction.b.leading)
    // λ² = Aλ + B: |λ₁/λ₂| = (1 + √(1 + 4B/A²))²/(4|B|/A²).
    let quotient = 4 * Rational(b, a * a).approximation
    let root = (1 + quotient).squareRoot()
    return abs(Double.log((1 + root) / abs(1 - root)))
  }
}

extension LinkCertificate {
  /// g₁ and g₂ without a common factor: A(n)U(n+1)g₂(n) = g₁(n)U(n)B(n).
  public var multipliers: (g1: Polynomial, g2: Polynomial) {
    func step(_ fraction: ContinuedFraction) -> PolynomialMatrix {
      PolynomialMatrix([[.zero, fraction.b], [Polynomial(constant: 1), fraction.a]])
    }
    let shifted = PolynomialMatrix(matrix.rows.map { $0.map { $0.shifted(by: 1) } })
    let (left, right) = (
      (step(folded[0]) * shifted).rows.flatMap(\.self), (matrix * step(folded[1])).rows.flatMap(\.self)
    )
    for (x, y) in zip(left, right) where !x.isZero && !y.isZero {
      let quotient = RationalFunction(x, y)
      return (quotient.numerator, quotient.denominator)
    }
    return (Polynomial(constant: 1), Polynomial(constant: 1))
  }
}
