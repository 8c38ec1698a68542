public import WallisArithmetic
internal import WallisFormulas

/// Fields from differential equations: the contiguous relations of pFq and of Meijer's G.
///
/// Statement: F = pFq(x; y; z) satisfies D F = 0 with D = θ∏(θ + y(j) − 1) − z∏(θ + x(i)), θ = z d/dz. In the basis
/// F, θF, θ²F, … the operator θ is the companion matrix Θ of D, and F with x(i) + 1 is (θ/x(i) + 1)F, F with
/// y(j) − 1 is (θ/(y(j) − 1) + 1)F. The row of these functions at a point times the product along a path is the row
/// at its end.
///
/// - Reference: Weinbaum, Barsky et al., arXiv 2507.08138 (2025); NIST Digital Library, 16.3 and 16.19.
public enum HypergeometricField {
  /// The field of pFq at z: forward steps for x, backward steps for y. Its rank is max(p, q + 1), and one less at z = 1
  /// where p = q + 1.
  ///
  /// - Throws: a `FieldError` for numbers without a field.
  public static func pFq(_ p: Int, _ q: Int, at z: Rational) throws(FieldError) -> MatrixField {
    guard (0...10).contains(p), (0...10).contains(q), p + q >= 1, z.signum != 0 else {
      throw FieldError("no field \(p)F\(q) at z = \(z)", remedy: "p and q from 0 to 10, z other than 0")
    }
    let ring = OperatorRing(variables: p + q)
    let lower = (0..<q).map { ring.variable(p + $0) - ring.one }
    let upper = (0..<p).map { ring.variable($0) }
    let companion = try ring.companion(
      ring.difference(ring.product(lower + [ring.zero]), ring.scaled(ring.product(upper), by: z)))
    let axes =
      (0..<p).map { i in
        MatrixField.Axis(
          name: "x\(i)", isForward: true, matrix: ring.matrix(companion, over: ring.variable(i), plus: 1))
      }
      + (0..<q).map { j in
        MatrixField.Axis(
          name: "y\(j)", isForward: false, matrix: ring.matrix(companion, over: lower[j], plus: 1))
      }
    return try MatrixField(
      name: "\(p)F\(q)", title: "the hypergeometric function \(p)F\(q) at z = \(z)",
      reference: "contiguous relations; arXiv 2507.08138", axes: axes,
      start: (0..<p).map { _ in 1 } + (0..<q).map { _ in 2 },
      direction: (0..<p).map { _ in 1 } + (0..<q).map { _ in p == q + 1 ? 2 : 1 },
      settings: [MatrixField.Parameter(name: "z", value: z)])
  }

  /// The field of Meijer's G with m, n, p, q at z: backward steps for a, forward steps for b.
  ///
  /// - Throws: a `FieldError` for numbers without a field.
  public static func meijerG(
    m: Int, n: Int, p: Int, q: Int, at z: Rational
  ) throws(FieldError) -> MatrixField {
    guard (0...p).contains(n), (0...q).contains(m), p + q >= 1, p <= 10, q <= 10, z.signum != 0 else {
      throw FieldError(
        "no function G with m,n,p,q = \(m),\(n),\(p),\(q) at z = \(z)",
        remedy: "0 ≤ n ≤ p, 0 ≤ m ≤ q, z other than 0")
    }
    let ring = OperatorRing(variables: p + q)
    let upper = (0..<p).map { ring.one - ring.variable($0) }
    let lower = (0..<q).map { -ring.variable(p + $0) }
    let sign: Rational = (p - m - n) % 2 == 0 ? 1 : -1
    let companion = try ring.companion(
      ring.difference(ring.scaled(ring.product(upper), by: sign * z), ring.product(lower)))
    let above = (0..<p).map { i in
      let matrix = ring.matrix(companion, plus: upper[i], sign: i < n ? 1 : -1)
      return MatrixField.Axis(name: "a\(i)", isForward: false, matrix: matrix)
    }
    let below = (0..<q).map { j in
      let matrix = ring.matrix(companion, plus: lower[j], sign: j < m ? -1 : 1)
      return MatrixField.Axis(name: "b\(j)", isForward: true, matrix: matrix)
    }
    return try MatrixField(
      name: "meijerG", title: "Meijer's G with m,n,p,q = \(m),\(n),\(p),\(q) at z = \(z)",
      reference: "contiguous relations; arXiv 2507.08138", axes: above + below,
      start: (0..<p).map { Rational(1, Integer($0 + 2)) } + (0..<q).map { _ in 1 },
      direction: (0..<p).map { _ in 0 } + (0..<q).map { _ in 1 },
      settings: zip("mnpq", [m, n, p, q]).map { .init(name: "\($0)", value: Rational(Integer($1))) }
        + [.init(name: "z", value: z)])
  }
}

/// Polynomials in θ over rational functions of the parameters, constant term first.
private struct OperatorRing {
  let variables: Int

  typealias Operator = [MultivariateFraction]

  var one: MultivariateFraction { constant(1) }
  var zero: MultivariateFraction { constant(0) }

  func constant(_ value: Rational) -> MultivariateFraction {
    MultivariateFraction(constant: value, variables: variables)
  }

  func variable(_ index: Int) -> MultivariateFraction {
    MultivariateFraction(MultivariatePolynomial(variable: index, of: variables))
  }

  /// ∏(θ + root).
  func product(_ roots: [MultivariateFraction]) -> Operator {
    roots.reduce([one]) { product, root in
      (0...product.count).map { power in
        let lower = power > 0 ? product[power - 1] : zero
        return power < product.count ? lower + root * product[power] : lower
      }
    }
  }

  func scaled(_ x: Operator, by factor: Rational) -> Operator { x.map { constant(factor) * $0 } }

  func difference(_ x: Operator, _ y: Operator) -> Operator {
    (0..<max(x.count, y.count)).map { ($0 < x.count ? x[$0] : zero) - ($0 < y.count ? y[$0] : zero) }
  }

  /// The matrix of θ in the basis F, θF, …: column k holds θ^(k+1) F.
  func companion(_ equation: Operator) throws(FieldError) -> [[MultivariateFraction]] {
    guard let order = equation.lastIndex(where: { !$0.numerator.isZero }), order >= 1 else {
      throw FieldError("the equation of this function has no order", remedy: "another z, or more parameters")
    }
    return (0..<order).map { row in
      (0..<order).map { column in
        if column == order - 1 { return -(equation[row] / equation[order]) }
        return row == column + 1 ? one : zero
      }
    }
  }

  /// Θ/divisor + constant.
  func matrix(
    _ companion: [[MultivariateFraction]], over divisor: MultivariateFraction, plus constant: Rational
  ) -> FieldMatrix {
    FieldMatrix(
      companion.enumerated().map { row, entries in
        entries.enumerated().map { column, entry in
          entry / divisor + (row == column ? self.constant(constant) : zero)
        }
      })
  }

  /// ±(Θ + diagonal).
  func matrix(
    _ companion: [[MultivariateFraction]], plus diagonal: MultivariateFraction, sign: Rational
  ) -> FieldMatrix {
    FieldMatrix(
      companion.enumerated().map { row, entries in
        entries.enumerated().map { column, entry in
          constant(sign) * (row == column ? entry + diagonal : entry)
        }
      })
  }
}
