internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification

/// How far `identify` searches where no constants are chosen, in its own words.
enum IdentifyReach: String, CaseIterable, Codable, Sendable {
  case table, standard, wide
}

/// How far a search for closed forms goes, read from the options of `identify`.
struct IdentifyScope {
  private let request: IdentifyRequest

  init(_ request: IdentifyRequest) { self.request = request }

  /// The scope.
  ///
  /// - Parameter usual: how far it goes where nothing is said.
  /// - Throws: a `Refusal` for options that contradict each other, and for constants that are none.
  func scope(usual: IdentifyReach, in context: VerbContext) throws(Refusal) -> SearchScope {
    try checkOptions()
    if let list = request.with { return try chosen(list, context) }
    if let degree = request.degree { return .algebraic(degree: degree) }
    if request.time == 0 { return .table }
    return switch request.reach ?? usual {
    case .table: .table
    case .standard: .standard
    case .wide: .wide(budget: request.budget ?? SearchScope.standardBudget)
    }
  }

  private func checkOptions() throws(Refusal) {
    if request.with != nil, let reach = request.reach {
      throw Refusal(
        "--constants and --\(reach == .wide ? "" : "scope ")\(reach.rawValue) contradict each other",
        remedy: "--constants searches the chosen constants only")
    }
    if let degree = request.degree { try check(degree: degree) }
    if request.time == 0, let reach = request.reach, reach != .table {
      throw Refusal(
        "--time 0 and --scope \(reach.rawValue) contradict each other",
        remedy: "--time 0 searches the table only")
    }
    if let budget = request.budget {
      guard request.reach == .wide else {
        throw Refusal("--budget \(budget) limits a wide search", remedy: "--wide --budget \(budget)")
      }
      guard (1...10_000_000).contains(budget) else {
        throw Refusal("--budget \(budget)", remedy: "between 1 and 10000000 bases")
      }
    }
  }

  /// A total degree of monomials beside constants, the degree of polynomials without.
  private func check(degree: Int) throws(Refusal) {
    if request.with != nil {
      guard (1...6).contains(degree) else {
        throw Refusal("--degree \(degree)", remedy: "a total degree between 1 and 6")
      }
    } else if let reach = request.reach {
      throw Refusal(
        "--degree \(degree) and --scope \(reach.rawValue) contradict each other",
        remedy: "--degree alone searches roots of polynomials only")
    } else if !(2...IdentifyScope.largestDegree).contains(degree) {
      throw Refusal(
        "--degree \(degree)",
        remedy: "between 2 and \(IdentifyScope.largestDegree), the degree of a polynomial")
    }
  }

  /// Lattices of so many terms take minutes.
  private static let largestDegree = 200

  private func chosen(_ list: String, _ context: VerbContext) throws(Refusal) -> SearchScope {
    let list = IdentifyScope.writtenOut(list, try context.ownConstants())
    let (parts, degree) = (list.parts, request.degree ?? 1)
    let terms = SearchScope.monomialCount(parts.count, degree: degree) + 2
    guard terms <= SearchScope.mostTerms else {
      throw Refusal(
        "\(parts.count) constants to degree \(degree) make relations of \(terms) terms",
        remedy: "at most \(SearchScope.mostTerms): fewer constants or a lower --degree")
    }
    // Digits that the search will ask of a constant at most: what cannot be evaluated so far is refused here.
    let needed = max(60 * terms, 2 * (request.digits ?? 0)) + 150
    var constants: [Constant] = []
    for (text, offset) in parts {
      let constant = try IdentifyScope.constant(text, at: offset, of: list, digits: needed, context)
      guard !constants.contains(constant) else {
        throw Refusal(
          Diagnostic(
            "\(constant) stands there twice", source: list, range: offset..<(offset + text.count),
            remedy: "leave one out"))
      }
      constants.append(constant)
    }
    if let relation = SearchScope.dependence(among: constants) {
      throw Refusal("the chosen constants are related: \(relation)", remedy: "leave one of them out")
    }
    return .among(constants, degree: degree)
  }

  /// The list with the bases of the user in the place of their names.
  private static func writtenOut(_ list: String, _ own: UserConstants) -> String {
    let parts = list.parts.map(\.text)
    guard parts.contains(where: { own.bases[$0] != nil }) else { return list }
    return parts.map { own.bases[$0] ?? $0 }.joined(separator: ",")
  }

  static func constant(
    _ text: String, at offset: Int, of list: String, digits: Int, _ context: VerbContext
  ) throws(Refusal) -> Constant {
    let range = offset..<(offset + text.count)
    guard !text.isEmpty else {
      throw Refusal(
        Diagnostic(
          "a constant is missing", source: list, range: range,
          remedy: "for example --constants pi,log(2),catalan")
      )
    }
    if let known = Constant.named(text) { return known }
    if (try? DecimalInput(text)) != nil {
      throw Refusal(
        Diagnostic(
          "\(text) is a number and not a constant", source: list, range: range,
          remedy: "name a constant or write an expression, for example sqrt(2)"))
    }
    do {
      return try expression(text, digits: digits, context)
    } catch var refusal as Refusal {
      refusal.diagnostic = moved(refusal.diagnostic, into: list, at: range)
      throw refusal
    } catch {
      throw Refusal(wrapping: error)
    }
  }

  /// The constant that an expression is.
  private static func expression(_ text: String, digits: Int, _ context: VerbContext) throws -> Constant {
    let closed = try context.workspace.closed(text)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 20)
    guard value.evaluation.outcome == .value else {
      let what = value.evaluation.outcome.rational.map { "the fraction \($0)" } ?? "no number"
      throw Refusal("\(text) is \(what)", remedy: "fractions are searched anyway: leave it out")
    }
    return try Constant.expression(closed.expression, digits: digits)
  }

  /// The same mistake, pointed at in the whole list.
  private static func moved(_ diagnostic: Diagnostic, into list: String, at range: Range<Int>) -> Diagnostic {
    var moved = diagnostic
    let place = diagnostic.source == nil ? nil : diagnostic.range
    moved.source = list
    moved.range =
      place.map { (range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound) } ?? range
    return moved
  }
}
