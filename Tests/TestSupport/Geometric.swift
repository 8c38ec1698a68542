import WallisFormulas

/// A kind of formula that only tests know, 1 + r + r² + … with r = 1/√d: nothing outside this file names it, so that
/// what it can do is what a new kind can do with a conformance and a line in a table.
public struct Geometric: FormulaKind {
  /// d, an integer above 1.
  public let radicand: Int

  /// The series of 1/√d.
  public init(_ radicand: Int) { self.radicand = radicand }

  /// `geometric`.
  public static var word: String { "geometric" }

  /// The series of a key `geometric 2`.
  public init?(keyWords words: [Substring]) {
    guard words.count == 1, let radicand = Int(words[0]), radicand > 1 else { return nil }
    self.init(radicand)
  }

  /// d.
  public var keyText: String { "\(radicand)" }

  /// The series as a sum.
  public var description: String { "1 + 1/sqrt(\(radicand)) + 1/\(radicand) + …" }

  /// The value as the expression grammar, PARI/GP and Python read it.
  public var value: String { "1/(1-1/sqrt(\(radicand)))" }

  /// Digits by the closed form.
  public var limit: FormulaLimit? {
    let text = value
    return FormulaLimit(of: Formula(self)) { digits in
      try? Expression(parsing: text).evaluate(digits: digits).enclosure
    }
  }

  /// What the ratio is.
  public var facts: [FormulaFact] { [FormulaFact("ratio", "1/sqrt(\(radicand))", isFormula: true)] }

  /// d for scripts.
  public var members: [FormulaMember] { [FormulaMember("radicand", .integer(radicand))] }

  /// The sum.
  public var latex: String { "\\sum_{k=0}^{\\infty} \(radicand)^{-k/2}" }

  /// The closed form.
  public func program(in language: ScriptLanguage) -> FormulaProgram { .expression(value) }
}
