internal import CArithmetic

extension MultivariatePolynomial {
  /// Total degree; −1 for zero.
  public var degree: Int { withPointer { Int(fmpz_mpoly_total_degree_si($0, $1)) } }

  /// Highest exponent of one variable; −1 for zero.
  public func degree(in variable: Int) -> Int {
    withPointer { Int(fmpz_mpoly_degree_si($0, variable, $1)) }
  }

  /// The value at a point, one fraction for each variable.
  public func value(at point: [Rational]) -> Rational {
    precondition(point.count == variables, "a coordinate for each variable")
    guard !isZero else { return 0 }
    let scale = point.reduce(Integer(1)) { common, x in
      common * x.denominator.dividedExactly(by: common.gcd(x.denominator))
    }
    let scaled = point.map { $0.numerator * scale.dividedExactly(by: $0.denominator) }
    let value = homogenised(scale: scale, degree: degree).value(at: scaled)
    return Rational(value, scale.power(degree))
  }

  private func value(at point: [Integer]) -> Integer {
    withExtendedLifetime(point) {
      withPointers(to: point.map(\.raw)) { coordinates in
        withPointer { p, ring in
          Integer.result {
            let isDone = fmpz_mpoly_evaluate_all_fmpz($0, p, coordinates, ring) != 0
            precondition(isDone, "a value of a polynomial fits memory")
          }
        }
      }
    }
  }

  /// Every term times scale^(degree − its degree): scale^degree · P(x) is the value at scale · x.
  private func homogenised(scale: Integer, degree: Int) -> MultivariatePolynomial {
    guard scale != 1 else { return self }
    let powers = (0...max(0, degree)).map { scale.power($0) }
    var exponents = [UInt](repeating: 0, count: variables)
    return MultivariatePolynomial(in: ring) { r, ring in
      withPointer { p, _ in fmpz_mpoly_set(r, p, ring) }
      for index in 0..<count {
        fmpz_mpoly_get_term_exp_ui(&exponents, r, index, ring)
        let coefficient = r.pointee.coeffs + index
        powers[degree - Int(exponents.reduce(0, +))].withPointer { fmpz_mul(coefficient, coefficient, $0) }
      }
    }
  }

  /// The polynomial in the remaining variables, with values for some, times the least positive integer that clears
  /// denominators of degree `degree` in the values.
  ///
  /// - Parameter values: a fraction for each variable that is replaced, by index.
  /// - Returns: scale · P with the replaced variables taken out of the ring, for scale = (∏ denominators)^degree.
  /// - Precondition: a variable remains; `degree` is at least the degree in each replaced variable.
  public func restricted(to values: [Int: Rational], degree: Int) -> MultivariatePolynomial {
    let kept = (0..<variables).filter { values[$0] == nil }
    precondition(!kept.isEmpty, "a variable remains")
    let restricted = terms.map { term in
      var coefficient = term.coefficient
      for (variable, value) in values {
        let exponent = term.exponents[variable]
        coefficient *= value.numerator.power(exponent) * value.denominator.power(degree - exponent)
      }
      return Term(exponents: kept.map { term.exponents[$0] }, coefficient: coefficient)
    }
    return MultivariatePolynomial(restricted, variables: kept.count)
  }

  /// The polynomial on a line, in the parameter n of the line: scale^degree · P(point(n)).
  ///
  /// - Parameter line: scale · coordinate for each variable, a polynomial in n of degree 1 at most.
  /// - Precondition: `degree` is at least the total degree.
  public func restricted(toLine line: [Polynomial], scale: Integer, degree: Int) -> Polynomial {
    precondition(line.count == variables, "a coordinate for each variable")
    return withExtendedLifetime(line) {
      withPointers(to: line.map { $0.withPointer(\.pointee) }) { coordinates in
        homogenised(scale: scale, degree: degree).withPointer { p, ring in
          .result {
            let isDone = fmpz_mpoly_compose_fmpz_poly($0, p, coordinates, ring) != 0
            precondition(isDone, "a polynomial on a line fits memory")
          }
        }
      }
    }
  }

  /// scale^degree · P(values/scale) in variables of the same ring, `degree` the total degree.
  ///
  /// - Precondition: a polynomial of the ring for each variable; `scale` is positive.
  public func substituting(_ values: [MultivariatePolynomial], scale: Integer) -> MultivariatePolynomial {
    precondition(values.count == variables && scale.signum > 0, "a polynomial for each variable")
    return isZero ? self : homogenised(scale: scale, degree: degree).composed(with: values)
  }

  /// Text with the given names of the variables, for example `x^3+2*x*y-1`.
  public func text(_ names: [String]) -> String {
    guard !isZero else { return "0" }
    let ordered = terms.sorted { x, y in
      let (dx, dy) = (x.exponents.reduce(0, +), y.exponents.reduce(0, +))
      return dx != dy ? dx > dy : y.exponents.lexicographicallyPrecedes(x.exponents)
    }
    return ordered.enumerated().map { position, term in
      let factors = zip(names, term.exponents).filter { $0.1 > 0 }
        .map { $0.1 == 1 ? $0.0 : "\($0.0)^\($0.1)" }
      let sign = term.coefficient.signum < 0 ? "-" : position == 0 ? "" : "+"
      let size = term.coefficient.magnitude
      let number = size == 1 && !factors.isEmpty ? [] : ["\(size)"]
      return sign + (number + factors).joined(separator: "*")
    }.joined()
  }
}
