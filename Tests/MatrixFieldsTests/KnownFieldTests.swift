import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisMatrixFields

/// The table of known fields; limits computed independently with mpmath to 40 digits along these lines.
struct KnownFieldTests {
  struct Limit: CustomTestStringConvertible, Sendable {
    let field: String
    let start: [Rational]
    let direction: [Int]
    let value: String
    var parameters: [String: Rational] = [:]
    var testDescription: String { "\(field) from \(start) towards \(direction)" }
  }

  private static let half = Rational(1, 2)

  static let limits: [Limit] = [
    Limit(field: "e", start: [0, 0], direction: [1, 1], value: "1/(1-e)"),
    Limit(field: "e", start: [1, 1], direction: [1, 1], value: "(8-3*e)/(3-e)"),
    Limit(field: "e", start: [1, 1], direction: [2, 1], value: "(8-3*e)/(3-e)"),
    Limit(field: "e", start: [-1, 0], direction: [-1, 1], value: "1/gompertz-1"),
    Limit(field: "pi", start: [1, 0], direction: [1, 1], value: "(2-pi)/2"),
    Limit(field: "pi", start: [1, 1], direction: [1, 1], value: "(2*pi-6)/(pi-4)"),
    Limit(field: "pi", start: [1, 1], direction: [3, 2], value: "(2*pi-6)/(pi-4)"),
    Limit(field: "pi", start: [half, half], direction: [1, 1], value: "1-4/pi"),
    Limit(field: "pi-symmetric", start: [half, half], direction: [1, 1], value: "(4-pi)/(2*pi)"),
    Limit(field: "pi-symmetric", start: [1, 1], direction: [1, 1], value: "(6-2*pi)/(pi-4)"),
    Limit(field: "log", start: [1, 1], direction: [1, 1], value: "1/log(2)-1"),
    Limit(
      field: "log", start: [1, 1], direction: [1, 1], value: "-2+3/log(5/2)", parameters: ["c1": 2, "c3": 3]),
    Limit(field: "zeta2", start: [1, 1], direction: [1, 1], value: "12/pi^2-2"),
    Limit(field: "zeta2", start: [1, half], direction: [1, 1], value: "(1-6*catalan)/(4*catalan)"),
    Limit(field: "zeta2", start: [half, 1], direction: [1, 1], value: "(8-pi^2)/(2*pi^2)"),
    Limit(field: "zeta3", start: [1, 1], direction: [1, 1], value: "1-1/zeta(3)"),
    Limit(field: "zeta3", start: [1, 1], direction: [2, 1], value: "1-1/zeta(3)"),
    Limit(field: "zeta3", start: [1, half], direction: [1, 1], value: "1/2-1/(7*zeta(3))"),
    Limit(field: "zeta3-library", start: [1, 1], direction: [1, 1], value: "(1-zeta(3))/zeta(3)"),
    Limit(field: "cmf2", start: [1, 1], direction: [1, 1], value: "12/pi^2-2"),
    Limit(field: "cmf3-1", start: [1, 1], direction: [1, 1], value: "1-1/zeta(3)"),
    Limit(field: "2F1-derived", start: [0, 0, 0], direction: [1, 1, 0], value: "4/pi-1"),
    Limit(field: "2F1-derived", start: [half, 0, 0], direction: [1, 1, 0], value: "sqrt(2)-1"),
  ]

  @Test(arguments: limits)
  func limitToThirtyDigits(_ row: Limit) throws {
    let field = try #require(try KnownFields.named(row.field))
    let line = try FieldLine(field, parameters: row.parameters, start: row.start, direction: row.direction)
    let limit = try #require(try FieldWalk(line, depth: 200).limit(digits: 30))
    let value = try #require(try Expression(parsing: row.value).evaluate(digits: 40).enclosure)
    #expect(limit.value.relativeDigits >= 30)
    #expect(limit.value.overlaps(value))
  }

  @Test func everyFieldIsProvedConservative() throws {
    #expect(try KnownFields.all().count == 14)
    for (p, q) in [(0, 1), (1, 1), (2, 1), (2, 0), (3, 2), (1, 2), (4, 3)] {
      for z in [Rational(1, 2), Rational(-1), Rational(1)] {
        // 1F0 has no equation of positive order at z = 1; the others do.
        let field = try HypergeometricField.pFq(p, q, at: z)
        #expect(field.rank == max(p, q + 1) - (z == 1 && p == q + 1 ? 1 : 0))
      }
    }
    for (m, n, p, q) in [(1, 2, 2, 2), (2, 0, 1, 3), (2, 2, 2, 2)] {
      #expect(try HypergeometricField.meijerG(m: m, n: n, p: p, q: q, at: Rational(1, 3)).rank == max(p, q))
    }
  }

