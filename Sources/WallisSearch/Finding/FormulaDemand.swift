public import WallisArithmetic
public import WallisFormulas

/// Properties that a formula is asked to have.
public struct FormulaDemand: Sendable {
  /// A condition on a number.
  public struct Bound: Sendable, Equatable, CustomStringConvertible {
    /// `>`, `>=`, `<` or `<=`.
    public let comparison: String
    /// The number on the right.
    public let value: Double
    /// The condition as typed.
    public let description: String

    /// Reads `> 0`, `>=1.5`, `< 2`; nil for other text.
    public init?(_ text: String) {
      let compact = text.filter { !$0.isWhitespace }
      guard let comparison = [">=", "<=", ">", "<"].first(where: { compact.hasPrefix($0) }),
        let value = Double(compact.dropFirst(comparison.count)), value.isFinite
      else { return nil }
      (self.comparison, self.value) = (comparison, value)
      description = "\(comparison) \(compact.dropFirst(comparison.count))"
    }

    /// Whether a number satisfies it.
    public func holds(_ number: Double) -> Bool {
      switch comparison {
      case ">": number > value
      case ">=": number >= value
      case "<": number < value
      default: number <= value
      }
    }
  }

  /// The constant.
  public let constant: Expression
  /// Encloses the constant to digits.
  public let value: @Sendable (_ digits: Int) -> Ball?
  /// Condition on δ.
  public var delta: Bound?
  /// Condition on the digits of a term.
  public var digitsPerTerm: Bound?
  /// Highest degrees of a and b.
  public var degrees: (a: Int, b: Int)?

  /// A demand for formulas of a constant.
  public init(constant: Expression, value: @escaping @Sendable (_ digits: Int) -> Ball?) {
    (self.constant, self.value) = (constant, value)
  }

  /// The demand with one of several conditions left out, and which.
  public var weakened: [(dropped: String, demand: FormulaDemand)] {
    var demands: [(dropped: String, demand: FormulaDemand)] = []
    var weaker = self
    if delta != nil {
      weaker.delta = nil
      demands.append(("δ", weaker))
    }
    weaker = self
    if digitsPerTerm != nil {
      weaker.digitsPerTerm = nil
      demands.append(("digits a term", weaker))
    }
    weaker = self
    if degrees != nil {
      weaker.degrees = nil
      demands.append(("degrees", weaker))
    }
    return demands.count > 1 ? demands : []
  }

  /// Whether the degrees of a formula are allowed; a formula without polynomials has none.
  func allows(_ formula: Formula) -> Bool {
    guard let degrees else { return true }
    guard let fraction = formula.fraction else { return false }
    return fraction.a.degree <= degrees.a && fraction.b.degree <= degrees.b
  }

  /// Whether figures satisfy the conditions.
  func allows(delta: Double?, digitsPerTerm: Double?) -> Bool {
    func holds(_ bound: Bound?, _ number: Double?) -> Bool {
      guard let bound else { return true }
      return number.map { bound.holds($0) } ?? false
    }
    return holds(self.delta, delta) && holds(self.digitsPerTerm, digitsPerTerm)
  }
}

/// A formula that satisfies a demand.
public struct DemandedFormula: Sendable {
  /// The formula.
  public let formula: Formula
  /// Its limit to 30 digits.
  public let value: String
  /// The limit in terms of the constant.
  public let closedForm: ClosedForm
  /// Digits to which the closed form was verified.
  public let digits: Int
  /// δ at the depth of the measurement.
  public let delta: Double?
  /// Decimal digits that a term gains.
  public let digitsPerTerm: Double?
  /// Where it comes from.
  public let origin: String
}

/// What one source of formulas yielded.
public struct DemandedSource: Sendable, Equatable {
  /// The source in words.
  public let name: String
  /// Formulas looked at.
  public var looked = 0
  /// Those that are images of the constant.
  public var related = 0
  /// Those that satisfy the demand.
  public var found = 0

  init(_ name: String) { self.name = name }
}
