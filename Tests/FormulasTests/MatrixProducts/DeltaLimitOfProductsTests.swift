import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Limits of δ of recurrences of order 3 and more.
@Suite struct DeltaLimitOfProductsTests {
  private static func limit(_ text: String) throws -> (limit: DeltaLimit?, product: MatrixProduct) {
    let product = try #require(try MatrixProduct(Expression(parsing: text)))
    let rate = try #require(ProductMeasurement(product)?.digitsPerTerm)
    return (DeltaLimit(product, digitsPerTerm: rate), product)
  }

  /// The value, and the closed form as it is read: with constant coefficients of the first and the last 1 everything about the
  /// roots alone, as in linear approximations of algebraic numbers (1/2 for a complex pair of order 3).
  @Test(arguments: [
    ("rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)", 0.5),
    ("rec([1, -2, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)", 0.5),
    // ln(3.2469796/1.5549581)/ln 3.2469796 − 1.
    ("rec([1, -5, 6, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)", -0.3748315959),
    // The last coefficient 4 divides p and q again and again.
    ("rec([1, -4, 2, 4], p=[1, 3, 2], q=[1, 1, 5], from=1)", -0.52632448),
    // q grows like n!, errors fall like n!^(-3/2).
    ("rec([1, -n, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=4)", 0.5),
    // Denominators n! of bounded solutions.
    ("rec([n, -(3n-1), 2n+1, -(n-2)], p=[0, 1, 1], q=[0, 0, 1], from=4)", -1),
  ])
  func known(_ text: String, _ expected: Double) throws {
    let limit = try #require(try Self.limit(text).limit)
    #expect(abs(limit.number.value - expected) < 1e-7 && limit.grade == .conjecture)
    let read = try #require(try Expression(parsing: limit.number.text).evaluate(digits: 15).enclosure)
    #expect(abs(read.approximation - expected) < 1e-7, "\(limit.number.text)")
  }

  /// Random recurrences with constant coefficients of order 3 and 4: δ far out comes near, at two depths.
  @Test func measurementsComeNear() throws {
    var generator = SeededGenerator(seed: 0xDE17_A003)
    var found = 0
    for round in 0..<(LongSuite.isOn ? 200 : 24) {
      let order = 3 + round % 2
      let c = (0..<order).map { place in
        place == order - 1
          ? [-2, -1, 1, 2, 3].randomElement(using: &generator) ?? 1
          : Int.random(in: -5...5, using: &generator)
      }
      let p = (0..<order).map { _ in Int.random(in: 0...5, using: &generator) }
      let q = (0..<order).map { _ in Int.random(in: 1...5, using: &generator) }
      let list = { (values: [Int]) in values.map(String.init).joined(separator: ", ") }
      let text = "rec([1, \(list(c))], p=[\(list(p))], q=[\(list(q))], from=1)"
      guard let product = try? MatrixProduct(Expression(parsing: text)),
        let rate = ProductMeasurement(product)?.digitsPerTerm,
        let limit = DeltaLimit(product, digitsPerTerm: rate)
      else { continue }
      let deltas = [512, 2048].compactMap { ProductMeasurement(product, depth: $0)?.delta }
      guard deltas.count == 2 else { continue }
      found += 1
      #expect(abs(deltas[1] - limit.number.value) < 0.03, "\(text): \(deltas), \(limit.number)")
    }
    #expect(found >= (LongSuite.isOn ? 50 : 6), "\(found)")
  }

  /// None where solutions of one size oscillate in the errors, or products are no recurrences.
  @Test(arguments: [
    "rec([1, -3, 3, -1], p=[0, 1, 1], q=[1, 1, 2], from=3)",
    "matrixproduct([[n+1, 1, 0], [0, n, 1], [1, 0, 2]], start=[[1, 0, 0], [0, 1, 0]], from=1)",
  ])
  func unknown(_ text: String) throws {
    let product = try #require(try MatrixProduct(Expression(parsing: text)))
    #expect(DeltaLimit(product, digitsPerTerm: 0.3) == nil)
  }
}
