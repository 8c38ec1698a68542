internal import RealModule
internal import WallisArithmetic
internal import WallisFormulas

/// The bases of one search in the order of increasing cost, made one by one.
struct BasisPlan: Sendable {
  /// Bases of one kind.
  struct Tier: Sendable {
    /// How the negative knowledge of all of them is put together; nil when each is listed.
    let kind: RelationBasis.Kind?
    /// Number of bases.
    let count: Int
    /// The basis with this index; nil for one that has no sense.
    let basis: @Sendable (Int) -> BasisCandidate?
  }

  private(set) var tiers: [Tier]
  /// Terms of the longest relation that the caller asked for by name; 0 when none was.
  let widest: Int
  private let prepared: PreparedConstants

  /// Constants among which pairs are formed in the standard search.
  static let wellKnown = 32
  /// Constants among which quotients, triples and quadruples are formed in it.
  private static let familiar = 14

  /// - Parameter own: sets of constants of which combinations are searched, too, where no constants are chosen.
  init(_ scope: SearchScope, prepared: PreparedConstants, own: [[Constant]] = []) {
    self.prepared = prepared
    var tiers = [BasisPlan.listed([.rational, .quadratic])]
    var widest = 0
    switch scope {
    case .table: tiers.append(BasisPlan.table(prepared))
    case .standard: tiers += BasisPlan.standard(prepared, own)
    case .wide: tiers += BasisPlan.standard(prepared, own) + BasisPlan.wide(prepared)
    case .algebraic(let degree):
      tiers.append(BasisPlan.listed(BasisPlan.degrees(to: degree).map { .algebraic(degree: $0) }))
      widest = degree + 1
    case .among(let constants, _):
      tiers.append(BasisPlan.among(constants, prepared))
      widest = prepared.entries.count + 2
    }
    (self.tiers, self.widest) = (tiers, widest)
  }

  /// The same with images of further constants after those of the table.
  func adding(_ constants: [Constant]) -> BasisPlan {
    var plan = self
    let values = constants.map { prepared.value(of: $0, bits: prepared.bits) }
    let tier = Tier(kind: nil, count: constants.count) {
      BasisCandidate(.moebius(constants[$0]), [values[$0]])
    }
    plan.tiers.insert(tier, at: min(2, tiers.count))
    return plan
  }

  /// The tiers to which more digits of a number add something: those of fewest terms.
  var deepened: BasisPlan {
    var plan = self
    plan.tiers = tiers.filter { $0.kind == nil || $0.kind == .factors || $0.kind == .graded }
    return plan
  }

  /// Number of all bases.
  var count: Int { tiers.reduce(0) { $0 + $1.count } }

  /// Degrees from 3 on, each to 12 and then a quarter more each time: a lattice holds the multiples of polynomials of
  /// lower degrees, too.
  static func degrees(to last: Int) -> [Int] {
    var degrees: [Int] = []
    while (degrees.last ?? 2) < last {
      let degree = degrees.last ?? 2
      degrees.append(min(last, degree < AlgebraicNumber.largestDegree ? degree + 1 : degree * 5 / 4))
    }
    return degrees
  }

  private static func listed(_ bases: [RelationBasis]) -> Tier {
    Tier(kind: nil, count: bases.count) { BasisCandidate(bases[$0], []) }
  }

  private static func table(_ prepared: PreparedConstants) -> Tier {
    Tier(kind: nil, count: prepared.entries.count) { index in
      let entry = prepared.entries[index]
      return BasisCandidate(.moebius(entry.constant), [entry.value])
    }
  }

  private static func standard(_ prepared: PreparedConstants, _ own: [[Constant]]) -> [Tier] {
    let count = prepared.entries.count
    let (paired, first) = (0..<min(wellKnown, count), 0..<min(familiar, count))
    let degrees = degrees(to: AlgebraicNumber.largestDegree).map { RelationBasis.algebraic(degree: $0) }
    return [
      table(prepared), combinations(own, prepared), listed(degrees), functions(prepared), factors(prepared),
      graded(prepared),
      powers(prepared),
      multiples(prepared), functionImages(prepared), specialValues(prepared), specialMultiples(prepared),
      products(prepared, paired),
      sets(prepared, of: 2, paired, .pairs, .linear(2)) { .linear($0) },
      sets(prepared, of: 2, first, .quotients, .quotient(2)) { .quotient($0) },
      sets(prepared, of: 3, first, .triples, .linear(3)) { .linear($0) },
      sets(prepared, of: 4, first, .quadruples, .linear(4)) { .linear($0) },
      products(prepared, paired.upperBound..<count),
      sets(prepared, of: 2, paired.upperBound..<count, .pairs, .linear(2)) { .linear($0) },
    ]
  }

  /// What the wide search has beyond the standard one.
  private static func wide(_ prepared: PreparedConstants) -> [Tier] {
    let rest = min(familiar, prepared.entries.count)..<prepared.entries.count
    return [
      sets(prepared, of: 2, rest, .quotients, .quotient(2)) { .quotient($0) },
      sets(prepared, of: 3, rest, .triples, .linear(3)) { .linear($0) },
      sets(prepared, of: 4, rest, .quadruples, .linear(4)) { .linear($0) },
    ]
  }

