internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// Takes the lines of a proof one by one.
struct ProofReader {
  /// What an empty list is written as.
  static let nothing = "none"

  private var lines: [(number: Int, text: String)]

  init(_ text: String) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    lines = all.map { ($0.offset + 1, ProofReader.trimmed($0.element)) }.filter { !$0.text.isEmpty }
      .reversed()
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text.prefix { $0 != "#" }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The line that comes next; nil at the end.
  var next: Int? { lines.last?.number }

  mutating func line(_ word: String) throws(ProofFault) -> (number: Int, rest: String) {
    guard let line = lines.popLast() else { throw ProofFault(line: 0, "the text ends before '\(word)'") }
    guard line.text == word || line.text.hasPrefix(word.hasSuffix(" ") ? word : word + " ") else {
      throw ProofFault(line: line.number, "expected '\(word)'")
    }
    return (line.number, ProofReader.trimmed(line.text.dropFirst(word.count)))
  }

  func begins(_ word: String) -> Bool { lines.last?.text.hasPrefix(word) == true }

  mutating func proof() throws(ProofFault) -> Proof {
    let head = try line(Proof.opening)
    let sides = head.rest.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let fraction = ContinuedFraction.reading(sides[0]),
      let closedForm = try? Expression(parsing: sides[1])
    else { throw ProofFault(line: head.number, "expected pcf(…, …) = a closed form") }
    let start = lines.last?.number ?? head.number
    let argument = try argument(fraction)
    guard let proof = Proof(fraction, closedForm: closedForm.closedFormOrder, argument: argument) else {
      throw ProofFault(line: start, "these steps do not give this limit of \(fraction)")
    }
    return proof
  }

  private mutating func argument(_ fraction: ContinuedFraction) throws(ProofFault) -> Proof.Argument {
    if begins("exact") {
      let here = try line("exact")
      guard let limit = ExactLimit(fraction) else {
        throw ProofFault(line: here.number, "the limit of \(fraction) does not follow by exact arithmetic")
      }
      return .exact(limit)
    }
    if begins("theorem") {
      let here = try line("theorem")
      let name = here.rest.split(separator: ";").last.map { ProofReader.trimmed($0) }
      guard let theorem = FractionTheorem.all(of: fraction).first(where: { $0.name == name }),
        here.rest == "\(ClosedForm(theorem.value)) ; \(theorem.name)"
      else { throw ProofFault(line: here.number, "no theorem of the table says this of \(fraction)") }
      return .theorem(theorem)
    }
    if begins("moved") {
      let here = try line("moved from")
      let other = try proof()
      guard let link = FormulaLink.exact(other.fraction, fraction) else {
        throw ProofFault(line: here.number, "neither an inflation nor a shift of \(other.fraction)")
      }
      return .moved(link, other)
    }
    if begins("field") { return try field() }
    return begins("linked") ? try linked(fraction) : try sum(fraction)
  }

  private mutating func field() throws(ProofFault) -> Proof.Argument {
    let here = try line("field")
    var words = here.rest.split(separator: " ").map(String.init)
    func numbers(_ text: String) -> [Rational] {
      text.split(separator: ",").compactMap { Rational(parsing: $0) }
    }
    let settings = words.count == 6 ? [MatrixField.Parameter].values(words.remove(at: 1)) : [:]
    guard words.count == 5, words[1] == "from", words[3] == "along", let settings,
      let field = try? KnownFields.named(words[0])?.fixed(settings),
      case let (start, direction) = (
        numbers(words[2]), words[4].split(separator: ",").compactMap { Int($0) }
      ), start.count == 2, direction.count == 2, let term = FieldEdge(field)?.terms(from: start[1])
    else { throw ProofFault(line: here.number, "expected: field zeta3 from 1,1 along 1,1") }
    guard let proof = FieldProof(field, start: start, direction: direction, series: try series(term)) else {
      throw ProofFault(line: here.number, "the edge does not carry its sum to this line of the field")
    }
    return .field(proof)
  }

  private mutating func linked(_ fraction: ContinuedFraction) throws(ProofFault) -> Proof.Argument {
    let here = try line("linked")
    let words = here.rest.split(separator: " ", maxSplits: 3).map(String.init)
    let folds = words.prefix(2).compactMap { Int($0) }
    guard folds.count == 2, words.count == 4, words[2] == "by", words[3].hasSuffix(" with"),
      let matrix = PolynomialMatrix.reading(String(words[3].dropLast(5)))
    else { throw ProofFault(line: here.number, "expected: linked 1 1 by [[…, …], […, …]] with") }
    let other = try proof()
    guard let link = LinkCertificate(fraction, other.fraction, folds: folds, matrix: matrix) else {
      throw ProofFault(line: here.number, "the matrix does not link these fractions")
    }
    return .linked(link, other)
  }

