import CKernel
import Foundation
import WallisArithmetic
import WallisFormulas

/// Product tree and recurrence of pcf(2n+1, n²) to depth 2000 beside plain C on the same GMP calls.
enum Kernels {
  static let depth = 2000

  static func figures() -> [Figure] {
    [
      figure("recurrence to depth 2000", ours: recurrence) { ck_recurrence(depth) },
      figure("product tree to depth 2000", ours: tree) { ck_product_tree(depth, 48) },
    ]
  }

  private static func recurrence() -> UInt64 {
    var a = PolynomialValues(Polynomial([1, 2] as [Int]))
    var b = PolynomialValues(Polynomial([0, 0, 1] as [Int]))
    var matrix = ContinuantMatrix(firstTerm: 1)
    matrix.append(a: &a, b: &b, steps: 1...depth)
    return residue(matrix)
  }

  private static func tree() -> UInt64 {
    var a = PolynomialValues(Polynomial([1, 2] as [Int]))
    var b = PolynomialValues(Polynomial([0, 0, 1] as [Int]))
    let steps = ContinuantMatrix(a: &a, b: &b, steps: 1...depth)
    return residue(ContinuantMatrix(product: ContinuantMatrix(firstTerm: 1), steps))
  }

  /// p·q modulo 2⁶¹ − 1, as the C side computes it.
  private static func residue(_ matrix: borrowing ContinuantMatrix) -> UInt64 {
    var product = MutableInteger()
    product.setProduct(matrix.e01, matrix.e11)
    return UInt64(product.integer.modulo(Integer((1 << 61) - 1)).word ?? -1)
  }

  /// Interleaved runs, so that both sides see the same machine.
  private static func figure(
    _ name: String, ours: () -> UInt64, theirs: () -> UInt64
  ) -> Figure {
    var (best, other) = (Double.infinity, Double.infinity)
    var (answer, expected): (UInt64, UInt64) = (0, 0)
    for _ in 0..<60 {
      let mine = shortest(of: 5, ours)
      let plain = shortest(of: 5, theirs)
      (best, other) = (min(best, mine.seconds), min(other, plain.seconds))
      (answer, expected) = (mine.answer, plain.answer)
    }
    let ratio = best / other
    return Figure(
      name, ours: milliseconds(best),
      beside: "plain C \(milliseconds(other)), ratio \(String(format: "%.3f", ratio)), bound 1.05",
      digest: "\(answer)", isMet: answer == expected && ratio <= 1.05, ratio: ratio)
  }
}
