import Testing

/// Rooms: the folders of a module (the files beside them are a room, too). What one names of another points one way.
@Suite struct RoomTests {
  @Test func roomsPointOneWay() throws {
    let modules = Dictionary(grouping: try SourceFile.all(below: "Sources"), by: \.module)
    #expect(modules.count > 10)
    for (module, files) in modules {
      let circles = Rooms(of: files).circles
      #expect(circles == [], "rooms of \(module) that name each other's types")
    }
  }

  @Test func theCheckSeesCircles() {
    func file(_ room: String, _ lines: String...) -> SourceFile {
      SourceFile(module: "M", path: "Sources/M/\(room)F.swift", lines: lines)
    }
    let oneWay = [
      file("A/", "struct Low {", "  struct Inner {}", "}"), file("B/", "final class High: Low {}"),
    ]
    #expect(Rooms(of: oneWay).circles == [])
    #expect(Rooms(of: oneWay + [file("A/Deeper/", "  let x: High")]).circles == [["A", "B"]])
    #expect(
      Rooms(of: oneWay + [file("A/", "  let x = \"High\"  // High"), file("", "let y: High")]).circles == [])
    let three = [
      file("A/", "enum X { case y(Y) }"), file("B/", "enum Y { case z(Z) }"), file("", "enum Z: X {}"),
    ]
    #expect(Rooms(of: three).circles == [["", "A", "B"]])
  }
}

/// The rooms of a module, and which of them names types of which.
private struct Rooms {
  /// By room, the rooms whose types it names.
  private(set) var named: [String: Set<String>] = [:]

  init(of files: [SourceFile]) {
    let code = files.map { (room: Rooms.room(of: $0), lines: Rooms.code(of: $0)) }
    var homes: [Substring: Set<String>] = [:]
    for (room, lines) in code {
      for name in lines.compactMap(Rooms.declared) { homes[name, default: []].insert(room) }
    }
    for (room, lines) in code {
      let words = lines.reduce(into: Set()) { $0.formUnion(Rooms.capitalised($1)) }
      let others = words.compactMap { homes[$0] }.filter { $0.count == 1 && $0 != [room] }
      named[room, default: []].formUnion(others.joined())
    }
  }

  /// Sets of rooms that name each other, directly or through others, each set in alphabetical order.
  var circles: [[String]] {
    let reached = named.mapValues { first in
      var (seen, open) = (first, Array(first))
      while let room = open.popLast() {
        for next in named[room] ?? [] where seen.insert(next).inserted { open.append(next) }
      }
      return seen
    }
    let sets = reached.keys.map { room in
      Set(reached.keys.filter { reached[room]?.contains($0) == true && reached[$0]?.contains(room) == true })
    }
    return Set(sets).filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The first folder below that of the module.
  private static func room(of file: SourceFile) -> String {
    let folders = file.path.split(separator: "/").dropFirst(2).dropLast()
    return folders.first.map(String.init) ?? ""
  }

  /// Lines without comments and literals, those of many lines included.
  private static func code(of file: SourceFile) -> [String] {
    var isInLiteral = false
    return file.code.enumerated().compactMap { index, line in
      let isEdge = file.lines[index].contains("\"\"\"")
      if isEdge { isInLiteral.toggle() }
      return isInLiteral && !isEdge ? nil : line
    }
  }

  /// The name of the type that a line declares at the left margin.
  private static func declared(_ line: String) -> Substring? {
    guard let first = line.utf8.first, first != UInt8(ascii: " ") else { return nil }
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]
    guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
      !words[..<place].contains("extension")
    else { return nil }
    return words[place + 1]
  }

  /// The words of a line that start with a capital letter.
  private static func capitalised(_ line: String) -> [Substring] {
    let isWord = { (byte: UInt8) in
      (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 95
    }
    return line.utf8.split { !isWord($0) }.filter { (65...90).contains($0.first ?? 0) }.compactMap(
      Substring.init)
  }
}
