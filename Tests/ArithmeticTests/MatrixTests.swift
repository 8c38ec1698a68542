import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct IntegerMatrixTests {
  /// The values of a matrix of polynomials at n, read back.
  private func rows(_ matrix: borrowing IntegerMatrix) -> [[Integer]] {
    var rows: [[Integer]] = []
    for i in 0..<matrix.rank {
      var row: [Integer] = []
      for j in 0..<matrix.rank { row.append(matrix[i, j]) }
      rows.append(row)
    }
    return rows
  }

  @Test func agreesWithPari() throws {
    var samples = Samples(seed: 101)
    var claims: [String] = []
    for rank in 1...4 {
      for count in [1, 2, 8, 9, 30] {
        let matrix = samples.polynomialMatrix(rank)
        let first = samples.int(-5...5)
        let single = matrix.value(at: first)
        let product = IntegerMatrix(productOf: matrix, from: first, count: count)
        let factors = "vector(\(count),k,subst(M,x,\(first - 1)+k))"
        claims.append("my(M=\(GP.matrix(matrix.rows)));subst(M,x,\(first))==\(GP.matrix(rows(single)))")
        claims.append("my(M=\(GP.matrix(matrix.rows)));vecprod(\(factors))==\(GP.matrix(rows(product)))")
        claims.append("matdet(\(GP.matrix(rows(product))))==\(product.determinant)")
        var primitive = IntegerMatrix(productOf: matrix, from: first, count: count)
        primitive.divideOutContent()
        claims.append(
          "my(A=\(GP.matrix(rows(product))),c=content(A));A==if(c,c,1)*\(GP.matrix(rows(primitive)))")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  @Test func identityAndSquare() {
    let matrix = PolynomialMatrix([[[1, 1], [2]], [[0, 3], [1]]].map { $0.map { Polynomial($0) } }).value(
      at: 5)
    let identity = IntegerMatrix(identityOfRank: 2)
    let left = IntegerMatrix(product: identity, matrix)
    let right = IntegerMatrix(product: matrix, matrix)
    let (unchanged, square) = (rows(left), rows(right))
    #expect(unchanged == [[6, 2], [15, 1]] && square == [[66, 14], [105, 31]])
  }
}

@Suite struct PolynomialMatrixTests {
  private func diagonal(_ entry: Polynomial, _ rank: Int) -> [[Polynomial]] {
    (0..<rank).map { i in (0..<rank).map { $0 == i ? entry : .zero } }
  }

  @Test(arguments: [1, 2, 3]) func ringOfMatrices(rank: Int) {
    var samples = Samples(seed: 102)
    let one = PolynomialMatrix(identityOfRank: rank)
    #expect(one.rows == diagonal(Polynomial(constant: 1), rank))
    for _ in 0..<6 {
      let (x, y, z) = (
        samples.polynomialMatrix(rank), samples.polynomialMatrix(rank), samples.polynomialMatrix(rank)
      )
      #expect((x * y) * z == x * (y * z) && x * one == x && one * x == x)
      #expect(
        (x * y).determinant == x.determinant * y.determinant && (x * x).determinant == x.determinant.power(2))
      #expect(PolynomialMatrix(x.rows) == x && (x == y) == (x.rows == y.rows))
    }
  }

  @Test func agreesWithPari() throws {
    var samples = Samples(seed: 103)
    var claims: [String] = []
    for rank in [1, 2, 3, 4] {
      for _ in 0..<4 {
        let (matrix, other) = (samples.polynomialMatrix(rank), samples.polynomialMatrix(rank, degree: 1))
        let (m, n) = (GP.matrix(matrix.rows), GP.matrix(other.rows))
        claims.append(
          "\(m)*\(n)==\(GP.matrix((matrix * other).rows)) && matdet(\(m))==\(GP.polynomial(matrix.determinant))"
        )
        let coefficients = matrix.characteristicPolynomial.map { GP.polynomial($0) }.joined(separator: ",")
        claims.append("matdet(y*matid(\(rank))-\(m))==sum(k=0,\(rank),[\(coefficients)][k+1]*y^k)")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
  }

  /// M times its direction is a multiple of the identity, and nothing divides all entries of the direction.
  @Test func inverseDirections() {
    var samples = Samples(seed: 104)
    for rank in [1, 2, 3] {
      for _ in 0..<6 {
        // A common factor of all entries stays out of the direction.
        let factor = Polynomial([samples.int(-3...3), samples.int(0...1) * 2, 3])
        let rows = samples.polynomialMatrix(rank, degree: 2).rows.map { $0.map { factor * $0 } }
        let matrix = PolynomialMatrix(rows)
        guard let inverse = matrix.inverseDirection else {
          #expect(matrix.determinant.isZero)
          continue
        }
        let product = matrix * inverse
        #expect(!product[0, 0].isZero && product.rows == diagonal(product[0, 0], rank))
        #expect(inverse.primitive.content == Polynomial(constant: 1))
      }
    }
    let singular = PolynomialMatrix(
      [[[0, 1], [0, 0, 1]], [[1], [0, 1]]].map { $0.map { Polynomial($0) } })
    #expect(singular.inverseDirection == nil && singular.determinant.isZero)
  }

  @Test func primitiveParts() {
    var samples = Samples(seed: 105)
    for _ in 0..<8 {
      let (matrix, factor) = (samples.polynomialMatrix(2), Polynomial([-4, samples.int(1...5), 2]))
      let multiple = PolynomialMatrix(matrix.rows.map { $0.map { factor * $0 } })
      let (primitive, content) = multiple.primitive
      #expect(PolynomialMatrix(primitive.rows.map { $0.map { content * $0 } }) == multiple)
      #expect(content.quotient(by: factor) != nil && primitive.primitive.content == Polynomial(constant: 1))
    }
  }
}

@Suite struct NullSpaceTests {
  @Test func spacesAgreeWithPari() throws {
    var samples = Samples(seed: 106)
    var claims: [String] = []
    for (rows, columns) in [(1, 1), (1, 4), (3, 3), (2, 5), (5, 2), (4, 6)] {
      for rank in 1...3 {
        // Rows of a product: of rank at most `rank`.
        let (left, right) = (samples.rows(rows, rank, bits: 8), samples.rows(rank, columns, bits: 40))
        let matrix = left.map { row in
          (0..<columns).map { j in zip(row, right).reduce(Integer(0)) { $0 + $1.0 * $1.1[j] } }
        }
        let space = nullSpace(ofRows: matrix)
        for vector in space {
          #expect(vector.contains { !$0.isZero } && vector.reduce(Integer(0)) { $0.gcd($1) } == 1)
          #expect(matrix.allSatisfy { zip($0, vector).reduce(Integer(0)) { $0 + $1.0 * $1.1 }.isZero })
        }
        #expect(nullVector(ofRows: matrix) == space.first)
        let rankOfSpace = space.isEmpty ? "0" : "matrank(\(GP.matrix(space)))"
        claims.append("matrank(\(GP.matrix(matrix)))+\(rankOfSpace)==\(columns)")
      }
    }
    let refuted = try Pari.refuted(claims)
    #expect(refuted.isEmpty, "\(refuted.prefix(3))")
    #expect(nullSpace(ofRows: []).isEmpty && nullSpace(ofRows: [[0, 0]]).count == 2)
  }
}
