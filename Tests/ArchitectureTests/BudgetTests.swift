import Testing

/// Size budgets and habits that a machine can check.
@Suite struct BudgetTests {
  @Test func filesStaySmall() throws {
    let files = try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
    let counted = files.filter { !$0.path.hasSuffix("Table.swift") }
    for file in counted { #expect(file.lines.count <= 400, "\(file) has \(file.lines.count) lines") }
    let long = counted.filter { $0.lines.count > 250 }
    #expect(long.count * 20 <= counted.count, "more than one file in twenty is over 250 lines: \(long)")
  }

  @Test func functionsStayShort() throws {
    var lengths: [Int] = []
    for file in try SourceFile.all(below: "Sources") where !file.path.hasSuffix("Table.swift") {
      for (name, line, length) in Self.functions(of: file) {
        #expect(length <= 60, "\(file):\(line): \(name) has \(length) lines")
        lengths.append(length)
      }
    }
    let p90 = lengths.sorted()[lengths.count * 9 / 10]
    #expect(p90 <= 30, "nine functions in ten have at most \(p90) lines")
  }

  /// Functions and initialisers with a body on lines of their own: from the declaration to the closing brace at the
  /// same indentation.
  static func functions(of file: SourceFile) -> [(name: String, line: Int, length: Int)] {
    var found: [(String, Int, Int)] = []
    for (index, line) in file.lines.enumerated() {
      guard line.contains("func ") || line.contains("init") else { continue }
      let trimmed = line.drop { $0 == " " }
      guard trimmed.contains(/^([a-z@()]+ )*(func |init[?(])/), !trimmed.hasSuffix("}") else { continue }
      let closing = String(repeating: " ", count: line.count - trimmed.count) + "}"
      guard let end = file.lines[index...].firstIndex(of: closing) else { continue }
      found.append((String(trimmed.prefix(40)), index + 1, end - index + 1))
    }
    return found
  }

  @Test func theCheckSeesFunctions() {
    let lines = ["  public func f(", "    x: Int", "  ) {", "    g()", "  }", "  init(a: Int) {", "  }"]
    let functions = Self.functions(of: SourceFile(module: "m", path: "p", lines: lines))
    #expect(functions.map(\.length) == [5, 2])
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
