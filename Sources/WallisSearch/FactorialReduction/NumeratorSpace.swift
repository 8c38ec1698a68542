/// The partial numerators that a search goes through, numbered.
enum NumeratorSpace: Sendable, Hashable {
  /// These polynomials, constant term first, each once.
  case listed([[Int]])
  /// All non-zero polynomials of a box.
  case box(CoefficientBox)
  /// Products of linear factors.
  case products(RootProducts)

  /// Number of polynomials.
  var count: Int {
    switch self {
    case .listed(let all): all.count
    case .box(let box): box.count
    case .products(let products): products.count
    }
  }

  /// The polynomial with this number, constant term first, the last coefficient not zero.
  func polynomial(at index: Int) -> [Int] {
    switch self {
    case .listed(let all): all[index]
    case .box(let box): box.polynomial(at: index)
    case .products(let products): products.polynomial(at: index)
    }
  }

  /// Reads polynomials in n, or ranges of coefficients.
  /// - Throws: `SearchError` for text that is neither, for zero, and for several ranges.
  init(parsing texts: [String]) throws(SearchError) {
    var all: [[Int]] = []
    for text in texts {
      if PolynomialTemplate.isTemplate(text) {
        let polynomial = try PolynomialTemplate.polynomial(parsing: text)
        guard !polynomial.isEmpty else {
          throw .senseless(message: "b = \(text) is zero", remedy: "partial numerators other than zero")
        }
        all.append(polynomial)
      } else {
        let box = try CoefficientBox(parsing: text)
        guard box.count > 1 else {
          all.append(box.polynomial(at: 0))
          continue
        }
        guard texts.count == 1 else {
          throw .senseless(
            message: "ranges of b beside other polynomials", remedy: "a search for each of them")
        }
        self = .box(box)
        return
      }
    }
    guard !all.isEmpty else {
      throw .senseless(message: "no partial numerators", remedy: "for example --b '-n^6'")
    }
    var seen: Set<[Int]> = []
    self = .listed(all.filter { seen.insert($0).inserted })
  }
}
