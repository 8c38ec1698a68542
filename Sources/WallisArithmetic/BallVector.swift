internal import CArithmetic

/// A fixed number of balls at one precision that are changed in place: working storage of series kernels.
///
/// Indices outside 0..<count are programmer mistakes.
public struct BallVector: ~Copyable {
  private let base: UnsafeMutablePointer<arb_struct>
  /// Number of balls.
  public let count: Int
  /// Working precision in bits.
  public let bits: Int

  /// `count` zeros.
  public init(count: Int, bits: Int) {
    guard let storage = _arb_vec_init(count) else { preconditionFailure("memory for a vector of balls") }
    (base, self.count, self.bits) = (storage, count, bits)
  }

  /// Copies of balls; one zero where there are none.
  init(_ balls: [Ball], bits: Int) {
    self.init(count: max(1, balls.count), bits: bits)
    for (index, ball) in balls.enumerated() { ball.withPointer { arb_set(base + index, $0) } }
  }

  /// Calls `body` with a pointer to the entries, valid during the call only.
  func withPointer<R>(_ body: (UnsafeMutablePointer<arb_struct>) -> R) -> R { body(base) }

  deinit { _arb_vec_clear(base, count) }

  private func pointer(_ index: Int) -> UnsafeMutablePointer<arb_struct> {
    precondition((0..<count).contains(index), "an index within the vector of balls")
    return base + index
  }

  /// Copy of one entry, and assignment to it.
  public subscript(index: Int) -> Ball {
    get { Ball(bits: bits) { r, _ in arb_set(r, pointer(index)) } }
    set { newValue.withPointer { arb_set_round(pointer(index), $0, bits) } }
  }

  /// Multiplies an entry by numerator / denominator.
  public mutating func scale(_ index: Int, by numerator: Int, over denominator: Int) {
    let entry = pointer(index)
    arb_mul_si(entry, entry, numerator, bits)
    if denominator != 1 { arb_div_si(entry, entry, denominator, bits) }
  }

  /// Adds a ball to an entry.
  public mutating func add(_ value: Ball, to index: Int) {
    let entry = pointer(index)
    value.withPointer { arb_add(entry, entry, $0, bits) }
  }

  /// Sum of the entries first, first + step, … up to last.
  public func sum(from first: Int, through last: Int, by step: Int) -> Ball {
    Ball(bits: bits) { r, p in
      for index in stride(from: first, through: last, by: step) { arb_add(r, r, pointer(index), p) }
    }
  }

  /// Σ self[i]·other[total − i] for i in `range`.
  public func convolution(with other: borrowing BallVector, total: Int, over range: ClosedRange<Int>) -> Ball
  {
    let (x, y) = (pointer(range.lowerBound), other.pointer(total - range.lowerBound))
    precondition(total - range.upperBound >= 0 && range.upperBound < count, "a window within both vectors")
    return Ball(bits: bits) { r, p in arb_dot(r, nil, 0, x, 1, y, -1, range.count, p) }
  }
}