  private mutating func sum(_ fraction: ContinuedFraction) throws(ProofFault) -> Proof.Argument {
    let here = try line("sum from")
    let words = here.rest.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, words[1] == "by", let start = Int(words[0]),
      let solution = RationalFunction(parsing: words[2], in: "n")
    else { throw ProofFault(line: here.number, "expected: sum from 0 by a rational function of n") }
    guard let sum = ExplicitSum(fraction, start: start, solution: solution) else {
      throw ProofFault(
        line: here.number, "this is no solution without zeros and poles of the recurrence of \(fraction)")
    }
    if begins("infinite") {
      _ = try line("infinite")
      return .infiniteSum(sum)
    }
    return .sum(SumProof(sum: sum, series: try series(sum.term)))
  }

  mutating func series(_ term: HypergeometricTerm) throws(ProofFault) -> SeriesProof {
    let terms = try self.terms()
    let factor = try function("factor")
    let difference = try function("difference")
    var (coefficients, theorems) = ([Rational](), [SumTheorem]())
    while begins("theorem") {
      let (coefficient, theorem) = try self.theorem(terms, poles: factor.denominator)
      coefficients.append(coefficient)
      theorems.append(theorem)
    }
    let number = lines.last?.number ?? 0
    let telescoping = Telescoping(coefficients: coefficients, remainder: difference)
    guard
      let series = SeriesProof(
        term: term, terms: terms, factor: factor, telescoping: telescoping, theorems: theorems)
    else { throw ProofFault(line: max(0, number - 1), "the identity for the terms does not hold") }
    return series
  }

  private mutating func terms() throws(ProofFault) -> TermClass {
    let here = try line("terms")
    let parts = here.rest.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").filter { $0 != ProofReader.nothing }.map { Rational(parsing: $0) }
    }
    let lists = parts.map { $0.compactMap(\.self) }
    guard parts.count == 3, lists.map(\.count) == parts.map(\.count), let z = lists[0].first,
      lists[0].count == 1
    else { throw ProofFault(line: here.number, "expected: terms z ; parameters above ; parameters below") }
    return TermClass(argument: z, upper: lists[1], lower: lists[2])
  }

  private mutating func function(_ word: String) throws(ProofFault) -> RationalFunction {
    let here = try line(word)
    guard let function = RationalFunction(parsing: here.rest, in: "k") else {
      throw ProofFault(line: here.number, "expected a rational function of k")
    }
    return function
  }

  private mutating func theorem(
    _ terms: TermClass, poles: Polynomial
  ) throws(ProofFault) -> (Rational, SumTheorem) {
    let here = try line("theorem")
    let parts = here.rest.split(separator: ";").map { ProofReader.trimmed($0) }
    guard parts.count == 4, let coefficient = Rational(parsing: parts[0]),
      let factor = RationalFunction(parsing: parts[1], in: "k"),
      let value = (try? Expression(parsing: parts[2]))?.closedFormOrder
    else { throw ProofFault(line: here.number, "expected: theorem coefficient ; factor ; value ; name") }
    let stated = SumTheorems.all(of: terms, poles: factor.denominator).first {
      $0.factor == factor && $0.value.closedFormOrder == value
    }
    guard let stated else { throw ProofFault(line: here.number, "no theorem of the table says this") }
    return (coefficient, stated)
  }
}

extension ContinuedFraction {
  /// Reads `pcf(a, b)` with polynomials; nil for all else.
  static func reading(_ text: String) -> ContinuedFraction? {
    (try? Expression(parsing: text)).flatMap { try? $0.continuedFraction() }
  }
}

extension PolynomialMatrix {
  /// Reads `[[a, b], [c, d]]`; nil for all else.
  static func reading(_ text: String) -> PolynomialMatrix? {
    let entries = text.filter { $0 != "[" && $0 != "]" }.split(separator: ",").map {
      (try? Expression(parsing: String($0))).flatMap { try? $0.polynomial() }
    }
    let read = entries.compactMap(\.self)
    guard entries.count == 4, read.count == 4 else { return nil }
    return PolynomialMatrix([[read[0], read[1]], [read[2], read[3]]])
  }
}
