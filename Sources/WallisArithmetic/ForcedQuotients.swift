internal import CArithmetic

/// The partial quotients that every number of an interval shares, by FLINT's half-gcd.
///
/// Statement: for each x in the interval the simple continued fraction of x begins with these quotients, and x is
/// not the fraction that they end in, so that rounding up instead of down is forced for every one of them too.
///
/// - Complexity: O(M(n) log n) for n digits.
public struct ForcedQuotients: ~Copyable, @unchecked Sendable {
  private var list: _fmpq_cfrac_list_struct
  /// What was taken from the number so that it lies between 1 and 2; the first quotient is this and 1.
  private let shift: Integer

  /// The quotients of the numbers from `lower` to `upper`.
  /// - Precondition: `lower` ≤ `upper`.
  public init(from lower: Rational, to upper: Rational) {
    self.init(
      left: (lower.numerator, lower.denominator), right: (upper.numerator, upper.denominator))
  }

  /// The quotients of all points of a ball; none where nothing is known about it.
  public init(_ ball: Ball) {
    guard let (low, high, exponent) = ball.dyadicInterval else {
      self.init(left: (0, 1), right: (1, 1))
      return
    }
    let scale = exponent < 0 ? Integer(1).shifted(left: -exponent) : 1
    let (first, last) =
      exponent > 0 ? (low.shifted(left: exponent), high.shifted(left: exponent)) : (low, high)
    self.init(left: (first, scale), right: (last, scale))
  }

  /// The quotients of the numbers between two fractions that need not be in lowest terms.
  init(left: (top: Integer, bottom: Integer), right: (top: Integer, bottom: Integer)) {
    list = _fmpq_cfrac_list_struct()
    _fmpq_cfrac_list_init(&list)
    list.limit = Int.max
    list.want_alt_sum = 0
    shift = left.top.floorDivided(by: left.bottom) - 1
    var ball = _fmpq_ball_struct()
    _fmpq_ball_init(&ball)
    defer { _fmpq_ball_clear(&ball) }
    ForcedQuotients.set(&ball.left_num, left.top - shift * left.bottom)
    ForcedQuotients.set(&ball.left_den, left.bottom)
    ForcedQuotients.set(&ball.right_num, right.top - shift * right.bottom)
    ForcedQuotients.set(&ball.right_den, right.bottom)
    ball.exact = 0
    guard _fmpq_ball_gt_one(&ball) != 0 else { return }
    var matrix = _fmpz_mat22_struct()
    _fmpz_mat22_init(&matrix)
    defer { _fmpz_mat22_clear(&matrix) }
    _fmpq_ball_get_cfrac(&list, &matrix, 0, &ball)
  }

  deinit {
    var header = list
    _fmpq_cfrac_list_clear(&header)
  }

  /// How many quotients are forced.
  public var count: Int { Int(list.length) }

  /// The quotient of this index, 0 ≤ index < count.
  public subscript(index: Int) -> Integer {
    precondition(index >= 0 && index < count, "a quotient lies within those that are forced")
    let value = Integer.result { fmpz_set($0, list.array + index) }
    return index == 0 ? value + shift : value
  }

  /// All quotients.
  public var integers: [Integer] { (0..<count).map { self[$0] } }

  /// The quotients up to the first that does not fit a machine word.
  public var words: [Int] {
    var words: [Int] = []
    words.reserveCapacity(count)
    for index in 0..<count {
      let value = index == 0 ? self[0].word : ca_fmpz_is_big(list.array[index]) == 0 ? list.array[index] : nil
      guard let value else { break }
      words.append(value)
    }
    return words
  }

  private static func set(_ target: UnsafeMutablePointer<fmpz>, _ value: Integer) {
    value.withPointer { fmpz_set(target, $0) }
  }
}

extension Ball {
  /// low · 2^exponent ≤ x ≤ high · 2^exponent for every point x; nil when nothing is known.
  public var dyadicInterval: (low: Integer, high: Integer, exponent: Int)? {
    guard isFinite else { return nil }
    return withPointer { x in
      var exponent: fmpz = 0
      var high: fmpz = 0
      let low = Integer.result { arb_get_interval_fmpz_2exp($0, &high, &exponent, x) }
      defer { fmpz_clear(&exponent) }
      return (low, Integer(owning: high), fmpz_get_si(&exponent))
    }
  }
}

extension Rational {
  /// The partial quotients of the fraction, the last one at least 2 unless it is the only one, by FLINT's half-gcd.
  public var partialQuotients: [Integer] {
    var (x, rest) = (fmpq(), fmpq())
    fmpq_init(&x)
    fmpq_init(&rest)
    numerator.withPointer { fmpz_set(&x.num, $0) }
    denominator.withPointer { fmpz_set(&x.den, $0) }
    let room = fmpq_cfrac_bound(&x)
    let list = _fmpz_vec_init(room)
    defer {
      _fmpz_vec_clear(list, room)
      fmpq_clear(&x)
      fmpq_clear(&rest)
    }
    guard let list else { return [] }
    let count = fmpq_get_cfrac(list, &rest, &x, room)
    return (0..<count).map { index in Integer.result { fmpz_set($0, list + index) } }
  }
}
