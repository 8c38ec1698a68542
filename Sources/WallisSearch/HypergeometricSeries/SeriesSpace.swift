internal import WallisArithmetic
internal import WallisFormulas

/// The cores of a request by number: z, D, the symbols above, those below.
///
/// Every choice of symbols is a member. Where a number is among both, the core has fewer symbols: it is taken at the one
/// choice where all that cancel have the first parameter common to both lists, and repeated elsewhere.
struct SeriesSpace: Sendable {
  private let above: [Rational]
  private let below: [Rational]
  private let bases: [Rational]
  private let divisors: [Polynomial]
  private let tops: Multisets
  private let bottoms: Multisets
  private let topCount: Int
  private let bottomCount: Int

  /// Number of members.
  let count: Int

  /// Most symbols above or below, largest height of z, most of z or D.
  private static let (mostSymbols, largestHeight) = (12, 2000)

  init(_ request: SeriesRequest) throws(SearchError) {
    let symbols = request.symbols
    guard (0...SeriesSpace.mostSymbols).contains(symbols.above),
      (0...SeriesSpace.mostSymbols).contains(symbols.below)
    else {
      throw .senseless(
        message: "\(symbols.above) symbols above, \(symbols.below) below",
        remedy: "from 0 to \(SeriesSpace.mostSymbols) of each")
    }
    above = try SeriesSpace.parameters(request.above)
    below = try SeriesSpace.parameters(request.below)
    bases = try SeriesSpace.bases(of: request)
    divisors = try SeriesSpace.divisors(request.divisors)
    (tops, bottoms) = (
      Multisets(kinds: above.count, size: symbols.above), Multisets(kinds: below.count, size: symbols.below)
    )
    let counts = [tops, bottoms].map { Multisets.count(kinds: $0.kinds, size: $0.size) }
    guard let top = counts[0], let bottom = counts[1], top > 0, bottom > 0 else {
      throw counts.contains(nil)
        ? SearchError.tooLarge(
          message: "more than 10^18 choices of symbols", remedy: "fewer symbols or parameters")
        : SearchError.senseless(
          message: "symbols without parameters", remedy: "for example --above 1/2 --below 1")
    }
    let size = [top, bottom, bases.count, divisors.count].reduce(1) { $0.multipliedClamped(by: $1) }
    guard size < 1 << 60 else {
      throw .tooLarge(message: "more than 10^18 terms", remedy: "fewer symbols, parameters or arguments")
    }
    (topCount, bottomCount, count) = (top, bottom, size)
  }

  /// The core with a number; nil where a smaller number of symbols has it.
  func core(at index: Int) -> HypergeometricCore? {
    var (rest, top, bottom) = (index, [Rational](), [Rational]())
    bottom = bottoms.elements(at: rest % bottomCount).map { below[$0] }
    rest /= bottomCount
    top = tops.elements(at: rest % topCount).map { above[$0] }
    rest /= topCount
    let cancelled = SeriesSpace.cancel(&top, &bottom)
    let filler = above.first { below.contains($0) }
    guard cancelled.allSatisfy({ $0 == filler }) else { return nil }
    return HypergeometricCore(
      base: bases[rest / divisors.count], above: top, below: bottom, divisor: divisors[rest % divisors.count])
  }

  /// Takes away what stands in both lists, and returns it.
  private static func cancel(_ top: inout [Rational], _ bottom: inout [Rational]) -> [Rational] {
    let common = top.filter { parameter in
      guard let place = bottom.firstIndex(of: parameter) else { return false }
      bottom.remove(at: place)
      return true
    }
    for parameter in common {
      if let place = top.firstIndex(of: parameter) { top.remove(at: place) }
    }
    return common
  }

  // MARK: - Reading

  private static func bases(of request: SeriesRequest) throws(SearchError) -> [Rational] {
    guard let height = request.baseHeight else { return try bases(request.bases) }
    return try bases(height: height)
  }

  /// Parameters in (0, 1], each once, in the order given.
  static func parameters(_ texts: [String]) throws(SearchError) -> [Rational] {
    let values = try texts.map { text throws(SearchError) in
      guard let value = Rational(parsing: text) else {
        throw .malformed(
          message: "'\(text)' is no fraction", text: text, position: 0, remedy: "for example 1/2,1/3,1")
      }
      guard value > 0, value <= 1 else {
        throw .senseless(
          message: "a parameter \(value)",
          remedy: "parameters in (0, 1]: others differ by a polynomial in k, which R or --over holds")
      }
      return value
    }
    return values.unique
  }

  /// Fractions z, each once, in the order given.
  static func bases(_ texts: [String]) throws(SearchError) -> [Rational] {
    let values = try texts.map { text throws(SearchError) in
      guard let value = Rational(parsing: text), !value.isZero else {
        throw .malformed(
          message: "'\(text)' is no fraction other than 0", text: text, position: 0,
          remedy: "for example --bases 1/4,-1/8")
      }
      return value
    }
    guard !values.isEmpty else {
      throw .senseless(
        message: "no arguments z", remedy: "for example --bases 1/4,-1/8, or --base-height 16")
    }
    return values.unique
  }

  /// All fractions z ≠ 0 with |z| ≤ 1 and denominators to a height, simple ones first, positive before negative.
  static func bases(height: Int) throws(SearchError) -> [Rational] {
    guard (1...largestHeight).contains(height) else {
      throw .senseless(message: "arguments of height \(height)", remedy: "from 1 to \(largestHeight)")
    }
    return (1...height).flatMap { q in
      (1...q).filter { $0.gcd(q) == 1 }
        .flatMap { [Rational(Integer($0), Integer(q)), Rational(Integer(-$0), Integer(q))] }
    }
  }

  /// Polynomials D in k other than 0, primitive with a positive leading coefficient, each once, in the order given.
  static func divisors(_ texts: [String]) throws(SearchError) -> [Polynomial] {
    let values = try texts.map { text throws(SearchError) in
      guard let function = RationalFunction(parsing: text, in: "k"), function.denominator.degree == 0,
        !function.isZero
      else {
        throw .malformed(
          message: "'\(text)' is no polynomial in k", text: text, position: 0,
          remedy: "for example --over 2k+1")
      }
      let content = function.numerator.content
      return function.numerator.dividedExactly(by: function.leading.signum < 0 ? -content : content)
    }
    return values.isEmpty ? [Polynomial(constant: 1)] : values.unique
  }
}

extension Array where Element: Hashable {
  /// The elements, each at its first place.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