  /// Squares, cubes, square roots and logarithms that are not constants of the table, nor algebraic.
  private static func powers(_ prepared: PreparedConstants) -> Tier {
    let entries = prepared.entries
    return Tier(kind: .powers, count: 4 * entries.count) { index in
      let (constant, value) = (entries[index / 4].constant, entries[index / 4].value)
      let isSimple = !constant.hasOperator("^") && !constant.name.hasPrefix("sqrt")
      switch index % 4 {
      case 3 where isSimple && constant.name != "e" && value.isPositive:
        return BasisCandidate(.moebius(.logarithm(constant)), [value.log])
      case 0, 1:
        let power = Constant.power(constant, index % 4 + 2)
        guard isSimple, !constant.isQuadratic, Constant.named(power.name) == nil else { return nil }
        return BasisCandidate(.moebius(power), [value.power(index % 4 + 2)])
      case 2 where isSimple && !constant.isQuadratic && value.isPositive:
        let root = Constant.squareRoot(constant)
        return Constant.named(root.name) == nil
          ? BasisCandidate(.moebius(root), [value.squareRoot]) : nil
      default: return nil
      }
    }
  }

  /// Products and quotients of two constants, the later of which has a place in `range`.
  private static func products(_ prepared: PreparedConstants, _ range: Range<Int>) -> Tier {
    let entries = prepared.entries
    let (start, end) = (subsets(of: range.lowerBound, 2), subsets(of: range.upperBound, 2))
    return Tier(kind: .products, count: 2 * (end - start)) { index in
      let pair = subset(start + index / 2, of: 2)
      let (x, y) = (entries[pair[0]], entries[pair[1]])
      guard !(x.constant.isQuadratic && y.constant.isQuadratic) else { return nil }
      let value = index % 2 == 0 ? x.value * y.value : x.value / y.value
      return BasisCandidate(.moebius(isQuadraticField: false), [value]) {
        .moebius(index % 2 == 0 ? .product(x.constant, y.constant) : .quotient(x.constant, y.constant))
      }
    }
  }

  /// Sets of `size` constants, the last of which has a place in `range`; those of early constants first. Rational
  /// multiples of other constants are left out.
  private static func sets(
    _ prepared: PreparedConstants, of size: Int, _ range: Range<Int>?, _ kind: RelationBasis.Kind,
    _ shape: BasisShape, _ make: @escaping @Sendable ([Constant]) -> RelationBasis
  ) -> Tier {
    let range = range ?? 0..<prepared.entries.count
    let (start, end) = (subsets(of: range.lowerBound, size), subsets(of: range.upperBound, size))
    let (values, isMultiple) = (prepared.entries.map(\.value), prepared.entries.map(\.constant.isMultiple))
    return Tier(kind: kind, count: end - start) { index in
      let places = subset(start + index, of: size)
      guard !places.contains(where: { isMultiple[$0] }) else { return nil }
      return BasisCandidate(shape, places.map { values[$0] }) {
        make(places.map { prepared.entries[$0].constant })
      }
    }
  }

  /// Combinations of sets of constants, and quotients of such where they are short.
  private static func combinations(_ sets: [[Constant]], _ prepared: PreparedConstants) -> Tier {
    let isShort = { (set: [Constant]) in 2 * set.count + 2 <= SearchScope.mostTerms }
    let all = sets.map { RelationBasis.linear($0) } + sets.filter(isShort).map { .quotient($0) }
    return Tier(kind: nil, count: all.count) { index in
      BasisCandidate(all[index], all[index].constants.map { prepared.value(of: $0, bits: prepared.bits) })
    }
  }

  /// Images of each monomial, combinations of those up to each degree, a quotient of combinations of the constants.
  private static func among(_ constants: [Constant], _ prepared: PreparedConstants) -> Tier {
    let entries = prepared.entries
    var bases = entries.map { RelationBasis.moebius($0.constant) }
    for degree in Set(entries.map(\.degree)).sorted() {
      let upTo = entries.filter { $0.degree <= degree }.map(\.constant)
      if upTo.count > 1 { bases.append(.linear(upTo)) }
    }
    let isShort = constants.count > 1 && 2 * constants.count + 2 <= SearchScope.mostTerms
    if isShort { bases.append(.quotient(constants)) }
    let all = bases
    return Tier(kind: nil, count: all.count) { index in
      BasisCandidate(all[index], all[index].constants.map { prepared.value(of: $0, bits: prepared.bits) })
    }
  }

  /// Number of subsets of `size` elements.
  static func subsets(of count: Int, _ size: Int) -> Int {
    guard count >= size else { return 0 }
    return (0..<size).reduce(1) { $0 * (count - $1) / ($1 + 1) }
  }

  /// The subset with this index in the order of its largest elements, ascending (combinatorial number system).
  static func subset(_ index: Int, of size: Int) -> [Int] {
    var (rest, elements): (Int, [Int]) = (index, [])
    for place in (1...size).reversed() {
      // The element e is the last with C(e, place) ≤ rest, so that (e + 1)^place > place!·rest.
      let product = (1...place).reduce(Double(rest)) { $0 * Double($1) }
      var element = max(place - 1, Int(Double.pow(product, 1 / Double(place))) - 1)
      while subsets(of: element + 1, place) <= rest { element += 1 }
      rest -= subsets(of: element, place)
      elements.append(element)
    }
    return elements.reversed()
  }
}

extension Constant {
  /// True for rational multiples of another constant.
  var isMultiple: Bool {
    if case .multiple = nature { true } else { false }
  }

  /// True for quadratic irrationals.
  var isQuadratic: Bool {
    if case .quadratic = nature { true } else { false }
  }
}
