/// Products c ∏ (q n − p) of a constant and rational linear factors in lowest terms, numbered.
///
/// Every polynomial of a degree with rational roots of bounded height and bounded content is one of them, exactly once:
/// factors are primitive, so the content is |c| (Gauss's lemma).
struct RootProducts: Sendable, Hashable {
  /// Number of factors.
  let degree: Int
  /// Largest |c|.
  let leading: Int
  /// (p, q): the roots p/q with |p|, q ≤ height, the simple ones first.
  let factors: [(p: Int, q: Int)]
  /// Number of products.
  let count: Int
  /// Multisets of a size from so many factors: `multisets[size][factors]`.
  private let multisets: [[Int]]

  static func == (x: RootProducts, y: RootProducts) -> Bool {
    (x.degree, x.leading, x.factors.count) == (y.degree, y.leading, y.factors.count)
  }

  func hash(into hasher: inout Hasher) { hasher.combine([degree, leading, factors.count]) }

  /// The products of so many factors with roots up to a height.
  /// - Throws: `SearchError` for none, and where coefficients or their number exceed a machine word.
  init(degree: Int, height: Int, leading: Int) throws(SearchError) {
    guard degree >= 1, height >= 0, leading >= 1 else {
      throw .senseless(
        message: "products of \(degree) linear factors, roots of height \(height), constants to \(leading)",
        remedy: "at least one factor, heights from 0, constants from 1")
    }
    // A coefficient is at most the product of the constant and of the numbers in each factor, at least 2.
    var size = Double(leading)
    for _ in 0..<min(degree, 64) { size *= max(2, 2 * Double(height)) }
    guard size < 4e18, height <= 1000 else {
      throw .tooLarge(
        message: "the coefficients of \(degree) factors with roots of height \(height)",
        remedy: "a smaller degree or height: coefficients must fit a machine word")
    }
    factors = RootProducts.fractions(height)
    var table = [[Int](repeating: 1, count: factors.count + 1)]
    for _ in 0..<degree {
      var row = [0]
      for place in 1...factors.count {
        let (sum, overflows) = row[place - 1].addingReportingOverflow(table[table.count - 1][place])
        row.append(overflows ? .max : sum)
      }
      table.append(row)
    }
    let (total, overflows) = table[degree][factors.count].multipliedReportingOverflow(by: 2 * leading)
    guard !overflows, table[degree][factors.count] < Int.max else {
      throw .tooLarge(message: "more products than a machine word counts", remedy: "choose smaller ranges")
    }
    (self.degree, self.leading, multisets, count) = (degree, leading, table, total)
  }

  private static func fractions(_ height: Int) -> [(p: Int, q: Int)] {
    var all: [(p: Int, q: Int)] = [(0, 1)]
    guard height > 0 else { return all }
    for size in 1...height {
      for other in 1...size where size.gcd(other) == 1 {
        let pairs = other == size ? [(size, size)] : [(size, other), (other, size)]
        for (p, q) in pairs { all += [(p, q), (-p, q)] }
      }
    }
    return all
  }

  /// The product with this number, constant term first.
  /// - Precondition: 0 ≤ index < count.
  func polynomial(at index: Int) -> [Int] {
    let (place, constant) = index.quotientAndRemainder(dividingBy: 2 * leading)
    let scale = constant / 2 + 1
    var product = [constant.isMultiple(of: 2) ? scale : -scale]
    for number in multiset(at: place) {
      let (p, q) = factors[number]
      var next = [Int](repeating: 0, count: product.count + 1)
      for (power, coefficient) in product.enumerated() {
        next[power] -= coefficient * p
        next[power + 1] += coefficient * q
      }
      product = next
    }
    return product
  }

  /// Numbers of the factors, rising; a multiset without the first k factors is one of the others.
  private func multiset(at place: Int) -> [Int] {
    var (rest, first) = (place, 0)
    var chosen: [Int] = []
    for left in stride(from: degree, to: 0, by: -1) {
      while true {
        let withFirst = multisets[left - 1][factors.count - first]
        if rest < withFirst { break }
        rest -= withFirst
        first += 1
      }
      chosen.append(first)
    }
    return chosen
  }
}

extension Int {
  /// Greatest common divisor with another positive number.
  fileprivate func gcd(_ other: Int) -> Int {
    var (x, y) = (self, other)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}
