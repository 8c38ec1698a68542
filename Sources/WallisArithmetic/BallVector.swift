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

  /// 1, x, x², … at the precision of x.
  public init(powersOf x: Ball, count: Int) {
    self.init(count: count, bits: x.bits)
    x.withPointer { _arb_vec_set_powers(base, $0, count, bits) }
  }

  /// The same balls in storage of their own.
  public func copy() -> BallVector {
    let copy = BallVector(count: count, bits: bits)
    _arb_vec_set(copy.base, base, count)
    return copy
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

  /// Adds an entry of another vector to an entry.
  public mutating func add(_ source: Int, of other: borrowing BallVector, to index: Int) {
    let entry = pointer(index)
    arb_add(entry, entry, other.pointer(source), bits)
  }

  /// Adds an entry of another vector times a factor to an entry.
  public mutating func add(_ source: Int, of other: borrowing BallVector, times factor: Ball, to index: Int) {
    let entry = pointer(index)
    factor.withPointer { arb_addmul(entry, other.pointer(source), $0, bits) }
  }

  /// Moduli of the entries.
  public var magnitudes: BallVector {
    let result = BallVector(count: count, bits: bits)
    for index in 0..<count { arb_abs(result.base + index, base + index) }
    return result
  }

  /// −x of the entries, as far as they may be negative: the modulus of each that is not known to be ≥ 0, else 0.
  public var negativeParts: BallVector {
    let result = BallVector(count: count, bits: bits)
    for index in 0..<count where arb_is_nonnegative(base + index) == 0 {
      arb_abs(result.base + index, base + index)
    }
    return result
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

  /// Σ self[i]·other[start + i − range.lowerBound] over `range`.
  public func dot(_ range: Range<Int>, with other: borrowing BallVector, from start: Int) -> Ball {
    guard !range.isEmpty else { return Ball(0, bits: bits) }
    let (x, y) = (pointer(range.lowerBound), other.pointer(start))
    precondition(range.upperBound <= count && start + range.count <= other.count, "a window within both")
    return Ball(bits: bits) { r, p in arb_dot(r, nil, 0, x, 1, y, 1, range.count, p) }
  }
}
