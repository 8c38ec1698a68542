internal import WallisArithmetic

/// The quadric with constant coefficients on which the points of all solutions of a recurrence lie, where there is one.
///
/// If all solutions of order 4 are products of those of two recurrences of order 2, the points (u₁, …, u₄)(n) are 2 × 2
/// matrices of rank 1 in suitable coordinates, and their determinant is such a form; if those of order 3 are the squares
/// and products of two solutions, they lie on a conic. The form is found by linear algebra over ℚ from values; what
/// follows from it is proved later by an identity of operators.
struct SolutionQuadric {
  /// B(u, v) with B(u, u) = 2Q(u), row by row.
  private let gram: [[Rational]]
  private let points: [[Rational]]

  /// The form of a window; nil where there is none, or more than one.
  init?(_ window: SolutionWindow) {
    points = window.points
    guard let order = points.first?.count else { return nil }
    let pairs = (0..<order).flatMap { i in (i..<order).map { (i, $0) } }
    var (rank, rows) = (ResidueRank(columns: pairs.count), [[Integer]]())
    for point in points {
      let entries = point.proportions
      rows.append(pairs.map { entries[$0.0] * entries[$0.1] })
      rank.add(rows[rows.count - 1].map { $0.residue(modulo: ResidueRank.prime) })
      guard !rank.isFull else { return nil }
    }
    let space = nullSpace(ofRows: rows)
    guard space.count == 1 else { return nil }
    var gram = [[Rational]](repeating: [Rational](repeating: 0, count: order), count: order)
    for ((i, j), entry) in zip(pairs, space[0]) {
      gram[i][j] = gram[i][j] + Rational(entry)
      gram[j][i] = gram[j][i] + Rational(entry)
    }
    self.gram = gram
  }

  private func bilinear(_ u: [Rational], _ v: [Rational]) -> Rational { u.dot(gram.map { $0.dot(v) }) }

  /// B(·, v) as a row.
  private func form(_ v: [Rational]) -> [Rational] { gram.map { $0.dot(v) } }

  /// Two of the points that are not conjugate.
  private var plane: (e: [Rational], f: [Rational], product: Rational)? {
    for (place, e) in points.enumerated() {
      for f in points[(place + 1)...] {
        let product = bilinear(e, f)
        if !product.isZero { return (e, f, product) }
      }
    }
    return nil
  }

  /// A basis of the vectors conjugate to both.
  private func complement(_ e: [Rational], _ f: [Rational]) -> [[Rational]] {
    nullSpace(ofRows: [form(e).proportions, form(f).proportions]).map { $0.map { Rational($0) } }
  }

  /// Linear forms t with t₀t₃ − t₁t₂ a multiple of Q, in four variables; nil where the form is degenerate or its
  /// determinant no square.
  var determinant: [[Rational]]? {
    guard gram.count == 4, let (e, f, product) = plane else { return nil }
    let w = complement(e, f)
    guard w.count == 2 else { return nil }
    // Q(αw₀ + βw₁) = xα² + yαβ + zβ²
    let (x, y, z) = (bilinear(w[0], w[0]) / 2, bilinear(w[0], w[1]), bilinear(w[1], w[1]) / 2)
    let discriminant = y * y - 4 * x * z
    guard !discriminant.isZero, let root = discriminant.squareRoot else { return nil }
    let (alpha, beta) = coordinates(w, [2 * x, y, 2 * z], discriminant)
    let sides: ([Rational], [Rational])
    if x.isZero {
      sides = (beta, combination(y, alpha, z, beta))
    } else {
      sides = (
        combination(x, alpha, (y - root) / 2, beta), combination(1, alpha, (y + root) / (2 * x), beta)
      )
    }
    return [
      form(f).map { $0 / product }, sides.0, sides.1.map { -$0 / product }, form(e).map { $0 / product },
    ]
  }

  /// α and β as linear forms of the vector whose part in the span of w is αw₀ + βw₁.
  private func coordinates(
    _ w: [[Rational]], _ gram: [Rational], _ discriminant: Rational
  ) -> (alpha: [Rational], beta: [Rational]) {
    let (u, v) = (form(w[0]), form(w[1]))
    // The determinant of the Gram matrix is 4xz − y².
    let scale = -1 / discriminant
    return (
      combination(gram[2] * scale, u, -gram[1] * scale, v),
      combination(-gram[1] * scale, u, gram[0] * scale, v)
    )
  }

  private func combination(_ a: Rational, _ u: [Rational], _ b: Rational, _ v: [Rational]) -> [Rational] {
    zip(u, v).map { a * $0 + b * $1 }
  }

  /// Linear forms t with t₀t₂ − t₁² a multiple of Q, in three variables; nil where the form is degenerate.
  var conic: [[Rational]]? {
    guard gram.count == 3, let (e, f, product) = plane else { return nil }
    let w = complement(e, f)
    guard w.count == 1, case let size = bilinear(w[0], w[0]), !size.isZero else { return nil }
    // Q(αe + βf + γw) = αβB(e, f) + γ²B(w, w)/2
    let ratio = -size / (2 * product)
    return [
      form(f).map { $0 / product }, form(w[0]).map { $0 / size }, form(e).map { $0 / (product * ratio) },
    ]
  }
}
