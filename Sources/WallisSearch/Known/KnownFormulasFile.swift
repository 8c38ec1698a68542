public import WallisFormulas
public import WallisIdentification
public import WallisMatrixFields

/// Known formulas from text, one a line: formula, closed form, author and reference, separated by semicolons.
///
///     # comment
///     pcf(2n+1, n^2) ; 4/pi ; Brouncker ; Wallis, Arithmetica Infinitorum (1656), prop. 191
///     pcf 2,1 1,0,0 ; 4/pi ; Brouncker ; the same formula written as its key
///
/// The formula is `pcf(a, b)` as the expression grammar reads it, or a key. Empty lines and lines that begin with `#`
/// are skipped; a reference may contain semicolons.
public struct KnownFormulasFile: KnownFormulas {
  /// The formulas in the order of the lines.
  public let formulas: [KnownFormula]
  private let places: [Formula: Int]
  /// First entry of each class of inflations, and of each class that contains index shifts too.
  private let inflations: [String: Int]
  private let shifts: [String: Int]

  /// Reads the text of a file of known formulas.
  ///
  /// - Parameter kinds: the kinds of formulas that keys may be of.
  /// - Throws: `SearchError.malformed` with the line as text and the position within it.
  public init(parsing text: String, kinds: FormulaKinds = .standard) throws(SearchError) {
    var formulas: [KnownFormula] = []
    var places: [Formula: Int] = [:]
    for line in text.split(whereSeparator: \.isNewline).map({ $0.trimmed }) where !line.hasPrefix("#") {
      guard !line.isEmpty else { continue }
      let known = try KnownFormulasFile.formula(line, kinds)
      guard places[known.formula] == nil else {
        throw .malformed(
          message: "the formula stands twice", text: line, position: 0, remedy: "keep one of the lines")
      }
      places[known.formula] = formulas.count
      formulas.append(known)
    }
    (self.formulas, self.places) = (formulas, places)
    inflations = KnownFormulasFile.first(formulas) { $0.canonicalKey }
    shifts = KnownFormulasFile.first(formulas) { $0.shiftKey }
  }

  private static func first(_ formulas: [KnownFormula], _ key: (Formula) -> String) -> [String: Int] {
    Dictionary(formulas.enumerated().map { (key($1.formula), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry of the formula or of its mirror, else one that it inflates, else one that it shifts; for a formula that is no
  /// fraction, else that of the fraction whose convergents are its partial values.
  public func match(_ formula: Formula) -> KnownMatch? {
    if let match = ownMatch(formula) { return match }
    guard formula.fraction == nil, let image = formula.image, var match = ownMatch(Formula(image.fraction))
    else { return nil }
    match.isOfImage = true
    return match
  }

  private func ownMatch(_ formula: Formula) -> KnownMatch? {
    if let place = places[formula] ?? places[formula.mirror] {
      return KnownMatch(known: formulas[place], kind: .same)
    }
    if let place = inflations[formula.canonicalKey] {
      return KnownMatch(known: formulas[place], kind: .inflation)
    }
    guard let place = shifts[formula.shiftKey] else { return nil }
    let steps = formula.indexShift(from: formulas[place].formula)
    return steps.map { KnownMatch(known: formulas[place], kind: .shift($0)) }
  }

  /// The first entry whose limit names the same constant, in the order of the file.
  public func sameConstant(_ constant: Constant) -> KnownFormula? {
    formulas.first { $0.closedForm.constant == constant }
  }

  private static func formula(_ line: String, _ kinds: FormulaKinds) throws(SearchError) -> KnownFormula {
    let fields = line.split(separator: ";", maxSplits: 3, omittingEmptySubsequences: false).map { $0.trimmed }
    guard fields.count == 4, fields.allSatisfy({ !$0.isEmpty }) else {
      throw .malformed(
        message: "a line has a formula, a closed form, an author and a reference", text: line,
        position: line.count, remedy: "pcf(2n+1, n^2) ; 4/pi ; Brouncker ; where it is published")
    }
    return KnownFormula(
      formula: try read(fields[0], in: line, kinds),
      closedForm: ClosedForm(reading: fields[1], rule: .version01), author: fields[2], reference: fields[3])
  }

  private static func read(_ text: String, in line: String, _ kinds: FormulaKinds) throws(SearchError)
    -> Formula
  {
    if let formula = kinds.formula(key: text) { return formula }
    do {
      if let formula = try kinds.formula(try Expression(parsing: text)) { return formula }
    } catch {
      throw .malformed(
        message: error.message, text: line, position: error.range.lowerBound,
        remedy: error.remedy ?? "write it as pcf(2n+1, n^2)")
    }
    throw .malformed(
      message: "'\(text)' is no formula of a known kind", text: line, position: 0,
      remedy: "write it as pcf(2n+1, n^2)")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
