public import WallisArithmetic
internal import WallisFormulas

/// A square matrix of rational functions: polynomials over a common denominator.
public struct FieldMatrix: Sendable, Equatable {
  /// Numerators row by row.
  public let numerators: [[MultivariatePolynomial]]
  /// The common denominator.
  public let denominator: MultivariatePolynomial
  /// Highest total degree of a numerator.
  public let degree: Int

  /// The matrix with these rational functions as entries.
  /// - Precondition: as many columns as rows, all in one ring.
  public init(_ rows: [[MultivariateFraction]]) {
    precondition(!rows.isEmpty && rows.allSatisfy { $0.count == rows.count }, "a square matrix")
    let one = MultivariatePolynomial(constant: 1, variables: rows[0][0].numerator.variables)
    let common = rows.joined().reduce(one) { common, entry in
      let shared = common.gcd(entry.denominator)
      return common * (entry.denominator.quotient(by: shared) ?? entry.denominator)
    }
    denominator = common
    numerators = rows.map { row in
      row.map { $0.numerator * (common.quotient(by: $0.denominator) ?? one) }
    }
    degree = numerators.joined().map(\.degree).max() ?? 0
  }

  private init(_ numerators: [[MultivariatePolynomial]], _ denominator: MultivariatePolynomial, degree: Int) {
    (self.numerators, self.denominator, self.degree) = (numerators, denominator, degree)
  }

  /// The matrix with whole numbers for some of its variables, which leave the ring.
  func restricted(to values: [Int: Integer]) -> FieldMatrix {
    let values = values.mapValues { Rational($0) }
    func fixed(_ p: MultivariatePolynomial) -> MultivariatePolynomial {
      p.restricted(to: values, degree: max(0, p.degree))
    }
    let rows = numerators.map { $0.map(fixed) }
    return FieldMatrix(rows, fixed(denominator), degree: rows.joined().map(\.degree).max() ?? 0)
  }

  /// Number of rows and of columns.
  public var rank: Int { numerators.count }

  /// The matrix one step further along a variable, forwards or backwards.
  func shifted(_ variable: Int, by step: Int) -> FieldMatrix {
    FieldMatrix(
      numerators.map { $0.map { $0.shifted(variable, by: step) } },
      denominator.shifted(variable, by: step), degree: degree)
  }

  /// The numerators of a product.
  static func product(_ x: FieldMatrix, _ y: FieldMatrix) -> [[MultivariatePolynomial]] {
    x.numerators.map { row in
      (0..<y.rank).map { column in
        (1..<max(1, row.count)).reduce(row[0] * y.numerators[0][column]) {
          row[$1].isZero || y.numerators[$1][column].isZero ? $0 : $0 + row[$1] * y.numerators[$1][column]
        }
      }
    }
  }

  /// The entries as texts, reduced.
  public func texts(_ names: [String]) -> [[String]] {
    numerators.map { row in
      row.map { numerator in
        let entry = MultivariateFraction(numerator, denominator)
        let top = entry.numerator.text(names)
        guard entry.denominator != MultivariatePolynomial(constant: 1, variables: names.count) else {
          return top
        }
        let bottom = entry.denominator.text(names)
        let isSum = entry.numerator.count > 1
        let isProduct = bottom.contains { "+-*/".contains($0) }
        return (isSum ? "(\(top))" : top) + "/" + (isProduct ? "(\(bottom))" : bottom)
      }
    }
  }
}
