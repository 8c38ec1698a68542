internal import WallisArithmetic

/// The three ways in which closed forms are written.
public enum Notation: Sendable, Hashable, CaseIterable {
  /// Plain text that the expression grammar reads back.
  case plain
  /// With Greek letters, roots and a true minus.
  case unicode
  /// For LaTeX's mathematics mode.
  case latex
}

extension ClosedForm: CustomStringConvertible {
  /// Plain text, for example `4/(pi-2)`, `(1+sqrt(17))/2` or `2gauss/(4gauss-3)`.
  public var description: String { text(.plain) }

  /// The closed form in one of the notations.
  public func text(_ notation: Notation) -> String {
    switch shape {
    case .rational(let x): FormLayout(rational: x).text(notation)
    case .quadratic(let x): FormLayout(quadratic: x).text(notation)
    case .moebius(let x): FormLayout(moebius: x).text(notation)
    case .algebraic(let x): x.text(notation)
    case .quotient(let x): x.text(notation)
    }
  }
}

/// lead + top/bottom with linear forms above and below: what every closed form is on paper.
private struct FormLayout {
  var lead: Integer = 0
  var top: LinearForm
  var bottom = LinearForm(unit: 1)

  init(rational x: Rational) {
    top = LinearForm(unit: x.numerator)
    bottom = LinearForm(unit: x.denominator)
  }

  init(quadratic x: QuadraticNumber) {
    let root = Constant.Spelling("sqrt(\(x.d))", unicode: "√\(x.d)", latex: "\\sqrt{\(x.d)}")
    if x.p == 1, x.q == 1, x.d == 5, x.r == 2, let phi = Constant.named("phi") {
      top = LinearForm(slope: 1, of: phi.spelling)
    } else {
      top = LinearForm(unit: x.p, slope: x.q, of: root, unitFirst: true)
      bottom = LinearForm(unit: x.r)
    }
  }

  init(moebius x: MoebiusImage) {
    let symbol = x.constant.spelling
    switch x.constant.nature {
    case .invertible(let reciprocal) where x.r.isZero:
      (top, bottom) = FormLayout.linear(x.q, x.p, over: x.s, symbol: reciprocal)
    case _ where x.s.isZero && !x.p.isZero:
      (top, bottom) = FormLayout.linear(x.p, x.q, over: x.r, symbol: symbol)
    case .quotient(let upper, let lower):
      top = LinearForm(unit: x.p, slope: x.q, of: upper, over: lower)
      bottom = LinearForm(unit: x.r, slope: x.s, of: upper, over: lower)
    default:
      if x.r.isZero, !x.q.isZero, x.s.divides(x.q) { lead = x.q.dividedExactly(by: x.s) }
      top = LinearForm(unit: x.p, slope: lead.isZero ? x.q : 0, of: symbol)
      bottom = LinearForm(unit: x.r, slope: x.s, of: symbol)
    }
  }

  /// (p + q·symbol)/r; without a denominator the integer comes first.
  private static func linear(
    _ p: Integer, _ q: Integer, over r: Integer, symbol: Constant.Spelling
  ) -> (LinearForm, LinearForm) {
    (LinearForm(unit: p, slope: q, of: symbol, unitFirst: r == 1), LinearForm(unit: r))
  }

  func text(_ notation: Notation) -> String {
    guard !lead.isZero else { return fraction(top, notation) }
    let minus = notation.minus
    if lead.signum < 0 { return fraction(top, notation) + minus + "\(lead.magnitude)" }
    let negative = top.isNegative
    return "\(lead)" + (negative ? minus : "+") + fraction(negative ? top.negated : top, notation)
  }

  private func fraction(_ top: LinearForm, _ notation: Notation) -> String {
    if bottom.isOne { return top.text(notation) }
    if top.isNegative { return notation.minus + fraction(top.negated, notation) }
    let (above, below) = (top.text(notation), bottom.text(notation))
    if notation == .latex { return "\\frac{\(above)}{\(below)}" }
    return (top.isSum ? "(\(above))" : above) + "/" + (bottom.isAtom ? below : "(\(below))")
  }
}

extension Notation {
  fileprivate var minus: String { self == .unicode ? "−" : "-" }

  fileprivate func spell(_ symbol: Constant.Spelling) -> String {
    switch self {
    case .plain: symbol.plain
    case .unicode: symbol.unicode
    case .latex: symbol.latex
    }
  }
}

/// unit·lower + slope·upper, the unit being a plain integer unless `lower` names a symbol.
private struct LinearForm {
  var unit: Integer
  var slope: Integer
  let upper: Constant.Spelling
  let lower: Constant.Spelling?
  let unitFirst: Bool

  init(
    unit: Integer = 0, slope: Integer = 0, of upper: Constant.Spelling = Constant.Spelling(""),
    over lower: Constant.Spelling? = nil, unitFirst: Bool = false
  ) {
    (self.unit, self.slope, self.upper, self.lower) = (unit, slope, upper, lower)
    self.unitFirst = unitFirst
  }

  var isSum: Bool { !unit.isZero && !slope.isZero }
  var isOne: Bool { unit == 1 && slope.isZero && lower == nil }
  var isNegative: Bool { unit.signum <= 0 && slope.signum <= 0 }

  /// True when a fraction bar before it needs no parentheses: a number, or one symbol without a coefficient.
  var isAtom: Bool {
    slope.isZero ? lower == nil || unit == 1 : unit.isZero && slope == 1 && !upper.isCompound
  }

  var negated: LinearForm {
    LinearForm(unit: -unit, slope: -slope, of: upper, over: lower, unitFirst: unitFirst)
  }

  func text(_ notation: Notation) -> String {
    let integer = unit.isZero ? nil : term(unit, lower, notation)
    let multiple = slope.isZero ? nil : term(slope, upper, notation)
    let leadsWithUnit = slope.signum < 0 || (unitFirst && unit.signum > 0)
    let parts = (leadsWithUnit ? [integer, multiple] : [multiple, integer]).compactMap { $0 }
    guard let first = parts.first else { return "0" }
    return parts.dropFirst().reduce(first) { $1.hasPrefix(notation.minus) ? $0 + $1 : $0 + "+" + $1 }
  }

  private func term(_ coefficient: Integer, _ symbol: Constant.Spelling?, _ notation: Notation) -> String {
    let sign = coefficient.signum < 0 ? notation.minus : ""
    guard let symbol else { return sign + "\(coefficient.magnitude)" }
    let size = coefficient.magnitude
    return sign + (size == 1 ? "" : "\(size)") + notation.spell(symbol)
  }
}
