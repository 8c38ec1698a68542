internal import WallisArithmetic
internal import WallisFormulas

/// The exact proof that a matrix field is conservative: an identity of polynomials for each pair of axes.
struct ConservationCheck {
  let axes: [MatrixField.Axis]
  let names: [String]

  /// A pair of axes round whose unit square the two products differ, with a point.
  struct Violation: CustomStringConvertible {
    let first: MatrixField.Axis
    let second: MatrixField.Axis
    let names: [String]
    let point: [Int]
    let place: (row: Int, column: Int)
    let values: (Rational, Rational)

    var description: String {
      let coordinates = zip(names, point).map { "\($0)=\($1)" }.joined(separator: ", ")
      return
        "not conservative: \(first.name) then \(second.name), and \(second.name) then \(first.name), differ at "
        + "\(coordinates): entry (\(place.row + 1),\(place.column + 1)) is \(values.0) and \(values.1)"
    }
  }

  /// The first pair that fails; nil for a conservative field.
  ///
  /// - Complexity: two products of matrices for each pair of axes.
  var violation: Violation? {
    for j in axes.indices.dropFirst() {
      for i in 0..<j {
        if let violation = violation(i, j) { return violation }
      }
    }
    return nil
  }

  private func violation(_ i: Int, _ j: Int) -> Violation? {
    let (first, second) = (axes[i].matrix, axes[j].matrix)
    let firstMoved = first.shifted(j, by: axes[j].step)
    let secondMoved = second.shifted(i, by: axes[i].step)
    let left = FieldMatrix.product(first, secondMoved)
    let right = FieldMatrix.product(second, firstMoved)
    let leftBottom = first.denominator * secondMoved.denominator
    let rightBottom = second.denominator * firstMoved.denominator
    let isCommon = leftBottom == rightBottom
    for row in left.indices {
      for column in left.indices {
        let (x, y) = (left[row][column], right[row][column])
        if isCommon ? x == y : x * rightBottom == y * leftBottom { continue }
        let (p, q) = (MultivariateFraction(x, leftBottom), MultivariateFraction(y, rightBottom))
        guard let found = point(where: p, differsFrom: q) else { continue }
        return Violation(
          first: axes[i], second: axes[j], names: names, point: found.point, place: (row, column),
          values: found.values)
      }
    }
    return nil
  }

  /// A small point where two different functions are defined and differ.
  private func point(
    where x: MultivariateFraction, differsFrom y: MultivariateFraction
  ) -> (point: [Int], values: (Rational, Rational))? {
    let difference = x - y
    // A polynomial that is not zero has a point off its zeros in any box with more values than its degree.
    for size in 1...64 {
      for attempt in 0..<24 {
        let point = names.indices.map { (size + attempt * (2 * $0 + 1) + $0 * $0) % (size + 2) + 1 }
        let place = point.map { Rational(Integer($0)) }
        let bottoms = [x, y, difference].map { $0.denominator.value(at: place) }
        guard bottoms.allSatisfy({ $0.signum != 0 }), difference.numerator.value(at: place).signum != 0 else {
          continue
        }
        return (point, (x.numerator.value(at: place) / bottoms[0], y.numerator.value(at: place) / bottoms[1]))
      }
    }
    return (names.map { _ in 0 }, (0, 0))
  }
}
