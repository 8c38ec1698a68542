public import WallisArithmetic
public import WallisFormulas

/// All images (p + q·c)/(r + s·c) of many constants c with integers up to a height, compared with one value at once.
///
/// v(r + s·c) − q·c has to be an integer. Fractions modulo 1 are words modulo 2⁶⁴, so that r·v + s·(v·c) costs an
/// addition, and the multiples q·c lie in buckets by their leading byte: some ten million images take a tenth of a
/// millisecond. What agrees to about 40 bits is tested in balls against all digits of the value.
public struct MoebiusImages: Sendable {
  /// Largest modulus of the four integers.
  public let height: Int
  /// Number of images of each value that a comparison covers.
  public var images: Int { rows.count * (2 * height + 1) * (2 * height * (height + 1)) }

  private let rows: [MultiplesRow]

  /// Agreement modulo 1 below 2^−40 is looked at.
  fileprivate static let margin: UInt64 = 1 << 24
  private static let bits = 256

  /// The table of these constants, each with the ball that stands for it (a decoy, perhaps).
  /// - Precondition: 1 ≤ `height` ≤ 100.
  init(_ constants: [(constant: Constant, value: Ball)], height: Int) {
    precondition((1...100).contains(height), "a table has a height of one to a hundred")
    self.height = height
    rows = constants.map { MultiplesRow($0.constant, $0.value, height: height) }
  }

  /// The table of these constants.
  public init(constants: [Constant] = Constant.all, height: Int = 20) {
    self.init(constants.map { ($0, $0.ball(bits: MoebiusImages.bits)) }, height: height)
  }

  /// Images that agree with all known digits of a value, simplest first; nil where it has too few digits or is too
  /// large or small to be compared.
  ///
  /// - Complexity: O(constants · height²) additions.
  public func images(equalTo value: Ball) -> [NormalForm]? {
    guard let size = value.magnitudeExponent, abs(size) < 40, !value.containsZero else { return nil }
    let error = (value.radiusExponent ?? -128) + 64 + 10
    guard error < 22 else { return nil }
    let tolerance = UInt64(1) << UInt64(max(error, 8))
    var found: [NormalForm] = []
    for row in rows {
      for (r, s, q) in row.agreements(with: value, height: height, tolerance: tolerance) {
        guard let form = row.image(r, s, q, of: value, height: height), !found.contains(form) else {
          continue
        }
        found.append(form)
      }
    }
    return found.sorted { (cost($0), "\($0)") < (cost($1), "\($1)") }
  }

  private func cost(_ form: NormalForm) -> Double { digitsConsumed(by: form.relation.coefficients) }
}

/// One constant with its multiples.
private struct MultiplesRow: Sendable {
  let constant: Constant
  let value: Ball
  /// q·c modulo 1 as words, q from −height on.
  let multiples: [UInt64]
  /// Places in `entries` where each leading byte begins.
  let starts: [Int]
  /// Indices into `multiples`, by the leading byte of the word, widened by the margin.
  let entries: [Int]

  init(_ constant: Constant, _ value: Ball, height: Int) {
    let unit = MoebiusImages.fraction(of: value)
    let multiples = (-height...height).map { UInt64(bitPattern: Int64($0)) &* unit }
    var lists = [[Int]](repeating: [], count: 256)
    for (index, word) in multiples.enumerated() {
      let places = Set([word &- MoebiusImages.margin, word &+ MoebiusImages.margin].map { Int($0 >> 56) })
      for place in places.sorted() { lists[place].append(index) }
    }
    var starts = [0]
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    (self.constant, self.value, self.multiples) = (constant, value, multiples)
    (self.starts, entries) = (starts, lists.flatMap { $0 })
  }

  /// All (r, s, q) with r·v + s·v·c − q·c within the tolerance of an integer; r ≥ 0, and s > 0 where r = 0.
  func agreements(with value: Ball, height: Int, tolerance: UInt64) -> [(r: Int, s: Int, q: Int)] {
    let (v, w) = (MoebiusImages.fraction(of: value), MoebiusImages.fraction(of: value * self.value))
    var found: [(r: Int, s: Int, q: Int)] = []
    starts.withUnsafeBufferPointer { starts in
      for s in -height...height {
        var word = UInt64(bitPattern: Int64(s)) &* w
        for r in 0...height {
          let place = Int(word >> 56)
          var entry = starts[place]
          while entry < starts[place + 1] {
            let index = entries[entry]
            if word &- multiples[index] &+ tolerance <= 2 * tolerance, r > 0 || s > 0 {
              found.append((r, s, index - height))
            }
            entry += 1
          }
          word = word &+ v
        }
      }
    }
    return found
  }

  /// The image with its integer p, where it agrees with all digits and does not degenerate to a fraction.
  func image(_ r: Int, _ s: Int, _ q: Int, of value: Ball, height: Int) -> NormalForm? {
    let rest = value * (self.value * s + r) - self.value * q
    let p = rest.nearestInteger
    guard p.magnitude <= Integer(height), (rest - Ball(p, bits: rest.bits)).containsZero else { return nil }
    guard Integer(q) * Integer(r) != p * Integer(s) else { return nil }
    return NormalForm(p, Integer(q), over: Integer(r), Integer(s), of: constant)
  }
}

extension MoebiusImages {
  /// x modulo 1 in units of 2^−64.
  fileprivate static func fraction(of x: Ball) -> UInt64 {
    x.scaled(byPowerOfTwo: 64).nearestInteger.lowWord
  }
}
