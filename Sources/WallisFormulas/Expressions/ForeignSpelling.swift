/// A sum, a product or an integral as other programs write it, and the same as this grammar does.
///
/// Read: Maple's `sum(t, n=1..oo)`, Mathematica's `Sum[t, {n, 1, Infinity}]`, SymPy's `Sum(t, (n, 1, oo))`, PARI/GP's
/// `sum(n=1, oo, t)`, `suminf(n=1, t)` and the like, mpmath's `nsum(lambda n: t, [1, inf])`.
public struct ForeignSpelling: Sendable, Hashable {
  /// The text in this grammar; some of its functions may still have other names.
  public let rewritten: String
  /// Characters of the first call in the text.
  private let range: Range<Int>

  private static let names: [String: String] = [
    "sum": "sum", "Sum": "sum", "suminf": "sum", "sumpos": "sum", "sumalt": "sum", "sumnum": "sum",
    "nsum": "sum", "NSum": "sum", "prod": "product", "prodinf": "product", "product": "product",
    "Product": "product", "nprod": "product",
    "Integrate": "integral", "integrate": "integral", "Integral": "integral", "intnum": "integral",
    "NIntegrate": "integral", "quad": "integral",
  ]

  private static let functions: [(foreign: String, own: String)] = [
    ("RisingFactorial", "poch"), ("Pochhammer", "poch"), ("pochhammer", "poch"), ("Binomial", "binomial"),
    ("HarmonicNumber", "H"), ("harmonic", "H"), ("Factorial2", "factorial2"), ("Factorial", "factorial"),
    ("Log", "log"), ("Sqrt", "sqrt"),
    ("Zeta", "zeta"), ("Gamma", "gamma"), ("PCF", "pcf"),
  ]

  /// Characters of a text that is looked through.
  private static let longest = 2_000

  static let endless: Set<String> = ["oo", "+oo", "inf", "Infinity", "infinity", "∞", "[1]", "Inf"]

  /// The spelling of a text; nil where no call in it is written so.
  public init?(_ text: String) {
    guard text.utf8.count <= ForeignSpelling.longest else { return nil }
    let characters = Array(text)
    guard let (range, call) = ForeignSpelling.first(in: characters) else { return nil }
    let rest = String(characters[range.upperBound...])
    let after = ForeignSpelling(rest)?.rewritten ?? ForeignSpelling.plain(rest)
    rewritten = ForeignSpelling.plain(String(characters[..<range.lowerBound])) + call + after
    self.range = range
  }

  /// A text of another program in this grammar; nil where nothing in it is written otherwise.
  public static func rewritten(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let own = ForeignSpelling(text)?.rewritten ?? plain(text)
    return own == text ? nil : own
  }

  /// What is said of the text.
  var error: SyntaxError {
    let reads = (try? Expression(unsuggested: rewritten)) != nil
    return SyntaxError(
      "sums, products and integrals are written with their index first", at: range,
      remedy: reads ? "write \(rewritten)" : "write sum(k=1..inf, 1/k^2)")
  }

  /// The first call that is written otherwise, and what it is here.
  private static func first(in text: [Character]) -> (Range<Int>, String)? {
    var index = 0
    while index < text.count {
      guard text[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index].isLetter || text[index].isNumber || text[index] == "_" {
        index += 1
      }
      guard let name = names[String(text[start..<index])], index < text.count,
        text[index] == "(" || text[index] == "[", let end = closing(text, from: index),
        let call = call(name, arguments(Array(text[(index + 1)..<end])))
      else { continue }
      return (start..<(end + 1), call)
    }
    return nil
  }

  /// The place of the bracket that closes the one at a place.
  private static func closing(_ text: [Character], from start: Int) -> Int? {
    var depth = 0
    for index in start..<text.count {
      if "([{".contains(text[index]) { depth += 1 }
      if ")]}".contains(text[index]) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// What stands between the commas outside of brackets.
  private static func arguments(_ text: [Character]) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The call from its arguments; nil where they are none that are known.
  private static func call(_ name: String, _ parts: [String]) -> String? {
    func own(_ variable: String, _ lower: String, _ upper: String, _ body: String) -> String {
      func end(_ text: String) -> String {
        if endless.contains(trimmed(text)) { return "inf" }
        let size = text.hasPrefix("-") ? trimmed(String(text.dropFirst())) : ""
        return endless.contains(size) ? "-inf" : plain(text)
      }
      return "\(name)(\(variable)=\(end(lower))..\(end(upper)), \(inner(body)))"
    }
    if parts.count == 3, let first = assignment(parts[0]) { return own(first.0, first.1, parts[1], parts[2]) }
    guard parts.count == 2 else { return nil }
    if let first = assignment(parts[0]) {
      // `suminf(n=1, t)`; a range is this grammar's own form.
      return range(first.1) == nil ? own(first.0, first.1, "oo", parts[1]) : nil
    }
    if let last = assignment(parts[1]), let bounds = range(last.1) {
      return own(last.0, bounds.0, bounds.1, parts[0])
    }
    guard let opening = parts[1].first, "([{".contains(opening) else { return nil }
    let bounds = arguments(Array(parts[1].dropFirst().dropLast()))
    if bounds.count == 3 { return own(bounds[0], bounds[1], bounds[2], parts[0]) }
    let words = parts[0].split(separator: ":", maxSplits: 1)
    guard bounds.count == 2, words.count == 2, words[0].hasPrefix("lambda ") else { return nil }
    return own(
      trimmed(String(words[0].dropFirst("lambda ".count))), bounds[0], bounds[1], trimmed(String(words[1])))
  }

  private static func assignment(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let name = trimmed(String(parts[0]))
    guard name.first?.isLetter == true, name.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
    return (name, trimmed(String(parts[1])))
  }

  private static func range(_ text: String) -> (String, String)? {
    guard let points = text.firstRange(of: "..") else { return nil }
    return (trimmed(String(text[..<points.lowerBound])), trimmed(String(text[points.upperBound...])))
  }

  /// A body, calls within it rewritten.
  private static func inner(_ text: String) -> String { ForeignSpelling(text)?.rewritten ?? plain(text) }

  /// A text without calls of this kind: functions by their names here, their brackets round.
  private static func plain(_ text: String) -> String {
    functions.reduce(text) { text, row in
      let renamed = text.replacing(row.foreign + "(", with: row.own + "(")
      return rounded(renamed, behind: row)
    }
    .replacing("**", with: "^")
  }

  /// `Name[…]` as `name(…)`.
  private static func rounded(_ text: String, behind row: (foreign: String, own: String)) -> String {
    var characters = Array(text)
    let head = Array(row.foreign + "[")
    while let start = characters.indices.first(where: { characters[$0...].starts(with: head) }),
      let end = closing(characters, from: start + head.count - 1)
    {
      characters[end] = ")"
      characters.replaceSubrange(start..<(start + head.count), with: Array(row.own + "("))
    }
    return String(characters)
  }
}
