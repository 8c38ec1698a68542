internal import WallisArithmetic

extension LinearSum {
  /// The sum on paper, a positive term first where there is one.
  func text(_ notation: Notation) -> String {
    guard let first = terms.firstIndex(where: { $0.coefficient.signum > 0 }) else {
      return terms.reduce("") { $0 + LinearSum.text($1, notation) }
    }
    let ordered = [terms[first]] + terms[..<first] + terms[(first + 1)...]
    return ordered.reduce("") { text, term in
      let part = LinearSum.text(term, notation)
      return text.isEmpty || term.coefficient.signum < 0 ? text + part : text + "+" + part
    }
  }

  private static func text(_ term: Term, _ notation: Notation) -> String {
    let sign = term.coefficient.signum < 0 ? notation.minusSign : ""
    guard let constant = term.constant else { return sign + "\(term.coefficient.magnitude)" }
    let size = term.coefficient.magnitude
    return sign + (size == 1 ? "" : "\(size)") + constant.spelling.text(notation)
  }

  /// True when every coefficient is negative.
  var isNegative: Bool { terms.allSatisfy { $0.coefficient.signum < 0 } }
}

extension ConstantQuotient {
  /// The quotient on paper, for example `(2pi+3log(2)-1)/4`.
  func text(_ notation: Notation) -> String {
    if top.isNegative {
      let positive = top.dividedExactly(by: -1).text(notation)
      let isBare = top.terms.count == 1 || notation == .latex && bottom.integer != 1
      return notation.minusSign + over(isBare ? positive : "(\(positive))", notation)
    }
    let text = top.text(notation)
    let isBare = top.terms.count == 1 || notation == .latex || bottom.integer == 1
    return over(isBare ? text : "(\(text))", notation)
  }

  private func over(_ above: String, _ notation: Notation) -> String {
    guard bottom.integer != 1 else { return above }
    let below = bottom.text(notation)
    if notation == .latex { return "\\frac{\(above)}{\(below)}" }
    let isAtom = bottom.terms.count == 1 && (bottom.integer != nil || bottom.terms[0].isAtom)
    return above + "/" + (isAtom ? below : "(\(below))")
  }
}

extension LinearSum.Term {
  /// True when a fraction bar before it needs no parentheses.
  fileprivate var isAtom: Bool {
    guard let constant else { return true }
    return coefficient == 1 && !constant.spelling.isCompound
  }
}

extension AlgebraicNumber {
  /// The number on paper: with a root where it is one, `(1+cbrt(2))/3`, else as a root of its polynomial.
  func text(_ notation: Notation) -> String {
    guard let radical else {
      let shown = enclosure(bits: 96).decimal(digits: 8).map { "\($0)" } ?? "?"
      let variable = "\(polynomial)".replacing("n", with: "x")
      return "root of \(variable) near \(shown)"
    }
    let (degree, bottom) = (polynomial.degree, radical.shift.denominator)
    let scaled = radical.radicand * Rational(bottom.power(degree))
    let isShared = bottom != 1 && scaled.isInteger
    let sum = AlgebraicNumber.sum(
      isShared ? radical.shift * Rational(bottom) : radical.shift, radical.isNegative,
      notation.root(degree, of: isShared ? scaled : radical.radicand), notation)
    guard isShared else { return sum }
    return notation == .latex ? "\\frac{\(sum)}{\(bottom)}" : "(\(sum))/\(bottom)"
  }

  /// shift ± root, without a shift of 0.
  private static func sum(
    _ shift: Rational, _ isNegative: Bool, _ root: String, _ notation: Notation
  ) -> String {
    let minus = notation.minusSign
    guard shift.signum != 0 else { return (isNegative ? minus : "") + root }
    let text = "\(shift)".replacing("-", with: minus)
    return isNegative ? text + minus + root : shift.signum > 0 ? text + "+" + root : root + text
  }
}

extension Notation {
  /// The sign of a negative number.
  var minusSign: String { self == .unicode ? "−" : "-" }

  /// A root of a positive fraction.
  fileprivate func root(_ degree: Int, of radicand: Rational) -> String {
    let inner = "\(radicand)"
    switch self {
    case .latex: return "\\sqrt[\(degree)]{\(inner)}"
    case .unicode where degree <= 4 && inner.allSatisfy(\.isNumber): return (degree == 3 ? "∛" : "∜") + inner
    default:
      if degree == 3 { return "cbrt(\(inner))" }
      return (inner.contains("/") ? "(\(inner))" : inner) + "^(1/\(degree))"
    }
  }
}

extension Constant.Spelling {
  /// The symbol in one of the notations.
  func text(_ notation: Notation) -> String {
    switch notation {
    case .plain: plain
    case .unicode: unicode
    case .latex: latex
    }
  }

  /// True when the plain spelling is a product or quotient, so that a fraction bar before it needs parentheses.
  var isCompound: Bool { hasOperator("*/") }

  /// True when one of these characters stands outside of all parentheses.
  func hasOperator(_ characters: String) -> Bool {
    var depth = 0
    for character in plain {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if depth == 0, characters.contains(character) { return true }
    }
    return false
  }
}
