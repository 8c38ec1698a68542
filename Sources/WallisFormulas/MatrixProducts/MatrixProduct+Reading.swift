internal import WallisArithmetic

extension MatrixProduct {
  /// The product that `pcf` with a `cycle`, `rec([…], p=[…], q=[…], from=n0)` or `matrixproduct([[…]], start=[[…], […]], from=n0)` is; nil for
  /// other expressions.
  ///
  /// - Throws: a `SyntaxError` where the lists do not fit together.
  init?(_ expression: Expression) throws(SyntaxError) {
    switch expression.node {
    case .call("rec", let parts) where parts.count == 4:
      try self.init(recurrence: parts, at: expression.range)
    case .call("matrixproduct", let parts) where parts.count == 3:
      try self.init(parts, at: expression.range)
    case .call("pcf", let parts) where parts.contains(where: \.isCycle):
      try self.init(cycles: parts, at: expression.range)
    default: return nil
    }
  }

  private init(recurrence parts: [Expression], at range: Range<Int>) throws(SyntaxError) {
    let (c, first) = (try MatrixProduct.functions(parts[0]), try MatrixProduct.index(parts[3]))
    let (p, q) = (try MatrixProduct.numbers(parts[1]), try MatrixProduct.numbers(parts[2]))
    guard (2...MatrixProduct.largestRank + 1).contains(c.count) else {
      throw SyntaxError(
        "a recurrence has from 2 to \(MatrixProduct.largestRank + 1) coefficients", at: parts[0].range)
    }
    for (list, part) in [(p, parts[1]), (q, parts[2])] where list.count != c.count - 1 {
      throw SyntaxError(
        "a recurrence of order \(c.count - 1) has \(c.count - 1) values at the start, not \(list.count)",
        at: part.range)
    }
    guard let product = MatrixProduct(recurrence: c, p: p, q: q, from: first) else {
      throw SyntaxError(
        "this recurrence cannot be followed: its first coefficient is 0 at an index, or both rows are",
        at: range)
    }
    self = product
  }

  private init(_ parts: [Expression], at range: Range<Int>) throws(SyntaxError) {
    let first = try MatrixProduct.index(parts[2])
    var (rows, start): ([[RationalFunction]], [[Rational]]) = ([], [])
    for row in try MatrixProduct.entries(parts[0]) { rows.append(try MatrixProduct.functions(row)) }
    for row in try MatrixProduct.entries(parts[1]) { start.append(try MatrixProduct.numbers(row)) }
    guard (1...MatrixProduct.largestRank).contains(rows.count), rows.allSatisfy({ $0.count == rows.count })
    else {
      throw SyntaxError(
        "a square matrix of at most \(MatrixProduct.largestRank) rows was expected", at: parts[0].range,
        remedy: "[[a, b], [c, d]]")
    }
    guard start.count == 2, start.allSatisfy({ $0.count == rows.count }) else {
      throw SyntaxError(
        "the start has two rows, p and q, of \(rows.count) numbers each", at: parts[1].range)
    }
    guard let product = MatrixProduct(rows, start: start, from: first) else {
      throw SyntaxError("a matrix of this product is infinite, or its start is 0", at: range)
    }
    self = product
  }

  private static func entries(_ list: Expression) throws(SyntaxError) -> [Expression] {
    guard let entries = list.listEntries else {
      throw SyntaxError("a list in brackets was expected", at: list.range, remedy: "for example [n+1, n^2]")
    }
    return entries
  }

  static func functions(_ list: Expression) throws(SyntaxError) -> [RationalFunction] {
    var functions: [RationalFunction] = []
    for entry in try entries(list) {
      guard let function = RationalFunction(entry, in: NameTable.variable) else {
        throw SyntaxError("a rational function of n was expected", at: entry.range)
      }
      functions.append(function)
    }
    return functions
  }

  static func numbers(_ list: Expression) throws(SyntaxError) -> [Rational] {
    var numbers: [Rational] = []
    for entry in try entries(list) {
      guard let function = RationalFunction(entry, in: NameTable.variable), function.numerator.degree <= 0,
        function.denominator.degree == 0
      else { throw SyntaxError("a fraction was expected", at: entry.range) }
      numbers.append(Rational(function.numerator[0], function.denominator[0]))
    }
    return numbers
  }

  static func index(_ expression: Expression) throws(SyntaxError) -> Int {
    guard let index = expression.integer?.word, abs(index) < 1 << 30 else {
      throw SyntaxError("an integer was expected", at: expression.range, remedy: "from=1")
    }
    return index
  }
}

extension Expression {
  /// Whether it is p_{n mod m}(n).
  var isCycle: Bool { if case .call("cycle", _) = node { true } else { false } }
}
