/// Reads TOML 1.0 by recursive descent: tables, dotted names, the four kinds of strings, lists, tables in braces.
///
/// Numbers, dates and times are told apart from words and kept as they stand. Every text is read or refused.
struct TOMLReader {
  /// Where and why a text is no TOML.
  struct Fault: Error, Equatable {
    /// What is wrong.
    let message: String
    /// Line, from 0.
    let line: Int
    /// Scalar of the line, from 0.
    let column: Int
  }

  /// Deepest nesting of lists and tables in braces.
  private static let deepest = 64
  /// Most parts of a dotted name.
  private static let mostParts = 64

  let scalars: [Unicode.Scalar]
  var place = 0
  private var depth = 0

  /// A reader at the beginning of a text; a byte order mark is none of it, and CR LF ends a line as LF does.
  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    self.scalars = scalars
    if scalars.first == "\u{FEFF}" { place = 1 }
  }

  /// The whole text.
  mutating func document() throws(Fault) -> TOMLTable {
    var (root, section) = (TOMLTable(), TOMLTable())
    var heading: (path: [String], isEntry: Bool, start: Int)?
    while true {
      skip { $0 == " " || $0 == "\t" || $0 == "\n" }
      switch next {
      case "[":
        try close(heading, section, in: &root)
        (heading, section) = (try self.heading(), TOMLTable())
      case "#": break
      case nil:
        try close(heading, section, in: &root)
        return root
      default: try assignment(into: &section)
      }
      try endOfLine()
    }
  }

  /// Puts what stood below a heading into its place.
  private func close(
    _ heading: (path: [String], isEntry: Bool, start: Int)?, _ section: TOMLTable, in root: inout TOMLTable
  ) throws(Fault) {
    guard let heading else { return root = section }
    do { try root.add(heading.path[...], isEntry: heading.isEntry, section) } catch {
      throw fault(error, at: heading.start)
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func heading() throws(Fault) -> (path: [String], isEntry: Bool, start: Int) {
    let start = place
    place += 1
    let isEntry = take("[")
    let path = try path("the name of a table stands between brackets")
    guard take("]"), !isEntry || take("]") else { throw fault("the bracket of a table is not closed") }
    return (path, isEntry, start)
  }

  /// `a.b = value`.
  private mutating func assignment(into table: inout TOMLTable) throws(Fault) {
    let start = place
    let path = try path("a name, = and a value were expected")
    guard take("=") else { throw fault("an = is missing after the name") }
    let value = try value()
    do { try table.set(path[...], to: value) } catch { throw fault(error, at: start) }
  }

  private mutating func path(_ expected: String) throws(Fault) -> [String] {
    var path: [String] = []
    repeat {
      skipBlanks()
      guard path.count < TOMLReader.mostParts else { throw fault("a name has too many parts") }
      path.append(try name(expected))
      skipBlanks()
    } while take(".")
    return path
  }

  private mutating func name(_ expected: String) throws(Fault) -> String {
    if next == "\"" { return try string(quote: "\"", allowsLines: false) }
    if next == "'" { return try string(quote: "'", allowsLines: false) }
    let word = word { $0 == "_" || $0 == "-" || TOMLReader.isAlphanumeric($0) }
    guard !word.isEmpty else { throw fault(expected) }
    return word
  }

  private mutating func value() throws(Fault) -> TOMLValue {
    skipBlanks()
    switch next {
    case "\"": return .string(try string(quote: "\"", allowsLines: true))
    case "'": return .string(try string(quote: "'", allowsLines: true))
    case "[": return try nested { reader throws(Fault) in .array(try reader.list()) }
    case "{": return try nested { reader throws(Fault) in .table(try reader.braces()) }
    default: break
    }
    let word = word { TOMLReader.isAlphanumeric($0) || "+-_.:".unicodeScalars.contains($0) }
    if word == "true" || word == "false" { return .bool(word == "true") }
    let size = word.drop { $0 == "+" || $0 == "-" }
    guard size == "inf" || size == "nan" || size.first?.isNumber == true, word.count - size.count <= 1 else {
      throw fault(word.isEmpty ? "a value was expected" : "'\(word)' is no value; texts stand between quotes")
    }
    return .other(word)
  }

  private mutating func nested(_ read: (inout TOMLReader) throws(Fault) -> TOMLValue) throws(Fault)
    -> TOMLValue
  {
    guard depth < TOMLReader.deepest else { throw fault("it is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  /// What follows `[`, with line feeds and comments anywhere.
  private mutating func list() throws(Fault) -> [TOMLValue] {
    var values: [TOMLValue] = []
    while true {
      try skipLines()
      if take("]") { return values }
      values.append(try value())
      try skipLines()
      guard take(",") || next == "]" else { throw fault("a list goes on with , or ends with ]") }
    }
  }

  /// What follows `{`, on one line.
  private mutating func braces() throws(Fault) -> TOMLTable {
    var table = TOMLTable()
    skipBlanks()
    if take("}") { return table.whole }
    while true {
      try assignment(into: &table)
      skipBlanks()
      if take("}") { return table.whole }
      guard take(",") else { throw fault("a table in braces goes on with , or ends with }") }
    }
  }
}

// MARK: - Scalars

extension TOMLReader {
  var next: Unicode.Scalar? { scalar(after: 0) }

  func scalar(after count: Int) -> Unicode.Scalar? {
    place + count < scalars.count ? scalars[place + count] : nil
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
    while let scalar = next, isSkipped(scalar) { place += 1 }
  }

  mutating func skipBlanks() { skip { $0 == " " || $0 == "\t" } }

  private mutating func skipLines() throws(Fault) {
    repeat {
      skip { $0 == " " || $0 == "\t" || $0 == "\n" }
      try comment()
    } while next == "\n"
  }

  private mutating func comment() throws(Fault) {
    guard take("#") else { return }
    skip { $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }
    guard next == nil || next == "\n" else { throw fault("a control character in a comment") }
  }

  private mutating func endOfLine() throws(Fault) {
    skipBlanks()
    try comment()
    guard next == nil || take("\n") else { throw fault("the line should end here") }
  }

  private mutating func word(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let start = place
    skip(belongs)
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  func fault(_ message: String, at place: Int? = nil) -> Fault {
    let before = scalars[..<min(place ?? self.place, scalars.count)]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return Fault(message: message, line: before.count { $0 == "\n" }, column: before.count - start)
  }

  private func fault(_ conflict: TOMLTable.Conflict, at place: Int) -> Fault {
    switch conflict {
    case .standsTwice(let name): fault("'\(name)' stands there already", at: place)
    case .isNoTable(let name): fault("'\(name)' is no table", at: place)
    }
  }
}
