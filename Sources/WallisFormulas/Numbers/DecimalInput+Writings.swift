internal import WallisArithmetic

/// The ways in which people and programs write one decimal number, beside the plain one.
///
/// Groups of digits (`3.14159 26535`, `1,234,567.8`, `1_000.5`), lists of digits as in the OEIS (`3, 1, 4, 1, 5`), a blank
/// before the power of ten, lines that end in a backslash (bc), precision marks (Mathematica's back-tick and `*^`), and
/// uncertain digits (`1.2345678(3)`).
extension DecimalInput {
  /// The text of a whole argument as a plain decimal, where it is one number in another writing; nil for plain
  /// decimals and for everything that is no number.
  ///
  /// Uncertain digits are dropped: what is left stands for an interval that contains the stated one.
  public static func plain(_ text: some StringProtocol) -> String? {
    guard text.count <= longest, text.allSatisfy({ $0.isWhitespace || marks.contains($0) || isDigit($0) })
    else {
      return nil
    }
    var number = WrittenNumber(joined(text))
    return number.plain().flatMap { $0 == String(text) ? nil : $0 }
  }

  /// Longest text that is looked at, in characters.
  private static let longest = 4_000_000

  private static let marks = Set<Character>("+-−.,_eE`*^()…\\")

  static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// The text without the ends of lines that a backslash continues, and without white space around it.
  private static func joined(_ text: some StringProtocol) -> [Character] {
    var characters: [Character] = []
    var skipsBlanks = true
    for character in text {
      if character.isNewline, characters.last == "\\" {
        characters.removeLast()
        skipsBlanks = true
      } else if !(skipsBlanks && character.isWhitespace) {
        characters.append(character.isNewline ? " " : character)
        skipsBlanks = false
      }
    }
    while characters.last == " " || characters.last == "\\" { characters.removeLast() }
    return characters
  }
}

/// One number in any of the writings.
private struct WrittenNumber {
  private var rest: [Character]

  init(_ characters: [Character]) { rest = characters }

  mutating func plain() -> String? {
    while rest.last == "…" || rest.last == "." && rest.dropLast().last == "." { rest.removeLast() }
    while let last = rest.last, last == "." && rest.dropLast().contains(".") || last == "," || last == " " {
      rest.removeLast()
    }
    guard let exponent = takeExponent(), let precision = takePrecision(), let radius = takeUncertainty()
    else {
      return nil
    }
    let sign = takeSign()
    guard let (whole, fraction) = digits(), !(whole + fraction).isEmpty else { return nil }
    var mantissa = DecimalInput(
      significand: Integer(whole + fraction) ?? 0, exponent: -fraction.count)
    if let precision { mantissa = mantissa.truncated(to: precision, places: fraction.count) }
    if let radius { mantissa = mantissa.certain(within: radius) }
    return sign + text(mantissa, whole: whole, fraction: fraction, isCut: precision != nil || radius != nil)
      + (exponent.isEmpty ? "" : "e" + exponent)
  }

  /// As typed where no digit was taken away, zeros among them.
  private func text(_ number: DecimalInput, whole: String, fraction: String, isCut: Bool) -> String {
    guard isCut else { return fraction.isEmpty ? whole : whole + "." + fraction }
    let all = "\(number.significand)"
    guard number.exponent < 0 else { return all + "e\(number.exponent)" }
    let padded = String(repeating: "0", count: max(0, 1 - number.exponent - all.count)) + all
    return padded.dropLast(-number.exponent) + "." + padded.suffix(-number.exponent)
  }

  private mutating func takeSign() -> String {
    let sign = rest.first == "-" || rest.first == "−" ? "-" : ""
    if let first = rest.first, "+-−".contains(first) { rest.removeFirst() }
    return sign
  }

  /// `E-5`, ` e5`, `*^-5` at the end; empty where there is none, nil for marks without digits.
  private mutating func takeExponent() -> String? {
    guard let place = rest.lastIndex(where: { "eE^".contains($0) }) else { return "" }
    var power = Array(rest[(place + 1)...])
    var sign = ""
    if let first = power.first, "+-−".contains(first) {
      sign = first == "+" ? "" : "-"
      power.removeFirst()
    }
    guard !power.isEmpty, power.count <= 7, power.allSatisfy(DecimalInput.isDigit) else { return nil }
    var head = Array(rest[..<place])
    if rest[place] == "^" {
      guard head.last == "*" else { return nil }
      head.removeLast()
    }
    while head.last == " " { head.removeLast() }
    rest = head
    return sign + String(power)
  }

