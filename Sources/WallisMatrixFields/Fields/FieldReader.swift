internal import WallisArithmetic
internal import WallisFormulas

/// Reads the definition of a matrix field.
///
/// One statement a line, or several with `;` between them; `#` begins a comment:
///
///     field pi
///     title π
///     axes x, y
///     parameters c0 = 0, c1 = 1
///     x = [[x, -x], [-y, 2*x+y+1]]
///     y = [[1+y, -x], [-1-y, x+2*y+1]]
///     start 1, 0
///     direction 1, 1
///     constants pi
///     reference who found it
///
/// `-y = …` gives the step y → y − 1 instead. A conjugate pair `f = …`, `g = …` takes the place of two matrices; `b0 = …` is
/// then b(0), 0 unless given.
public struct FieldReader {
  private var words: [String: String] = [:]
  private var equations: [(name: String, text: String)] = []

  /// The field that a text defines.
  ///
  /// - Parameter name: used where the text gives none.
  /// - Throws: a `FieldError` for a text that is no definition, and for a field that is not conservative.
  public static func field(_ text: String, name: String = "own") throws(FieldError) -> MatrixField {
    var reader = FieldReader()
    for statement in statements(of: text) { try reader.read(statement) }
    return try reader.field(name)
  }

  private static func statements(of text: String) -> [String] {
    let uncommented = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.prefix { $0 != "#" } }.joined(separator: "\n")
    var (statements, current, depth) = ([String](), "", 0)
    for character in uncommented {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ";" || (character == "\n" && depth <= 0) {
        statements.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (statements + [current]).map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let front = text.drop { $0.isWhitespace }
    return String(
      front.prefix(upTo: front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex))
  }

  private static let keywords = [
    "field", "title", "axes", "parameters", "start", "direction", "constants", "reference",
  ]

  private mutating func read(_ statement: String) throws(FieldError) {
    let head = String(statement.prefix { $0.isLetter })
    let rest = FieldReader.trimmed(statement.dropFirst(head.count))
    if FieldReader.keywords.contains(head), !rest.hasPrefix("=") {
      words[head] = rest
      return
    }
    guard let sign = statement.firstIndex(of: "=") else {
      throw .definition(
        "'\(statement)' is no statement of a field",
        remedy: "one of \(FieldReader.keywords.joined(separator: ", ")), or x = [[…], […]]")
    }
    equations.append(
      (
        FieldReader.trimmed(statement[..<sign]),
        FieldReader.trimmed(statement[statement.index(after: sign)...])
      ))
  }

  private func list(_ keyword: String) -> [String] {
    (words[keyword] ?? "").split(separator: ",").map(FieldReader.trimmed).filter { !$0.isEmpty }
  }

  private func field(_ usualName: String) throws(FieldError) -> MatrixField {
    var axes = list("axes")
    if axes.count <= 1, let only = axes.first { axes = only.split(separator: " ").map(String.init) }
    guard !axes.isEmpty else {
      throw .definition("the definition names no axes", remedy: "for example: axes x, y")
    }
    guard Set(axes).count == axes.count, axes.allSatisfy({ $0.first?.isLetter == true }) else {
      throw .definition(
        "'\(axes.joined(separator: ", "))' are no names of axes", remedy: "for example: axes x, y")
    }
    let parameters = try parameters()
    let expressions = FieldExpression(names: axes + parameters.map(\.name))
    return try MatrixField(
      name: words["field"] ?? usualName, title: words["title"] ?? "", reference: words["reference"] ?? "",
      axes: try matrices(axes, expressions), parameters: parameters,
      start: try point("start", axes)?.map(\.self),
      direction: try point("direction", axes)?.map { value throws(FieldError) in
        guard value.isInteger, let word = value.numerator.word else {
          throw .definition("a direction has whole numbers")
        }
        return word
      }, constants: list("constants"))
  }

  private func parameters() throws(FieldError) -> [MatrixField.Parameter] {
    try list("parameters").map { text throws(FieldError) in
      let parts = text.split(separator: "=", maxSplits: 1).map(FieldReader.trimmed)
      guard let name = parts.first, name.first?.isLetter == true else {
        throw .definition("'\(text)' is no parameter", remedy: "for example: parameters c0 = 0, c1 = 1")
      }
      let value = parts.count > 1 ? try FieldExpression(names: ["n"]).rational(parts[1]) : 1
      return MatrixField.Parameter(name: name, value: value)
    }
  }

  private func point(_ keyword: String, _ axes: [String]) throws(FieldError) -> [Rational]? {
    guard words[keyword] != nil else { return nil }
    let values = try list(keyword).map { text throws(FieldError) in
      try FieldExpression(names: ["n"]).rational(text)
    }
    guard values.count == axes.count else {
      throw .definition("\(keyword) has \(values.count) numbers for \(axes.count) axes")
    }
    return values
  }

  private func matrices(
    _ axes: [String], _ expressions: FieldExpression
  ) throws(FieldError) -> [MatrixField.Axis] {
    if let f = equation("f"), let g = equation("g"), axes.count == 2 {
      let corner = try equation("b0").map { text throws(FieldError) in try expressions.fraction(text) }
      let pair = ConjugatePair(
        f: try expressions.fraction(f), g: try expressions.fraction(g), corner: corner)
      return try pair.axes(named: axes)
    }
    for (name, _) in equations where !axes.contains(name) && !axes.contains(where: { "-" + $0 == name }) {
      throw .definition("'\(name)' is no axis", remedy: "the axes are \(axes.joined(separator: ", "))")
    }
    return try axes.map { axis throws(FieldError) in
      guard let text = equation(axis) ?? equation("-" + axis) else {
        throw .definition("there is no matrix for the axis \(axis)", remedy: "\(axis) = [[…], […]]")
      }
      return MatrixField.Axis(
        name: axis, isForward: equation(axis) != nil, matrix: try matrix(text, axis, expressions))
    }
  }

  private func equation(_ name: String) -> String? { equations.last { $0.name == name }?.text }

  private func matrix(
    _ text: String, _ axis: String, _ expressions: FieldExpression
  ) throws(FieldError) -> FieldMatrix {
    let rows = FieldReader.rows(of: text)
    guard let rows, !rows.isEmpty, rows.allSatisfy({ $0.count == rows.count }) else {
      throw .definition(
        "the matrix of \(axis) is not square", remedy: "for example: \(axis) = [[0, -x^2], [1, 2*x+1]]")
    }
    return FieldMatrix(
      try rows.map { row throws(FieldError) in
        try row.map { entry throws(FieldError) in try expressions.fraction(entry) }
      })
  }

  /// The entries of `[[…], […]]`; nil for unbalanced brackets.
  private static func rows(of text: String) -> [[String]]? {
    var (rows, row, entry, brackets, parentheses) = ([[String]](), [String](), "", 0, 0)
    for character in text {
      switch character {
      case "[": brackets += 1
      case "]":
        brackets -= 1
        guard brackets >= 0 else { return nil }
        if brackets == 1 {
          rows.append(row + [trimmed(entry)])
          (row, entry) = ([], "")
        }
      case "," where brackets == 2 && parentheses == 0:
        row.append(trimmed(entry))
        entry = ""
      case "," where brackets == 1: break
      default:
        if character == "(" { parentheses += 1 }
        if character == ")" { parentheses -= 1 }
        if brackets == 2 { entry.append(character) } else if !character.isWhitespace { return nil }
      }
    }
    return brackets == 0 ? rows : nil
  }
}
