internal import WallisArithmetic

extension SignedFraction {
  /// The signed fraction that a formula is; nil for other formulas. For the rooms of the search that yields them.
  public init?(_ formula: Formula) {
    guard let own = formula.content as? SignedFraction else { return nil }
    self = own
  }

  /// Pattern of the denominators, and the signs.
  public var sides: FormulaSides { FormulaSides(a: pattern, b: "\(signs)") }

  /// That of the polynomial fraction it folds into; its own key where it folds into none.
  public var shiftKey: String { folded.map { CanonicalForm($0.fraction).shiftKey } ?? key }

  /// Digits by the polynomial fraction it folds into; nil where it folds into none.
  public var limit: FormulaLimit? {
    guard let folded, let map = MoebiusMap(folded.image[0], folded.image[1], folded.image[2], folded.image[3])
    else { return nil }
    let (back, fraction) = (map.inverse, folded.fraction)
    return FormulaLimit(of: Formula(self)) { digits in
      (try? fraction.evaluate(digits: digits + 12).enclosure).map { back($0) }
    }
  }

  /// Signs, kind of number, the race against the simple continued fraction, and what the pattern shows.
  public var facts: [FormulaFact] {
    let race = SignedRace(self)
    func digits(_ numbers: [Double]) -> String { numbers.map(SignedFraction.whole).joined(separator: "/") }
    let gain = race.gain.map { ", \(SignedFraction.hundredths($0))× faster" } ?? ""
    var facts = [
      FormulaFact("signs", "\(signs), repeated"), FormulaFact("kind", kind.rawValue),
      FormulaFact(
        "digits", "\(digits(race.own)) at 20/40/80 terms, simple fraction \(digits(race.simple))\(gain)"),
    ]
    if let besselQuotient { facts.append(FormulaFact("closed", besselQuotient, isFormula: true)) }
    if let folded { facts.append(FormulaFact("folds", "\(folded.fraction)", isFormula: true)) }
    return facts
  }

  private static func whole(_ number: Double) -> String {
    number.isFinite && number.magnitude < 1e12 ? "\(Int(number.rounded()))" : "–"
  }

  private static func hundredths(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "–" }
    let (whole, part) = Int((number.magnitude * 100).rounded()).quotientAndRemainder(dividingBy: 100)
    return "\(number < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  /// Signs, denominators and the recurrence that they follow.
  public var members: [FormulaMember] {
    let recurrence = linearRecurrence
    return [
      FormulaMember("signs", .text("\(signs)")),
      FormulaMember("preperiod", .list(preperiod.map { "\($0)" })),
      FormulaMember("channels", .list(channels.map { "\($0)" })),
      FormulaMember("complexity", .integer(recurrence?.complexity)),
      FormulaMember("connection", .text(recurrence.map { $0.connectionPolynomial.text(variable: "x") })),
      FormulaMember("pattern", .text(kind.rawValue)), FormulaMember("closed", .text(besselQuotient)),
    ]
  }

  /// The first three levels written out.
  public var latex: String {
    let first = denominators(4)
    return first.indices.reversed().reduce("\\ddots") { rest, place in
      let sign = signs.isNegative(below: place) ? "-" : "+"
      return "\(first[place]) \(sign) " + (place == 3 ? rest : "\\cfrac{1}{\(rest)}")
    }
  }

  /// Denominators chosen by the index, numerators ±1; none where the denominators follow a recurrence.
  public func program(in language: ScriptLanguage) -> FormulaProgram {
    guard connection == nil else {
      return .none(reason: "its denominators follow a recurrence of length \(preperiod.count)")
    }
    let script = SignedScript(fraction: self, language: language)
    return .partials(a: script.denominators, b: script.numerators, image: FormulaProgram.itself)
  }
}

/// The partial denominators and numerators of a signed fraction as code.
private struct SignedScript {
  let fraction: SignedFraction
  let language: ScriptLanguage

  var numerators: String {
    let signs = fraction.signs.primitive.isNegative.map { $0 ? "-1" : "1" }
    guard signs.count > 1 else { return signs[0] }
    let list = "[\(signs.joined(separator: ","))]"
    return language == .gp
      ? "\(list)[(n-1)%\(signs.count)+1]" : "\(list)[int(n-1)%\(signs.count)]"
  }

  var denominators: String {
    let (head, channels) = (fraction.preperiod.map { "\($0)" }, fraction.channels.map(text))
    let list = "[\(head.joined(separator: ","))]"
    let index = head.isEmpty ? "n" : "n-\(head.count)"
    switch language {
    case .gp:
      let chosen = channels.enumerated().dropLast().reversed().reduce(channels[channels.count - 1]) {
        rest, channel in "if(j==\(channel.offset),\(channel.element),\(rest))"
      }
      let rule = "((m,j)->\(chosen))((\(index))\\\(channels.count),(\(index))%\(channels.count))"
      return head.isEmpty ? rule : "if(n<\(head.count),\(list)[n+1],\(rule))"
    case .mpmath:
      let chosen = "(lambda m, j: [\(channels.joined(separator: ", "))][j])"
      let rule = "\(chosen)(int(\(index))//\(channels.count), int(\(index))%\(channels.count))"
      return head.isEmpty ? rule : "\(list)[int(n)] if n < \(head.count) else \(rule)"
    }
  }

  private func text(_ channel: Channel) -> String {
    guard !channel.terms.isEmpty else { return "0" }
    return channel.terms.map { term in
      let polynomial = term.coefficients.enumerated().map { exponent, coefficient in
        "\(grouped(coefficient))*m\(language.power)\(exponent)"
      }.joined(separator: "+")
      return term.base == 1 ? polynomial : "(\(polynomial))*\(grouped(term.base))\(language.power)m"
    }.joined(separator: "+")
  }

  private func grouped(_ number: Rational) -> String { "(\(language.text(of: number)))" }
}
