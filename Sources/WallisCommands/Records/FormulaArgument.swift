internal import WallisFormulas

extension VerbContext {
  /// The formula that a verb's argument stands for: a key of any kind, or a continued fraction, and its text without
  /// names.
  ///
  /// - Throws: a `Refusal` where the argument is neither.
  func formula(_ words: [Word]) throws(Refusal) -> (formula: Formula, text: String) {
    if let formula = kinds.formula(key: words.map(\.string).joined(separator: " ")) {
      return (formula, "\(formula)")
    }
    let typed = words.map(\.string).joined(separator: " ")
    let closed = try workspace.closed(typed)
    do {
      if let formula = try kinds.formula(closed.expression) { return (formula, closed.text) }
    } catch {
      throw Refusal(error, in: closed.text)
    }
    throw Refusal(
      "'\(typed)' is not a formula of a kind that is kept",
      remedy: "for example: pcf(2n+1, n^2), or sum(k=0..inf, (-1)^k/(2k+1))")
  }

  /// The formulas that a verb's arguments stand for: one whose words the shell has split, or one an argument.
  ///
  /// - Throws: a `Refusal` where an argument is none.
  func formulas(_ words: [Word]) throws(Refusal) -> [Formula] {
    if words.count > 1, let each = try? words.map({ try renewed().formula([$0]).formula }) { return each }
    return [try formula(words).formula]
  }

  /// The continued fraction that a verb's argument stands for, and the expression without names.
  ///
  /// - Throws: a `Refusal` where the argument is no fraction.
  func fraction(_ words: [Word]) throws(Refusal) -> (fraction: ContinuedFraction, text: String) {
    let typed = words.map(\.string).joined(separator: " ")
    let closed = try workspace.closed(typed)
    do {
      if let fraction = try closed.expression.continuedFraction() { return (fraction, closed.text) }
    } catch {
      throw Refusal(error, in: closed.text)
    }
    throw Refusal(
      "'\(typed)' is not a polynomial continued fraction", remedy: "for example: pcf(2n+1, n^2)")
  }
}
