import Testing

/// Size budgets and habits that a machine can check.
@Suite struct BudgetTests {
  @Test func filesStaySmall() throws {
    for file in try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests") {
      let length = file.lines.count - (file.lines.last == "" ? 1 : 0)
      #expect(length <= 250 || file.isTable, "\(file) has \(length) lines")
    }
  }

  @Test(arguments: [("Sources", 30), ("Tests", 50)])
  func functionsStayShort(_ folder: String, most: Int) throws {
    for file in try SourceFile.all(below: folder) {
      for (name, line, length) in Self.functions(of: file) {
        #expect(length <= most, "\(file):\(line): \(name) has \(length) lines")
      }
    }
  }

  /// Rows may ask something of their arguments; what repeats or chooses belongs beside the table.
  @Test func tablesHoldNoLogic() throws {
    for file in try SourceFile.all(below: "Sources") where file.isTable {
      for (number, line) in file.code.enumerated() {
        let found = line.firstMatch(of: /^ *(for|while|repeat|switch)\b/)
        #expect(found == nil, "\(file):\(number + 1): \(line)")
      }
    }
  }

  /// Functions and initialisers with a body on lines of their own: from the declaration to the closing brace at the
  /// same indentation. What a protocol requires has no body.
  static func functions(of file: SourceFile) -> [(name: String, line: Int, length: Int)] {
    var found: [(String, Int, Int)] = []
    for (index, line) in file.lines.enumerated() {
      guard line.contains("func ") || line.contains("init") else { continue }
      let trimmed = line.drop { $0 == " " }
      guard trimmed.contains(/^([a-z@()]+ )*(func |init[?(])/), !trimmed.hasSuffix("}") else { continue }
      let margin = String(repeating: " ", count: line.count - trimmed.count)
      let own = file.lines[index...].dropFirst().prefix { rest in
        rest.hasPrefix(margin + " ") || rest.hasPrefix(margin + ")") || rest.hasPrefix(margin + "where ")
          || rest.hasPrefix(margin + "{") || rest.hasPrefix(margin + "->") || rest.isEmpty
      }
      guard line.hasSuffix("{") || own.prefix(while: { !$0.isEmpty }).contains(where: { $0.hasSuffix("{") }),
        let end = file.lines[index...].firstIndex(of: margin + "}")
      else { continue }
      found.append((String(trimmed.prefix(40)), index + 1, end - index + 1))
    }
    return found
  }

  @Test func theCheckSeesFunctions() {
    let lines = [
      "  public func f(", "    x: Int", "  ) {", "    g()", "  }", "  init(a: Int) {", "  }",
      "  func required(", "    y: Int) -> Int", "", "  func another() -> Int", "}", "  func long()",
      "    -> Int",
      "  {", "  }",
    ]
    let functions = Self.functions(of: SourceFile(module: "m", path: "p", lines: lines))
    #expect(functions.map(\.length) == [5, 2, 4])
  }

  @Test func noUnsafeShortcuts() throws {
    for file in try SourceFile.all(below: "Sources") {
      for (number, line) in file.code.enumerated() {
        let shortcut = ["try!", "as!", "fatalError(", "TODO", "FIXME"].first { line.contains($0) }
        #expect(shortcut == nil, "\(file):\(number + 1): \(shortcut ?? "")")
      }
    }
  }

  @Test func namesAvoidEmptyWords() throws {
    for file in try SourceFile.all(below: "Sources") {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      let empty = ["Manager", "Helper", "Util", "Handler", "Processor"].first { name.contains($0) }
      #expect(empty == nil, "\(file)")
    }
  }

  @Test func theProjectSpeaksForItself() throws {
    let files = try ["Sources", "Tests", "sessions", "catalogs", "Benchmarks/Sources"].flatMap { folder in
      try ["swift", "md", "txt", "c", "h"].flatMap { try SourceFile.all(below: folder, suffix: ".\($0)") }
    }
    let foreign = ["/work" + "/", "../" + "shared", "/root" + "/"]
    for file in files {
      for (number, line) in file.lines.enumerated() {
        let place = foreign.first { line.contains($0) }
        #expect(place == nil, "\(file):\(number + 1): \(line)")
      }
    }
  }
}
