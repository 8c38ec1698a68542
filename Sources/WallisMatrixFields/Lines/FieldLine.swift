public import WallisArithmetic
internal import WallisFormulas

/// A straight line through a matrix field: the steps from start + n·direction to start + (n + 1)·direction.
///
/// Conservation makes the step a matrix of polynomials in n that does not depend on the path, up to a scalar; an order
/// of the axes that meets a matrix that is singular along the whole line is replaced by another one.
public struct FieldLine: Sendable {
  /// The field.
  public let field: MatrixField
  /// Values of its parameters.
  public let parameters: [Rational]
  /// Where the line begins.
  public let start: [Rational]
  /// Where it goes.
  public let direction: [Int]
  /// The step at n, without a common factor of its entries.
  public let step: PolynomialMatrix
  /// det of the step.
  public let determinant: Polynomial

  /// Sum of |direction| at most, so that steps stay small enough to be written down.
  public static let longestDirection = 200

  /// A line through a field.
  ///
  /// - Throws: a `FieldError` for a direction of zero, a wrong number of coordinates, and a line that lies in a
  ///   hyperplane where the matrices have no inverse or no value.
  public init(
    _ field: MatrixField, parameters given: [String: Rational] = [:], start: [Rational]? = nil,
    direction: [Int]? = nil
  ) throws(FieldError) {
    let (start, direction) = (start ?? field.start, direction ?? field.direction)
    try FieldLine.check(start, direction, in: field)
    (self.field, self.start, self.direction) = (field, start, direction)
    parameters = try field.values(of: given)
    let path = LinePath(field: field, parameters: parameters, start: start, direction: direction)
    guard let step = path.step else {
      throw FieldError(
        "the line from (\(FieldLine.text(start))) stays in a hyperplane where the field is singular",
        remedy: "another start: no coordinate on a zero of the determinants (field show)", isSingular: true)
    }
    self.step = step
    determinant = step.determinant
  }

  /// Refuses numbers that give no line.
  private static func check(
    _ start: [Rational], _ direction: [Int], in field: MatrixField
  ) throws(FieldError) {
    let names = field.axes.map(\.name).joined(separator: ", ")
    guard direction.count == field.axes.count else {
      throw FieldError(
        "a direction of \(direction.count) numbers in a field of \(field.axes.count) axes",
        remedy: "axes: \(names)")
    }
    guard start.count == field.axes.count else {
      throw FieldError(
        "a start of \(start.count) numbers in a field of \(field.axes.count) axes", remedy: "axes: \(names)")
    }
    guard direction.contains(where: { $0 != 0 }) else {
      throw FieldError("the direction is zero", remedy: "at least one axis has to move")
    }
    let steps = direction.reduce(Integer(0)) { $0 + Integer($1).magnitude }
    guard steps <= Integer(FieldLine.longestDirection) else {
      throw FieldError(
        "a direction of \(steps) unit steps", remedy: "at most \(FieldLine.longestDirection)")
    }
  }

  /// Numbers separated by commas.
  public static func text(_ numbers: [some CustomStringConvertible]) -> String {
    numbers.map { "\($0)" }.joined(separator: ",")
  }

  /// The first n ≥ 0 whose step is singular: the line meets the boundary of its shard there; nil where it never does.
  public var firstSingularStep: Int? { singularSteps.first }

  /// All n ≥ 0 with a singular step.
  public var singularSteps: [Int] { determinant.integerRoots.compactMap(\.word).filter { $0 >= 0 } }
}

/// The product of unit steps along a path whose corners move with n.
private struct LinePath {
  let field: MatrixField
  let parameters: [Rational]
  let start: [Rational]
  let direction: [Int]

  /// The step along the first order of the axes that meets no matrix singular for all n.
  var step: PolynomialMatrix? {
    let moving = direction.indices.filter { direction[$0] != 0 }
    return LinePath.orders(of: moving).lazy.compactMap { step(along: $0) }.first
  }

  /// All orders of a few axes; rotations of many.
  private static func orders(of axes: [Int]) -> [[Int]] {
    guard axes.count > 1 else { return [axes] }
    guard axes.count <= 5 else {
      return axes.indices.flatMap { k -> [[Int]] in
        let rotated = Array(axes[k...] + axes[..<k])
        return [rotated, rotated.reversed()]
      }
    }
    return axes.indices.flatMap { k in
      orders(of: Array(axes[..<k] + axes[(k + 1)...])).map { [axes[k]] + $0 }
    }
  }

  /// The product, axis after axis; nil when a matrix has no value or no inverse for all n.
  private func step(along order: [Int]) -> PolynomialMatrix? {
    var place = start.map { _ in 0 }
    var product = PolynomialMatrix(identityOfRank: field.rank)
    for axis in order {
      let sign = direction[axis] > 0 ? 1 : -1
      while place[axis] != direction[axis] {
        guard let unit = unit(axis, sign, at: place) else { return nil }
        product = (product * unit).primitive.matrix
        place[axis] += sign
      }
    }
    return product.determinant.isZero ? nil : product
  }

  /// One unit step from start + n·direction + place.
  private func unit(_ axis: Int, _ sign: Int, at place: [Int]) -> PolynomialMatrix? {
    let matrix = field.axes[axis]
    var origin = place
    guard sign == matrix.step else {
      // The step against the matrix is the inverse of the matrix where it arrives.
      origin[axis] += sign
      return value(of: matrix.matrix, at: origin)?.inverseDirection
    }
    return value(of: matrix.matrix, at: origin)
  }

  /// The numerators on the line; nil where the denominator vanishes for all n.
  private func value(of matrix: FieldMatrix, at place: [Int]) -> PolynomialMatrix? {
    let scale = (start + parameters).reduce(Integer(1)) { common, value in
      common * value.denominator.dividedExactly(by: common.gcd(value.denominator))
    }
    let coordinates = zip(zip(start, place), direction).map { at, slope in
      Polynomial([
        (at.0.numerator * scale).dividedExactly(by: at.0.denominator) + Integer(at.1) * scale,
        Integer(slope) * scale,
      ])
    }
    let constants = parameters.map {
      Polynomial(constant: ($0.numerator * scale).dividedExactly(by: $0.denominator))
    }
    let line = coordinates + constants
    let bottom = matrix.denominator
    guard !bottom.restricted(toLine: line, scale: scale, degree: max(0, bottom.degree)).isZero else {
      return nil
    }
    return matrix.onLine(line, scale: scale).primitive.matrix
  }
}
