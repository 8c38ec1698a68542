extension MultivariatePolynomial {
  /// Total degree; −1 for zero.
  public var degree: Int { terms.map { $0.exponents.reduce(0, +) }.max() ?? -1 }

  /// Highest exponent of one variable; −1 for zero.
  public func degree(in variable: Int) -> Int { terms.map { $0.exponents[variable] }.max() ?? -1 }

  /// The value at a point, one fraction for each variable.
  public func value(at point: [Rational]) -> Rational {
    precondition(point.count == variables, "a coordinate for each variable")
    var sum = Rational(0)
    for term in terms {
      var product = Rational(term.coefficient)
      for (coordinate, exponent) in zip(point, term.exponents) where exponent > 0 {
        product =
          product * Rational(coordinate.numerator.power(exponent), coordinate.denominator.power(exponent))
      }
      sum = sum + product
    }
    return sum
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
    let terms = terms
    let powers = line.indices.map { variable in
      let highest = terms.map { $0.exponents[variable] }.max() ?? 0
      return (0..<max(0, highest)).reduce(into: [Polynomial(constant: 1)]) { powers, _ in
        powers.append(powers[powers.count - 1] * line[variable])
      }
    }
    return terms.reduce(Polynomial.zero) { sum, term in
      let total = term.exponents.reduce(0, +)
      let start = Polynomial(constant: term.coefficient * scale.power(degree - total))
      return sum
        + term.exponents.enumerated().reduce(start) { product, next in
          next.element == 0 ? product : product * powers[next.offset][next.element]
        }
    }
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