  /// `` `20.5 `` or ``` ``20 ``` at the end: digits of precision, or places after the point.
  private mutating func takePrecision() -> Precision?? {
    guard let place = rest.firstIndex(of: "`") else { return .some(nil) }
    var mark = Array(rest[(place + 1)...])
    rest = Array(rest[..<place])
    let isAccuracy = mark.first == "`"
    if isAccuracy { mark.removeFirst() }
    guard !mark.isEmpty else { return isAccuracy ? nil : .some(nil) }
    guard let digits = Int(String(mark.prefix { $0 != "." })),
      mark.allSatisfy({ DecimalInput.isDigit($0) || $0 == "." })
    else { return nil }
    return .some(isAccuracy ? .places(digits) : .digits(digits))
  }

  /// `(12)` at the end of a decimal with a point: units of the last digit.
  private mutating func takeUncertainty() -> Integer?? {
    guard rest.last == ")", let place = rest.lastIndex(of: "(") else {
      return rest.contains("(") || rest.contains(")") ? nil : .some(nil)
    }
    let inside = rest[(place + 1)...].dropLast()
    guard !inside.isEmpty, inside.allSatisfy(DecimalInput.isDigit), inside.count <= 6,
      let radius = Integer(String(inside)),
      place > 0, DecimalInput.isDigit(rest[place - 1]), rest[..<place].contains(".")
    else { return nil }
    rest = Array(rest[..<place])
    return .some(radius)
  }
}

/// What a precision mark says.
private enum Precision {
  case digits(Int)
  case places(Int)
}

// MARK: - Digits in groups and lists

extension WrittenNumber {
  /// The digits before and after the point, without what separates them; nil for a text that separates otherwise.
  private func digits() -> (whole: String, fraction: String)? {
    let text = String(rest)
    if let list = listed(text) { return list }
    let sides = text.split(separator: ".", omittingEmptySubsequences: false)
    guard sides.count <= 2, let whole = grouped(sides[0], isFraction: false, hasPoint: sides.count == 2)
    else {
      return nil
    }
    guard sides.count == 2 else { return (whole, "") }
    guard let fraction = grouped(sides[1], isFraction: true, hasPoint: true) else { return nil }
    return (whole, fraction)
  }

  /// Single digits between commas or blanks, five of them at least: the first one stands before the point.
  private func listed(_ text: String) -> (String, String)? {
    let parts = text.split { $0 == "," || $0 == " " }
    guard parts.count >= 5, parts.allSatisfy({ $0.count == 1 && DecimalInput.isDigit($0.first ?? " ") })
    else { return nil }
    return (String(parts[0]), parts.dropFirst().joined())
  }

  /// Groups between blanks, commas or underscores: of three digits before the point, all alike but the last one after
  /// it, and any between underscores.
  private func grouped(_ side: Substring, isFraction: Bool, hasPoint: Bool) -> String? {
    let separators = Set(side.filter { !DecimalInput.isDigit($0) })
    guard let separator = separators.first else { return String(side) }
    guard separators.count == 1, " ,_".contains(separator) else { return nil }
    let groups = side.split(separator: separator)
    if separator == "_" { return groups.joined() }
    if isFraction {
      guard let first = groups.first, first.count >= 3 || groups.count == 1,
        groups.dropLast().allSatisfy({ $0.count == first.count }),
        groups.last.map({ $0.count <= first.count }) ?? true
      else { return nil }
      return groups.joined()
    }
    // Without a point 12,345 could be two terms, or a decimal comma: two groups of three at least say what it is.
    guard groups.count >= (hasPoint ? 2 : 3), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let first = groups.first,
      (1...3).contains(first.count)
    else { return nil }
    return groups.joined()
  }
}

extension DecimalInput {
  /// The digits that a precision mark covers, rounded; all where it covers more.
  fileprivate func truncated(to precision: Precision, places: Int) -> DecimalInput {
    switch precision {
    case .digits(let count): digits > count && count > 0 ? rounded(dropping: digits - count) : self
    case .places(let count): places > count ? rounded(dropping: places - count) : self
    }
  }

  /// As many digits as are certain when the number may lie off by so many units of the last one.
  ///
  /// Half a unit of the last digit that is left covers the stated radius and what the rounding moved.
  fileprivate func certain(within radius: Integer) -> DecimalInput {
    guard radius.signum > 0 else { return self }
    for dropped in 1...max(1, digits) {
      let shorter = rounded(dropping: dropped)
      let unit = Integer.powerOfTen(dropped)
      let moved = (shorter.significand * unit - significand).magnitude
      if 2 * (moved + radius) <= unit { return shorter }
    }
    return DecimalInput(significand: 0, exponent: exponent + digits)
  }

  private func rounded(dropping count: Int) -> DecimalInput {
    let unit = Integer.powerOfTen(count)
    let quotient = (2 * significand + unit).floorDivided(by: 2 * unit)
    return DecimalInput(significand: quotient, exponent: exponent + count)
  }
}
