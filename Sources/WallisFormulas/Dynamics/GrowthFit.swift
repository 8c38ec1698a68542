internal import RealModule
internal import WallisArithmetic

/// Linear least squares over a few sampled depths.
enum GrowthFit {
  /// ln ε on {ln n!, n, ln n}: η, γ, β. Nil below three points.
  static func error(_ points: [(depth: Int, value: Double)]) -> ErrorFit? {
    guard points.count >= 3 else { return nil }
    let rows = points.map { [logFactorial($0.depth), Double($0.depth), Double.log(Double($0.depth))] }
    return leastSquares(rows, points.map(\.value)).map { ErrorFit(eta: $0[0], gamma: $0[1], beta: $0[2]) }
  }

  /// ln q̃ on {n, n ln n}: γ, η; where |η| < 0.05 it is set to 0 and γ is refitted alone. Nil below two points.
  static func denominator(_ points: [(depth: Int, value: Double)]) -> DenominatorFit? {
    guard points.count >= 2 else { return nil }
    let values = points.map(\.value)
    let rows = points.map { [Double($0.depth), Double($0.depth) * Double.log(Double($0.depth))] }
    guard let both = leastSquares(rows, values) else { return nil }
    if both[1].magnitude >= 0.05 { return DenominatorFit(eta: both[1], gamma: both[0]) }
    return leastSquares(rows.map { [$0[0]] }, values).map { DenominatorFit(eta: 0, gamma: $0[0]) }
  }

  /// ln n! by summation of logarithms up to 170, then by Stirling's series.
  static func logFactorial(_ n: Int) -> Double {
    if n <= 20 { return Double.log((1...max(1, n)).reduce(1.0) { $0 * Double($1) }) }
    let x = Double(n)
    return (x + 0.5) * Double.log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x * x * x)
      + 1 / (1260 * x * x * x * x * x)
  }

  /// Coefficients of the least-squares solution, by orthogonalisation of the columns; nil when they are dependent.
  static func leastSquares(_ rows: [[Double]], _ values: [Double]) -> [Double]? {
    let width = rows[0].count
    var columns = (0..<width).map { j in rows.map { $0[j] } }
    var triangle = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    var projections = [Double](repeating: 0, count: width)
    for j in 0..<width {
      for i in 0..<j {
        triangle[i][j] = dot(columns[i], columns[j])
        for row in columns[j].indices { columns[j][row] -= triangle[i][j] * columns[i][row] }
      }
      let length = dot(columns[j], columns[j]).squareRoot()
      guard length > 0 else { return nil }
      triangle[j][j] = length
      for row in columns[j].indices { columns[j][row] /= length }
      projections[j] = dot(columns[j], values)
    }
    var solution = projections
    for j in (0..<width).reversed() {
      for k in (j + 1)..<max(j + 1, width) { solution[j] -= triangle[j][k] * solution[k] }
      solution[j] /= triangle[j][j]
    }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }

  private static func dot(_ x: [Double], _ y: [Double]) -> Double {
    var sum = 0.0
    for index in x.indices { sum += x[index] * y[index] }
    return sum
  }
}
