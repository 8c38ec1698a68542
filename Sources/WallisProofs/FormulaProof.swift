public import WallisFormulas
internal import WallisMatrixFields

/// A proof of the limit of a formula: a continued fraction, or one whose partial values are images of its convergents, a
/// series by Euler's fraction for instance.
public struct FormulaProof: Sendable, Equatable {
  /// The formula.
  public let formula: Formula
  /// Its limit.
  public let closedForm: Expression
  /// The proof about the fraction.
  public let base: Proof

  /// The proof about a fraction as one about a formula.
  public init(_ base: Proof) {
    (formula, closedForm, self.base) = (Formula(base.fraction), base.closedForm, base)
  }

  /// The proof of an image; nil where the formula is no image of the fraction, or has another limit.
  ///
  /// - Parameter form: how its limit is written; nil for the image of what is proved.
  public init?(_ formula: Formula, closedForm form: Expression? = nil, base: Proof) {
    guard let image = formula.image, image.fraction == base.fraction else { return nil }
    if formula.fraction != nil {
      guard let base = base.stating(form ?? base.closedForm) else { return nil }
      (self.formula, closedForm, self.base) = (formula, base.closedForm, base)
    } else {
      let value = image.map.image(of: base.closedForm)
      if let form, !ExactIdentity.areEqual(value, form) { return nil }
      (self.formula, self.base) = (formula, base)
      closedForm = (form ?? ExactIdentity.simplified(value)).closedFormOrder
    }
  }

  /// The same steps for another way to write the limit; nil where that is another number.
  public func stating(_ form: Expression) -> FormulaProof? {
    FormulaProof(formula, closedForm: form, base: base)
  }

  /// Whether the formula is the fraction itself.
  public var isOfFraction: Bool { formula.fraction != nil }

  /// By what it is proved, in a line.
  public var summary: String { base.summary }

  /// What the proof of an image begins with.
  static let opening = "limit of "

  /// The proof as text that `init(parsing:)` reads back and checks from nothing else.
  public var text: String {
    isOfFraction
      ? base.text : "\(FormulaProof.opening)\(formula) = \(ClosedForm(closedForm))\n\(base.text)"
  }

  /// Reads one and checks every step of it.
  ///
  /// - Throws: a `ProofFault` at the first line that is no step or does not hold.
  public init(parsing text: String) throws(ProofFault) {
    var reader = ProofReader(text)
    self = try reader.begins(FormulaProof.opening) ? reader.image() : FormulaProof(reader.proof())
    if let line = reader.next { throw ProofFault(line: line, "text after the end of the proof") }
  }
}

extension ProofReader {
  mutating func image() throws(ProofFault) -> FormulaProof {
    let head = try line(FormulaProof.opening)
    let sides = head.rest.split(separator: " = ").map(String.init)
    guard sides.count == 2, let expression = try? Expression(parsing: sides[0]),
      let formula = try? FormulaKinds.standard.formula(expression), formula.fraction == nil,
      let form = try? Expression(parsing: sides[1])
    else { throw ProofFault(line: head.number, "expected a formula = a closed form") }
    guard let proof = FormulaProof(formula, closedForm: form, base: try proof()) else {
      throw ProofFault(line: head.number, "the proof below does not give this limit")
    }
    return proof
  }
}
