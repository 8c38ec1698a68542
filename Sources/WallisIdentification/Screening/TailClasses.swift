internal import WallisArithmetic
public import WallisFormulas

/// Numbers that are images of one another under integer Möbius maps of determinant ±1, found in linear time.
///
/// By Serret's theorem these are the numbers whose simple continued fractions agree from some places on. Only partial
/// quotients that the digits force are used. Runs of `length` quotients, half of them chosen by their own content, are
/// looked up in one table; the map that an agreement suggests must then carry one number into the other to all digits.
///
/// - Reference: Serret, Cours d'algèbre supérieure (1866); Hardy and Wright, theorem 175.
public struct TailClasses: Sendable {
  /// Quotients of a run: chance agreement has probability about 2^(−3.4 · length).
  public static let length = 12
  /// Leading quotients that are not used: numbers of a class differ there.
  private static let longestHead = 24

  private var numbers: [DecimalInput] = []
  private var parents: [Int32] = []
  private var runs: [UInt64: UInt64] = [:]

  /// No numbers yet; `capacity` of them are expected.
  public init(capacity: Int = 0) {
    numbers.reserveCapacity(capacity)
    parents.reserveCapacity(capacity)
    runs.reserveCapacity(capacity * 6)
  }

  /// Number of numbers.
  public var count: Int { numbers.count }

  /// Adds a number and returns its place.
  @discardableResult
  public mutating func insert(_ number: DecimalInput) -> Int {
    let place = numbers.count
    numbers.append(number)
    parents.append(Int32(place))
    let quotients = PartialQuotients.forced(by: number)
    guard quotients.count > TailClasses.length else { return place }
    for start in 1...min(quotients.count - TailClasses.length, TailClasses.longestHead) {
      let run = quotients[start..<start + TailClasses.length]
      let hash = TailClasses.hash(run)
      guard hash & 1 == 0 else { continue }
      guard let other = runs[hash] else {
        runs[hash] = UInt64(place) << 8 | UInt64(start)
        continue
      }
      join(place, quotients, start, Int(other >> 8), Int(other & 255))
    }
    return place
  }

  /// Classes with more than one member, each ascending, in the order of their first members.
  public func classes() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for place in numbers.indices { members[root(place), default: []].append(place) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// True where two numbers are in one class.
  public func areEquivalent(_ x: Int, _ y: Int) -> Bool { root(x) == root(y) }

  private mutating func join(_ x: Int, _ quotients: [Int], _ i: Int, _ y: Int, _ j: Int) {
    let (first, second) = (root(x), root(y))
    guard first != second else { return }
    let other = PartialQuotients.forced(by: numbers[y])
    guard agrees(x, quotients[..<i], y, other[..<j]) else { return }
    parents[max(first, second)] = Int32(min(first, second))
  }

  /// Whether the map that takes the tail of x at its place to that of y carries x to y, within their digits.
  private func agrees(_ x: Int, _ head: ArraySlice<Int>, _ y: Int, _ otherHead: ArraySlice<Int>) -> Bool {
    let (m, n) = (PartialQuotients.matrix(head), PartialQuotients.matrix(otherHead))
    let value = numbers[x].ball(bits: 192)
    let (above, below) = (value * -m.q1 + Ball(m.p1, bits: 192), value * m.q - Ball(m.p, bits: 192))
    let tail: Ball = above / below
    let (top, bottom) = (tail * n.p + Ball(n.p1, bits: 192), tail * n.q + Ball(n.q1, bits: 192))
    let image: Ball = top / bottom
    let target = numbers[y].ball(bits: 192)
    guard image.isFinite, image.overlaps(target) else { return false }
    let lost = image.relativeDigits
    return lost >= 8
  }

  private func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != Int32(place) { place = Int(parents[place]) }
    return place
  }

  private static func hash(_ run: ArraySlice<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for quotient in run {
      hash = (hash ^ UInt64(truncatingIfNeeded: quotient)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}

/// Simple continued fractions of numbers that are known to some digits.
public enum PartialQuotients {
  /// The partial quotients that every number with these digits has.
  public static func forced(by number: DecimalInput) -> [Int] {
    let digits = min(number.digits, 36)
    guard digits > 0, number.exponent < 0, number.exponent > -37, let words = words(number) else { return [] }
    var (low, lowBottom, high, highBottom) = (words.low, words.bottom, words.high, words.bottom)
    var quotients: [Int] = []
    while lowBottom != 0, highBottom != 0 {
      let (x, y) = (low.floorDivided(by: lowBottom), high.floorDivided(by: highBottom))
      guard x == y, let quotient = Int(exactly: x) else { break }
      quotients.append(quotient)
      (low, lowBottom) = (lowBottom, low - x * lowBottom)
      (high, highBottom) = (highBottom, high - x * highBottom)
    }
    return quotients
  }

  /// (2x ± 1)/2 with all digits x as a fraction of words.
  private static func words(_ number: DecimalInput) -> (low: Int128, high: Int128, bottom: Int128)? {
    guard let middle = Int128("\(number.significand)"), number.digits <= 36 else { return nil }
    var bottom: Int128 = 2
    for _ in 0..<(-number.exponent) { bottom *= 10 }
    return (2 * middle - 1, 2 * middle + 1, bottom)
  }

  /// Convergents of a head: x = (p t + p1)/(q t + q1) with the tail t.
  static func matrix(_ head: ArraySlice<Int>) -> (p: Integer, p1: Integer, q: Integer, q1: Integer) {
    var m: (p: Integer, p1: Integer, q: Integer, q1: Integer) = (1, 0, 0, 1)
    for quotient in head {
      m = (m.p * Integer(quotient) + m.p1, m.p, m.q * Integer(quotient) + m.q1, m.q)
    }
    return m
  }
}
