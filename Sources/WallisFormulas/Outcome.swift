public import WallisArithmetic

/// What the limit of a formula is: a mathematical result, never an error.
public enum Outcome: Sendable, Hashable {
  /// A finite limit, known by digits.
  case value
  /// A limit proved to be this fraction.
  case rational(Rational)
  /// A finite fraction: b has a positive integer root. Its exact value; nil when the last denominator is zero.
  case terminates(Rational?)
  /// The convergents tend to ∞.
  case infinite
  /// There is no limit, even in the projective sense.
  case diverges(Divergence)
  /// Even and odd convergents have different limits.
  case oscillates(Divergence)
  /// It could not be decided within the limits that were set.
  case undetermined(String)

  /// The word used in JSON, tables and the catalog.
  public var status: String {
    switch self {
    case .value: "value"
    case .rational: "rational"
    case .terminates: "terminates"
    case .infinite: "infinite"
    case .diverges: "diverges"
    case .oscillates: "oscillates"
    case .undetermined: "undetermined"
    }
  }
}

/// Why a formula has no limit, decided by exact arithmetic from its coefficients.
public enum Divergence: String, Sendable, Hashable, CaseIterable {
  /// deg b = 2 deg a and A² + 4B < 0: the characteristic roots are complex.
  case complexRoots = "complex characteristic roots"
  /// deg b is 2 deg a + 1 or 2 deg a + 2 with B < 0.
  case negativeNumerators = "b outgrows a² and is negative"
  /// deg b > 2 deg a + 2.
  case numeratorsOutgrow = "b outgrows a² by more than n²"
  /// Double characteristic root and Δ(n) = 1 + 4b(n)/(a(n)a(n−1)) negative like 1/n.
  case doubleRootFirstOrder = "double characteristic root, discriminant negative like 1/n"
  /// Double characteristic root and n²Δ(n) tends to a number below −1/4.
  case doubleRootSecondOrder = "double characteristic root, discriminant below -1/(4n^2)"
  /// a ≡ 0.
  case zeroDenominators = "all partial denominators are zero"
  /// The terms of a sum do not tend to 0.
  case lastingTerms = "the terms do not tend to 0"
  /// The terms of a sum are of one sign in the end, and like 1/k or larger.
  case slowTerms = "the terms are of one sign and like 1/k or larger"
  /// The factors of a product do not tend to 1.
  case lastingFactors = "the factors do not tend to 1"
  /// The ratios of the columns of a product of matrices have different limits.
  case columns = "the columns have different limits"
  /// The convergents of even depth tend to another limit than those of odd depth.
  case evenAndOdd = "even and odd convergents have different limits"
  /// The factors of a product differ from 1 like 1/k.
  case slowFactors = "the factors differ from 1 like 1/k"
}
