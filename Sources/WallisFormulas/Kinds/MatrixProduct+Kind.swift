package import WallisArithmetic

extension MatrixProduct: FormulaKind {
  /// `product`.
  public static var word: String { "product" }

  /// The product of a key: n₀, the rows of the start, the rows of the matrix, leading coefficients of entries first.
  public init?(keyWords words: [Substring]) {
    guard words.count == 3, let first = Int(words[0]), (-(1 << 30)...1 << 30).contains(first) else {
      return nil
    }
    func rows<Entry>(_ text: Substring, _ entry: (Substring) -> Entry?) -> [[Entry]]? {
      let rows = text.split(separator: "/", omittingEmptySubsequences: false).map { row in
        row.split(separator: ";", omittingEmptySubsequences: false).map(entry)
      }
      return rows.allSatisfy { !$0.contains { $0 == nil } } ? rows.map { $0.compactMap { $0 } } : nil
    }
    guard let start = rows(words[1], { Integer($0) }), start.count == 2,
      let matrix = rows(words[2], { Polynomial(listed: $0) }),
      (1...MatrixProduct.largestRank).contains(matrix.count),
      (matrix.map(\.count) + start.map(\.count)).allSatisfy({ $0 == matrix.count })
    else { return nil }
    self.init(
      matrix.map { $0.map { RationalFunction($0) } }, start: start.map { $0.map { Rational($0) } },
      from: first)
  }

  /// n₀, the rows of the start, the rows of the matrix.
  public var keyText: String {
    func list<Entry>(_ rows: [[Entry]], _ text: (Entry) -> String) -> String {
      rows.map { $0.map(text).joined(separator: ";") }.joined(separator: "/")
    }
    return "\(first) \(list(start) { "\($0)" }) \(list(matrix.rows) { $0.listed })"
  }

  /// The product that a recurrence, a product of matrices or a fraction with a cycle is.
  public static func formula(_ expression: Expression) throws(SyntaxError) -> MatrixProduct? {
    try MatrixProduct(expression)
  }

  /// As the grammar reads it.
  public var description: String { ExpressionWriter(.plain).text(expression) }

  /// Key of the product without the common factor of its matrices, and with a start in lowest terms.
  public var canonicalKey: String { "\(MatrixProduct.word) \(reduced.keyText)" }

  private var reduced: MatrixProduct {
    let factor = matrix.rows.joined().reduce(Polynomial(constant: 0)) { $0.gcd($1) }
    // Where the factor is 0 the product is, and without it it is not.
    guard !factor.isZero, !factor.integerRoots.contains(where: { $0 >= Integer(first) }) else { return self }
    let content = start.joined().reduce(Integer(0)) { $0.gcd($1) }
    let rows = matrix.rows.map { $0.map { RationalFunction($0, factor) } }
    return MatrixProduct(rows, start: start.map { $0.map { Rational($0, content) } }, from: first) ?? self
  }

  /// The fraction of the first column, for products of rank 2.
  public var image: FractionImage? { fractions?.first }

  /// Itself.
  public var product: MatrixProduct? { self }

  /// Digits by evaluation; figures by exact products. nil where the ratios of the columns have no common limit.
  public var limit: FormulaLimit? {
    guard let outcome = try? evaluate(digits: 20, limits: EvaluationLimits()).outcome else { return nil }
    let exact: Rational?
    switch outcome {
    case .value: exact = nil
    case .rational(let value), .terminates(let value?): exact = value
    default: return nil
    }
    return FormulaLimit(
      of: Formula(self), readable: image?.fraction,
      depths: (ProductMeasurement.usualDepth, 2 * ProductMeasurement.usualDepth),
      figures: { ProductMeasurement(self).map { ($0.delta, $0.digitsPerTerm) } },
      exact: { exact },
      enclosure: { digits in try? evaluate(digits: digits, limits: EvaluationLimits()).enclosure })
  }

  /// Those that the coefficients of the fraction suggest.
  public var suggestedConstants: [Expression] { image.map { Constant.suggestions($0.fraction) } ?? [] }

  /// The fraction; for a recurrence of higher order how its solutions grow.
  public var facts: [FormulaFact] {
    if let image { return [FormulaFact("fraction", image.text, isFormula: true)] }
    return solutions.isEmpty
      ? [] : [FormulaFact("solutions grow like", solutions.joined(separator: ", "), isFormula: true)]
  }

  /// How the solutions of the recurrence grow, those of fastest growth first; empty for other products.
  private var solutions: [String] { recurrence.map { SolutionGrowth.all(of: $0).flatMap(\.texts) } ?? [] }

  /// The fraction, null for other ranks than 2, and how the solutions of the recurrence grow.
  public var members: [FormulaMember] {
    [
      FormulaMember("fraction", .text(image.map { $0.text })), FormulaMember("solutions", .list(solutions)),
    ]
  }

  /// As a recurrence or a product.
  public var latex: String { ExpressionWriter(.latex).text(expression) }

  /// The continued fraction, for products of rank 2.
  public func program(in language: ScriptLanguage) -> FormulaProgram {
    guard let image else { return .none(reason: "a product of rank \(rank) has no continued fraction") }
    return .partials(
      a: language.text(of: image.fraction.a, in: "n"), b: language.text(of: image.fraction.b, in: "n"),
      image: image.map.entries)
  }
}

extension MatrixProduct: Hashable {
  /// Whether both are the same product as written.
  public static func == (one: MatrixProduct, other: MatrixProduct) -> Bool {
    one.first == other.first && one.start == other.start && one.matrix.rows == other.matrix.rows
  }

  /// Mixes in all parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(start)
    hasher.combine(matrix.rows)
  }
}

// MARK: - As an expression

extension MatrixProduct {
  /// The product as the grammar reads it: a recurrence where the matrices are those of one, otherwise its matrices.
  public var expression: Expression {
    func numbers(_ row: [Integer]) -> Expression { .list(row.map { .integer($0) }) }
    func functions(_ row: [Polynomial]) -> Expression {
      .list(row.map { Expression.polynomial($0, in: .name(NameTable.variable)) })
    }
    let from = Expression.integer(Integer(first))
    if let coefficients = recurrence {
      return .call("rec", functions(coefficients), numbers(start[0]), numbers(start[1]), from)
    }
    return .call("matrixproduct", .list(matrix.rows.map(functions)), .list(start.map(numbers)), from)
  }

  /// c₀, …, c_r of the recurrence that is this product when it is read; nil for others.
  package var recurrence: [Polynomial]? {
    let (order, rows) = (rank, matrix.rows)
    guard order > 1 else { return nil }
    let lead = rows[1][0]
    for i in 0..<order {
      for j in 0..<(order - 1) where rows[i][j] != (i == j + 1 ? lead : Polynomial(constant: 0)) {
        return nil
      }
    }
    let coefficients = [lead] + (1...order).map { -rows[order - $0][order - 1] }
    guard !coefficients[order].isZero else { return nil }
    let read = MatrixProduct(
      recurrence: coefficients.map { RationalFunction($0) }, p: start[0].map { Rational($0) },
      q: start[1].map { Rational($0) }, from: first)
    return read == self ? coefficients : nil
  }
}
