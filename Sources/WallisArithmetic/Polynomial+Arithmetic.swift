extension Polynomial {
  /// Sum.
  public static func + (x: Polynomial, y: Polynomial) -> Polynomial {
    Polynomial((0..<max(x.coefficients.count, y.coefficients.count)).map { x[$0] + y[$0] })
  }
  /// Difference.
  public static func - (x: Polynomial, y: Polynomial) -> Polynomial { x + -y }
  /// Opposite.
  public static prefix func - (x: Polynomial) -> Polynomial { Polynomial(x.coefficients.map { -$0 }) }

  /// Product, by the schoolbook rule (degrees here are small).
  public static func * (x: Polynomial, y: Polynomial) -> Polynomial {
    guard !x.isZero, !y.isZero else { return .zero }
    var product = [Integer](repeating: 0, count: x.coefficients.count + y.coefficients.count - 1)
    for (i, c) in x.coefficients.enumerated() {
      for (j, d) in y.coefficients.enumerated() { product[i + j] += c * d }
    }
    return Polynomial(product)
  }

  /// Multiple by an integer.
  public static func * (x: Integer, y: Polynomial) -> Polynomial {
    Polynomial(y.coefficients.map { x * $0 })
  }

  /// This polynomial raised to a power.
  /// - Precondition: `exponent` ≥ 0.
  public func power(_ exponent: Int) -> Polynomial {
    precondition(exponent >= 0, "a polynomial power needs a non-negative exponent")
    return (0..<exponent).reduce(Polynomial([1] as [Int])) { product, _ in product * self }
  }

  /// P(n + by) as a polynomial in n, by repeated synthetic division.
  public func shifted(by step: Integer) -> Polynomial {
    var taylor = coefficients
    for start in taylor.indices.dropLast() {
      for index in taylor.indices.dropLast().reversed() where index >= start {
        taylor[index] += step * taylor[index + 1]
      }
    }
    return Polynomial(taylor)
  }

  /// The polynomial with every coefficient divided by an integer that divides them all.
  public func dividedExactly(by divisor: Integer) -> Polynomial {
    Polynomial(coefficients.map { $0.dividedExactly(by: divisor) })
  }
}