  /// 2F1 as the published tables write it out.
  @Test func gaussFunctionHasThePublishedMatrix() throws {
    let field = try HypergeometricField.pFq(2, 1, at: Rational(1, 3))
    let published = try FieldReader.field(
      """
      axes x0, x1, y0
      parameters z = 1/3
      x0 = [[1, -x1*z/(z-1)], [1/x0, 1-(x0*z+x1*z-y0+1)/(x0*(z-1))]]
      x1 = [[1, -x0*z/(z-1)], [1/x1, 1-(x0*z+x1*z-y0+1)/(x1*(z-1))]]
      y0 = [[-(x0+x1-y0)*y0/((x0-y0)*(x1-y0)), x0*x1*y0/((x0-y0)*(x1-y0))], [(1-z)/z*y0/((x0-y0)*(x1-y0)), y0*(z-1)/z*y0/((x0-y0)*(x1-y0))]]
      """)
    for direction in [[1, 0, 0], [0, 1, 0], [1, 1, 2], [1, 1, 1]] {
      let start: [Rational] = [1, Rational(1, 2), 3]
      let (one, two) = (
        try FieldLine(field, start: start, direction: direction),
        try FieldLine(published, start: start, direction: direction)
      )
      #expect(one.step == two.step || one.step == PolynomialMatrix(two.step.rows.map { $0.map { -$0 } }))
    }
  }

  /// Along x0 = y0 the first axis has no value anywhere; another order of the axes is walked, with the same step.
  @Test func aPathThroughPolesIsReplacedByAnother() throws {
    let gauss = try HypergeometricField.pFq(2, 1, at: -1)
    let forward = try FieldReader.field(
      """
      axes y0, x0, x1
      parameters z = -1
      x0 = [[1, -x1*z/(z-1)], [1/x0, 1-(x0*z+x1*z-y0+1)/(x0*(z-1))]]
      x1 = [[1, -x0*z/(z-1)], [1/x1, 1-(x0*z+x1*z-y0+1)/(x1*(z-1))]]
      y0 = [[-(x0+x1-y0)*y0/((x0-y0)*(x1-y0)), x0*x1*y0/((x0-y0)*(x1-y0))], [(1-z)/z*y0/((x0-y0)*(x1-y0)), y0*(z-1)/z*y0/((x0-y0)*(x1-y0))]]
      """)
    let rerouted = try FieldLine(forward, start: [2, 2, 1], direction: [1, 1, 0])
    let direct = try FieldLine(gauss, start: [2, 1, 2], direction: [1, 0, 1])
    #expect(
      rerouted.step == direct.step
        || rerouted.step == PolynomialMatrix(direct.step.rows.map { $0.map { -$0 } }))
  }

  @Test(arguments: ["e", "zeta3", "2F1-derived", "3F2-derived"])
  func perturbedFieldIsRefusedWithThePlace(_ name: String) throws {
    let field = try #require(try KnownFields.named(name))
    let axis = field.axes[0]
    var rows = axis.matrix.numerators.map { $0.map { MultivariateFraction($0, axis.matrix.denominator) } }
    rows[0][0] = rows[0][0] + MultivariateFraction(constant: 1, variables: field.names.count)
    let spoilt = MatrixField.Axis(name: axis.name, isForward: true, matrix: FieldMatrix(rows))
    let error = #expect(throws: FieldError.self) {
      try MatrixField(name: name, axes: [spoilt] + field.axes.dropFirst(), parameters: field.parameters)
    }
    #expect(error?.isDefinition == true)
    #expect(error?.message.contains("not conservative: \(axis.name) then") == true)
    #expect(error?.message.contains("\(axis.name)=") == true)
  }

  @Test func polylogarithmsAreLinesOfTheGaussFunction() throws {
    // 2F1(1, 1; 2; -1) = log 2, and θF/F follows from F = -log(1-z)/z.
    let field = try HypergeometricField.pFq(2, 1, at: -1)
    let line = try FieldLine(field, start: [1, 1, 2], direction: [1, 1, 2])
    let limit = try #require(try FieldWalk(line, depth: 100).limit(digits: 30))
    // The row (F, θF) is the minimal solution, so L = -θF/F with θF = 1/(1-z) - F = 1/2 - log 2.
    let value = try #require(
      try Expression(parsing: "-(1/2-log(2))/log(2)").evaluate(digits: 40).enclosure)
    #expect(limit.value.overlaps(value) && limit.value.relativeDigits >= 30)
  }
}
