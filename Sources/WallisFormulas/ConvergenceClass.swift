/// Speed of convergence, decided from the coefficients alone.
public enum ConvergenceClass: String, Sendable, Hashable, CaseIterable {
  /// Error like n!^(−k), k > 0.
  case factorial
  /// Error like r^n.
  case exponential
  /// Error like exp(−c√n).
  case subexponential
  /// Error like n^(−r).
  case powerlaw
  /// Error like 1/ln n.
  case logarithmic
  /// The fraction ends.
  case finite
}
